import type { Work } from '../../kernel/work.ts'
import { keySharers, people, values } from '../people/index.ts'
import { contradictions, judge } from './evidence.ts'
import { linkRecord, reasonOf } from './link-record.ts'

/**
 * `linkRecord` for many, in their order. Those that nothing could come of are told in two statements and passed over:
 * nobody shares a key with them, or only somebody of the same name who is someone else.
 */
export async function linkRecords(
  work: Work,
  sourceRecordIds: readonly string[],
): Promise<{ joined: number; queued: number }> {
  const worth = await worthAsking(work, sourceRecordIds)
  let [joined, queued] = [0, 0]
  for (const id of sourceRecordIds.filter((one) => worth.has(one))) {
    const { outcome, mergeIds } = await linkRecord(work, id)
    joined += mergeIds.length
    if (outcome === 'QUEUED') queued += 1
  }
  return { joined, queued }
}

async function worthAsking(work: Work, sourceRecordIds: readonly string[]): Promise<Set<string>> {
  const sharing = await keySharers(work, sourceRecordIds)
  const ids = new Set(sharing.flatMap(({ personId, otherId }) => [personId, otherId]))
  const profiles = new Map((await people(work, [...ids])).map(({ personId, fields }) => [personId, values(fields)]))
  const promising = sharing.filter(({ personId, otherId, kinds }) => {
    const against = contradictions(profiles.get(personId) ?? {}, profiles.get(otherId) ?? {})
    const shared = kinds.map((kind) => reasonOf[kind])
    return judge({ shared, against }, { mail: true, kanaBirth: true }).outcome !== 'NOTHING'
  })
  return new Set(promising.map(({ sourceRecordId }) => sourceRecordId))
}
