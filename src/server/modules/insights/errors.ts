import { notFound, refusal } from '../../kernel/errors.ts'

/** More applications than are counted at once. */
export const tooMany = refusal<{ most: number }>('insights.too-many', 422)
export const costNotFound = () => notFound({ what: 'cost' })
export const forbiddenCostNote = refusal<{ field: string; word: string; kind: string }>('insights.forbidden-data', 422)
