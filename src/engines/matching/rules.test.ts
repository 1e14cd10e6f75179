import { expect, test } from 'vitest'
import { RANKING_RULES, score } from './index.ts'
import { aCandidate, anOpening, asOf } from './testing.ts'

const nothing = anOpening()
const much = anOpening({
  title: '法人営業',
  occupations: ['034-01'],
  requiredSkills: [{ skill: '法人営業', years: 3 }, { skill: 'Excel' }],
  preferredSkills: [{ skill: 'Salesforce' }],
  experienceYears: 5,
})
const candidates = [
  aCandidate(),
  aCandidate({ skills: [{ skill: '法人営業', years: 4 }, { skill: 'Excel' }] }),
  aCandidate({ skills: [{ skill: '法人営業', years: 1 }], experienceYears: 7 }),
  aCandidate({ skills: [{ skill: 'Salesforce' }], stageReached: 'FINAL_INTERVIEW' }),
]

test('the points of known people are those of these rules: who changes them raises RANKING_RULES', () => {
  const points = [nothing, much].map((opening) =>
    candidates.map((candidate) => score({ opening, candidate, asOf }).score),
  )
  expect({ rules: RANKING_RULES, points }).toEqual({
    rules: 2,
    points: [
      [60, 60, 60, 141],
      [60, 360, 190, 261],
    ],
  })
})
