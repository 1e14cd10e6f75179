import { notFound, refusal } from '../../kernel/errors.ts'

export const personNotFound = () => notFound({ what: 'person' })
export const recordNotFound = () => notFound({ what: 'sourceRecord' })
export const mergeNotFound = () => notFound({ what: 'merge' })
export const personErased = refusal<{ personId: string }>('people.erased', 410)
export const samePerson = refusal<{ personId: string }>('people.same-person', 409)
export const mergeMismatch = refusal<{ mergeId: string }>('people.merge-mismatch', 409)
export const mergeUndone = refusal<{ mergeId: string }>('people.merge-undone', 409)
export const forbiddenData = refusal<{ field: string; word: string; kind: string }>('people.forbidden-data', 422)
export const unfitValue = refusal<{ field: string }>('people.unfit-value', 422)
