import { z } from 'zod'
import { companyAnnouncement } from '../../kernel/announcements.ts'

/** The credentials for calling a connection's system were looked at and work; subject: the connection. */
export const accessWorks = companyAnnouncement('intake.access-works', z.object({ connectionId: z.uuid() }))
