import {
  DEFAULT_WEIGHTS,
  RANKING_RULES,
  type AgeGround,
  type Opening as Asked,
  type Weights,
} from '../../../engines/matching/index.ts'
import type { LeftAlone } from '../../../contract/matching.ts'
import { companyKey } from '../../../engines/japanese/index.ts'
import { sha256 } from '../../kernel/crypto.ts'
import type { Company } from '../accounts/index.ts'
import type { Opening } from '../selection/index.ts'
import { employmentTypeCode, languageCode, occupationCode, prefectureCodes } from './terms.ts'

const grounds: Record<string, AgeGround> = {
  '1': 'ITEM_1',
  '2': 'ITEM_2',
  '3-a': 'ITEM_3_I',
  '3-b': 'ITEM_3_RO',
  '3-c': 'ITEM_3_HA',
  '3-d': 'ITEM_3_NI',
}

/**
 * What an opening asks, as the engine reads it. An age limit stands only under the exception the company recorded. Who works
 * for an employer that the company leaves alone is no candidate of its own pool; the network knows nobody's employer.
 */
export function askedBy(
  { id, title, conditions }: Opening,
  company: Company,
  leftAlone: readonly LeftAlone[] = [],
): Asked {
  const { ageLimit, salaryOffered, startBy, experienceYears, ...rest } = conditions
  const ground = company.ageException ? grounds[company.ageException] : undefined
  return {
    id,
    title,
    corporateNumbers: company.corporateNumber ? [company.corporateNumber] : [],
    ...(leftAlone.length > 0 && { employersLeftAlone: leftAlone.map((one) => companyKey(one.company)) }),
    prefectures: [...new Set(rest.prefectures.flatMap(prefectureCodes))],
    remoteAllowed: rest.remoteAllowed,
    occupations: rest.occupations.map(occupationCode),
    employmentTypes: rest.employmentTypes.map(employmentTypeCode),
    workPermitRequired: rest.workPermitRequired,
    languages: rest.languages.map(({ language, level }) => ({
      language: languageCode(language),
      ...(level && { level }),
    })),
    requiredSkills: rest.requiredSkills.map(given),
    preferredSkills: rest.preferredSkills.map(given),
    ...(salaryOffered && { salaryOffered: given(salaryOffered) }),
    ...(startBy && { startBy }),
    ...(experienceYears !== undefined && { experienceYears }),
    ...(ageLimit &&
      ground && {
        ageException: {
          ground,
          ...(ageLimit.minimum !== undefined && { minimumAge: ageLimit.minimum }),
          ...(ageLimit.maximum !== undefined && { maximumAge: ageLimit.maximum }),
        },
      }),
  }
}

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Without the keys that stand for nothing. */
const given = <T extends object>(value: T): Given<T> =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Given<T>

/**
 * An anonymous person shows what they can do and wish, and nothing else: no stage, evaluation, freshness or signal may
 * tell one member of a class from another.
 */
export const relayWeights: Weights = {
  ...DEFAULT_WEIGHTS,
  REQUIRED_SKILLS: 700,
  PREFERRED_SKILLS: 300,
  WORK: 0,
  EXPERIENCE: 0,
  STAGE_REACHED: 0,
  EVALUATION: 0,
  FRESHNESS: 0,
  SIGNALS: 0,
}

/** Names a set of weights and the rules that count by them, so that the log tells when they were others. */
export const weightsVersion = (weights: Weights, rules = RANKING_RULES): string => {
  const parts = Object.entries(weights).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return sha256(JSON.stringify([rules, parts])).slice(0, 12)
}
