import type { Work } from '../../kernel/work.ts'
import { personOf, type Begun } from '../people/index.ts'
import { linkRecords, type Linked } from './link-records.ts'

/** `linkRecords` for one. */
export async function linkRecord(work: Work, sourceRecordId: string, begun?: Begun): Promise<Linked> {
  const [linked] = await linkRecords(work, [sourceRecordId], begun)
  return linked ?? { sourceRecordId, personId: await personOf(work, sourceRecordId), outcome: 'ALONE', mergeIds: [] }
}
