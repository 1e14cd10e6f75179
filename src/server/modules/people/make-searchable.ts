import type { Work } from '../../kernel/work.ts'
import { postingsOf } from './profile/fields.ts'
import { values } from './profile/profile.ts'
import { addPostings } from './store-bulk.ts'
import { findProfiles } from './profile/store-profile.ts'

/**
 * Adds the postings that the profiles of these persons still lack, for many at once. For persons whom `recordSources`
 * began: every other change of a profile writes its postings itself.
 */
export async function makeSearchable(work: Work, personIds: readonly string[]): Promise<void> {
  const profiles = await findProfiles(work, personIds)
  await addPostings(work, new Map(profiles.map(({ personId, fields }) => [personId, postingsOf(values(fields))])))
}
