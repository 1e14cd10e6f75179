import { matchOpening, type Opening } from '../../src/engines/matching/index.ts'
import { factsOf } from '../../src/server/modules/matching/facts.ts'
import { bm25 } from './bm25.ts'
import type { Question, SetOpening, SetPerson } from './set.ts'

/** Ids, best first, of those the ranker puts in an order; equal ones by id. */
export type Ranker = (question: Question) => string[]

const asOf = new Date(Date.UTC(2026, 9, 1))

/** The product's own ranker, over facts read as the product reads them from a profile. Nothing is filtered. */
export const ours: Ranker = ({ opening, people }) => {
  const candidates = people.map((person) => ({
    id: person.id,
    ...factsOf({ title: person.title, skills: person.skills, workHistory: person.workHistory }, asOf),
    updatedAt: asOf,
    signals: [],
    blockedCompanies: [],
  }))
  return matchOpening(askedOf(opening), candidates, { asOf }).matches.map(({ candidateId }) => candidateId)
}

const askedOf = (opening: SetOpening): Opening => ({
  id: opening.id,
  title: opening.title,
  corporateNumbers: [],
  prefectures: [],
  remoteAllowed: false,
  occupations: [],
  employmentTypes: [],
  workPermitRequired: false,
  languages: [],
  requiredSkills: opening.requiredSkills,
  preferredSkills: opening.preferredSkills,
  ...(opening.experienceYears !== undefined && { experienceYears: opening.experienceYears }),
})

/** Okapi BM25 over everything that opening and people say, titles and work history included. */
export const words: Ranker = ({ opening, people }) => {
  const asked = [opening.title, opening.description, ...skillsOf(opening)].join(' ')
  const scores = bm25(people.map(textOf), asked)
  return inOrder(people, (_, at) => scores[at]!)
}

/** How many of the asked skills the person lists, letter by letter once width and case are folded. */
export const overlap: Ranker = ({ opening, people }) => {
  const asked = new Set(skillsOf(opening).map(plain))
  return inOrder(people, ({ skills }) => new Set(skills.map(plain).filter((skill) => asked.has(skill))).size)
}

const skillsOf = ({ requiredSkills, preferredSkills }: SetOpening) =>
  [...requiredSkills, ...preferredSkills].map(({ skill }) => skill)

/** Without the years that some add. */
const plain = (skill: string) =>
  skill
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*\d+年$/, '')
    .trim()

const textOf = ({ title, skills, workHistory }: SetPerson) =>
  [title, ...skills, ...workHistory.flatMap(({ role, summary }) => [role ?? '', summary ?? ''])].join(' ')

function inOrder(people: readonly SetPerson[], scoreOf: (person: SetPerson, at: number) => number): string[] {
  return people
    .map((person, at) => ({ id: person.id, score: scoreOf(person, at) }))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}
