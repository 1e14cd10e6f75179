import { barringReasons, linkReasons, type LinkReason } from '../../../contract/linkage-terms.ts'
import { notFound, refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { merge, recordsOf, unmerge } from '../people/index.ts'
import { recordIds } from './link-record.ts'
import { candidatesAmong } from './store-pairs.ts'
import * as store from './store.ts'
import type { Candidate } from './store.ts'

export const decidedAlready = refusal<{ candidateId: string; state: string }>('linkage.decided-already', 409)
const candidateNotFound = () => notFound({ what: 'duplicate' })

export type Duplicates = { candidates: Candidate[]; open: number }

/** Pairs of persons that may be one, likeliest first, and how many there are. */
export async function duplicates(
  work: Work,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Duplicates> {
  return { candidates: await store.queue(work, { limit, offset }), open: await store.countOpen(work) }
}

/** What humans decided last. */
export const decidedPairs = (work: Work, limit = 50): Promise<Candidate[]> =>
  store.settled(work, ['SAME', 'NOT_SAME'], limit)

/** What was linked by itself last. */
export const joinedPairs = (work: Work, limit = 50): Promise<Candidate[]> => store.settled(work, ['JOINED'], limit)

export type Decision = {
  candidateId: string
  decision: 'SAME' | 'NOT_SAME' | 'LATER'
  /** The id the merge is made under. */
  id?: string
}

/**
 * Decides one pair: the same (a merge that can be undone), not the same (remembered), or later. A pair already decided
 * otherwise is refused (`linkage.decided-already`); the same decision again changes nothing.
 */
export async function decide(work: Work, { candidateId, decision, id = newId() }: Decision): Promise<Candidate> {
  const found = await candidate(work, candidateId)
  if (found.state === decision && decision !== 'LATER') return found
  if (found.state !== 'OPEN' && found.state !== 'LATER') throw decidedAlready({ candidateId, state: found.state })
  if (decision === 'SAME') await join(work, found, id)
  if (decision === 'NOT_SAME') await remember(work, found.onePersonId, found.otherPersonId, found.reasons)
  if (decision !== 'SAME') await store.changeCandidate(work, candidateId, { state: decision })
  return candidate(work, candidateId)
}

async function join(work: Work, { id: candidateId, onePersonId, otherPersonId }: Candidate, mergeId: string) {
  await store.dropRefusals(work, await recordIds(work, onePersonId), await recordIds(work, otherPersonId))
  await merge(work, { id: mergeId, survivor: onePersonId, dissolved: otherPersonId, reason: 'REVIEWED' })
  await store.changeCandidate(work, candidateId, { state: 'SAME', mergeId })
}

/** Keeps that no record of one is of the other, with what was known when it was said. */
async function remember(work: Work, one: string, other: string, evidence: readonly LinkReason[]): Promise<void> {
  const [ofOne, ofOther] = [await recordIds(work, one), await recordIds(work, other)]
  for (const left of ofOne)
    for (const right of ofOther) await store.insertRefusal(work, { records: [left, right], evidence })
}

/**
 * Takes a decision back: the pair stands in the queue again, as before it was decided. A pair that was linked by itself
 * is taken apart and remembered as not the same: nobody had asked whether it is.
 */
export async function undoDecision(work: Work, candidateId: string): Promise<Candidate> {
  const found = await candidate(work, candidateId)
  if (found.state === 'OPEN') return found
  if (found.state === 'NOT_SAME')
    await store.dropRefusals(work, await recordIds(work, found.onePersonId), await recordIds(work, found.otherPersonId))
  const state = found.state === 'JOINED' ? 'NOT_SAME' : 'OPEN'
  if (found.mergeId) {
    const { sourceRecordIds, survivorId } = await unmerge(work, { mergeId: found.mergeId })
    if (state === 'NOT_SAME') await rememberParts(work, { survivorId, sourceRecordIds })
  }
  await store.changeCandidate(work, candidateId, { state })
  return candidate(work, candidateId)
}

async function candidate(work: Work, id: string): Promise<Candidate> {
  const found = await store.findCandidate(work, id)
  if (!found) throw candidateNotFound()
  return found
}

/** Everything two records can have in common; what someone undid by hand is not joined again by the same evidence. */
const everyReason: readonly LinkReason[] = linkReasons.filter((reason) => !barringReasons.includes(reason))

export type Unmerged = { mergeId: string; survivorId: string; sourceRecordIds: readonly string[]; undone: boolean }

/** Remembers a merge undone outside the queue as "not the same person". */
export async function rememberUnmerge(
  work: Work,
  { mergeId, survivorId, sourceRecordIds, undone }: Unmerged,
): Promise<void> {
  if (!undone) return
  const decided = await store.findCandidateByMerge(work, mergeId)
  // Whoever put the pair back into the queue wants to decide it again.
  if (!decided && (await isOpen(work, { survivorId, sourceRecordIds }))) return
  await rememberParts(work, { survivorId, sourceRecordIds })
  if (decided) await store.changeCandidate(work, decided, { state: 'NOT_SAME' })
}

type Parts = Pick<Unmerged, 'survivorId' | 'sourceRecordIds'>

async function isOpen(work: Work, { survivorId, sourceRecordIds }: Parts): Promise<boolean> {
  const moved = new Set(sourceRecordIds)
  const pairs = await candidatesAmong(work, [...moved, ...(await recordIds(work, survivorId))])
  return pairs.some(({ state, records: [one, other] }) => state === 'OPEN' && moved.has(one) !== moved.has(other))
}

async function rememberParts(work: Work, { survivorId, sourceRecordIds }: Parts): Promise<void> {
  const moved = new Set(sourceRecordIds)
  const stayed = (await recordsOf(work, survivorId)).filter(({ id }) => !moved.has(id))
  for (const left of moved)
    for (const { id: right } of stayed)
      await store.insertRefusal(work, { records: [left, right], evidence: everyReason })
}
