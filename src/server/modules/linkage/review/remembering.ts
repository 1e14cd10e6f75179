import {
  barringReasons,
  linkReasons,
  type CandidateState,
  type LinkReason,
} from '../../../../contract/linkage/linkage-terms.ts'
import type { Work } from '../../../kernel/work.ts'
import { recordsOf } from '../../people/index.ts'
import { knownAmong } from '../store-pairs.ts'
import { insertRefusals } from '../store-refusals.ts'
import * as store from '../store.ts'

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
  // Whoever put the pair back into the queue wants to decide it again, or has done so since.
  if (!decided && (await isDecidedAgain(work, { survivorId, sourceRecordIds }))) return
  await rememberParts(work, { survivorId, sourceRecordIds })
  if (decided) await store.changeCandidate(work, decided, { state: 'NOT_SAME' })
}

export type Separated = { sourceRecordId: string; fromPersonId: string }

/** Remembers that a record which somebody took out of a person is not theirs; pairs still to be decided are decided by it. */
export async function rememberSeparated(work: Work, { sourceRecordId, fromPersonId }: Separated): Promise<void> {
  await rememberParts(work, { survivorId: fromPersonId, sourceRecordIds: [sourceRecordId] })
  const { candidates } = await knownAmong(work, [sourceRecordId, ...(await recordIds(work, fromPersonId))])
  for (const pair of candidates)
    if (store.isWaiting(pair) && pair.records.includes(sourceRecordId))
      await store.changeCandidate(work, pair.id, { state: 'NOT_SAME' })
}

type Parts = Pick<Unmerged, 'survivorId' | 'sourceRecordIds'>

const openOrOne: readonly CandidateState[] = [...store.waiting, 'SAME']

async function isDecidedAgain(work: Work, { survivorId, sourceRecordIds }: Parts): Promise<boolean> {
  const moved = new Set(sourceRecordIds)
  const { candidates } = await knownAmong(work, [...moved, ...(await recordIds(work, survivorId))])
  return candidates.some(
    ({ state, records: [one, other] }) => openOrOne.includes(state) && moved.has(one) !== moved.has(other),
  )
}

/** Remembers that the records which were moved are not of the person they were taken from. */
export async function rememberParts(work: Work, { survivorId, sourceRecordIds }: Parts): Promise<void> {
  const moved = new Set(sourceRecordIds)
  const stayed = (await recordIds(work, survivorId)).filter((id) => !moved.has(id))
  await insertRefusals(work, { ones: [...moved], others: stayed, evidence: everyReason })
}

/** The records of a person as they stand today. */
export const recordIds = async (work: Work, personId: string): Promise<string[]> =>
  (await recordsOf(work, personId)).map(({ id }) => id)
