import { sha256 } from '../../../kernel/crypto.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { keepLease, type Claimed, type IntentTable } from '../../../kernel/intents.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { whyNoLetter } from '../letters/eligibility.ts'
import { casesOf } from '../letters/facts.ts'
import { afterUndoWindow, schedule } from '../letters/letters.ts'
import { onTheirWay } from '../letters/store-letters.ts'
import * as rows from './store-preflight-rows.ts'
import * as store from './store-preflights.ts'

/** So many people are judged, or scheduled, while a human waits for the answer. */
export const atOnce = 50
/** So many in one transaction of the background; what is committed is never done again. */
const perBatch = 500
/** How long one pre-flight keeps the worker from everything else that is due. */
const sliceMs = 3_000

type Judged = Pick<store.Preflight, 'id' | 'kind'>

/** Judges the next people of a pre-flight; true when everybody has been judged, and the pre-flight can be looked through. */
export async function judgeBatch(work: Work, { id, kind }: Judged, limit: number): Promise<boolean> {
  const waiting = await rows.waitingRows(work, id, limit)
  await rows.putVerdicts(work, id, await judge(work, idsOf(waiting), kind))
  if (waiting.length === limit) return false
  await store.finishPreflight(work, { id, fingerprint: fingerprintOf(await rows.allVerdicts(work, id)) })
  return true
}

const idsOf = (found: readonly rows.PreflightRow[]) => found.map(({ applicationId }) => applicationId)

/** Stands for every person on a pre-flight and what was said of each. */
const fingerprintOf = (verdicts: readonly rows.Verdict[]): string =>
  sha256(verdicts.map(({ applicationId, reason }) => `${applicationId} ${reason ?? ''}`).join('\n'))

/** What a pre-flight says of each of these; to switch letters on, as if they had been on when the application ended. */
export async function judge(
  work: Work,
  applicationIds: readonly string[],
  kind: store.Preflight['kind'],
): Promise<rows.Verdict[]> {
  const isAuto = kind === 'SWITCH_ON'
  const cases = await casesOf(work, applicationIds, isAuto ? 'AUTO' : 'CAMPAIGN')
  const waiting = isAuto ? new Set<string>() : await onTheirWay(work, applicationIds)
  return applicationIds.map((applicationId) => {
    const facts = cases.get(applicationId)?.facts
    // One application that can no longer be read must not keep everybody else from being judged.
    if (!facts) return { applicationId, reason: 'NOT_JUDGED' }
    const reason = whyNoLetter(isAuto ? { ...facts, lettersOnSince: facts.endedAt } : facts, work.now)
    return { applicationId, reason: reason ?? (waiting.has(applicationId) ? 'ALREADY_SCHEDULED' : null) }
  })
}

/**
 * Schedules the letters of the next people of an approved campaign, each judged once more as of this moment; true when
 * nobody is left. Who fails the second judgement keeps the reason as the outcome.
 */
export async function scheduleBatch(work: Work, preflightId: string, limit: number): Promise<boolean> {
  const unsettled = idsOf(await rows.unsettledRows(work, preflightId, limit))
  const dueAt = await afterUndoWindow(work)
  const cases = await casesOf(work, unsettled, 'CAMPAIGN')
  const outcomes = new Map<string, string>()
  const going = []
  for (const applicationId of unsettled) {
    const found = cases.get(applicationId)
    const endedAt = found?.application.endedAt ?? null
    const reason = found ? whyNoLetter(found.facts, work.now) : 'NOT_JUDGED'
    if (!found || reason !== null || endedAt === null) outcomes.set(applicationId, reason ?? 'NOT_ENDED')
    else {
      const { sourceRecordId } = found.application
      going.push({ applicationId, sourceRecordId, endedAt, dueAt, kind: 'CAMPAIGN' as const, preflightId })
    }
  }
  const scheduled = await schedule(work, going)
  for (const { applicationId } of going)
    outcomes.set(applicationId, scheduled.has(applicationId) ? 'SCHEDULED' : 'ALREADY_SCHEDULED')
  await rows.putOutcomes(work, preflightId, outcomes)
  return unsettled.length < limit
}

/** Does the next batch of a run, unless another worker has taken it over; true while there is more. */
export async function doBatch(
  work: Work,
  { id, attempts }: Pick<Claimed, 'id' | 'attempts'>,
  limit: number = perBatch,
): Promise<boolean> {
  const run = await store.lockRun(work, { id, attempts })
  if (!run) return false
  const preflight = await store.findPreflight(work, run.preflightId)
  const isDone =
    run.kind === 'JUDGING'
      ? // Put aside meanwhile: nobody will look at the rest.
        preflight?.state !== 'JUDGING' || (await judgeBatch(work, preflight, limit))
      : // Stopped meanwhile: what is scheduled was taken back, the rest is not begun.
        preflight?.state !== 'APPROVED' || (await scheduleBatch(work, run.preflightId, limit))
  if (isDone) await store.settleRun(work, { id, state: 'DONE' })
  return !isDone
}

async function run(installation: Installation, intent: Claimed): Promise<void> {
  const opening = { companyId: intent.realmId, actor: systemActor('relay.preflight') }
  const until = performance.now() + sliceMs
  while (await inCompany(installation, opening, (work) => doBatch(work, intent))) {
    await keepLease(installation, preflightRuns, intent)
    if (performance.now() < until) continue
    await inCompany(installation, opening, async (work) => {
      if (await store.lockRun(work, intent)) await store.settleRun(work, { id: intent.id, state: 'READY' })
    })
    return
  }
}

export const preflightRuns: IntentTable = { table: 'relay_preflight_run', realm: 'company', attempts: 12, run }
