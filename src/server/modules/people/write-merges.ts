import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { personChanged, personsMerged } from './announcements.ts'
import { postingsOf } from './fields.ts'
import { heldAs, type Gathered, type Held } from './gather.ts'
import { changedFields, values } from './profile.ts'
import { putPostings, putProfiles } from './store-bulk.ts'
import * as store from './store-gather.ts'

/**
 * Writes every merge decided by `joinHeld` since the persons were gathered, in about a dozen statements whatever their
 * number. What stands afterwards is what `merge` one after the other leaves; each person is announced once.
 */
export async function writeMerges(work: Work, gathered: Gathered): Promise<void> {
  const { made, dissolved } = gathered
  if (made.length === 0) return
  await store.insertMerges(work, made)
  await store.insertMoves(
    work,
    made.flatMap(({ mergeId, survivorId, dissolvedId, sourceRecordIds, reason }) =>
      sourceRecordIds.map((sourceRecordId) => ({
        id: newId(),
        sourceRecordId,
        fromPersonId: dissolvedId,
        toPersonId: survivorId,
        mergeId,
        reason,
      })),
    ),
  )
  const standing = new Map(dissolved.map(({ id }) => [id, heldAs(gathered, id)!]))
  await store.forward(
    work,
    [...standing].map(([from, { id }]) => ({ from, to: id })),
  )
  const survivors = [...new Set(standing.values())]
  await store.dropProfiles(work, [...standing.keys()])
  await showAgain(work, survivors)
  await tell(work, gathered, survivors)
  gathered.made = []
  gathered.dissolved = []
}

async function showAgain(work: Work, survivors: readonly Held[]): Promise<void> {
  await putProfiles(
    work,
    survivors.map(({ profile }) => profile),
  )
  // Of all, changed or not: one who came by an import may not have had any yet.
  await putPostings(work, new Map(survivors.map(({ id, profile }) => [id, postingsOf(values(profile.fields))])))
}

async function tell(work: Work, { made, dissolved }: Gathered, survivors: readonly Held[]): Promise<void> {
  const versions = await store.bumpVersions(
    work,
    [...survivors, ...dissolved].map(({ id }) => id),
  )
  await work.announceAll(personChanged, [
    ...dissolved.map(({ id, before }) => said(id, changedFields(before.fields, {}), versions)),
    ...survivors.map(({ id, before, profile }) => said(id, changedFields(before.fields, profile.fields), versions)),
  ])
  await work.announceAll(
    personsMerged,
    made.map(({ mergeId, survivorId, dissolvedId, sourceRecordIds }) => ({
      subjectId: mergeId,
      version: 1,
      payload: { mergeId, survivorId, dissolvedId, sourceRecordIds, undone: false },
    })),
  )
}

const said = (personId: string, fields: ReturnType<typeof changedFields>, versions: ReadonlyMap<string, number>) => ({
  subjectId: personId,
  version: versions.get(personId)!,
  payload: { personId, fields },
})
