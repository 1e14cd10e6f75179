import * as contract from '../../../../contract/requests/data-requests.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import { record } from '../../audit/index.ts'
import { subjectOf } from '../erasures/erasure.ts'
import { paged } from '../paged.ts'
import { answerErasures, answerRequest, checkIdentity, keepReceipt, passOn } from './request-answers.ts'
import { openRequest, requests, requestWhole } from './requests.ts'
import { countOrders } from './store-orders.ts'

export function requestRoutes(bind: Bind): void {
  bind.company(contract.listDataRequests, async (work, { query: { cursor, limit, ...filter } }) => {
    const page = paged(await requests(work, { ...filter, after: cursor, limit: limit + 1 }), limit)
    const people = page.rows.flatMap(({ personId }) => personId ?? [])
    await record(work, { action: 'consent.requests-read', detail: { count: page.rows.length, people } })
    return { requests: page.rows, nextCursor: page.nextCursor, erasures: await countOrders(work) }
  })
  bind.company(contract.readDataRequest, async (work, { params }) => {
    const whole = await requestWhole(work, params.id)
    const { personId } = whole.request
    await record(work, {
      action: 'consent.request-read',
      subject: { kind: 'request', id: params.id },
      detail: { people: personId === null ? [] : [personId] },
    })
    return whole
  })
  bind.company(contract.openDataRequest, async (work, { body }) => {
    if (body.personId !== undefined && !(await subjectOf(work, body.personId))) throw notFound({ what: 'person' })
    return openRequest(work, body)
  })
  bind.company(contract.checkRequestIdentity, (work, { params, body }) =>
    checkIdentity(work, { id: params.id, ...body }),
  )
  bind.company(contract.answerDataRequest, (work, { params, body }) => answerRequest(work, { id: params.id, ...body }))
  bind.company(contract.answerErasures, (work, { body }) => answerErasures(work, body))
  bind.company(contract.passDataRequest, (work, { params, body }) => passOn(work, { requestId: params.id, ...body }))
  bind.company(contract.settlePassing, (work, { params, body }) =>
    keepReceipt(work, { requestId: params.id, id: params.passingId, ...body }),
  )
}
