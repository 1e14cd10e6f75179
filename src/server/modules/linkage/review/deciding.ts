import { notFound, refusal } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { holdPerson, merge, unmerge } from '../../people/index.ts'
import { dropRefusals, insertRefusals } from '../store-refusals.ts'
import * as store from '../store.ts'
import type { Candidate } from '../store.ts'
import { mostRanked } from './duplicates.ts'
import { groupsOf } from './groups.ts'
import { areRefused } from './opposed.ts'
import { recordIds, rememberParts } from './remembering.ts'

const decidedAlready = refusal<{ candidateId: string; state: string }>('linkage.decided-already', 409)
const groupRefused = refusal('linkage.group-refused', 409)
const candidateNotFound = () => notFound({ what: 'duplicate' })

export type Decision = {
  candidateId: string
  decision: 'SAME' | 'NOT_SAME' | 'LATER'
  /** The id the merge is made under. */
  id?: string
  /** The run that decides it, which is undone as one. */
  runId?: string
}

/**
 * Decides one pair: the same (a merge that can be undone), not the same (remembered), or later. A pair already decided
 * otherwise is refused (`linkage.decided-already`); the same decision again changes nothing.
 */
export async function decide(work: Work, { candidateId, decision, id = newId(), runId }: Decision): Promise<Candidate> {
  const found = await heldCandidate(work, candidateId)
  if (found.state === decision && decision !== 'LATER') return found
  if (!store.isWaiting(found)) throw decidedAlready({ candidateId, state: found.state })
  // Another pair of theirs was decided meanwhile.
  if (found.onePersonId === found.otherPersonId) throw decidedAlready({ candidateId, state: 'SAME' })
  if (decision === 'SAME') await join(work, found, { mergeId: id, runId })
  if (decision === 'NOT_SAME')
    await insertRefusals(work, { ...(await recordsOfBoth(work, found)), evidence: found.reasons })
  if (decision !== 'SAME')
    for (const id of await store.openBetween(work, found.onePersonId, found.otherPersonId))
      await store.changeCandidate(work, id, { state: decision })
  return candidate(work, candidateId)
}

async function join(
  work: Work,
  { id: candidateId, onePersonId, otherPersonId }: Candidate,
  { mergeId, runId }: { mergeId: string; runId: string | undefined },
) {
  const sides = await recordsOfBoth(work, { onePersonId, otherPersonId })
  // First what may be refused: a bulk run leaves such a pair as it stood, and goes on in the same Work.
  await merge(work, { id: mergeId, survivor: onePersonId, dissolved: otherPersonId, reason: 'REVIEWED' })
  await dropRefusals(work, sides)
  await store.changeCandidate(work, candidateId, { state: 'SAME', mergeId, runId })
}

/**
 * Decides that everybody whom open pairs connect with this one is the same, pair by pair; each pair can be undone by
 * itself. Answers the pairs that were decided by it. Refuses a group of which two were said not to be the same
 * (`linkage.group-refused`): what a human said of them is only changed by deciding on them.
 */
export async function decideGroup(work: Work, candidateId: string): Promise<Candidate[]> {
  const found = await candidate(work, candidateId)
  if (!store.isWaiting(found)) throw decidedAlready({ candidateId, state: found.state })
  const open = await store.queue(work, { limit: mostRanked })
  const group = groupsOf(open).get(found.onePersonId) ?? []
  if (await areRefused(work, group)) throw groupRefused({})
  const decided: Candidate[] = []
  for (const { id } of open.filter(({ onePersonId }) => group.includes(onePersonId))) {
    const now = await candidate(work, id)
    // Another pair of the group has made them one already.
    if (now.onePersonId === now.otherPersonId) continue
    decided.push(await decide(work, { candidateId: id, decision: 'SAME' }))
  }
  return decided
}

/**
 * Takes a decision back: the pair stands in the queue again, as before it was decided. A pair that was linked by itself
 * is taken apart and remembered as not the same: nobody had asked whether it is.
 */
export async function undoDecision(work: Work, candidateId: string): Promise<Candidate> {
  const found = await heldCandidate(work, candidateId)
  if (found.state === 'OPEN') return found
  if (found.state === 'NOT_SAME') await dropRefusals(work, await recordsOfBoth(work, found))
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

/** The pair as it stands once both persons are held until the Work ends: who decides on them at the same moment waits. */
async function heldCandidate(work: Work, id: string): Promise<Candidate> {
  const persons = ({ onePersonId, otherPersonId }: Candidate) => [...new Set([onePersonId, otherPersonId])].toSorted()
  let found = await candidate(work, id)
  for (let held: string[] = []; persons(found).some((personId) => !held.includes(personId));) {
    held = [...held, ...persons(found)]
    // In the order of their ids, as merging holds them.
    for (const personId of persons(found)) await holdPerson(work, personId)
    found = await candidate(work, id)
  }
  return found
}

const recordsOfBoth = async (
  work: Work,
  { onePersonId, otherPersonId }: Pick<Candidate, 'onePersonId' | 'otherPersonId'>,
) => ({
  ones: await recordIds(work, onePersonId),
  others: await recordIds(work, otherPersonId),
})
