import { z } from 'zod'
import { memberAnnouncement } from '../../kernel/announcements.ts'

/**
 * A member answered for the audit, or took the answer back; subject: the member. What was answered is not told: the
 * listener reads it where the member keeps it, so that no copy of it waits anywhere.
 */
export const answerChanged = memberAnnouncement('impact.answer-changed', z.object({ isErased: z.boolean() }))
