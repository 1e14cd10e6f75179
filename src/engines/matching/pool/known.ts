import type { AgeOf } from '../eligibility.ts'
import type { Opening } from '../opening.ts'
import { each, LEVELS, setsOf, within, without, type Filter } from './filter.ts'
import type { Pool } from './pool.ts'

/**
 * Clears those of whom a condition that is asked is not known to be met, among people who fail none: what is left are those
 * for whom `eligibility` has nothing to verify.
 */
export function knownFilters(pool: Pool, opening: Opening, ageOf: AgeOf | undefined): Filter[] {
  const { prefectures, remoteAllowed, occupations, employmentTypes, workPermitRequired } = opening
  const { salary, start, ids } = pool
  const isOpen = (kind: string) => setsOf(pool, 'open', [kind])
  const near = [
    ...setsOf(pool, 'place', prefectures),
    ...(remoteAllowed ? setsOf(pool, 'remote', ['ONLY', 'WELCOME']) : []),
  ]
  const filters = [
    workPermitRequired && within('WORK_PERMIT', setsOf(pool, 'permit', ['UNRESTRICTED'])),
    (prefectures.length > 0 || remoteAllowed) && within('PLACE', near),
    occupations.length > 0 && without('OCCUPATION', isOpen('occupation')),
    employmentTypes.length > 0 && without('EMPLOYMENT_TYPE', isOpen('type')),
    ...opening.languages.map((asked) => within('LANGUAGE', speakersOf(pool, asked))),
    opening.salaryOffered && each('SALARY', (slot) => salary[slot]! < 0),
    opening.startBy !== undefined && each('START', (slot) => start[slot]! < 0),
    opening.ageException && each('AGE', (slot) => ageOf?.(ids[slot]!) === undefined),
  ]
  return filters.filter((one) => one !== undefined && one !== false)
}

function speakersOf(pool: Pool, { language, level }: Opening['languages'][number]) {
  if (level === undefined) return setsOf(pool, 'speaks', [language])
  const enough = LEVELS.slice(LEVELS.indexOf(level)).map((held) => `${language} ${held}`)
  return setsOf(pool, 'language', enough)
}
