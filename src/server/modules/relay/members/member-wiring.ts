import { onAcross, onCompany, type Subscription } from '../../../kernel/announcements.ts'
import { accountsActed, standingChanged } from '../../accounts/index.ts'
import { askMissed, tellMissed } from './telling/catching-up.ts'
import { applyMember } from './telling/flow-back.ts'
import {
  activityMissed,
  memberChanged,
  memberReferralChanged,
  memberSilent,
  referralChanged,
  referralRefused,
  shareCommitted,
  shareRecalled,
  shareVoided,
} from './member-announcements.ts'
import {
  applyClearing,
  applyTakeBack,
  mirrorMember,
  mirrorReferral,
  mirrorSilence,
  referralCleared,
  takeBackAsked,
} from '../referrals/network-referrals.ts'
import { applyReferral, applyRefusal } from '../referrals/referrals.ts'
import { releaseWaiting } from '../referrals/release.ts'
import { applyRecall } from '../shares/recalls.ts'
import { refreshAsks } from './telling/refresh-asks.ts'
import { deliverShare, tellProvider } from '../shares/shares.ts'

/** How what happens in a member's realm reaches the companies that may know of it, and back. */
export const memberSubscriptions: readonly Subscription[] = [
  onAcross(memberChanged, 'relay.mirror', applyMember),
  onAcross(memberReferralChanged, 'relay.referral', applyReferral),
  onAcross(referralRefused, 'relay.refusal', applyRefusal),
  onAcross(referralChanged, 'relay.network-referral', mirrorReferral),
  onAcross(memberChanged, 'relay.network-member', mirrorMember),
  onAcross(memberSilent, 'relay.network-silence', mirrorSilence),
  onAcross(takeBackAsked, 'relay.take-back', applyTakeBack),
  onAcross(referralCleared, 'relay.clearing', applyClearing),
  onCompany(standingChanged, 'relay.standing', (work) => releaseWaiting(work)),
  onCompany(standingChanged, 'relay.readmitted', (work) => askMissed(work)),
  onCompany(accountsActed, 'relay.mode', async (work, { payload }) => {
    const { operatingMode, operatingModeBefore } = payload.detail
    if (payload.action === 'company.changed' && operatingMode !== operatingModeBefore) await askMissed(work)
  }),
  onAcross(activityMissed, 'relay.catch-up', tellMissed),
  onAcross(shareCommitted, 'relay.deliver', deliverShare),
  onAcross(shareVoided, 'relay.undelivered', tellProvider),
  onAcross(shareRecalled, 'relay.recall', applyRecall),
  refreshAsks,
]
