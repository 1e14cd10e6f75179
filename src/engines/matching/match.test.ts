import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { DEFAULT_WEIGHTS, describeReason, matchCandidate, matchOpening, score } from './index.ts'
import type { Candidate, SelectionStage, SignalKind } from './index.ts'
import { aCandidate, anOpening, asOf } from './testing.ts'

const skills = fc.constantFrom('TypeScript', 'React', 'PostgreSQL', '法人営業', '日商簿記2級', '溶接')
const candidates: fc.Arbitrary<Candidate> = fc.record(
  {
    id: fc.uuid(),
    prefecture: fc.constantFrom('13', '27'),
    willingPrefectures: fc.subarray(['13', '27', '40']),
    remoteWish: fc.constantFrom('ONLY', 'WELCOME', 'NO'),
    employmentTypes: fc.subarray(['FULL_TIME', 'CONTRACT']),
    desiredSalary: fc.integer({ min: 3_000_000, max: 9_000_000 }),
    skills: fc.array(fc.record({ skill: skills, years: fc.nat({ max: 20 }) }, { requiredKeys: ['skill'] })),
    experienceYears: fc.nat({ max: 40 }),
    stageReached: fc.constantFrom<SelectionStage>('APPLIED', 'INTERVIEW_1', 'FINAL_INTERVIEW'),
    evaluation: fc.double({ min: 0, max: 1, noNaN: true }),
    updatedAt: fc.date({ min: new Date(0), max: new Date(Date.UTC(2027, 0)), noInvalidDate: true }),
    signals: fc.array(
      fc.record({ kind: fc.constantFrom<SignalKind>('OPEN_TO_OFFERS', 'ANSWERED'), observedAt: fc.constant(asOf) }),
    ),
    blockedCompanies: fc.subarray(['1000000000001']),
  },
  { requiredKeys: ['id', 'updatedAt', 'signals', 'blockedCompanies'] },
) as fc.Arbitrary<Candidate>

const opening = anOpening({
  prefectures: ['13'],
  employmentTypes: ['FULL_TIME'],
  salaryOffered: { maximum: 6_000_000 },
  requiredSkills: [{ skill: 'TS', years: 3 }, { skill: 'Postgres' }],
  preferredSkills: [{ skill: 'react.js' }],
  experienceYears: 5,
})

