import { z } from 'zod'
import { PersonField } from '../../../contract/people/person-fields.ts'
import { companyAnnouncement } from '../../kernel/announcements.ts'

/** A person's profile shows something else than before, or nothing after a merge; subject: the person. */
export const personChanged = companyAnnouncement(
  'people.changed',
  z.object({ personId: z.uuid(), fields: z.array(PersonField) }),
)

/** Records moved to another person by a merge or by undoing one; subject: the merge. */
export const personsMerged = companyAnnouncement(
  'people.merged',
  z.object({
    mergeId: z.uuid(),
    survivorId: z.uuid(),
    dissolvedId: z.uuid(),
    sourceRecordIds: z.array(z.uuid()),
    undone: z.boolean(),
  }),
)

/** Somebody took a record out of a person, whose it is not; subject: that it was done. */
export const recordSeparated = companyAnnouncement(
  'people.record-separated',
  z.object({ sourceRecordId: z.uuid(), fromPersonId: z.uuid(), personId: z.uuid() }),
)

/** Everything known of a person was erased; subject: the person. */
export const personErased = companyAnnouncement(
  'people.erased',
  z.object({ personId: z.uuid(), sourceRecordIds: z.array(z.uuid()) }),
)
