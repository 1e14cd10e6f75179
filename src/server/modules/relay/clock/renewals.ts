import type { Purpose } from '../../../../contract/consent/consent.ts'
import type { Decided } from '../../consent/index.ts'
import type { Member } from '../members/store-members.ts'

/** What a member agreed to that ends by itself, and when. */
export type Renewable = { purpose: Purpose; recipient: string; endsAt: Date }

const dayMs = 86_400_000
/** So long before something ends the member is asked whether it goes on. */
const noticeMs = 30 * dayMs
/** What ends within so long is asked about in one mail. */
const togetherMs = 45 * dayMs

const earlier = (one: Date, other: Date | null): Date => (other !== null && other < one ? other : one)

/**
 * What the member's latest yeses let flow again and again, with its end: of the profile, the earlier of its shelf-life
 * and its consent. An identity that was given to one employer is given once and is not among them.
 */
export function renewables(member: Pick<Member, 'shownUntil'>, decided: readonly Decided[]): Renewable[] {
  return decided
    .filter(({ decision }) => decision === 'GIVEN')
    .flatMap(({ purpose, recipient, expiresAt }): Renewable[] => {
      if (purpose === 'RELAY_PROFILE') return [{ purpose, recipient, endsAt: earlier(member.shownUntil, expiresAt) }]
      return purpose === 'FLOW_BACK' && expiresAt ? [{ purpose, recipient, endsAt: expiresAt }] : []
    })
}

/** Those that the member can be asked about at this moment: about to end, or ended without a word. */
export const endingSoon = (all: readonly Renewable[], now: Date): Renewable[] =>
  all.filter(({ endsAt }) => endsAt.getTime() <= now.getTime() + togetherMs)

export const noticeAt = ({ endsAt }: Renewable): Date => new Date(endsAt.getTime() - noticeMs)

export const sameEnding =
  ({ purpose, recipient, endsAt }: Renewable) =>
  (other: { purpose: string; recipient: string; endsAt: string }): boolean =>
    other.purpose === purpose && other.recipient === recipient && other.endsAt === endsAt.toISOString()
