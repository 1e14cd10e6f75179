import type { PersonField } from '../../../contract/people/person-fields.ts'

type Ageing = {
  /** Days after which the value still holds for half of the people of whom it was true. */
  days: number
  /** What knowing it anew is worth to whoever looks for people, from 1 to 5. */
  worth: number
}

/**
 * How each field ages. Half-lives are rules of this product, judged and not measured:
 *
 * - wishes (occupation, place, salary, terms, remote): half a year to a year. They belong to one search for work, and a
 *   search for work seldom lasts longer; what somebody wants is then asked again.
 * - when somebody could start: three months. It is told as a date or a notice, and a date passes.
 * - employer and title: a year and a half. Employees in general stay longer; who applied elsewhere was about to leave.
 * - skills and work history: two years; they grow and are seldom lost.
 * - address: four years. People move less often than they change employers, and often for the sake of it.
 * - telephone and mail: three years; numbers and private addresses are kept when other things change.
 * - languages and the permission to work: three years and one; permits have terms.
 *
 * Names, dates of birth, schools and notes do not age: they are right or wrong.
 */
export const halfLives: Partial<Record<PersonField, Ageing>> = {
  availableFrom: { days: 90, worth: 2 },
  desiredOccupations: { days: 270, worth: 5 },
  desiredPrefectures: { days: 365, worth: 4 },
  desiredSalaryMin: { days: 270, worth: 3 },
  employmentTypes: { days: 270, worth: 2 },
  remoteWish: { days: 365, worth: 2 },
  employer: { days: 540, worth: 5 },
  title: { days: 540, worth: 4 },
  workHistory: { days: 730, worth: 3 },
  skills: { days: 730, worth: 4 },
  languages: { days: 1095, worth: 1 },
  workPermit: { days: 365, worth: 1 },
  prefecture: { days: 1460, worth: 2 },
  city: { days: 1460, worth: 1 },
  address: { days: 1460, worth: 1 },
  phone: { days: 1095, worth: 1 },
  email: { days: 1095, worth: 1 },
}

export const ageingFields = Object.keys(halfLives) as PersonField[]
