import type { ReferralState } from '../../../../contract/network/network-referrals.ts'
import { notFound, refusal } from '../../../kernel/errors.ts'

export const tooYoung = refusal('relay.too-young', 422)
export const noMember = () => notFound({ what: 'member' })
export const memberLeft = refusal<{ state: string }>('relay.member-left', 409)
export const consentMissing = refusal<{ purpose: string }>('relay.consent-missing', 409)
export const blockUnclear = refusal('relay.block-unclear', 422)
export const quietUnclear = refusal('relay.quiet-unclear', 422)
export const relayOff = refusal<{ mode: string }>('relay.off', 409)
export const forbiddenWords = refusal<{ word: string }>('relay.forbidden-words', 422)
export const referralSettled = refusal<{ state: ReferralState }>('relay.referral-settled', 409)
