/**
 * Writes the labelled set of `bench/sets/matching`: `node bench/matching-quality/make-set.ts`. The same seed writes the same
 * bytes. The grade of a pair follows from what the two were drawn from (line of work, when it was done, level), never from
 * what they say of themselves; `bench/sets/matching/README.md` has the rules.
 */
import { writeFileSync } from 'node:fs'
import { gradeOf, type Drawn, type Level } from './grade.ts'
import { randomFrom, type Random } from './random.ts'
import type { SetOpening, SetPerson } from './set.ts'
import { SPECIALISMS, type Specialism } from './specialisms.ts'

const folder = new URL('../sets/matching/', import.meta.url)
const peopleOfHalf = 640
const half = (name: 'OPEN' | 'HELD') => SPECIALISMS.filter((one) => one.half === 'BOTH' || one.half === name)
const organisations = ['青葉', 'みなと', '北斗', 'すみれ', '東雲', '千歳', '八雲', '白樺', '若葉', '常盤']

/** What says nothing of the work: some write only this. */
const vagueTitles = ['会社員', '主任', 'リーダー', '担当', 'スタッフ', '正社員']
const commonSkills = [
  'Excel',
  'Word',
  'PowerPoint',
  'コミュニケーション',
  '普通自動車免許',
  'TOEIC 700',
  'マネジメント経験',
]

function drawPerson(random: Random, among: readonly Specialism[]): Drawn {
  const now = random.one(among)
  const level = random.one<Level>([1, 2, 2, 3])
  const earlier = random.chance(0.35)
    ? random.chance(0.7)
      ? random.one(among.filter(({ id }) => now.near.includes(id)).concat(now))
      : random.one(among)
    : undefined
  return { now, level, ...(earlier && earlier.id !== now.id && { earlier }) }
}

function personOf(random: Random, drawn: Drawn, id: string): Omit<SetPerson, 'half'> {
  const years = { 1: random.between(0, 2), 2: random.between(3, 8), 3: random.between(7, 18) }[drawn.level]
  const yearsEarlier = drawn.earlier ? random.between(1, 5) : 0
  const skills = [
    ...drawn.now.core.filter(() => random.chance(0.62)).map((one) => random.one(one)),
    ...drawn.now.side.filter(() => random.chance(0.35)).map((one) => random.one(one)),
    ...(drawn.earlier?.core.filter(() => random.chance(0.4)).map((one) => random.one(one)) ?? []),
    ...commonSkills.filter(() => random.chance(0.18)),
  ]
  // One in twelve lists what they only know by name: the words of work that they never did.
  const other = random.one(SPECIALISMS)
  if (random.chance(1 / 12)) skills.push(...other.core.slice(0, 3).map((one) => random.one(one)))
  const told = skills.map((skill) =>
    random.chance(0.3) ? `${skill} ${random.between(1, Math.max(1, years))}年` : skill,
  )
  const said = random.chance(0.12) ? [] : told
  const jobs = [entry(random, drawn.now, { until: 2026, years: Math.max(1, years) })]
  if (drawn.earlier) jobs.push(entry(random, drawn.earlier, { until: 2026 - Math.max(1, years), years: yearsEarlier }))
  const history = random.chance(0.15) ? [] : jobs
  const title = random.chance(0.15) ? random.one(vagueTitles) : random.one(drawn.now.titles)
  return { id, title, skills: random.shuffled(said), workHistory: history }
}

function entry(random: Random, work: Specialism, { until, years }: { until: number; years: number }) {
  const role = random.chance(0.2) ? random.one(vagueTitles) : random.one(work.titles)
  const summary = [random.one(work.tasks), ...work.core.filter(() => random.chance(0.3)).map((one) => random.one(one))]
  return {
    organisation: `株式会社${random.one(organisations)}${random.one(['商事', '製作所', 'システム', '産業', 'サービス'])}`,
    role,
    from: `${until - years}-04`,
    ...(until < 2026 && { to: `${until}-03` }),
    ...(random.chance(0.8) && { summary: summary.join('、') }),
  }
}

function openingOf(random: Random, work: Specialism, level: Level, id: string): Omit<SetOpening, 'half'> {
  const core = random.shuffled(work.core)
  const required = core.slice(0, random.between(2, 4))
  const preferred = [...core.slice(required.length), ...random.shuffled(work.side).slice(0, 2)]
  const years = { 1: 0, 2: 3, 3: 6 }[level]
  return {
    id,
    title: random.one(work.titles),
    description: `${random.one(work.tasks)}、${random.one(work.tasks)}`,
    requiredSkills: required.map((one) => ({
      skill: random.one(one),
      ...(years > 0 && random.chance(0.5) && { years: Math.max(1, years - 1) }),
    })),
    preferredSkills: preferred.map((one) => ({ skill: random.one(one) })),
    ...(years > 0 && { experienceYears: years }),
  }
}

const random = randomFrom(20_261_122)
const people: SetPerson[] = []
const openings: SetOpening[] = []
const grades: string[] = ['opening,person,grade']
for (const name of ['OPEN', 'HELD'] as const) {
  const among = half(name)
  const letter = name === 'OPEN' ? 'a' : 'b'
  const drawn = new Map<string, Drawn>()
  for (let at = 1; at <= peopleOfHalf; at += 1) {
    const id = `${letter}${String(at).padStart(4, '0')}`
    const one = drawPerson(random, among)
    drawn.set(id, one)
    people.push({ half: name, ...personOf(random, one, id) })
  }
  for (const work of among) {
    const level = random.one<Level>([1, 2, 2, 3])
    const id = `${letter}-${work.id}`
    openings.push({ half: name, ...openingOf(random, work, level, id) })
    for (const [personId, one] of drawn) {
      const grade = gradeOf({ work, level }, one)
      if (grade > 0) grades.push(`${id},${personId},${grade}`)
    }
  }
}

const lines = (rows: readonly object[]) => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`
writeFileSync(new URL('people.jsonl', folder), lines(people))
writeFileSync(new URL('openings.jsonl', folder), lines(openings))
writeFileSync(new URL('grades.csv', folder), `${grades.join('\n')}\n`)
