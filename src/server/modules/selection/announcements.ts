import { z } from 'zod'
import { ApplicationState, Channel, OpeningStatus, Stage } from '../../../contract/selection/selection-terms.ts'
import { companyAnnouncement } from '../../kernel/announcements.ts'

/** Where an application stands has changed; subject: the application, version: its own. */
export const applicationChanged = companyAnnouncement(
  'selection.application-changed',
  z.object({
    applicationId: z.uuid(),
    sourceRecordId: z.uuid(),
    openingId: z.uuid(),
    connectionId: z.uuid().nullable(),
    channel: Channel,
    agency: z.string().nullable(),
    stage: Stage,
    state: ApplicationState,
    /** Whether what put it into this state happened while in use, and was not imported as history. */
    live: z.boolean(),
    endedAt: z.iso.datetime().nullable(),
    reason: z.string().nullable(),
  }),
)

/** Someone evaluated an application; subject: the evaluation. */
export const evaluationRecorded = companyAnnouncement(
  'selection.evaluation-recorded',
  z.object({ evaluationId: z.uuid(), applicationId: z.uuid(), sourceRecordId: z.uuid() }),
)

/** An interview was set, moved, held or called off; subject: the interview, version: its own. */
export const interviewChanged = companyAnnouncement(
  'selection.interview-changed',
  z.object({ interviewId: z.uuid(), applicationId: z.uuid() }),
)

/** An opening was opened, changed or closed; subject: the opening, version: its own. */
export const openingChanged = companyAnnouncement(
  'selection.opening-changed',
  z.object({ openingId: z.uuid(), status: OpeningStatus }),
)
