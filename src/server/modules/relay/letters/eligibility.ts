import type { NoLetterReason } from '../../../../contract/relay/relay-terms.ts'
import type { ApplicationState } from '../../../../contract/selection/selection-terms.ts'

/** What decides whether an application ends in a letter; gathered by `facts.ts` as of one moment. */
export type Facts = {
  /** A letter by itself, or one of a campaign whose pre-flight a human approved. */
  kind: 'AUTO' | 'CAMPAIGN'
  state: ApplicationState
  /** When the application ended, and whether that happened in use rather than in imported history. */
  endedAt: Date | null
  endLive: boolean
  isAgencys: boolean
  /** Since when letters are on where this application came from. */
  lettersOnSince: Date | null
  hasBasis: boolean
  isTold: boolean
  isErased: boolean
  isInProcessElsewhere: boolean
  hasAddress: boolean
  suppression: 'HARD_BOUNCE' | 'COMPLAINT' | 'UNSUBSCRIBE' | 'UNREACHABLE' | null
  /** The person asked that their data is not used. */
  isStopRequested: boolean
}

/** An end older than this makes no letter by itself: what is long over is no news to anybody. */
export const longestDays = 14
const dayMs = 86_400_000

/**
 * Why no letter goes, or null when one does. Only a rejection by the company ever leads to a letter. `decidedAt` is when
 * the letter was proposed: an end within 14 days of it is recent for good, however long the wait and the send window.
 * The order is that of the answer a recruiter needs first; every reason on the list keeps the letter from going.
 */
export function whyNoLetter(facts: Facts, decidedAt: Date): NoLetterReason | null {
  if (facts.isErased) return 'ERASED'
  const notRejected = otherEnds[facts.state]
  if (notRejected !== null) return notRejected
  if (facts.endedAt === null) return 'NOT_ENDED'
  if (facts.isTold) return 'ALREADY_TOLD'
  const history = facts.kind === 'AUTO' ? whyHistory(facts, facts.endedAt, decidedAt) : null
  if (history !== null) return history
  if (!facts.hasBasis) return 'NO_BASIS'
  if (facts.isInProcessElsewhere) return 'IN_PROCESS_ELSEWHERE'
  if (facts.isAgencys) return 'AGENCY'
  if (!facts.hasAddress) return 'NO_ADDRESS'
  if (facts.suppression !== null) return bySuppression[facts.suppression]
  if (facts.isStopRequested) return 'STOP_REQUESTED'
  return null
}

/** History never mails by itself: it is reached only by a campaign. */
function whyHistory({ endLive, lettersOnSince }: Facts, endedAt: Date, decidedAt: Date): NoLetterReason | null {
  if (!endLive) return 'HISTORY'
  if (lettersOnSince === null) return 'LETTERS_OFF'
  if (endedAt < lettersOnSince) return 'BEFORE_SWITCH_ON'
  if (decidedAt.getTime() - endedAt.getTime() > longestDays * dayMs) return 'TOO_LATE'
  return null
}

const otherEnds: Record<ApplicationState, NoLetterReason | null> = {
  REJECTED: null,
  ACTIVE: 'NOT_ENDED',
  ON_HOLD: 'ON_HOLD',
  WITHDRAWN: 'WITHDRAWN',
  OFFERED: 'OFFERED',
  OFFER_ACCEPTED: 'OFFERED',
  OFFER_DECLINED: 'WITHDRAWN',
  HIRED: 'HIRED',
  CLOSED_DUPLICATE: 'DUPLICATE',
}

const bySuppression: Record<NonNullable<Facts['suppression']>, NoLetterReason> = {
  HARD_BOUNCE: 'BOUNCED',
  COMPLAINT: 'COMPLAINED',
  UNSUBSCRIBE: 'OPTED_OUT',
  UNREACHABLE: 'UNREACHABLE',
}
