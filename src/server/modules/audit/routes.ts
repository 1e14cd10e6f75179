import { listAuditEvents, readAuditSeals } from '../../../contract/audit/audit.ts'
import type { Bind } from '../../kernel/http/http.ts'
import { record } from './audit.ts'
import { genesis } from './events.ts'
import { verifySeals } from './seals.ts'
import * as store from './store.ts'

export function routes(bind: Bind): void {
  bind.company(listAuditEvents, async (work, { query }) => {
    const { cursor, limit, ...filter } = query
    const events = await store.listEvents(work, { ...filter, before: cursor, limit: limit + 1 })
    const page = events.slice(0, limit)
    await record(work, { action: 'audit.read', detail: { count: page.length } })
    return {
      events: page.map((event) => ({ ...event, recordedAt: event.recordedAt.toISOString() })),
      nextCursor: events.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  })
  bind.company(readAuditSeals, async (work) => {
    const head = await store.newestSeal(work)
    const found = await verifySeals(work)
    return {
      sequence: head?.sequence ?? 0,
      hash: head?.hash ?? genesis,
      sealedAt: head?.sealedAt.toISOString() ?? null,
      unsealed: await store.countUnsealed(work),
      broken: found ? { where: found.where, saw: found.saw } : null,
    }
  })
}
