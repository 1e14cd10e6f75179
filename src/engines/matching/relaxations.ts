import type { Candidate } from './candidate.ts'
import type { Opening } from './opening.ts'
import type { ConditionId, Reason } from './verdict.ts'

export interface Relaxation {
  readonly condition: ConditionId
  readonly reason: Reason
  readonly opening: Opening
}

/** What those who fail say they would take, each once and in order. */
export interface Choices {
  readonly prefectures: () => readonly string[]
  readonly occupations: () => readonly string[]
  readonly employmentTypes: () => readonly string[]
}

type Relax = (opening: Opening, choices: Choices) => Relaxation[]

const SALARY_RAISES_PERCENT = [5, 10, 20]
const LATER_STARTS_MONTHS = [1, 2, 3]

/**
 * How each condition may be loosened, one step at a time, the smaller step first. A permit to work, a block-list and a
 * recorded age exception are not the employer's to loosen.
 */
const RELAXATIONS: Partial<Record<ConditionId, Relax>> = {
  PLACE: (opening, { prefectures }) => [
    ...(opening.remoteAllowed ? [] : [relaxed('PLACE', 'ALLOW_REMOTE', {}, { ...opening, remoteAllowed: true })]),
    ...prefectures().map((prefecture) =>
      relaxed(
        'PLACE',
        'ADD_PREFECTURE',
        { prefecture },
        {
          ...opening,
          prefectures: [...opening.prefectures, prefecture],
        },
      ),
    ),
  ],
  OCCUPATION: (opening, { occupations }) =>
    occupations().map((occupation) =>
      relaxed(
        'OCCUPATION',
        'ADD_OCCUPATION',
        { occupation },
        {
          ...opening,
          occupations: [...opening.occupations, occupation],
        },
      ),
    ),
  EMPLOYMENT_TYPE: (opening, { employmentTypes }) =>
    employmentTypes().map((type) =>
      relaxed(
        'EMPLOYMENT_TYPE',
        'ADD_EMPLOYMENT_TYPE',
        { type },
        {
          ...opening,
          employmentTypes: [...opening.employmentTypes, type],
        },
      ),
    ),
  SALARY: ({ salaryOffered, ...opening }) =>
    SALARY_RAISES_PERCENT.flatMap((percent) => {
      if (salaryOffered === undefined) return []
      const maximum = Math.ceil((salaryOffered.maximum * (100 + percent)) / 100)
      const changed = { ...opening, salaryOffered: { ...salaryOffered, maximum } }
      return [relaxed('SALARY', 'RAISE_SALARY', { percent, maximum }, changed)]
    }),
  LANGUAGE: (opening) =>
    opening.languages.map(({ language }) =>
      relaxed(
        'LANGUAGE',
        'DROP_LANGUAGE',
        { language },
        {
          ...opening,
          languages: opening.languages.filter((asked) => asked.language !== language),
        },
      ),
    ),
  START: (opening) =>
    LATER_STARTS_MONTHS.flatMap((months) => {
      if (opening.startBy === undefined) return []
      const startBy = monthsLater(opening.startBy, months)
      return [relaxed('START', 'LATER_START', { months, startBy }, { ...opening, startBy })]
    }),
}

export function relaxationsOf(condition: ConditionId, opening: Opening, failing: readonly Candidate[]): Relaxation[] {
  return relaxationsAmong(condition, opening, {
    prefectures: () =>
      distinct(failing, ({ prefecture, willingPrefectures }) => [prefecture ?? '', ...(willingPrefectures ?? [])]),
    occupations: () => distinct(failing, ({ occupations }) => occupations ?? []),
    employmentTypes: () => distinct(failing, ({ employmentTypes }) => employmentTypes ?? []),
  })
}

/** The same where what those who fail would take is known otherwise. */
export function relaxationsAmong(condition: ConditionId, opening: Opening, choices: Choices): Relaxation[] {
  return RELAXATIONS[condition]?.(opening, choices) ?? []
}

/** Steps of one kind follow each other, and a larger one is worth saying only if it gains more than the smaller one. */
export const isStep = ({ code }: Reason): boolean => code === 'RAISE_SALARY' || code === 'LATER_START'

function relaxed(condition: ConditionId, code: string, values: Reason['values'], opening: Opening): Relaxation {
  return { condition, reason: { code, values }, opening }
}

function distinct(candidates: readonly Candidate[], of: (candidate: Candidate) => readonly string[]): string[] {
  return [...new Set(candidates.flatMap(of))].filter((value) => value !== '').toSorted()
}

/** The same day of a later month, or that month's last day. */
function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}
