import type { Candidate } from './candidate.ts'
import { commutingArea } from './commuting.ts'
import type { LanguageLevel, Opening } from './opening.ts'
import { failed, notAsked, passed, toVerify, unknown } from './verdict.ts'
import type { ConditionId, Verdict } from './verdict.ts'

type Condition = (opening: Opening, candidate: Candidate) => Verdict

/** The hard conditions that look at features. Age stands apart (`eligibility.ts`), since it is no feature. */
export const CONDITIONS: Readonly<Record<Exclude<ConditionId, 'AGE'>, Condition>> = {
  BLOCK_LIST: (opening, candidate) => {
    const isBlocked = opening.corporateNumbers.some((number) => candidate.blockedCompanies.includes(number))
    return isBlocked ? failed('BLOCKED') : passed
  },

  EMPLOYER: ({ employersLeftAlone = [] }, { employer }) =>
    employer !== undefined && employersLeftAlone.includes(employer) ? failed('EMPLOYER_LEFT_ALONE') : passed,

  WORK_PERMIT: (opening, { workPermit }) => {
    if (!opening.workPermitRequired) return notAsked
    if (workPermit === undefined) return unknown('workPermit')
    if (workPermit === 'RESTRICTED') return toVerify('PERMIT_RESTRICTED')
    return workPermit === 'NONE' ? failed('NO_PERMIT') : passed
  },

  PLACE: place,

  OCCUPATION: (opening, { occupations }) => {
    if (opening.occupations.length === 0) return notAsked
    if (occupations === undefined) return unknown('occupations')
    const isWished = opening.occupations.some((asked) => occupations.some((wished) => overlaps(asked, wished)))
    return isWished ? passed : failed('OTHER_OCCUPATION', { wished: occupations.join(', ') })
  },

  EMPLOYMENT_TYPE: (opening, { employmentTypes }) => {
    if (opening.employmentTypes.length === 0) return notAsked
    if (employmentTypes === undefined) return unknown('employmentTypes')
    const isWished = opening.employmentTypes.some((type) => employmentTypes.includes(type))
    return isWished ? passed : failed('OTHER_EMPLOYMENT_TYPE', { wished: employmentTypes.join(', ') })
  },

  SALARY: ({ salaryOffered }, { desiredSalary }) => {
    if (salaryOffered === undefined) return notAsked
    if (desiredSalary === undefined) return unknown('desiredSalary')
    if (desiredSalary <= salaryOffered.maximum) return passed
    return failed('SALARY_BELOW_WISH', { offered: salaryOffered.maximum, wished: desiredSalary })
  },

  LANGUAGE: language,

  START: ({ startBy }, { availableFrom }) => {
    if (startBy === undefined) return notAsked
    if (availableFrom === undefined) return unknown('availableFrom')
    return availableFrom <= startBy ? passed : failed('AVAILABLE_LATER', { from: availableFrom, by: startBy })
  },
}

function place(opening: Opening, candidate: Candidate): Verdict {
  const { prefecture, willingPrefectures, remoteWish } = candidate
  if (opening.prefectures.length === 0 && !opening.remoteAllowed) return notAsked
  if (opening.remoteAllowed && (remoteWish === 'ONLY' || remoteWish === 'WELCOME')) return passed
  if (remoteWish === 'ONLY') return failed('REMOTE_ONLY')
  const places = [...(prefecture === undefined ? [] : [prefecture]), ...(willingPrefectures ?? [])]
  if (places.some((candidatePlace) => opening.prefectures.includes(candidatePlace))) return passed
  if (opening.remoteAllowed && remoteWish === undefined) return unknown('remoteWish')
  if (willingPrefectures === undefined) return unknown('willingPrefectures')
  if (prefecture === undefined) return unknown('prefecture')
  if (commutingArea(prefecture).some((near) => opening.prefectures.includes(near)))
    return toVerify('COMMUTE', { prefecture })
  return failed('OTHER_PLACE', { places: places.join(', ') })
}

const LEVELS: readonly LanguageLevel[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE']

/** A language that is not listed is unknown, not absent: nobody lists everything. */
function language(opening: Opening, candidate: Candidate): Verdict {
  if (opening.languages.length === 0) return notAsked
  let open: Verdict | undefined
  for (const asked of opening.languages) {
    const held = candidate.languages?.find((spoken) => spoken.language === asked.language)
    if (!held) open ??= candidate.languages === undefined ? unknown('languages') : ask('LANGUAGE_UNKNOWN', asked)
    else if (asked.level !== undefined && held.level === undefined) open ??= ask('LANGUAGE_LEVEL_UNKNOWN', asked)
    else if (asked.level !== undefined && LEVELS.indexOf(held.level!) < LEVELS.indexOf(asked.level)) {
      return failed('LANGUAGE_BELOW', { language: asked.language, asked: asked.level, held: held.level! })
    }
  }
  return open ?? passed
}

function ask(code: string, { language: asked, level }: Opening['languages'][number]): Verdict {
  return toVerify(code, { language: asked, level: level ?? '' }, 'languages')
}

/** One code covers the other when it is the same or a level above it. */
export function overlaps(asked: string, wished: string): boolean {
  return asked === wished || wished.startsWith(`${asked}-`) || asked.startsWith(`${wished}-`)
}
