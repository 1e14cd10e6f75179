import type { Candidate } from './candidate.ts'
import type { Opening } from './opening.ts'

export const asOf = new Date(Date.UTC(2026, 3, 1))

/** An opening that asks nothing beyond what is given. */
export function anOpening(asked: Partial<Opening> = {}): Opening {
  return {
    id: 'opening',
    corporateNumbers: ['1000000000001'],
    prefectures: [],
    remoteAllowed: false,
    occupations: [],
    employmentTypes: [],
    workPermitRequired: false,
    languages: [],
    requiredSkills: [],
    preferredSkills: [],
    ...asked,
  }
}

/** A person of whom nothing is known beyond what is given. */
export function aCandidate(known: Partial<Candidate> = {}): Candidate {
  return { id: 'candidate', updatedAt: asOf, signals: [], blockedCompanies: [], ...known }
}
