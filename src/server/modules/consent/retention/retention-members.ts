import { derivedKey, hmac } from '../../../kernel/crypto.ts'
import { releaseAllOf } from '../../../kernel/database/directory.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed } from '../../../kernel/intents.ts'
import type { MemberRetention, RetentionKnowledge } from '../../../kernel/module.ts'
import { memberIdsAfter } from '../../../kernel/database/realms.ts'
import { inCompany, inMember, systemActor, type MemberWork, type Work } from '../../../kernel/work.ts'
import { retentionProgram, type KeptReason, type RetentionTerms } from '../../../../contract/retention/retention.ts'
import { operatorId } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { eraseMember, subjectOf } from '../erasures/erasure.ts'
import { judge, keptBy, type Verdict } from './retention-rule.ts'
import { terms } from './retention-rules.ts'
import { callOffRun, isInForce, run, scheduleRun } from './retention-runs.ts'
import { findMemberErasure } from '../erasures/store-erasures.ts'
import { personsBehind } from '../names.ts'
import * as store from './store-retention.ts'
import * as listing from './store-retention-people.ts'
import { keptByConsent } from './store-retention-facts.ts'

export const retentionActor = systemActor(retentionProgram)

/** So many members are looked at before what was found is kept. */
const perPage = 50
/** So long the operator can call off what began by itself. */
const waitHours = 24

/**
 * An id that stands for a member on one list alone: neither two lists nor a list and anything else can be joined by it,
 * and the operator's people do not learn who somebody is.
 */
export const refOf = ({ config }: Installation, runId: string, memberId: string): string =>
  idFrom(hmac(derivedKey(config.secret, 'consent.retention-member'), `${runId}/${memberId}`).toString('hex'))

/** What the module that keeps members does for their retention. */
export function retentionOf({ modules }: Installation): MemberRetention {
  const found = modules.find(({ contributions }) => contributions.memberRetention)?.contributions.memberRetention
  if (!found) throw new Error('no module keeps members')
  return found
}

type Tie = Awaited<ReturnType<MemberRetention['ties']>>[number]

/** What keeps a member by the word of companies that know them: a legal hold, or a request that is open there. */
async function knownByCompanies(installation: Installation, ties: readonly Tie[]): Promise<RetentionKnowledge[]> {
  const actor = retentionActor
  const known: RetentionKnowledge[] = []
  for (const { companyId, personId, sourceRecordId } of ties) {
    const facts = await inCompany(installation, { companyId, actor }, async (work) => {
      const today = (await personsBehind(work, [sourceRecordId])).get(sourceRecordId)
      const subject = await subjectOf(work, today ?? personId)
      return subject ? keptByConsent(work, [subject]) : []
    })
    // That somebody agreed to one company's pool is no reason for the relay to keep them.
    known.push(...facts.filter((fact) => fact.kind === 'KEEPS' && fact.reason !== 'CONSENT'))
  }
  return known
}

async function verdictOf(
  work: MemberWork,
  rule: RetentionTerms,
  known: readonly RetentionKnowledge[] = [],
): Promise<Verdict | undefined> {
  const facts = [...known]
  for (const { contributions } of work.installation.modules)
    facts.push(...((await contributions.memberRetentionFacts?.(work)) ?? []))
  return judge(facts, { kind: 'MEMBERS', rule, now: work.now })
}

/** The verdict with what companies know, which is looked up only where the member's time is over. */
async function judgeMember(
  installation: Installation,
  { memberId, rule, now }: { memberId: string; rule: RetentionTerms; now: Date },
): Promise<Verdict | undefined> {
  const opening = { memberId, actor: retentionActor }
  const alone = await inMember(installation, opening, (work) => verdictOf(work, rule))
  if (!alone || alone.pastAt > now) return alone
  const ties = await inMember(installation, opening, retentionOf(installation).ties)
  const known = await knownByCompanies(installation, ties)
  return known.length === 0 ? alone : inMember(installation, opening, (work) => verdictOf(work, rule, known))
}

type Piece = { installation: Installation; companyId: string; intent: Pick<Claimed, 'id' | 'attempts'> }

const inOperator = <T>({ installation, companyId }: Piece, act: (work: Work) => Promise<T>): Promise<T> =>
  inCompany(installation, { companyId, actor: retentionActor }, act)

/**
 * Does the next piece of a run about members, each of whom has a realm of their own: what is found there is kept in the
 * operator's realm afterwards, under ids that make a repetition change nothing. True while there is more.
 */
export async function doMembersPiece(piece: Piece): Promise<boolean> {
  const found = await inOperator(piece, async (work) => {
    const one = await store.lockTry(work, piece.intent)
    return one && { ...one, now: work.now }
  })
  if (!found) return false
  const left = await memberIdsAfter(piece.installation, { after: found.listedTo, limit: perPage + 1 })
  const page = left.slice(0, perPage)
  const isMore = left.length > page.length
  return found.phase === 'LISTING'
    ? listPage(piece, { found, page, isMore })
    : carryOutPage(piece, { found, page, isMore })
}

type Page = { found: store.Run & { now: Date }; page: readonly string[]; isMore: boolean }

