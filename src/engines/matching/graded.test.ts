import { expect, test } from 'vitest'
import { matchOpening, ndcg } from './index.ts'
import type { Candidate, HeldSkill, Opening } from './index.ts'
import { aCandidate, anOpening, asOf } from './testing.ts'

interface Graded {
  readonly opening: Opening
  /** Grade 3: would surely meet; 2: worth a call; 1: only if nobody else; 0: not this opening. */
  readonly people: readonly (readonly [grade: number, candidate: Candidate])[]
}

const person = (id: string, held: readonly (string | HeldSkill)[], known: Partial<Candidate> = {}): Candidate =>
  aCandidate({ id, skills: held.map((skill) => (typeof skill === 'string' ? { skill } : skill)), ...known })

const engineer: Graded = {
  opening: anOpening({
    id: 'engineer',
    prefectures: ['13'],
    remoteAllowed: true,
    salaryOffered: { maximum: 8_000_000 },
    requiredSkills: [{ skill: 'TypeScript', years: 3 }, { skill: 'React' }, { skill: 'PostgreSQL' }],
    preferredSkills: [{ skill: 'AWS' }, { skill: 'Docker' }],
    experienceYears: 5,
  }),
  people: [
    [
      3,
      person('e01', [{ skill: 'TS', years: 5 }, 'React.js', 'Postgres', 'アマゾンウェブサービス'], {
        experienceYears: 7,
      }),
    ],
    [3, person('e02', [{ skill: 'TypeScript', years: 4 }, 'Next.js', 'ポスグレ', 'k8s'], { experienceYears: 6 })],
    [2, person('e03', [{ skill: 'TypeScript', years: 3 }, 'Vue.js', 'MySQL', 'AWS'], { experienceYears: 5 })],
    [2, person('e04', [{ skill: 'タイプスクリプト', years: 2 }, 'ReactJS', 'MySQL'], { experienceYears: 4 })],
    [0, person('e05', ['TypeScript', 'React', 'PostgreSQL', 'AWS', 'Docker'], { desiredSalary: 12_000_000 })],
    [0, person('e06', ['TypeScript', 'React', 'PostgreSQL'], { blockedCompanies: ['1000000000001'] })],
    [1, person('e07', ['TypeScript', 'Docker'], { experienceYears: 1 })],
    [1, person('e08', ['JavaScript', 'HTML', 'CSS'], { experienceYears: 3 })],
    [0, person('e09', ['法人営業', 'Excel'], { experienceYears: 10 })],
    [0, person('e10', ['経理', '日商簿記2級'], { experienceYears: 8 })],
    [1, person('e11', ['Docker', 'AWS', 'Java'], { experienceYears: 9 })],
    [0, person('e12', ['React', 'AWS', 'Docker'], { prefecture: '27', willingPrefectures: [], remoteWish: 'NO' })],
  ],
}

const accountant: Graded = {
  opening: anOpening({
    id: 'accountant',
    prefectures: ['27'],
    employmentTypes: ['FULL_TIME'],
    requiredSkills: [{ skill: '日商簿記2級' }, { skill: '月次決算', years: 2 }],
    preferredSkills: [{ skill: 'Excel' }, { skill: '連結決算' }],
    experienceYears: 3,
  }),
  people: [
    [3, person('a01', ['日商簿記検定１級', { skill: '年次決算', years: 4 }, 'エクセル'], { experienceYears: 6 })],
    [
      3,
      person('a02', ['簿記2級', { skill: '月次決算', years: 3 }], {
        stageReached: 'FINAL_INTERVIEW',
        experienceYears: 4,
      }),
    ],
    [2, person('a03', ['日商簿記2級', '経理', 'Excel'], { experienceYears: 3 })],
    [2, person('a04', ['公認会計士', '決算業務'], { experienceYears: 5 })],
    [1, person('a05', ['日商簿記2級'], { experienceYears: 0 })],
    [1, person('a06', ['簿記3級', '一般事務', 'Excel'], { experienceYears: 4 })],
    [0, person('a07', ['日商簿記2級', '月次決算', 'Excel'], { employmentTypes: ['PART_TIME'] })],
    [0, person('a08', ['月次決算', 'Excel'], { prefecture: '13', willingPrefectures: [] })],
    [0, person('a09', ['法人営業', 'Excel', 'Word'], { experienceYears: 9 })],
    [0, person('a10', ['Excel', '接客'], { experienceYears: 5 })],
    [1, person('a11', ['税務', '経理', 'ピボットテーブル'], { experienceYears: 2 })],
  ],
}

