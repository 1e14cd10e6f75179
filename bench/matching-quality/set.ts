import { readFileSync } from 'node:fs'

export type Half = 'OPEN' | 'HELD'
export type SetPerson = {
  id: string
  half: Half
  title: string
  skills: string[]
  workHistory: { organisation: string; role?: string; from?: string; to?: string; summary?: string }[]
}
export type SetOpening = {
  id: string
  half: Half
  title: string
  description: string
  requiredSkills: { skill: string; years?: number }[]
  preferredSkills: { skill: string }[]
  experienceYears?: number
}

/** One opening with those it is ranked against, and their grades; who has none is 0. */
export type Question = { opening: SetOpening; people: readonly SetPerson[]; grades: ReadonlyMap<string, number> }

const folder = new URL('../sets/matching/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const rows = <T>(name: string): T[] =>
  read(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

/** The part made by rules: every opening of a half against every person of it. */
export function madeQuestions(half: Half): Question[] {
  const people = rows<SetPerson>('people.jsonl').filter((one) => one.half === half)
  const grades = new Map<string, Map<string, number>>()
  for (const line of read('grades.csv').trim().split('\n').slice(1)) {
    const [opening = '', person = '', grade] = line.split(',')
    const found = grades.get(opening) ?? new Map<string, number>()
    grades.set(opening, found.set(person, Number(grade)))
  }
  return rows<SetOpening>('openings.jsonl')
    .filter((one) => one.half === half)
    .map((opening) => ({ opening, people, grades: grades.get(opening.id) ?? new Map<string, number>() }))
}

type ByHand = { opening: SetOpening; people: (Omit<SetPerson, 'half'> & { grade: number })[] }

/** The part written and graded by hand: each opening has its own people. */
export function handQuestions(half: Half): Question[] {
  return rows<ByHand>('by-hand.jsonl')
    .filter(({ opening }) => opening.half === half)
    .map(({ opening, people }) => ({
      opening,
      people: people.map(({ id, title, skills, workHistory }) => ({ half, id, title, skills, workHistory })),
      grades: new Map(people.map(({ id, grade }) => [id, grade])),
    }))
}
