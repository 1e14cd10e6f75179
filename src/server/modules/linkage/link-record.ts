import type { Work } from '../../kernel/work.ts'
import { personOf, recordsOf, type AtHome } from '../people/index.ts'
import { linkRecords, type Linked } from './link-records.ts'

/** `linkRecords` for one. */
export async function linkRecord(work: Work, sourceRecordId: string, known?: AtHome): Promise<Linked> {
  const [linked] = await linkRecords(work, [sourceRecordId], known)
  return linked ?? { sourceRecordId, personId: await personOf(work, sourceRecordId), outcome: 'ALONE', mergeIds: [] }
}

export const recordIds = async (work: Work, personId: string): Promise<string[]> =>
  (await recordsOf(work, personId)).map(({ id }) => id)
