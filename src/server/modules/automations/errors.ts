import { notFound, refusal } from '../../kernel/errors.ts'

export const endpointNotFound = () => notFound({ what: 'webhook' })
export const sendingNotFound = () => notFound({ what: 'webhook-sending' })
export const urlNotAllowed = refusal<{ field: string }>('webhooks.url-not-allowed', 422)
export const tooManyEndpoints = refusal<{ most: number }>('webhooks.too-many-endpoints', 409)
