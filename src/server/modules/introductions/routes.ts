import * as contract from '../../../contract/introductions/introductions.ts'
import { listNetworkIntroductions } from '../../../contract/network/network.ts'
import type { Bind } from '../../kernel/http/http.ts'
import { inCompany } from '../../kernel/work.ts'
import { companyNames } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { promiseRoutes } from './promises/promise-routes.ts'
import { cancel, reply, request } from './asking/request.ts'
import { listStandings } from './settling/store-network.ts'
import { recordOutcome } from './settling/settling.ts'
import { introductionOf, introductions } from './asking/view.ts'

export function routes(bind: Bind): void {
  promiseRoutes(bind)
  bind.company(contract.listIntroductions, (work, { query }) => introductions(work, query))
  bind.company(contract.readIntroduction, async (work, { params: { id } }) => {
    await record(work, { action: 'introductions.read', subject: { kind: 'introduction', id } })
    return introductionOf(work, id)
  })
  bind.open(contract.requestIntroduction, async (context, { body }) => {
    const { actor, companyId } = await bind.identify(context, contract.requestIntroduction.permission)
    const caller = { actor, companyId, requestId: context.requestId }
    await request(context.installation, caller, body)
    return inCompany(context.installation, caller, (work) => introductionOf(work, body.id))
  })
  bind.company(listNetworkIntroductions, async (work, { query: { cursor, limit, states, employerId } }) => {
    const found = await listStandings(work, {
      states: states && [states].flat(),
      employerId,
      before: cursor,
      limit: limit + 1,
    })
    const page = found.slice(0, limit)
    const names = await companyNames(work)
    return {
      introductions: page.map(({ askedAt, endedAt, answerBy, ...one }) => ({
        ...one,
        employerName: names.get(one.employerId) ?? null,
        askedAt: askedAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
        answerBy: answerBy?.toISOString() ?? null,
      })),
      nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  })
  bind.company(contract.cancelIntroduction, async (work, { params }) => {
    await cancel(work, params.id)
    return introductionOf(work, params.id)
  })
  bind.company(contract.answerQuestion, async (work, { params, body }) => {
    await reply(work, { id: params.id, replyId: body.id, text: body.text })
    return introductionOf(work, params.id)
  })
  bind.company(contract.recordOutcome, async (work, { params, body }) => {
    await recordOutcome(work, { introductionId: params.id, ...body })
    return introductionOf(work, params.id)
  })
}
