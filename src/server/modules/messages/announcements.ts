import { z } from 'zod'
import { companyAnnouncement } from '../../kernel/announcements.ts'

const Id = z.uuid()

const settled = z.object({
  mailId: Id,
  kind: z.string(),
  outcome: z.enum(['SENT', 'REFUSED', 'UNKNOWN', 'CANCELLED']),
  personId: Id.nullable(),
  recordId: Id.nullable(),
  at: z.iso.datetime(),
  /** It was taken back as it was about to leave, since the human it is for is written at another address by now. */
  isMisaddressed: z.boolean().optional(),
})
export type SettledMail = z.output<typeof settled>

/** A mail came to an end, or to a better known one: `UNKNOWN` may later be told as `SENT` or `REFUSED`. */
export const mailSettled = companyAnnouncement('messages.mail-settled', settled)

/** A human answered a mail; automatic answers and bounces are not announced. */
export const replyArrived = companyAnnouncement(
  'messages.reply-arrived',
  z.object({ replyId: Id, mailId: Id, personId: Id.nullable(), recordId: Id.nullable() }),
)
