import fc from 'fast-check'
import type { Candidate, SelectionStage, SignalKind } from '../candidate.ts'
import type { LanguageLevel, Opening } from '../opening.ts'
import { anOpening, asOf } from '../testing.ts'

const skill = fc.constantFrom(
  'TypeScript',
  'React',
  'Next.js',
  'ポスグレ',
  'MySQL',
  '法人営業',
  '日商簿記1級',
  '溶接',
  'Excel',
)
const prefecture = fc.constantFrom('13', '11', '27', '28', '40', '01')
const title = fc.constantFrom(
  '法人営業',
  'インサイドセールス',
  'バックエンドエンジニア',
  '経理',
  '宇宙飛行士',
  '営業事務',
)
const level = fc.constantFrom<LanguageLevel>('A1', 'B1', 'B2', 'C1', 'NATIVE')
const occupation = fc.constantFrom('02-009', '02-009-backend', '02', '07-048', 'その他')
const employmentType = fc.constantFrom('PERMANENT', 'FIXED_TERM', 'PART_TIME')

/** Some days either side of a day, the past more often. */
const moment = fc.integer({ min: 0, max: 900 }).map((days) => new Date(asOf.getTime() - days * 86_400_000))

export const candidates: fc.Arbitrary<Candidate> = fc.record(
  {
    id: fc.uuid(),
    prefecture,
    willingPrefectures: fc.uniqueArray(prefecture, { maxLength: 3 }),
    remoteWish: fc.constantFrom('ONLY', 'WELCOME', 'NO'),
    occupations: fc.uniqueArray(occupation, { maxLength: 2 }),
    employmentTypes: fc.uniqueArray(employmentType, { maxLength: 2 }),
    desiredSalary: fc.integer({ min: 3_000_000, max: 9_000_000 }),
    workPermit: fc.constantFrom('UNRESTRICTED', 'RESTRICTED', 'NONE'),
    languages: fc.array(fc.record({ language: fc.constantFrom('en', 'zh'), level }, { requiredKeys: ['language'] }), {
      maxLength: 2,
    }),
    availableFrom: fc.constantFrom('2026-04-01', '2026-06-01', '2026-09-15'),
    employer: fc.constantFrom('甲商事', '乙工業'),
    skills: fc.array(
      fc.record(
        {
          skill,
          years: fc.integer({ min: 0, max: 150 }).map((tenths) => tenths / 10),
          level: fc.constantFrom('BEGINNER', 'ADVANCED'),
          mentioned: fc.boolean(),
        },
        { requiredKeys: ['skill'] },
      ),
      { maxLength: 5 },
    ),
    roles: fc.array(fc.record({ title, isPast: fc.boolean() }, { requiredKeys: ['title'] }), { maxLength: 3 }),
    experienceYears: fc.nat({ max: 20 }),
    stageReached: fc.constantFrom<SelectionStage>('APPLIED', 'INTERVIEW_1', 'FINAL_INTERVIEW'),
    evaluation: fc.constantFrom(0, 0.33, 0.5, 0.67, 1),
    updatedAt: moment,
    signals: fc.array(
      fc.record({
        kind: fc.constantFrom<SignalKind>('OPEN_TO_OFFERS', 'ANSWERED', 'PROFILE_UPDATED'),
        observedAt: moment,
      }),
      { maxLength: 3 },
    ),
    blockedCompanies: fc.subarray(['1000000000001', '2000000000002']),
  },
  { requiredKeys: ['id', 'updatedAt', 'signals', 'blockedCompanies'] },
) as fc.Arbitrary<Candidate>

const askedSkill = fc.record({ skill, years: fc.integer({ min: 1, max: 6 }) }, { requiredKeys: ['skill'] })

export const openings: fc.Arbitrary<Opening> = (
  fc.record(
    {
      title,
      employersLeftAlone: fc.subarray(['甲商事', '乙工業'], { maxLength: 1 }),
      prefectures: fc.uniqueArray(prefecture, { maxLength: 2 }),
      remoteAllowed: fc.boolean(),
      occupations: fc.uniqueArray(occupation, { maxLength: 2 }),
      employmentTypes: fc.uniqueArray(employmentType, { maxLength: 2 }),
      salaryOffered: fc.integer({ min: 3_000_000, max: 8_000_000 }).map((maximum) => ({ maximum })),
      workPermitRequired: fc.boolean(),
      languages: fc.array(fc.record({ language: fc.constantFrom('en', 'zh'), level }, { requiredKeys: ['language'] }), {
        maxLength: 1,
      }),
      startBy: fc.constantFrom('2026-05-01', '2026-07-01'),
      requiredSkills: fc.array(askedSkill, { maxLength: 4 }),
      preferredSkills: fc.array(askedSkill, { maxLength: 2 }),
      experienceYears: fc.integer({ min: 1, max: 8 }),
      ageException: fc.constant({ ground: 'ITEM_1' as const, maximumAge: 64 }),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Partial<Opening>>
).map((asked) => anOpening(asked))
