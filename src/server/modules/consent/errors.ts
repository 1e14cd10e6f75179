import { refusal } from '../../kernel/errors.ts'

export const basisMissing = refusal<{ kind: string }>('consent.basis-missing', 409)
export const textUnknown = refusal('consent.text-unknown', 422)
export const requestClosed = refusal('consent.request-closed', 409)
export const breachChanged = refusal('consent.breach-changed', 409)
export const itemsMissing = refusal('consent.items-missing', 422)
export const identityUnchecked = refusal('consent.identity-unchecked', 409)
export const personUnknown = refusal('consent.person-unknown', 422)
export const groundsMissing = refusal('consent.grounds-missing', 422)
export const groundUnfit = refusal<{ ground: string }>('consent.ground-unfit', 422)
export const notAnErasure = refusal('consent.not-an-erasure', 422)
export const noAddress = refusal('consent.no-address', 422)
