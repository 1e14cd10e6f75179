import { notFound, refusal } from '../../kernel/errors.ts'

export const ageFilterOff = refusal('pool.age-filter-off', 422)
export const badCursor = refusal('pool.bad-cursor', 422)
export const tooMany = refusal<{ most: number }>('pool.too-many', 422)
export const tagNotFound = () => notFound({ what: 'tag' })
export const operationNotFound = () => notFound({ what: 'operation' })
export const nothingStated = refusal('pool.nothing-stated', 422)
export const unfitFields = refusal<{ fields: string[] }>('pool.unfit-fields', 422)
