import {
  SKILL_GROUPS,
  skillName,
  type Candidate,
  type HeldSkill,
  type Opening,
  type Pooled,
  type SelectionStage,
} from '../../src/engines/matching/index.ts'
import { WORK_ROWS } from '../../src/engines/matching/codes/work-rows.ts'
import { randomFrom, type Random } from '../matching-quality/random.ts'

/** The day that everything is asked of. */
export const asOf = new Date(Date.UTC(2026, 9, 1))

/** A title, its class, and the skills of those who do it: 8 that the ranker's table knows and 110 of their own. */
type Line = { title: string; code: string; class: string; skills: readonly string[] }

const LINES: readonly Line[] = WORK_ROWS.trim()
  .split('\n')
  .map((row, at) => {
    const [code = '', , , spellings = ''] = row.split('|').map((cell) => cell.trim())
    const known = Array.from({ length: 8 }, (_, one) => SKILL_GROUPS[(at * 7 + one * 3) % SKILL_GROUPS.length]!.id)
    const own = Array.from({ length: 110 }, (_, one) => `技能${at}の${one}`)
    return {
      code,
      class: code.split('-').slice(0, 2).join('-'),
      title: spellings.split(',')[0]!.trim(),
      skills: [...known.map((id) => skillName(id, 'ja')), ...own],
    }
  })

const PREFECTURES = Array.from({ length: 47 }, (_, at) => String(at + 1).padStart(2, '0'))
const STAGES: readonly SelectionStage[] = [
  'APPLIED',
  'DOCUMENT_SCREENING',
  'INTERVIEW_1',
  'INTERVIEW_2',
  'FINAL_INTERVIEW',
]
const TYPES = ['PERMANENT', 'FIXED_TERM', 'PART_TIME', 'FREELANCE'] as const

/** The first items far more often than the last. */
const skewed = (random: Random, size: number): number => Math.floor(size * random.next() ** 2.5)

/** Tokyo, Kanagawa, Osaka first; the rest after them. */
const ORDERED = ['13', '14', '27', '23', '11', '12', '28', '40', ...PREFECTURES].filter(
  (p, at, all) => all.indexOf(p) === at,
)
const place = (random: Random) => ORDERED[skewed(random, 47)]!
const line = (random: Random) => LINES[skewed(random, LINES.length)]!
const days = (random: Random, most: number) => new Date(asOf.getTime() - random.between(0, most) * 86_400_000)

export function* madePeople(count: number): Generator<Pooled> {
  const random = randomFrom(4_020_101)
  for (let at = 0; at < count; at += 1) yield personOf(random, `p${String(at).padStart(8, '0')}`)
}

export function personOf(random: Random, id: string): Pooled {
  const work = line(random)
  const experienceYears = random.between(0, 25)
  const prefecture = place(random)
  const candidate: Candidate = {
    id,
    prefecture,
    ...(random.chance(0.7) && { willingPrefectures: random.chance(0.5) ? [] : [place(random), place(random)] }),
    ...(random.chance(0.8) && { remoteWish: random.one(['ONLY', 'WELCOME', 'WELCOME', 'NO', 'NO']) }),
    ...(random.chance(0.9) && { occupations: [work.class, ...(random.chance(0.3) ? [line(random).code] : [])] }),
    ...(random.chance(0.9) && { employmentTypes: random.chance(0.8) ? ['PERMANENT'] : [random.one(TYPES)] }),
    ...(random.chance(0.8) && { desiredSalary: random.between(250, 1000) * 10_000 }),
    ...(random.chance(0.9) && { workPermit: random.one(['UNRESTRICTED', 'UNRESTRICTED', 'RESTRICTED', 'NONE']) }),
    languages: random.chance(0.3) ? [{ language: 'en', level: random.one(['A2', 'B1', 'B2', 'C1']) }] : [],
    ...(random.chance(0.7) && { availableFrom: `2026-${String(random.between(9, 12)).padStart(2, '0')}-01` }),
    skills: skillsOf(random, work),
    roles: [{ title: work.title }, ...(random.chance(0.4) ? [{ title: line(random).title, isPast: true }] : [])],
    experienceYears,
    ...(random.chance(0.8) && { stageReached: random.one(STAGES) }),
    ...(random.chance(0.4) && { evaluation: random.one([0, 0.33, 0.67, 1]) }),
    updatedAt: days(random, 900),
    signals: random.chance(0.3) ? [{ kind: 'PROFILE_UPDATED', observedAt: days(random, 400) }] : [],
    blockedCompanies: random.chance(0.01) ? ['1000000000001'] : [],
  }
  return { candidate, facets: { prefecture, stage: candidate.stageReached, occupation: work.class } }
}

function skillsOf(random: Random, work: Line): HeldSkill[] {
  const names = new Set<string>()
  const count = random.between(3, 10)
  while (names.size < count) names.add(work.skills[skewed(random, work.skills.length)]!)
  return [...names].map((skill) => ({ skill, ...(random.chance(0.5) && { years: random.between(1, 12) }) }))
}

/** Openings such as employers write them: one line of work, one or two places, most conditions asked. */
export function madeOpenings(count: number): Opening[] {
  const random = randomFrom(77)
  return Array.from({ length: count }, (_, at) => {
    const work = line(random)
    const skills = [...new Set(Array.from({ length: 7 }, () => work.skills[skewed(random, work.skills.length)]!))]
    const asked = (skill: string) => ({ skill, ...(random.chance(0.4) && { years: random.between(1, 5) }) })
    const required = random.between(2, 4)
    return {
      id: `o${at}`,
      title: work.title,
      corporateNumbers: ['1000000000001'],
      prefectures: random.chance(0.85) ? [place(random), ...(random.chance(0.3) ? [place(random)] : [])] : [],
      remoteAllowed: random.chance(0.3),
      occupations: random.chance(0.7) ? [work.class] : [],
      employmentTypes: random.chance(0.7) ? ['PERMANENT'] : [],
      workPermitRequired: random.chance(0.5),
      languages: random.chance(0.15) ? [{ language: 'en', level: 'B1' as const }] : [],
      requiredSkills: skills.slice(0, required).map(asked),
      preferredSkills: skills.slice(required).map(asked),
      ...(random.chance(0.7) && { salaryOffered: { maximum: random.between(400, 900) * 10_000 } }),
      ...(random.chance(0.3) && { startBy: '2026-11-01' }),
      ...(random.chance(0.6) && { experienceYears: random.between(1, 8) }),
    }
  })
}
