import { refusal } from '../../kernel/errors.ts'

export const proposalGone = refusal('freshness.proposal-gone', 409)
export const switchedOff = refusal('freshness.switched-off', 409)
