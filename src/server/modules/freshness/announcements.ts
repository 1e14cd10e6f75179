import { z } from 'zod'
import { askAnswers } from '../../../contract/pool/freshness.ts'
import { companyAnnouncement } from '../../kernel/announcements.ts'

/**
 * Somebody is to be asked, as far as their own limits of contact allow: whoever knows those lets the question go
 * (`releaseAsk`) or stops it (`stopAsk`); subject: the question.
 */
export const askPlanned = companyAnnouncement(
  'freshness.ask-planned',
  z.object({ askId: z.uuid(), sourceRecordIds: z.array(z.uuid()) }),
)

/** Somebody answered; subject: the question. */
export const askAnswered = companyAnnouncement(
  'freshness.ask-answered',
  z.object({ askId: z.uuid(), personId: z.uuid(), answer: z.enum(askAnswers), occurredAt: z.iso.datetime() }),
)
