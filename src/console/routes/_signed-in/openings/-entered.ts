import type { Opening } from '../../../../contract/selection/openings.ts'
import type { OpeningConditions, OpeningStatus } from '../../../../contract/selection/selection-terms.ts'

type Entered = number | string
export type AskedSkill = { skill: string; years: Entered }
export type AskedLanguage = { language: string; level: string }

/** An opening as its form holds it: salaries in 万円, what is not given as an empty string, paths as in the contract. */
export type EnteredOpening = {
  title: string
  department: string
  occupation: string
  description: string
  headcount: Entered
  flowId: string
  status: OpeningStatus
  conditions: {
    prefectures: string[]
    remoteAllowed: boolean
    occupations: string[]
    employmentTypes: string[]
    salaryOffered: { minimum: Entered; maximum: Entered }
    workPermitRequired: boolean
    languages: AskedLanguage[]
    startBy: string
    requiredSkills: AskedSkill[]
    preferredSkills: AskedSkill[]
    experienceYears: Entered
    ageLimit: { minimum: Entered; maximum: Entered }
  }
}

const yenPerUnit = 10_000

export const emptyOpening: EnteredOpening = {
  title: '',
  department: '',
  occupation: '',
  description: '',
  headcount: 1,
  flowId: '',
  status: 'OPEN',
  conditions: {
    prefectures: [],
    remoteAllowed: false,
    occupations: [],
    employmentTypes: ['正社員'],
    salaryOffered: { minimum: '', maximum: '' },
    workPermitRequired: true,
    languages: [],
    startBy: '',
    requiredSkills: [],
    preferredSkills: [],
    experienceYears: '',
    ageLimit: { minimum: '', maximum: '' },
  },
}

export function enteredFrom(opening: Opening): EnteredOpening {
  const { title, department, occupation, description, headcount, flowId, status, conditions } = opening
  const { salaryOffered, ageLimit } = conditions
  const units = (yen: number | undefined) => (yen === undefined ? '' : yen / yenPerUnit)
  return {
    title,
    department: department ?? '',
    occupation: occupation ?? '',
    description: description ?? '',
    headcount,
    flowId: flowId ?? '',
    status,
    conditions: {
      ...conditions,
      salaryOffered: { minimum: units(salaryOffered?.minimum), maximum: units(salaryOffered?.maximum) },
      startBy: conditions.startBy ?? '',
      experienceYears: conditions.experienceYears ?? '',
      ageLimit: { minimum: ageLimit?.minimum ?? '', maximum: ageLimit?.maximum ?? '' },
      requiredSkills: conditions.requiredSkills.map(skillEntered),
      preferredSkills: conditions.preferredSkills.map(skillEntered),
      languages: conditions.languages.map(({ language, level }) => ({ language, level: level ?? '' })),
    },
  }
}

const skillEntered = ({ skill, years }: { skill: string; years?: number | undefined }) => ({
  skill,
  years: years ?? '',
})

/** What the contract expects: rows without a name and fields left empty are not sent. */
export function openingFacts({ conditions, ...entered }: EnteredOpening) {
  const text = (value: string) => (value.trim() === '' ? null : value)
  return {
    ...entered,
    department: text(entered.department),
    occupation: text(entered.occupation),
    description: text(entered.description),
    flowId: text(entered.flowId),
    headcount: entered.headcount === '' ? 1 : Number(entered.headcount),
    conditions: conditionsGiven(conditions),
  }
}

function conditionsGiven(entered: EnteredOpening['conditions']): Partial<OpeningConditions> {
  const { salaryOffered, startBy, experienceYears, ageLimit, ...lists } = entered
  const skill = ({ skill: name, years }: AskedSkill) => ({
    skill: name.trim(),
    ...(years !== '' && { years: Number(years) }),
  })
  const hasSalary = salaryOffered.maximum !== ''
  const hasAge = ageLimit.minimum !== '' || ageLimit.maximum !== ''
  return {
    ...lists,
    requiredSkills: lists.requiredSkills.filter(({ skill: name }) => name.trim() !== '').map(skill),
    preferredSkills: lists.preferredSkills.filter(({ skill: name }) => name.trim() !== '').map(skill),
    languages: lists.languages.map(({ language, level }) => ({
      language,
      ...(level !== '' && { level: level as 'A1' }),
    })),
    ...(hasSalary && { salaryOffered: { ...range(salaryOffered, yenPerUnit), maximum: yen(salaryOffered.maximum) } }),
    ...(startBy !== '' && { startBy }),
    ...(experienceYears !== '' && { experienceYears: Number(experienceYears) }),
    ...(hasAge && { ageLimit: range(ageLimit, 1) }),
  }
}

const yen = (units: Entered) => Math.round(Number(units) * yenPerUnit)

function range({ minimum, maximum }: { minimum: Entered; maximum: Entered }, unit: number) {
  return {
    ...(minimum !== '' && { minimum: Math.round(Number(minimum) * unit) }),
    ...(maximum !== '' && { maximum: Math.round(Number(maximum) * unit) }),
  }
}