describe('a score', () => {
  test('is exactly the sum of its parts, each within its bounds', () => {
    const weights = fc.record(
      Object.fromEntries(Object.keys(DEFAULT_WEIGHTS).map((part) => [part, fc.nat({ max: 1000 })])),
    ) as unknown as fc.Arbitrary<typeof DEFAULT_WEIGHTS>
    fc.assert(
      fc.property(candidates, weights, (candidate, chosen) => {
        const found = score({ opening, candidate, asOf, weights: chosen })
        expect(found.parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(found.score)
        for (const { contribution, maximum } of found.parts) {
          expect(Number.isSafeInteger(contribution) && contribution >= 0 && contribution <= maximum).toBe(true)
        }
      }),
    )
  })

  test('never falls when a person has one more asked skill', () => {
    fc.assert(
      fc.property(candidates, (candidate) => {
        const more = { ...candidate, skills: [...(candidate.skills ?? []), { skill: 'ポスグレ' }] }
        const before = score({ opening, candidate, asOf }).score
        expect(score({ opening, candidate: more, asOf }).score).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  test('says of each reason, in both languages, what it is', () => {
    fc.assert(
      fc.property(candidates, (candidate) => {
        const { parts, toVerify } = score({ opening, candidate, asOf })
        for (const reason of [...parts.flatMap(({ reasons }) => reasons), ...toVerify]) {
          expect(describeReason(reason, 'ja')).not.toMatch(/[{}]/)
          expect(describeReason(reason, 'en')).not.toMatch(/[{}]/)
        }
      }),
    )
  })
})

describe('an opening that asks nothing', () => {
  const nothing = anOpening({})

  test('gives nobody points for skills, work or experience, and asks nobody to have met them', () => {
    fc.assert(
      fc.property(candidates, (candidate) => {
        const { parts } = score({ opening: nothing, candidate, asOf })
        for (const part of ['REQUIRED_SKILLS', 'PREFERRED_SKILLS', 'WORK', 'EXPERIENCE'])
          expect(parts.find((one) => one.part === part)).toMatchObject({ contribution: 0, maximum: 0, reasons: [] })
      }),
    )
  })

  test('never stands before one whose required skills a person has', () => {
    const skilled = aCandidate({ skills: [{ skill: 'TypeScript', years: 3 }, { skill: 'PostgreSQL' }] })
    const asking = anOpening({ id: 'asking', requiredSkills: opening.requiredSkills })
    const { matches } = matchCandidate(skilled, [nothing, asking], { asOf })
    expect(matches[0]!.openingId).toBe('asking')
  })
})

describe('gender and age', () => {
  test('are no features: the type has no place for them', () => {
    type Forbidden = 'age' | 'birthDate' | 'gender' | 'sex' | 'name' | 'nationality' | 'photograph'
    expectTypeOf<Extract<keyof Candidate, Forbidden>>().toEqualTypeOf<never>()
  })

  test('change nothing when someone adds them all the same, even under a recorded age exception', () => {
    const withException = { ...opening, ageException: { ground: 'ITEM_1' as const, maximumAge: 64 } }
    const person = fc.record({ gender: fc.constantFrom('F', 'M', 'X'), age: fc.integer({ min: 18, max: 64 }) })
    fc.assert(
      fc.property(fc.array(candidates, { maxLength: 12 }), fc.infiniteStream(person), (people, persons) => {
        const smuggled = people.map((candidate) => ({ ...candidate, ...persons.next().value }))
        const ages = new Map(smuggled.map(({ id, age }) => [id, age]))
        const plain = matchOpening(withException, people, { asOf, ageOf: () => 30 })
        const told = matchOpening(withException, smuggled, { asOf, ageOf: (id) => ages.get(id) })
        expect(told).toEqual(plain)
      }),
    )
  })
})

describe('matching', () => {
  test('gives everyone a match or the reasons why not, whatever the order they come in', () => {
    const people = fc.uniqueArray(candidates, { selector: ({ id }) => id, maxLength: 15 })
    fc.assert(
      fc.property(people, (some) => {
        const found = matchOpening(opening, some, { asOf })
        expect(found.matches.length + found.excluded.length).toBe(some.length)
        expect(found.excluded.every(({ failed }) => failed.length > 0)).toBe(true)
        expect(matchOpening(opening, some.toReversed(), { asOf }).matches).toEqual(found.matches)
      }),
    )
  })

  test('finds the same pairs from the other side', () => {
    fc.assert(
      fc.property(candidates, (candidate) => {
        const fromOpening = matchOpening(opening, [candidate], { asOf })
        const fromCandidate = matchCandidate(candidate, [opening], { asOf })
        expect(fromCandidate).toEqual({ matches: fromOpening.matches, excluded: fromOpening.excluded })
      }),
    )
  })

  test('says how many more there would be if one condition were loosened', () => {
    const people = [
      aCandidate({ id: 'a', prefecture: '27', willingPrefectures: [], remoteWish: 'WELCOME' }),
      aCandidate({ id: 'b', remoteWish: 'ONLY' }),
      aCandidate({ id: 'c', prefecture: '13', desiredSalary: 6_500_000 }),
      aCandidate({ id: 'd', prefecture: '13', employmentTypes: ['CONTRACT'] }),
      aCandidate({ id: 'e', remoteWish: 'ONLY', desiredSalary: 9_000_000 }),
      aCandidate({ id: 'f', blockedCompanies: ['1000000000001'] }),
    ]
    const { nearMisses } = matchOpening(opening, people, { asOf })
    expect(nearMisses.map(({ relaxation, candidateIds }) => [describeReason(relaxation, 'en'), candidateIds])).toEqual([
      ['if remote is allowed', ['a', 'b']],
      ['if 27 is added', ['a']],
      ['if up to 10% more is offered', ['c']],
      ['if CONTRACT is offered', ['d']],
    ])
  })

  test('near misses are right: the loosened opening accepts exactly those more', () => {
    const people = fc.uniqueArray(candidates, { selector: ({ id }) => id, maxLength: 15 })
    fc.assert(
      fc.property(people, (some) => {
        const found = matchOpening(opening, some, { asOf })
        const remote = found.nearMisses.find(({ relaxation }) => relaxation.code === 'ALLOW_REMOTE')
        const loosened = matchOpening({ ...opening, remoteAllowed: true }, some, { asOf })
        expect(loosened.matches.length - found.matches.length).toBe(remote?.gained ?? 0)
      }),
    )
  })
})
