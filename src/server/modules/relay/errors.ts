import { refusal } from '../../kernel/errors.ts'

export const letterNotFound = refusal('relay.letter-not-found', 404)
export const tooLate = refusal<{ state: string }>('relay.too-late', 409)
export const preflightNotFound = refusal('relay.preflight-not-found', 404)
export const preflightClosed = refusal<{ state: string }>('relay.preflight-closed', 409)
export const preflightStale = refusal<{ hours: number }>('relay.preflight-stale', 409)
export const preflightTooLarge = refusal<{ people: number; most: number }>('relay.preflight-too-large', 422)
export const preflightTaken = refusal('relay.preflight-taken', 409)
export const preflightJudging = refusal<{ judged: number; people: number }>('relay.preflight-judging', 409)
export const preflightChanged = refusal('relay.preflight-changed', 409)
export const noOwnAddress = refusal('relay.no-own-address', 422)
export const rejectionNotFound = refusal('relay.rejection-not-found', 404)
