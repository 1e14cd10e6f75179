import type { Party } from '../../../../../contract/consent/consent.ts'
import { idFrom } from '../../../../kernel/ids.ts'
import type { MemberWork, Work } from '../../../../kernel/work.ts'
import { company, operatingMode } from '../../../accounts/index.ts'
import {
  holdMemberConsent,
  memberProvisions,
  recordMemberProvision,
  type NewProvision,
} from '../../../consent/index.ts'
import type { Activity } from '../member-announcements.ts'
import { noMember } from '../member-errors.ts'
import { activityItem, isRelay } from '../offers.ts'
import * as store from '../store-members.ts'

/** Whom something is told, and whether it takes part in the relay at this moment. */
export type Listener = { party: Party; isInRelay: boolean }

/** The company as a record of provision names it, which has nothing of the relay while it is cut off from it. */
export async function listener(work: Work): Promise<Listener> {
  const { name, address, representative } = await company(work)
  return {
    party: { id: work.companyId, name, ...(address && { address }), ...(representative && { representative }) },
    isInRelay: isRelay(await operatingMode(work)),
  }
}

/** What one company is told of a member. */
export type Telling = {
  version: number
  state: 'LINKED' | 'LEFT'
  /** Null where nothing may be known; undefined where the company keeps what it was told, being cut off. */
  activity: Activity | null | undefined
  asOf: Date
  /** How the telling of an activity stands on record. */
  provision: Omit<NewProvision, 'side'> | undefined
}

type Between = { provider: Party; to: Listener }

/**
 * Decides what a company is told, by what stands at this moment and not when the word set out: under the member's row and
 * the consent, both held, so that a withdrawal that committed before it leaves nothing to tell. An activity is a provision
 * to a third party (APPI 29, 30): both sides go on record here, once for each state and consent, whatever is repeated.
 */
export async function decideTelling(work: MemberWork, { provider, to }: Between): Promise<Telling> {
  const member = await store.lockMember(work)
  if (!member) throw noMember()
  const { version, activity, activityBy, activityAt: asOf } = member
  const isActive = member.state === 'ACTIVE'
  const recipient = to.party
  const consent =
    isActive && recipient.id !== activityBy
      ? await holdMemberConsent(work, { purpose: 'FLOW_BACK', recipient: recipient.id })
      : undefined
  const told = { version, state: isActive ? ('LINKED' as const) : ('LEFT' as const), asOf }
  if (!consent) return { ...told, activity: null, provision: undefined }
  if (!to.isInRelay) return { ...told, activity: undefined, provision: undefined }
  const shareId = idFrom('relay.flow-back', work.memberId, recipient.id, consent.eventId, activity, asOf.toISOString())
  const terms = {
    shareId,
    provider,
    recipient,
    items: [activityItem.code],
    receiptId: consent.receiptId,
    howObtained: 'REGISTERED_BY_THE_PERSON' as const,
    subjectName: member.displayName ?? '',
  }
  for (const side of ['PROVIDER', 'RECIPIENT'] as const)
    await recordMemberProvision(work, { ...terms, side, consentEventId: consent.eventId })
  const standing = (await memberProvisions(work)).find((one) => one.shareId === shareId)
  const providedAt = standing ? new Date(standing.providedAt) : work.now
  return { ...told, activity, provision: { ...terms, providedAt } }
}
