import type { SuppressionReason } from './kinds.ts'
import type { MailState } from './store.ts'
import { refusal } from '../../kernel/errors.ts'

export const mailUnknown = refusal<{ mailId: string }>('messages.mail-not-found', 404)
export const notUnknown = refusal<{ state: MailState }>('messages.not-unknown', 409)
export const budgetSpent = refusal<{ limit: number; days: number; freeAt: string }>('messages.budget-spent', 409)
export const linkMissing = refusal('messages.link-missing', 422)
export const linkInSubject = refusal('messages.link-in-subject', 422)
export const addressUnusable = refusal('messages.address-unusable', 422)
export const addressSuppressed = refusal<{ reason: SuppressionReason }>('messages.address-suppressed', 409)
