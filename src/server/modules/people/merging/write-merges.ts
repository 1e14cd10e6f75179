import type { Work } from '../../../kernel/work.ts'
import { personChanged, personsMerged } from '../announcements.ts'
import { postingsOf } from '../profile/fields.ts'
import { heldAs, type Gathered } from '../profile/gather.ts'
import { changedFields, values } from '../profile/profile.ts'
import { writeMerging } from './store-merges.ts'

/**
 * Writes every merge decided by `joinHeld` since the persons were gathered, in one statement whatever their number. What stands afterwards is what `merge` one after the other leaves; each person is announced once.
 */
export async function writeMerges(work: Work, gathered: Gathered): Promise<void> {
  const { made, dissolved } = gathered
  if (made.length === 0) return
  const standing = new Map(dissolved.map(({ id }) => [id, heldAs(gathered, id)!]))
  const survivors = [...new Set(standing.values())]
  const versions = await writeMerging(work, {
    merges: made,
    moves: [...standing].map(([from, { id }]) => ({ from, to: id })),
    // Of all, changed or not: one who came by an import may not have been found by any word yet.
    shown: survivors.map(({ profile }) => ({ profile, tokens: [...new Set(postingsOf(values(profile.fields)))] })),
  })
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
  gathered.made = []
  gathered.dissolved = []
}

const said = (personId: string, fields: ReturnType<typeof changedFields>, versions: ReadonlyMap<string, number>) => ({
  subjectId: personId,
  version: versions.get(personId)!,
  payload: { personId, fields },
})
