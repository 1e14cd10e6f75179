import { z } from 'zod'
import { DisputeKind, DisputeState, DisputeTold, Evidence } from '../../../contract/disputes/disputes.ts'
import { companyAnnouncement, memberAnnouncement } from '../../kernel/announcements.ts'

const Said = z.object({ text: z.string(), evidence: Evidence, at: z.iso.datetime() })

/** What a side does: it opens a case, says its part, or takes its case back. */
const act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('OPEN'), kind: DisputeKind, subjectId: z.uuid(), said: Said }),
  z.object({ act: z.literal('STATE'), said: Said }),
  z.object({ act: z.literal('WITHDRAW') }),
])

/** A company acts in a dispute; subject: the act. */
export const companyActed = companyAnnouncement('disputes.company-acted', z.object({ caseId: z.uuid(), did: act }))

/** A person acts in a dispute with an employer; subject: the act. */
export const memberActed = memberAnnouncement(
  'disputes.member-acted',
  z.object({ caseId: z.uuid(), employerId: z.uuid(), did: act }),
)

/** A person was erased: what they said in a dispute goes everywhere; subject: the case. */
export const memberGone = memberAnnouncement('disputes.member-gone', z.object({ caseId: z.uuid() }))

/** How a case stands in the operator's realm, for the copies of its sides; subject: the case. */
export const disputeStands = companyAnnouncement(
  'disputes.stands',
  z.object({
    caseId: z.uuid(),
    kind: DisputeKind,
    subjectId: z.uuid(),
    employerId: z.uuid(),
    state: DisputeState,
    openedAt: z.iso.datetime(),
    told: DisputeTold,
  }),
)
export type CompanyActed = z.output<typeof companyActed.payload>
export type MemberActed = z.output<typeof memberActed.payload>
export type Stands = z.output<typeof disputeStands.payload>

/** What a company knows of a dispute changed, in its own realm; subject: the case, version: the operator's. It names no person. */
export const disputeChanged = companyAnnouncement(
  'disputes.changed',
  z.object({
    disputeId: z.uuid(),
    kind: DisputeKind,
    subjectId: z.uuid(),
    state: DisputeState,
    statementDueAt: z.iso.datetime().nullable(),
    outcome: DisputeTold.shape.outcome,
    effect: DisputeTold.shape.effect,
  }),
)
