import { z } from 'zod'
import { ReferralSignal } from '../../../../contract/network/network-referrals.ts'
import { companyAnnouncement, memberAnnouncement } from '../../../kernel/announcements.ts'
import { ShownWishes } from './wishes.ts'

const Id = z.uuid()
const At = z.iso.datetime()
// What was announced by an earlier release carries none.
const Signals = z.array(ReferralSignal).default([])

export const activities = ['ACTIVE', 'IN_PROCESS_ELSEWHERE', 'PLACED'] as const
export const Activity = z.enum(activities)
export type Activity = z.output<typeof Activity>

/** Something of the member changed that these companies may know; what it is they are told by `applyMember`. Subject: the member. */
export const memberChanged = memberAnnouncement(
  'relay.member-changed',
  z.object({
    memberId: Id,
    standing: z.enum(['ACTIVE', 'WITHDRAWN', 'ERASED']),
    companies: z.array(
      z.object({
        companyId: Id,
        sourceRecordId: Id,
        letterId: Id,
        linkedAt: At,
      }),
    ),
  }),
)

/** A company that is in the relay (again) asks what it missed of these members; subject: the asking. */
export const activityMissed = companyAnnouncement(
  'relay.activity-missed',
  z.object({ members: z.array(z.object({ memberId: Id, sourceRecordId: Id, letterId: Id, linkedAt: At })) }),
)

/** A referral is held, counts, or comes to nothing; subject: the referral. The payload stands for itself. */
export const memberReferralChanged = memberAnnouncement(
  'relay.member-referral-changed',
  z.object({
    referralId: Id,
    memberId: Id,
    companyId: Id,
    letterId: Id,
    sourceRecordId: Id,
    state: z.enum(['HELD', 'COUNTED', 'DROPPED', 'REFUSED']),
    reason: z.string().nullable(),
    registeredAt: At,
    heldUntil: At.nullable(),
    occurredAt: At,
    signals: Signals,
  }),
)

/** Who registered has answered nothing that came of it; subject: the referral that the member stands for. */
export const memberSilent = memberAnnouncement('relay.member-silent', z.object({ referralId: Id }))

/**
 * The anonymous profile that the network may show, or that it may not (any more); subject: the member. It names no
 * person; `notTo`, `blocked` and `blockedIndustries` are for leaving out companies, never for showing.
 */
export const relayProfileChanged = memberAnnouncement(
  'relay.profile-changed',
  z.object({
    memberId: Id,
    /** Null when it must leave the network at once: no consent, withdrawn, erased, or not looking. */
    profile: ShownWishes.extend({
      search: z.enum(['ACTIVE', 'OPEN', 'LATER']),
      changedAt: At,
      /** Leaves the network by itself at this time. */
      shownUntil: At,
    }).nullable(),
    /** Companies that know this person already. */
    notTo: z.array(Id),
    /** Those of them to which the person was introduced. */
    introducedTo: z.array(Id).default([]),
    blocked: z.array(z.object({ corporateNumber: z.string().nullable(), nameKey: z.string() })),
    // What was announced by an earlier release carries none.
    blockedIndustries: z.array(z.string()).default([]),
  }),
)

/** A share waits to be delivered; subject: the share. */
export const shareCommitted = memberAnnouncement('relay.share-committed', z.object({ shareId: Id, recipientId: Id }))

/** What waited to be delivered never will be: its recipient may not receive it any more; subject: the share. */
export const shareVoided = memberAnnouncement(
  'relay.share-voided',
  z.object({ shareId: Id, providerId: Id, recipientId: Id }),
)

/** What was delivered is to be no longer used; subject: the share. */
export const shareRecalled = memberAnnouncement(
  'relay.share-recalled',
  z.object({ shareId: Id, recipientId: Id, requestId: Id, kind: z.enum(['STOP', 'ERASURE']) }),
)

/** What a member lets this company know changed; subject: the record by which the company knows the person. */
export const activityChanged = companyAnnouncement(
  'relay.activity-changed',
  z.object({ sourceRecordId: Id, activity: Activity.nullable(), asOf: At }),
)

/** A referral of this company is held, counted, or not; subject: the referral. */
export const referralChanged = companyAnnouncement(
  'relay.referral-changed',
  z.object({
    referralId: Id,
    letterId: Id,
    sourceRecordId: Id,
    state: z.enum(['HELD', 'COUNTED', 'DROPPED', 'REFUSED', 'REVERSED']),
    reason: z.string().nullable(),
    registeredAt: At,
    heldUntil: At.nullable().default(null),
    settledAt: At.nullable(),
    signals: Signals,
  }),
)

/** A share arrived; subject: the share. The person it is about has a record of their own since. */
export const shareReceived = companyAnnouncement(
  'relay.share-received',
  z.object({ shareId: Id, memberId: Id, purpose: z.string(), sourceRecordId: Id, personId: Id }),
)

/** The company took a referral for fraud while it was held; subject: the referral. */
export const referralRefused = companyAnnouncement('relay.referral-refused', z.object({ referralId: Id, memberId: Id }))
