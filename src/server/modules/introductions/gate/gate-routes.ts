import * as contract from '../../../../contract/introductions/introduction-gate.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import { companyNames } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { decideAtGate } from './gate.ts'
import { listGated, type Gated } from './store-gate.ts'

/** The operator's routes over requests that wait for a look, in its own realm. */
export function gateRoutes(bind: Bind): void {
  bind.company(contract.listGate, async (work, { query: { limit, ...wanted } }) => {
    const found = await listGated(work, { ...wanted, limit: limit + 1 })
    const page = found.slice(0, limit)
    await record(work, { action: 'introductions.gate-read', detail: { ids: page.map(({ id }) => id) } })
    const names = await companyNames(work)
    return {
      requests: page.map((one) => shown(one, names)),
      nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  })
  bind.company(contract.passGate, async (work, { params: { id } }) =>
    shown(await decideAtGate(work, id, { state: 'PASSED' }), await companyNames(work)),
  )
  bind.company(contract.refuseGate, async (work, { params: { id }, body: { reason, note } }) =>
    shown(await decideAtGate(work, id, { state: 'REFUSED', reason, note: note || null }), await companyNames(work)),
  )
}

const shown = ({ job, shown: facts, ...gated }: Gated, names: ReadonlyMap<string, string>): contract.GatedRequest => ({
  id: gated.id,
  employerId: gated.employerId,
  employerName: names.get(gated.employerId) ?? null,
  job,
  message: gated.message,
  promises: gated.promises,
  facts,
  state: gated.state,
  reason: gated.reason,
  note: gated.note,
  askedAt: gated.askedAt.toISOString(),
  decideBy: gated.decideBy.toISOString(),
  decidedAt: gated.decidedAt?.toISOString() ?? null,
})
