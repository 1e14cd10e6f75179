import { daysToContest, type DisputeTold } from '../../../contract/disputes/disputes.ts'
import { findForbidden } from '../../../engines/forbidden/index.ts'
import { violated } from '../../kernel/errors.ts'
import { idFrom } from '../../kernel/ids.ts'
import type { MemberWork, Work } from '../../kernel/work.ts'
import { operatorName } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { findAcceptedAsk, findAccepted } from '../introductions/index.ts'
import { refusedReferral } from '../relay/index.ts'
import { companyActed, memberActed } from './announcements.ts'
import {
  contestedAlready,
  disputeNotFound,
  forbiddenWords,
  idTaken,
  noNetwork,
  notContestable,
  notYours,
  settledDispute,
  statementNotAsked,
} from './errors.ts'
import * as store from './store-copies.ts'

const dayMs = 86_400_000
/** The other side has a week, the operator another one: the answer comes within two weeks, as for requests about data. */
export const daysToState = 7
export const daysToDecide = 14

export type Said = { text: string; evidence: string[] }

/** What may not be collected about anybody is not collected in a dispute either (職業安定法 5条の5). */
function refuseForbidden({ text, evidence }: Said, scope: 'NOTE' | 'OWN_WORDS'): void {
  const found = findForbidden([text, ...evidence].join('。\n'), scope)
  if (found) throw forbiddenWords({ word: found.word })
}

function firstTold(now: Date, by: 'COMPANY' | 'PERSON', said: Said): DisputeTold {
  return {
    statements: [{ by, ...said, at: now.toISOString() }],
    statementDueAt: null,
    decideBy: new Date(now.getTime() + daysToDecide * dayMs).toISOString(),
    outcome: null,
    reasons: null,
    effect: null,
    decidedAt: null,
  }
}

const isLate = (now: Date, settledAt: Date | null): boolean =>
  settledAt === null || now.getTime() - settledAt.getTime() > daysToContest * dayMs

async function once<T>(insert: () => Promise<T>): Promise<T> {
  try {
    return await insert()
  } catch (error) {
    const broken = violated(error)
    if (broken === 'disputes_case_once' || broken === 'disputes_member_case_once') throw contestedAlready({})
    throw error
  }
}

type Contested = Said & { id: string; kind: 'REFERRAL' | 'SLOT'; subjectId: string }

/**
 * A company contests a referral of a letter that was refused or taken back, or an introduction whose slot was spent.
 * The same id again answers what stands. Refused later than 90 days and for anything else
 * (`disputes.not-contestable`), twice (`disputes.contested-already`), and without a network (`disputes.no-network`).
 */
export async function contest(work: Work, { id, kind, subjectId, ...said }: Contested): Promise<store.Copy> {
  const before = await store.lockCopy(work, id)
  if (before && (before.kind !== kind || before.subjectId !== subjectId)) throw idTaken({})
  if (before) return before
  if ((await operatorName(work)) === undefined) throw noNetwork({})
  refuseForbidden(said, 'NOTE')
  const subject = kind === 'REFERRAL' ? await refusedReferral(work, subjectId) : await findAccepted(work, subjectId)
  if (!subject || isLate(work.now, subject.settledAt)) throw notContestable({ days: daysToContest })
  const state = kind === 'REFERRAL' ? ('REVIEW' as const) : ('STATEMENT' as const)
  const told = firstTold(work.now, 'COMPANY', said)
  const copy: store.Copy = { id, kind, subjectId, state, told, version: 0, openedAt: work.now }
  await once(() => store.insertCopy(work, copy))
  await record(work, { action: 'disputes.opened', subject: { kind: 'dispute', id }, detail: { kind, subjectId } })
  await work.announce(companyActed, {
    subjectId: idFrom(id, 'OPEN'),
    version: 1,
    payload: {
      caseId: id,
      did: { act: 'OPEN', kind, subjectId: subject.id, said: { ...said, at: work.now.toISOString() } },
    },
  })
  return copy
}

/** What one side added to its own copy, until the operator's word replaces it. */
const withOwn = (told: DisputeTold, by: 'COMPANY' | 'PERSON', said: Said, now: Date): DisputeTold => ({
  ...told,
  statements: [...told.statements, { by, ...said, at: now.toISOString() }],
})

function requireAsked(copy: store.Copy | undefined, by: 'COMPANY' | 'PERSON', now: Date): asserts copy is store.Copy {
  if (!copy) throw disputeNotFound()
  const { statements, statementDueAt } = copy.told
  const isOver = statementDueAt === null || new Date(statementDueAt) <= now
  if (copy.state !== 'STATEMENT' || isOver || statements.some((one) => one.by === by)) throw statementNotAsked({})
}

