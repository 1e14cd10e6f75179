import { z } from 'zod'
import { Industry } from './company-groups.ts'
import { NetworkStanding, suspensionReasons } from '../network/network-companies.ts'
import { Done, Instant, route } from '../route.ts'

const Mode = z.enum(['IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT'])

export const noticeKinds = [
  'VERIFIED',
  'SUSPENDED',
  'RESUMED',
  'STOPPED',
  'CONTINUED',
  'MODE_CHANGED',
  'PAPER_ENDS',
  'PAPER_ENDED',
  'DISPUTE_OPENED',
  'DISPUTE_ASKED',
  'DISPUTE_DECIDED',
  'TO_VERIFY_AGAIN',
  'COMPANY_TO_VERIFY',
  'INDUSTRY_SET',
] as const
export type NoticeKind = (typeof noticeKinds)[number]
export const papersWithDates = ['AGREEMENT', 'LICENCE'] as const
export type DatedPaper = (typeof papersWithDates)[number]

/** How many days before a paper ends its company and the operator are told; 0 is the day after. */
export const paperNoticeDays = [60, 30, 7] as const

export const NoticeDetail = z
  .object({
    reason: z.enum(suspensionReasons).nullable(),
    from: Mode,
    to: Mode,
    paper: z.enum(papersWithDates),
    until: z.iso.date(),
    days: z.int().meta({ description: 'Days left when it was noticed' }),
    employerId: z.uuid(),
    employerName: z.string(),
    caseId: z.uuid(),
    outcome: z.enum(['UPHELD', 'REJECTED']),
    industry: Industry.nullable(),
    because: z.string(),
  })
  .partial()
export type NoticeDetail = z.output<typeof NoticeDetail>

export const Notice = z
  .object({ id: z.uuid(), kind: z.enum(noticeKinds), detail: NoticeDetail, at: Instant })
  .meta({ id: 'Notice' })
export type Notice = z.output<typeof Notice>

export const Notices = z
  .object({
    standing: NetworkStanding,
    reason: z.enum(suspensionReasons).nullable(),
    isStopped: z.boolean(),
    takesPart: z.boolean().meta({ description: 'The company’s own mode reaches beyond itself and its group' }),
    papers: z
      .array(z.object({ paper: z.enum(papersWithDates), until: z.iso.date(), days: z.int() }))
      .meta({ description: 'The company’s papers that end within sixty days, or have ended (days below 0)' }),
    notices: z.array(Notice).meta({ description: 'Of the last thirty days, those the reader has not put away' }),
  })
  .meta({ id: 'Notices' })
export type Notices = z.output<typeof Notices>

export const readNotices = route({
  id: 'readNotices',
  method: 'GET',
  path: '/v1/notices',
  summary: 'How the company stands in the network, the papers of it that end soon, and what was decided lately',
  permission: 'company:read',
  status: 200,
  response: Notices,
})

export const putNoticeAway = route({
  id: 'putNoticeAway',
  method: 'POST',
  path: '/v1/notices/:id/away',
  summary: 'Put a notice away for oneself; for others it stays',
  permission: 'company:read',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: Done,
})
