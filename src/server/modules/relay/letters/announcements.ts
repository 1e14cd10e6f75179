import { z } from 'zod'
import { letterStates } from '../../../../contract/relay/relay-terms.ts'
import { companyAnnouncement } from '../../../kernel/announcements.ts'

/** A letter was scheduled, stopped, sent or failed; subject: the letter, version: its own. */
export const letterChanged = companyAnnouncement(
  'relay.letter-changed',
  z.object({
    letterId: z.uuid(),
    applicationId: z.uuid(),
    sourceRecordId: z.uuid(),
    state: z.enum(letterStates),
    reason: z.string().nullable(),
  }),
)

/** A comparison of two wordings began, or was ended with the wording that is kept; subject: the trial, version: 1, then 2. */
export const trialChanged = companyAnnouncement(
  'relay.trial-changed',
  z.object({ trialId: z.uuid(), state: z.enum(['RUNNING', 'ENDED']), kept: z.enum(['A', 'B']).nullable() }),
)
