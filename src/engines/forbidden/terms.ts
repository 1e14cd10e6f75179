export type ForbiddenKind = 'ORIGIN' | 'FAMILY' | 'ASSETS' | 'CREED' | 'UNION' | 'SENSITIVE'

/**
 * What tells that a sentence is about something that may not be collected about an applicant. `unless` names what makes
 * the same words a matter of work: whoever built software for a religious body said nothing of their faith.
 */
export type ForbiddenTerm = { kind: ForbiddenKind; pattern: RegExp; unless?: RegExp }
