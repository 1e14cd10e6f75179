import { setTimeout as wait } from 'node:timers/promises'
import type { KeptReason } from '../../../../contract/retention/retention.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { keepLease, runDue, type Claimed, type IntentTable } from '../../../kernel/intents.ts'
import type { RetentionFact, Subject } from '../../../kernel/module.ts'
import { inCompany, type Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { disposeOfSubject, holdSubject, subjectOf } from '../erasures/erasure.ts'
import { doMembersPiece, retentionActor } from './retention-members.ts'
import { judge, keptBy, type Measure, type Terms } from './retention-rule.ts'
import { terms } from './retention-rules.ts'
import * as store from './store-retention.ts'
import * as listing from './store-retention-people.ts'

/** So many people are looked at in one transaction. */
const perList = 500
/** How long one run keeps the worker from everything else that is due. */
const sliceMs = 3_000

/** What every module knows of these people, by person. */
async function factsOf(work: Work, subjects: readonly Subject[]): Promise<Map<string, RetentionFact[]>> {
  const facts: RetentionFact[] = []
  for (const { contributions } of work.installation.modules)
    facts.push(...((await contributions.retentionFacts?.(work, subjects)) ?? []))
  return Map.groupBy(facts, ({ personId }) => personId)
}

/** The next people in the order of their ids. */
async function nextPeople(work: Work, after: string | null): Promise<Subject[]> {
  for (const { contributions } of work.installation.modules) {
    const found = await contributions.roster?.(work, { after: after ?? undefined, limit: perList })
    if (found) return found
  }
  return []
}

const measureOf = ({ kind, graceDays }: store.Run, ruled: Terms): Measure =>
  kind === 'UNKNOWN_BASIS' ? { kind, graceDays: graceDays ?? 0 } : { kind: 'RULES', terms: ruled }

/** Looks at the next people; true while there are more. */
async function listBatch(work: Work, found: store.Run): Promise<boolean> {
  const subjects = await nextPeople(work, found.listedTo)
  const facts = await factsOf(work, subjects)
  const listed: listing.NewListed[] = []
  const notDue = { ...found.notDue }
  for (const { personId } of subjects) {
    const verdict = judge(facts.get(personId) ?? [], measureOf(found, found.rules as Terms))
    if (!verdict) continue
    if (verdict.pastAt <= work.now) listed.push({ personId, ...verdict })
    else notDue[verdict.class] = (notDue[verdict.class] ?? 0) + 1
  }
  await listing.insertListed(work, found.id, listed)
  const last = subjects.at(-1)
  const isMore = subjects.length === perList
  await store.changeRun(work, found.id, {
    people: found.people + subjects.length,
    notDue,
    ...(last && { listedTo: last.personId }),
    ...(!isMore && { phase: 'LISTED', dueAt: null, at: 'listed_at' }),
  })
  return isMore
}

/** Deletes the next person of a list, or keeps them for what is known at this moment; true while there are more. */
async function deleteNext(work: Work, found: store.Run): Promise<boolean> {
  const [personId] = await listing.waitingPeople(work, found.id, 1)
  if (personId === undefined) {
    await store.changeRun(work, found.id, { phase: 'DONE', dueAt: null, at: 'ended_at' })
    await record(work, { action: 'consent.retention-done', subject: { kind: 'retention-run', id: found.id } })
    return false
  }
  const reasons = await deleteOne(work, personId, found)
  await listing.settlePerson(work, { runId: found.id, personId, reasons })
  return true
}

/**
 * Judges a person once more by the rules as they are now, with nothing about the person changing meanwhile, and deletes
 * them if nothing keeps them. Answers what did.
 */
async function deleteOne(work: Work, personId: string, found: store.Run): Promise<readonly KeptReason[]> {
  await holdSubject(work, personId)
  const subject = await subjectOf(work, personId)
  if (!subject || subject.personId !== personId) return ['GONE']
  const facts = (await factsOf(work, [subject])).get(personId) ?? []
  const reasons = keptBy(judge(facts, measureOf(found, await terms(work))), work.now)
  if (reasons.length === 0)
    await disposeOfSubject(work, { ...subject, id: idFrom('consent.retention', work.companyId, found.id, personId) })
  return reasons
}

/** Does the next piece of a run, unless another worker has taken it over; true while there is more. */
async function doPiece(work: Work, intent: Pick<Claimed, 'id' | 'attempts'>): Promise<boolean> {
  const found = await store.lockTry(work, intent)
  if (!found) return false
  if (found.phase === 'LISTING') return listBatch(work, found)
  if (found.phase === 'SCHEDULED') return deleteNext(work, found)
  await store.changeRun(work, found.id, { dueAt: null })
  return false
}

/** How a run goes on by one piece, as its kind asks for; true while there is more. */
async function pieces(installation: Installation, intent: Claimed): Promise<() => Promise<boolean>> {
  const opening = { companyId: intent.realmId, actor: retentionActor }
  const found = await inCompany(installation, opening, (opened) => store.findRun(opened, intent.id))
  if (found?.kind !== 'MEMBERS') return () => inCompany(installation, opening, (opened) => doPiece(opened, intent))
  return () => doMembersPiece({ installation, companyId: intent.realmId, intent })
}

async function work(installation: Installation, intent: Claimed): Promise<void> {
  const opening = { companyId: intent.realmId, actor: retentionActor }
  const until = performance.now() + sliceMs
  const goOn = await pieces(installation, intent)
  while (await goOn()) {
    if (performance.now() < until) continue
    await keepLease(installation, retentionRuns, intent)
    await inCompany(installation, opening, async (opened) => {
      if (await store.lockTry(opened, intent)) await store.changeRun(opened, intent.id, { dueAt: opened.now })
    })
    return
  }
}

export const retentionRuns: IntentTable = {
  table: 'consent_retention_run',
  realm: 'company',
  attempts: 12,
  run: work,
}

/** Makes the list of a run in this process, or waits for the worker that has begun it; tells how many were looked at. */
export async function finishListing(
  installation: Installation,
  { companyId, id, onProgress }: { companyId: string; id: string; onProgress: (people: number) => void },
): Promise<void> {
  const opening = { companyId, actor: retentionActor }
  for (;;) {
    await runDue(installation, { realmIds: [companyId], table: retentionRuns.table })
    const found = await inCompany(installation, opening, (opened) => store.findRun(opened, id))
    onProgress(found?.people ?? 0)
    if (found?.phase !== 'LISTING') return
    if (found.isStuck) throw new Error('the list could not be made')
    await wait(200)
  }
}
