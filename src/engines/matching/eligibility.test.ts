import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageExceptionRefusal, eligibility } from './index.ts'
import type { AgeException, Candidate, Opening } from './index.ts'
import { aCandidate, anOpening } from './testing.ts'

const everything = anOpening({
  prefectures: ['13'],
  occupations: ['07-015'],
  employmentTypes: ['FULL_TIME'],
  salaryOffered: { maximum: 6_000_000 },
  workPermitRequired: true,
  languages: [{ language: 'en', level: 'B2' }],
  startBy: '2026-07-01',
})

describe('a hard condition', () => {
  test.each<[Partial<Opening>, Partial<Candidate>, string]>([
    [{}, { blockedCompanies: ['1000000000001'] }, 'BLOCKED'],
    [{ workPermitRequired: true }, { workPermit: 'NONE' }, 'NO_PERMIT'],
    [{ prefectures: ['13'] }, { prefecture: '27', willingPrefectures: ['28'] }, 'OTHER_PLACE'],
    [{ prefectures: ['13'] }, { prefecture: '13', remoteWish: 'ONLY' }, 'REMOTE_ONLY'],
    [{ occupations: ['07'] }, { occupations: ['08-020'] }, 'OTHER_OCCUPATION'],
    [{ employmentTypes: ['FULL_TIME'] }, { employmentTypes: ['PART_TIME'] }, 'OTHER_EMPLOYMENT_TYPE'],
    [{ salaryOffered: { maximum: 5_000_000 } }, { desiredSalary: 5_000_001 }, 'SALARY_BELOW_WISH'],
    [
      { languages: [{ language: 'en', level: 'B2' }] },
      { languages: [{ language: 'en', level: 'B1' }] },
      'LANGUAGE_BELOW',
    ],
    [{ startBy: '2026-04-30' }, { availableFrom: '2026-05-01' }, 'AVAILABLE_LATER'],
  ])('%j excludes %j as %s', (asked, known, code) => {
    const found = eligibility(anOpening(asked), aCandidate(known))
    expect(found.eligible).toBe(false)
    expect(found.failed.map(({ reason }) => reason.code)).toEqual([code])
  })

  test.each<[Partial<Opening>, Partial<Candidate>]>([
    [{ prefectures: ['13'] }, { prefecture: '27', willingPrefectures: ['13'] }],
    [
      { prefectures: ['13'], remoteAllowed: true },
      { prefecture: '01', remoteWish: 'WELCOME' },
    ],
    [{ occupations: ['07'] }, { occupations: ['07-015'] }],
    [{ languages: [{ language: 'en', level: 'B2' }] }, { languages: [{ language: 'en', level: 'NATIVE' }] }],
    [{ startBy: '2026-04-30' }, { availableFrom: '2026-04-30' }],
  ])('%j lets %j pass', (asked, known) => {
    expect(eligibility(anOpening(asked), aCandidate(known))).toMatchObject({ eligible: true, toVerify: [] })
  })

  test('a missing fact never excludes, and is asked about', () => {
    const found = eligibility(everything, aCandidate())
    expect(found.eligible).toBe(true)
    expect(found.missingFacts).toEqual([
      'workPermit',
      'willingPrefectures',
      'occupations',
      'employmentTypes',
      'desiredSalary',
      'languages',
      'availableFrom',
    ])
  })

  test('forgetting any fact of an eligible person keeps them eligible', () => {
    const facts: Partial<Candidate> = {
      prefecture: '27',
      willingPrefectures: ['13'],
      remoteWish: 'NO',
      occupations: ['07-015-02'],
      employmentTypes: ['FULL_TIME', 'CONTRACT'],
      desiredSalary: 5_000_000,
      workPermit: 'UNRESTRICTED',
      languages: [{ language: 'en', level: 'C1' }],
      availableFrom: '2026-05-01',
    }
    expect(eligibility(everything, aCandidate(facts))).toMatchObject({ eligible: true, toVerify: [] })
    fc.assert(
      fc.property(fc.subarray(Object.entries(facts)), (kept) => {
        expect(eligibility(everything, aCandidate(Object.fromEntries(kept))).eligible).toBe(true)
      }),
    )
  })
})

describe('age', () => {
  const ageException: AgeException = { ground: 'ITEM_3_I', maximumAge: 35 }

  test('is not even asked for unless an exception is recorded', () => {
    const ageOf = (): number => {
      throw new Error('asked')
    }
    expect(eligibility(anOpening(), aCandidate(), ageOf).eligible).toBe(true)
  })

  test('excludes under a recorded exception, without saying the age; unknown it is to verify', () => {
    const opening = anOpening({ ageException })
    expect(eligibility(opening, aCandidate(), () => 36).failed).toEqual([
      { condition: 'AGE', reason: { code: 'OUTSIDE_RECORDED_AGE_EXCEPTION', values: {} } },
    ])
    expect(eligibility(opening, aCandidate(), () => 35).eligible).toBe(true)
    expect(eligibility(opening, aCandidate()).missingFacts).toEqual(['age'])
  })

  test.each<[AgeException, string | undefined]>([
    [{ ground: 'ITEM_1', maximumAge: 59 }, undefined],
    [{ ground: 'ITEM_1', minimumAge: 20 }, 'BOUND_NOT_ALLOWED'],
    [{ ground: 'ITEM_2' }, 'NO_BOUND'],
    [{ ground: 'ITEM_2', minimumAge: 60, maximumAge: 18 }, 'BOUNDS_REVERSED'],
    [{ ground: 'ITEM_3_RO', minimumAge: 30, maximumAge: 39 }, undefined],
    [{ ground: 'ITEM_3_RO', minimumAge: 30, maximumAge: 40 }, 'BAND_OUTSIDE_RULE'],
    [{ ground: 'ITEM_3_RO', maximumAge: 39 }, 'BAND_OUTSIDE_RULE'],
  ])('an exception %j is judged %s', (exception, refusal) => {
    expect(ageExceptionRefusal(exception)).toBe(refusal)
  })
})