/** The company says its part where a person contests something; once, until the day given. */
export async function state(work: Work, { id, ...said }: Said & { id: string }): Promise<store.Copy> {
  const copy = await store.lockCopy(work, id)
  requireAsked(copy, 'COMPANY', work.now)
  refuseForbidden(said, 'NOTE')
  const told = withOwn(copy.told, 'COMPANY', said, work.now)
  await store.changeCopy(work, id, { told })
  await record(work, { action: 'disputes.stated', subject: { kind: 'dispute', id } })
  const at = work.now.toISOString()
  await work.announce(companyActed, {
    subjectId: idFrom(id, 'STATE', 'COMPANY'),
    version: 1,
    payload: { caseId: id, did: { act: 'STATE', said: { ...said, at } } },
  })
  return { ...copy, told }
}

const openedBy = ({ told }: store.Copy) => told.statements[0]?.by

/** The company takes its own dispute back, until it is decided; again changes nothing. */
export async function withdraw(work: Work, id: string): Promise<store.Copy> {
  const copy = await store.lockCopy(work, id)
  if (!copy) throw disputeNotFound()
  if (openedBy(copy) !== 'COMPANY') throw notYours({})
  if (copy.state === 'WITHDRAWN') return copy
  if (copy.state === 'DECIDED') throw settledDispute({ state: copy.state })
  await store.changeCopy(work, id, { told: copy.told, state: 'WITHDRAWN' })
  await record(work, { action: 'disputes.withdrawn', subject: { kind: 'dispute', id } })
  const payload = { caseId: id, did: { act: 'WITHDRAW' as const } }
  await work.announce(companyActed, { subjectId: idFrom(id, 'WITHDRAW'), version: 1, payload })
  return { ...copy, state: 'WITHDRAWN' }
}

type OfIntroduction = Said & { id: string; introductionId: string }

/** The member contests what the employer did with an introduction that they said yes to; once each, within 90 days. */
export async function contestAsMember(
  work: MemberWork,
  { id, introductionId, ...said }: OfIntroduction,
): Promise<void> {
  if (await store.lockMemberCopy(work, id)) return
  refuseForbidden(said, 'OWN_WORDS')
  const ask = await findAcceptedAsk(work, introductionId)
  if (!ask || isLate(work.now, ask.settledAt)) throw notContestable({ days: daysToContest })
  const told = firstTold(work.now, 'PERSON', said)
  const copy = { id, kind: 'CONDUCT' as const, subjectId: introductionId, state: 'STATEMENT' as const, told }
  await once(() => store.putMemberCopy(work, { ...copy, version: 0, openedAt: work.now }))
  await record(work, { action: 'disputes.opened', subject: { kind: 'dispute', id }, detail: { kind: 'CONDUCT' } })
  await work.announce(memberActed, {
    subjectId: idFrom(id, 'OPEN'),
    version: 1,
    payload: {
      caseId: id,
      employerId: ask.employerId,
      did: {
        act: 'OPEN',
        kind: 'CONDUCT',
        subjectId: introductionId,
        said: { ...said, at: work.now.toISOString() },
      },
    },
  })
}

/** The member's disputes about one introduction, newest first. */
export const disputesAbout = async (work: MemberWork, introductionId: string): Promise<store.Copy[]> =>
  (await store.memberCopies(work)).filter(({ subjectId }) => subjectId === introductionId)

/** The member says their part where an employer contests that its slot was spent; once, until the day given. */
export async function stateAsMember(work: MemberWork, { id, ...said }: Said & { id: string }): Promise<void> {
  const copy = await store.lockMemberCopy(work, id)
  requireAsked(copy, 'PERSON', work.now)
  refuseForbidden(said, 'OWN_WORDS')
  const ask = await findAcceptedAsk(work, copy.subjectId)
  if (!ask) throw disputeNotFound()
  await store.changeMemberCopy(work, id, { told: withOwn(copy.told, 'PERSON', said, work.now) })
  const at = work.now.toISOString()
  await work.announce(memberActed, {
    subjectId: idFrom(id, 'STATE', 'PERSON'),
    version: 1,
    payload: { caseId: id, employerId: ask.employerId, did: { act: 'STATE', said: { ...said, at } } },
  })
}

/** The member takes their own dispute back, until it is decided; again changes nothing. */
export async function withdrawAsMember(work: MemberWork, id: string): Promise<void> {
  const copy = await store.lockMemberCopy(work, id)
  if (!copy) throw disputeNotFound()
  if (openedBy(copy) !== 'PERSON') throw notYours({})
  if (copy.state === 'WITHDRAWN') return
  if (copy.state === 'DECIDED') throw settledDispute({ state: copy.state })
  const ask = await findAcceptedAsk(work, copy.subjectId)
  if (!ask) throw disputeNotFound()
  await store.changeMemberCopy(work, id, { told: copy.told, state: 'WITHDRAWN' })
  await work.announce(memberActed, {
    subjectId: idFrom(id, 'WITHDRAW'),
    version: 1,
    payload: { caseId: id, employerId: ask.employerId, did: { act: 'WITHDRAW' } },
  })
}
