import * as contract from '../../../../contract/consent/asking.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import { record } from '../../audit/index.ts'
import {
  approveAsking,
  askedPeople,
  asking,
  askings,
  basisCounts,
  basisPeople,
  makeAsking,
  stopAsking,
} from './asking.ts'

/** One page of what was found, of which one more than the page was asked for. */
function paged<T extends { id: string }>(found: readonly T[], limit: number) {
  const rows = found.slice(0, limit)
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null }
}

export function askingRoutes(bind: Bind): void {
  bind.company(contract.readBasisStates, (work) => basisCounts(work))
  bind.company(contract.listBasisPeople, async (work, { query: { cursor, limit, ...filter } }) => {
    const { rows, nextCursor } = paged(await basisPeople(work, { ...filter, after: cursor, limit: limit + 1 }), limit)
    const people = rows.map(({ personId }) => personId)
    await record(work, { action: 'relay.basis-read', detail: { count: rows.length, people } })
    return { people: rows, nextCursor }
  })
  bind.company(contract.makeAsking, (work, { body }) => makeAsking(work, body.id))
  bind.company(contract.listAskings, async (work, { query: { cursor, limit } }) => {
    const { rows, nextCursor } = paged(await askings(work, { before: cursor, limit: limit + 1 }), limit)
    return { askings: rows, nextCursor }
  })
  bind.company(contract.readAsking, (work, { params }) => asking(work, params.id))
  bind.company(contract.listAskedPeople, async (work, { params, query: { cursor, limit, ...filter } }) => {
    const found = await askedPeople(work, params.id, { ...filter, after: cursor, limit: limit + 1 })
    const { rows, nextCursor } = paged(found, limit)
    const people = rows.map(({ personId }) => personId)
    await record(work, {
      action: 'relay.asked-read',
      subject: { kind: 'asking', id: params.id },
      detail: { count: rows.length, people },
    })
    return { people: rows, nextCursor }
  })
  bind.company(contract.approveAsking, (work, { params, body }) => approveAsking(work, { ...params, ...body }))
  bind.company(contract.stopAsking, (work, { params }) => stopAsking(work, params.id))
}
