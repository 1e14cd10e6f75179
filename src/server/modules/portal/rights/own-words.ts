import { findForbidden } from '../../../../engines/forbidden/index.ts'
import type { Problem } from '../../../../portal/index.ts'
import { Refusal } from '../../../kernel/errors.ts'

/**
 * What the person is told, once, when their reason for a request speaks of what an employer may not collect (職業安定法
 * 5条の5). Nobody is kept from a right by it, and nothing is masked: a request may be about those very words ("you hold
 * my registered domicile: erase it"), so the person decides whether they stand.
 */
export function needlessWords(body: URLSearchParams, field: string): Problem[] {
  if (body.get('asIs') === 'yes' || !findForbidden(body.get(field) ?? '')) return []
  return [{ field, code: 'needNotBeSaid' }]
}

/** Whether a value was refused because it tells of what an employer may not collect: the person is asked to mend it. */
export const mayNotBeKept = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'people.forbidden-data'
