import * as contract from '../../../contract/disputes/disputes.ts'
import type { Bind } from '../../kernel/http/http.ts'
import type { Work } from '../../kernel/work.ts'
import { companyNames } from '../accounts/index.ts'
import { adjustmentState } from '../credits/index.ts'
import { networkIntroduction } from '../introductions/index.ts'
import { networkReferral } from '../relay/index.ts'
import { contest, state, withdraw } from './contesting.ts'
import { adjustmentIdOf, decide } from './deciding.ts'
import { disputeNotFound } from './errors.ts'
import { listCopies, lockCopy, type Copy } from './store-copies.ts'
import { findCase, listCases, statementsOf, type Case } from './store-network.ts'

export function routes(bind: Bind): void {
  bind.company(contract.listDisputes, async (work, { query: { cursor, limit } }) => {
    const found = await listCopies(work, { before: cursor, limit: limit + 1 })
    const page = found.slice(0, limit)
    return { disputes: page.map(copyView), nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null }
  })
  bind.company(contract.readDispute, async (work, { params }) => {
    const found = await lockCopy(work, params.id)
    if (!found) throw disputeNotFound()
    return copyView(found)
  })
  bind.company(contract.openDispute, async (work, { body }) => copyView(await contest(work, body)))
  bind.company(contract.stateInDispute, async (work, { params, body }) =>
    copyView(await state(work, { ...params, ...body })),
  )
  bind.company(contract.withdrawDispute, async (work, { params }) => copyView(await withdraw(work, params.id)))
  networkRoutes(bind)
}

function networkRoutes(bind: Bind): void {
  bind.company(contract.listNetworkDisputes, (work, { query: { cursor, limit, open } }) =>
    networkDisputes(work, { isOpen: open === true, before: cursor, limit }),
  )
  bind.company(contract.readNetworkDispute, async (work, { params }) => {
    const found = await findCase(work, params.id)
    if (!found) throw disputeNotFound()
    return (await viewing(work, [found]))(found)
  })
  bind.company(contract.decideDispute, async (work, { params, body }) => {
    const decided = await decide(work, { ...params, ...body })
    return (await viewing(work, [decided]))(decided)
  })
}

type Listed = { disputes: contract.NetworkDispute[]; nextCursor: string | null }

/** The operator's disputes: open ones, the oldest first, or all, the newest first. */
export async function networkDisputes(
  work: Work,
  { isOpen, before, limit }: { isOpen: boolean; before?: string | undefined; limit: number },
): Promise<Listed> {
  const found = await listCases(work, { isOpen, before, limit: limit + 1 })
  const page = found.slice(0, limit)
  const view = await viewing(work, page)
  const disputes: contract.NetworkDispute[] = []
  for (const one of page) disputes.push(await view(one))
  return { disputes, nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null }
}

const copyView = ({ id, kind, subjectId, state: stands, told, openedAt }: Copy): contract.Dispute => ({
  id,
  kind,
  subjectId,
  state: stands,
  openedAt: openedAt.toISOString(),
  ...told,
})

/** Puts to each case its company's name, what was said, what the operator knows of its subject, and its correction. */
async function viewing(work: Work, page: readonly Case[]): Promise<(one: Case) => Promise<contract.NetworkDispute>> {
  const companies = await companyNames(work)
  const said = await statementsOf(
    work,
    page.map(({ id }) => id),
  )
  return async (one) => ({
    ...one,
    employerName: companies.get(one.employerId) ?? null,
    statements: said.get(one.id) ?? [],
    statementDueAt: one.statementDueAt?.toISOString() ?? null,
    decideBy: one.decideBy.toISOString(),
    openedAt: one.openedAt.toISOString(),
    decidedAt: one.decidedAt?.toISOString() ?? null,
    isOverdue: (one.state === 'STATEMENT' || one.state === 'REVIEW') && one.decideBy < work.now,
    referral: one.kind === 'REFERRAL' ? await referralOf(work, one.subjectId) : null,
    introduction: one.kind === 'REFERRAL' ? null : await introductionOf(work, one.subjectId),
    adjustment:
      one.effect === null || one.effect === 'NONE' ? null : await adjustmentState(work, adjustmentIdOf(one.id)),
  })
}

async function referralOf(work: Work, id: string): Promise<contract.NetworkDispute['referral']> {
  const found = await networkReferral(work, id)
  if (!found) return null
  const { state: stands, reason, signals, registeredAt, settledAt } = found
  return {
    state: stands,
    reason,
    signals,
    registeredAt: registeredAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  }
}

async function introductionOf(work: Work, id: string): Promise<contract.NetworkDispute['introduction']> {
  const found = await networkIntroduction(work, id)
  if (!found) return null
  const { state: stands, progress, askedAt, endedAt } = found
  return { state: stands, progress, askedAt: askedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null }
}
