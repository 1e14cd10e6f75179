import { barringReasons, type LinkReason } from '../../../../contract/linkage/linkage-terms.ts'
import { notFound, refusal, Refusal } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { keepLease, type Claimed, type IntentTable } from '../../../kernel/intents.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { decide, undoDecision } from './deciding.ts'
import { eachOnce } from './groups.ts'
import { areOpposed } from './opposed.ts'
import * as runs from './store-runs.ts'
import type { Run } from './store-runs.ts'
import * as store from '../store.ts'
import type { Candidate } from '../store.ts'

export const nothingToAccept = refusal('linkage.nothing-to-accept', 409)
export const runStillGoing = refusal('linkage.run-still-going', 409)
export const runMismatch = refusal('linkage.run-mismatch', 409)

/** As many pairs as one run takes. */
const mostPairs = 10_000
/** So many are decided in one transaction; what is committed is never done again. */
const perBatch = 25
const sliceMs = 3_000

/** Reasons a human has to look at whatever the probability; that nothing of their own agrees is in the probability. */
const needsHuman: readonly LinkReason[] = barringReasons.filter((reason) => reason !== 'NO_IDENTIFIER')

export type Acceptable = { chosen: Candidate[]; leftOut: number; expectedWrong: number }

/**
 * The open pairs whose probabilities, surest first, average at least `precision`: as many of them as may be accepted
 * while that share is one person each. What something speaks against is left to a human.
 */
export async function acceptable(work: Work, precision: number): Promise<Acceptable> {
  const byProbability = eachOnce(
    (await store.queue(work, { limit: mostPairs })).toSorted(
      (one, other) => other.score - one.score || (one.id < other.id ? -1 : 1),
    ),
  )
  const isClear = ({ reasons }: Candidate) => !reasons.some((reason) => needsHuman.includes(reason))
  const clear = byProbability.filter(isClear)
  let [wrong, count] = [0, 0]
  for (const [at, { score }] of clear.entries()) {
    if (wrong + 1 - score > (1 - precision) * (at + 1)) break
    wrong += 1 - score
    count = at + 1
  }
  const chosen = clear.slice(0, count)
  const lowest = chosen.at(-1)?.score ?? 1
  return {
    chosen,
    expectedWrong: wrong,
    leftOut: byProbability.filter((one) => one.score >= lowest && !isClear(one)).length,
  }
}

/**
 * Begins to merge them; asked for again under the same id it changes nothing. Refuses where there is nothing to merge, and
 * an id that another run has (`linkage.run-mismatch`).
 */
export async function startAccept(work: Work, { id, precision }: { id: string; precision: number }): Promise<Run> {
  const known = await runs.findRun(work, id)
  if (known) return repeated(known, precision)
  const { chosen } = await acceptable(work, precision)
  if (chosen.length === 0) throw nothingToAccept({})
  const run = { id, kind: 'ACCEPT', undoes: null, wanted: precision, total: 0 } as const
  // Somebody may have asked for the same at the same moment.
  if (!(await runs.insertRun(work, run))) return repeated((await runs.findRun(work, id))!, precision)
  const taken = await runs.assign(
    work,
    id,
    chosen.map((one) => one.id),
  )
  // Others decided them all at the same moment.
  if (taken === 0) throw nothingToAccept({})
  return started(work, id)
}

/** The database keeps a precision as a number of 32 bits. */
function repeated(known: Run, precision: number): Run {
  if (known.kind !== 'ACCEPT' || Math.fround(known.wanted!) !== Math.fround(precision)) throw runMismatch({})
  return known
}

/** Begins to take a run back; asked for again it answers the same. One that still goes on is refused. */
export async function startUndo(work: Work, runId: string): Promise<Run> {
  const run = await runs.findRun(work, runId)
  if (!run || run.kind !== 'ACCEPT') throw notFound({ what: 'run' })
  const known = await runs.findUndo(work, runId)
  if (known) return known
  if (run.state === 'READY') throw runStillGoing({})
  const id = newId()
  const isNew = await runs.insertRun(work, { id, kind: 'UNDO', undoes: runId, wanted: null, total: run.changed })
  return isNew ? started(work, id) : (await runs.findUndo(work, runId))!
}

async function started(work: Work, id: string): Promise<Run> {
  work.installation.wake()
  return (await runs.findRun(work, id))!
}

/** Does the next batch of a run, unless another worker has taken it over; true while there is more. */
export async function doBatch(work: Work, { id, attempts }: Pick<Claimed, 'id' | 'attempts'>): Promise<boolean> {
  const run = await runs.lockRun(work, { id, attempts })
  if (!run) return false
  const isAccepting = run.kind === 'ACCEPT'
  const next = await runs.assigned(work, run.undoes ?? id, {
    states: isAccepting ? store.waiting : ['SAME'],
    limit: perBatch,
  })
  let changed = 0
  for (const candidateId of next) changed += Number(await settle(work, run, candidateId))
  const isDone = next.length < perBatch
  await runs.advanceRun(work, id, { done: next.length, changed, isDone })
  return !isDone
}

/** Merges one pair or takes it apart; a pair that cannot be, or has been meanwhile, leaves the run. */
async function settle(work: Work, { id, kind }: Run, candidateId: string): Promise<boolean> {
  try {
    if (kind === 'UNDO') await undoDecision(work, candidateId)
    else if (await mayJoin(work, candidateId)) await decide(work, { candidateId, decision: 'SAME', runId: id })
    else return await leaves(work, candidateId)
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return leaves(work, candidateId)
  }
}

/** Merges made since, by this run too, may have made them one, or brought what speaks against it. */
async function mayJoin(work: Work, candidateId: string): Promise<boolean> {
  const found = await store.findCandidate(work, candidateId)
  if (!found || found.onePersonId === found.otherPersonId) return false
  return !(await areOpposed(work, found.onePersonId, found.otherPersonId))
}

async function leaves(work: Work, candidateId: string): Promise<false> {
  await runs.release(work, candidateId)
  return false
}

async function run(installation: Installation, intent: Claimed): Promise<void> {
  const opening = { companyId: intent.realmId, actor: systemActor('linkage.bulk') }
  const until = performance.now() + sliceMs
  while (await inCompany(installation, opening, (work) => doBatch(work, intent))) {
    await keepLease(installation, linkageRuns, intent)
    if (performance.now() < until) continue
    await inCompany(installation, opening, async (work) => {
      if (await runs.lockRun(work, intent)) await runs.releaseRun(work, intent.id)
    })
    return
  }
}

export const linkageRuns: IntentTable = { table: 'linkage_run', realm: 'company', attempts: 12, run }
