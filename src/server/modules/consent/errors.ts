import { refusal } from '../../kernel/errors.ts'

export const basisMissing = refusal<{ kind: string }>('consent.basis-missing', 409)
export const textUnknown = refusal('consent.text-unknown', 422)
export const requestClosed = refusal('consent.request-closed', 409)
export const itemsMissing = refusal('consent.items-missing', 422)
