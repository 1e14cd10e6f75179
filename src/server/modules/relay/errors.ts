import type { PreflightState } from '../../../contract/preflights.ts'
import type { LetterState } from '../../../contract/relay-terms.ts'
import { refusal } from '../../kernel/errors.ts'

export const letterNotFound = refusal('relay.letter-not-found', 404)
export const tooLate = refusal<{ state: LetterState }>('relay.too-late', 409)
export const preflightNotFound = refusal('relay.preflight-not-found', 404)
export const preflightClosed = refusal<{ state: PreflightState }>('relay.preflight-closed', 409)
export const preflightStale = refusal<{ hours: number }>('relay.preflight-stale', 409)
export const preflightTooLarge = refusal<{ people: number; most: number }>('relay.preflight-too-large', 422)
export const preflightTaken = refusal('relay.preflight-taken', 409)
export const preflightJudging = refusal<{ judged: number; people: number }>('relay.preflight-judging', 409)
export const preflightChanged = refusal('relay.preflight-changed', 409)
export const tooManyToAsk = refusal<{ most: number }>('relay.asking-too-large', 422)
export const askingNotListed = refusal('relay.asking-not-listed', 409)
export const askingChanged = refusal<{ asks: number }>('relay.asking-changed', 409)
export const askingOver = refusal('relay.asking-over', 409)
export const trialNotFound = refusal('relay.trial-not-found', 404)
export const trialRunning = refusal('relay.trial-running', 409)
export const trialEnded = refusal('relay.trial-ended', 409)
export const trialSameWords = refusal('relay.trial-same-words', 422)
export const trialNeedsHuman = refusal('relay.trial-needs-human', 403)
export const noOwnAddress = refusal('relay.no-own-address', 422)
export const rejectionNotFound = refusal('relay.rejection-not-found', 404)