const salesperson: Graded = {
  opening: anOpening({
    id: 'salesperson',
    prefectures: ['13', '14'],
    languages: [{ language: 'en', level: 'B2' }],
    requiredSkills: [{ skill: '法人営業', years: 3 }, { skill: '新規開拓営業' }],
    preferredSkills: [{ skill: 'Salesforce' }, { skill: '部下育成' }],
    experienceYears: 3,
  }),
  people: [
    [3, person('s01', [{ skill: 'BtoB営業', years: 6 }, '新規営業', 'SFDC'], { evaluation: 0.8, experienceYears: 6 })],
    [
      3,
      person('s02', [{ skill: '法人向け営業', years: 3 }, '飛び込み営業', 'マネジメント経験'], { experienceYears: 5 }),
    ],
    [2, person('s03', [{ skill: '法人営業', years: 4 }, 'ルート営業'], { experienceYears: 4 })],
    [2, person('s04', ['ソリューション営業', '新規開拓'], { stageReached: 'INTERVIEW_2', experienceYears: 5 })],
    [1, person('s05', ['BtoC営業', '新規営業'], { experienceYears: 2 })],
    [1, person('s06', ['インサイドセールス', 'Salesforce'], { experienceYears: 1 })],
    [0, person('s07', ['法人営業', '新規開拓営業'], { languages: [{ language: 'en', level: 'A1' }] })],
    [0, person('s08', ['Salesforce', '部下育成', '接客'], { prefecture: '01', willingPrefectures: [] })],
    [0, person('s09', ['TypeScript', 'React'], { experienceYears: 8 })],
    [0, person('s10', ['経理', 'Excel'], { experienceYears: 4 })],
  ],
}

/** The baseline: how many of the asked skills stand word for word among the person's. */
function plainOverlap({ opening, people }: Graded): string[] {
  const asked = new Set([...opening.requiredSkills, ...opening.preferredSkills].map(({ skill }) => skill))
  const overlap = (candidate: Candidate): number => candidate.skills!.filter(({ skill }) => asked.has(skill)).length
  return people
    .map(([, candidate]) => candidate)
    .toSorted((a, b) => overlap(b) - overlap(a) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

test.each([engineer, accountant, salesperson])(
  '$opening.id: ranks by hand-made grades, far above plain overlap',
  (set) => {
    const grades = new Map(set.people.map(([grade, { id }]) => [id, grade]))
    // Handed in worst first, so that no order of the input helps.
    const people = set.people.map(([, candidate]) => candidate).toReversed()
    const { matches } = matchOpening(set.opening, people, { asOf })
    const ours = ndcg({ ranking: matches.map(({ candidateId }) => candidateId), grades, depth: 10 })
    const baseline = ndcg({ ranking: plainOverlap(set), grades, depth: 10 })
    expect(ours).toBeGreaterThan(0.93)
    expect(ours - baseline).toBeGreaterThan(0.1)
  },
)

test('nDCG is 1 for the best order, 0 for one without anything graded', () => {
  const grades = new Map([
    ['a', 3],
    ['b', 1],
    ['c', 0],
  ])
  expect(ndcg({ ranking: ['a', 'b', 'c'], grades, depth: 10 })).toBe(1)
  expect(ndcg({ ranking: ['c', 'x'], grades, depth: 10 })).toBe(0)
  expect(ndcg({ ranking: ['b', 'a'], grades, depth: 10 })).toBeCloseTo(
    (1 + 7 / Math.log2(3)) / (7 + 1 / Math.log2(3)),
    12,
  )
})
