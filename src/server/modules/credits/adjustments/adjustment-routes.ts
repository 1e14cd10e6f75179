import * as contract from '../../../../contract/credits/credit-adjustments.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import type { Work } from '../../../kernel/work.ts'
import { companyNames, staff } from '../../accounts/index.ts'
import { decideAdjustment, proposeAdjustment } from './adjustments.ts'
import { adjustments, type Adjustment } from './store-adjustments.ts'

/** The operator's corrections of companies' ledgers. */
export function adjustmentRoutes(bind: Bind): void {
  bind.company(contract.listAdjustments, async (work, { query: { cursor, limit, employerId, open } }) => {
    const found = await adjustments(work, { employerId, isOpen: open === true, before: cursor, limit: limit + 1 })
    const page = found.slice(0, limit)
    const wire = await wiring(work)
    return { adjustments: page.map(wire), nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null }
  })
  bind.company(contract.proposeAdjustment, async (work, { body }) =>
    (await wiring(work))(await proposeAdjustment(work, body)),
  )
  bind.company(contract.decideAdjustment, async (work, { params: { id }, body: { decision } }) =>
    (await wiring(work))(await decideAdjustment(work, { id, decision })),
  )
}

/** Puts names to companies and staff, and says of an open proposal whether its time is over. */
async function wiring(work: Work): Promise<(adjustment: Adjustment) => contract.CreditAdjustment> {
  const companies = await companyNames(work)
  const people = new Map((await staff(work)).map(({ id, name }) => [id, name]))
  return (adjustment) => ({
    ...adjustment,
    employerName: companies.get(adjustment.employerId) ?? null,
    proposedByName: people.get(adjustment.proposedBy) ?? null,
    decidedByName: adjustment.decidedBy === null ? null : (people.get(adjustment.decidedBy) ?? null),
    state: adjustment.state === 'PROPOSED' && adjustment.expiresAt <= work.now ? 'EXPIRED' : adjustment.state,
    proposedAt: adjustment.proposedAt.toISOString(),
    expiresAt: adjustment.expiresAt.toISOString(),
    decidedAt: adjustment.decidedAt?.toISOString() ?? null,
  })
}
