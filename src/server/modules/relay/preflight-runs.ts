import type { NoLetterReason } from '../../../contract/relay-terms.ts'
import { sha256 } from '../../kernel/crypto.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Installation } from '../../kernel/installation.ts'
import { keepLease, type Claimed, type IntentTable } from '../../kernel/intents.ts'
import { inCompany, systemActor, type Work } from '../../kernel/work.ts'
import { whyNoLetter, type Facts } from './eligibility.ts'
import { caseOf, type Case } from './facts.ts'
import { afterUndoWindow, schedule } from './letters.ts'
import { hasOpenLetter } from './store-letters.ts'
import * as rows from './store-preflight-rows.ts'
import * as store from './store-preflights.ts'

/** So many people are judged, or scheduled, in one transaction; what is committed is never done again. */
export const perBatch = 50
/** How long one pre-flight keeps the worker from everything else that is due. */
const sliceMs = 3_000

type Judged = Pick<store.Preflight, 'id' | 'kind'>

/** Judges the next people of a pre-flight; true when everybody has been judged, and the pre-flight can be looked through. */
export async function judgeBatch(work: Work, { id, kind }: Judged): Promise<boolean> {
  const waiting = await rows.waitingRows(work, id, perBatch)
  const verdicts: rows.Verdict[] = []
  for (const { applicationId } of waiting)
    verdicts.push({ applicationId, reason: await judge(work, applicationId, kind) })
  await rows.putVerdicts(work, id, verdicts)
  if (waiting.length === perBatch) return false
  await store.finishPreflight(work, { id, fingerprint: fingerprintOf(await rows.allVerdicts(work, id)) })
  return true
}

/** Stands for every person on a pre-flight and what was said of each. */
const fingerprintOf = (verdicts: readonly rows.Verdict[]): string =>
  sha256(verdicts.map(({ applicationId, reason }) => `${applicationId} ${reason ?? ''}`).join('\n'))

async function judge(work: Work, applicationId: string, kind: store.Preflight['kind']): Promise<NoLetterReason | null> {
  const found = await readableCase(work, applicationId, kind === 'SWITCH_ON' ? 'AUTO' : 'CAMPAIGN')
  if (!found) return 'NOT_JUDGED'
  const { facts } = found
  const asIfOn: Facts = kind === 'SWITCH_ON' ? { ...facts, lettersOnSince: facts.endedAt } : facts
  const reason = whyNoLetter(asIfOn, work.now)
  if (reason !== null || kind === 'SWITCH_ON') return reason
  return (await hasOpenLetter(work, applicationId)) ? 'ALREADY_SCHEDULED' : null
}

/** One application that can no longer be read must not keep everybody else from being judged. */
async function readableCase(work: Work, applicationId: string, kind: Facts['kind']): Promise<Case | undefined> {
  try {
    return await caseOf(work, applicationId, kind)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/**
 * Schedules the letters of the next people of an approved campaign, each judged once more as of this moment; true when
 * nobody is left. Who fails the second judgement keeps the reason as the outcome.
 */
export async function scheduleBatch(work: Work, preflightId: string): Promise<boolean> {
  const unsettled = await rows.unsettledRows(work, preflightId, perBatch)
  const dueAt = await afterUndoWindow(work)
  for (const { applicationId } of unsettled) {
    const outcome = await scheduleOne(work, { applicationId, preflightId, dueAt })
    await rows.putOutcome(work, { preflightId, applicationId, outcome })
  }
  return unsettled.length < perBatch
}

type ToSchedule = { applicationId: string; preflightId: string; dueAt: Date }

async function scheduleOne(work: Work, { applicationId, ...letter }: ToSchedule): Promise<string> {
  const found = await readableCase(work, applicationId, 'CAMPAIGN')
  if (!found) return 'NOT_JUDGED'
  const { sourceRecordId, endedAt } = found.application
  const reason = whyNoLetter(found.facts, work.now)
  if (reason !== null || endedAt === null) return reason ?? 'NOT_ENDED'
  const made = { ...letter, applicationId, sourceRecordId, endedAt, kind: 'CAMPAIGN' as const }
  return (await schedule(work, made)) ? 'SCHEDULED' : 'ALREADY_SCHEDULED'
}

/** Does the next batch of a run, unless another worker has taken it over; true while there is more. */
export async function doBatch(work: Work, { id, attempts }: Pick<Claimed, 'id' | 'attempts'>): Promise<boolean> {
  const run = await store.lockRun(work, { id, attempts })
  if (!run) return false
  const preflight = await store.findPreflight(work, run.preflightId)
  const isDone =
    run.kind === 'JUDGING'
      ? // Put aside meanwhile: nobody will look at the rest.
        preflight?.state !== 'JUDGING' || (await judgeBatch(work, preflight))
      : // Stopped meanwhile: what is scheduled was taken back, the rest is not begun.
        preflight?.state !== 'APPROVED' || (await scheduleBatch(work, run.preflightId))
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