async function listPage(piece: Piece, { found, page, isMore }: Page): Promise<boolean> {
  const { installation } = piece
  const rule = found.rules.MEMBER!
  const listed: listing.NewListed[] = []
  let [looked, notDue] = [0, found.notDue.MEMBER ?? 0]
  for (const memberId of page) {
    const verdict = await judgeMember(installation, { memberId, rule, now: found.now })
    if (!verdict) continue
    looked += 1
    if (verdict.pastAt > found.now) notDue += 1
    else listed.push({ personId: refOf(installation, found.id, memberId), ...verdict })
  }
  return inOperator(piece, async (work) => {
    const again = await store.lockTry(work, piece.intent)
    if (again?.phase !== 'LISTING' || again.listedTo !== found.listedTo) return false
    await listing.insertListed(work, found.id, listed)
    const last = page.at(-1)
    await store.changeRun(work, found.id, {
      people: found.people + looked,
      notDue: { MEMBER: notDue },
      ...(last && { listedTo: last }),
      ...(!isMore && { phase: 'LISTED', dueAt: null, at: 'listed_at' }),
    })
    if (!isMore && found.madeBy === retentionActor.id) await goOn(work, found)
    return isMore
  })
}

/**
 * What nobody has to look at: a list that made itself is carried out, after a wait in which it can be called off. One
 * made by a rule that was changed or switched off meanwhile ends here; the next week's is made by the rule in force.
 */
async function goOn(work: Work, found: store.Run): Promise<void> {
  const { id } = found
  if (!(await isInForce(work, found))) {
    await callOffRun(work, id)
    return
  }
  const counts = (await run(work, id)).classes.MEMBER ?? { asks: 0, deletes: 0 }
  if (counts.asks + counts.deletes > 0)
    await scheduleRun(work, { id, waitHours, asks: counts.asks, deletes: counts.deletes })
  else await store.changeRun(work, id, { phase: 'DONE', dueAt: null, at: 'ended_at' })
}

async function carryOutPage(piece: Piece, { found, page, isMore }: Page): Promise<boolean> {
  const { installation } = piece
  const members = new Map(page.map((memberId) => [refOf(installation, found.id, memberId), memberId]))
  const waiting = await inOperator(piece, (work) => listing.waitingAmong(work, found.id, [...members.keys()]))
  for (const [personId, step] of waiting) {
    const isStill = await inOperator(piece, async (work) => (await store.lockTry(work, piece.intent))?.phase)
    if (isStill !== 'SCHEDULED') return false
    const reasons = await carryOut(piece, { runId: found.id, memberId: members.get(personId)!, step })
    await inOperator(piece, (work) => listing.settlePerson(work, { runId: found.id, personId, reasons, step }))
  }
  return inOperator(piece, async (work) => {
    const again = await store.lockTry(work, piece.intent)
    if (again?.phase !== 'SCHEDULED') return false
    const last = page.at(-1)
    if (last) await store.changeRun(work, found.id, { listedTo: last })
    if (isMore) return true
    // Whoever is on the list and is no member any more, so many at a time.
    const gone = await listing.waitingPeople(work, found.id, perPage)
    for (const personId of gone) await listing.settlePerson(work, { runId: found.id, personId, reasons: ['GONE'] })
    if (gone.length === perPage) return true
    await store.changeRun(work, found.id, { phase: 'DONE', dueAt: null, at: 'ended_at' })
    await record(work, { action: 'consent.retention-done', subject: { kind: 'retention-run', id: found.id } })
    return false
  })
}

type CarryingOut = { runId: string; memberId: string; step: Verdict['step'] }

/**
 * Judges a member once more by the rule as it is at this moment, and asks or deletes them if nothing keeps them. Answers
 * what did. The member is held meanwhile; what companies know is read while they are, but the companies go on: a hold that
 * one of them places in the same moment comes too late. What was done before and not noted is not judged again.
 */
async function carryOut(piece: Piece, { runId, memberId, step }: CarryingOut): Promise<readonly KeptReason[]> {
  const { installation } = piece
  const retention = retentionOf(installation)
  const { MEMBER: rule } = await inOperator(piece, terms)
  const id = idFrom('consent.retention', runId, memberId)
  const reasons = await inMember(installation, { memberId, actor: retentionActor }, async (work) => {
    await retention.hold(work)
    const isDone =
      step === 'ASK' ? await retention.isAsked(work, id) : (await findMemberErasure(work, id)) !== undefined
    if (isDone) return []
    const verdict = await verdictOf(work, rule, await knownByCompanies(installation, await retention.ties(work)))
    const kept = keptBy(verdict, work.now)
    if (kept.length > 0) return kept
    if (verdict?.step !== step) return ['NOT_DUE'] as const
    await (step === 'ASK' ? retention.ask(work, id) : eraseMember(work, id))
    return []
  })
  // A run that was killed here comes by again, since nothing was noted yet.
  if (step === 'DELETE' && reasons.length === 0) await releaseAllOf(installation, memberId)
  return reasons
}

export type MemberTerm = { rule: RetentionTerms; verdict: Verdict; now: Date }

/** How long a member is kept at this moment, and what keeps them; nothing where nobody runs a relay. */
export async function memberTerm(installation: Installation, memberId: string): Promise<MemberTerm | undefined> {
  const companyId = await operatorId(installation)
  if (!companyId) return undefined
  const { rule, now } = await inCompany(installation, { companyId, actor: retentionActor }, async (work) => ({
    rule: (await terms(work)).MEMBER,
    now: work.now,
  }))
  const verdict = await judgeMember(installation, { memberId, rule, now })
  return verdict && { rule, verdict, now }
}
