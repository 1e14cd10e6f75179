import { z } from 'zod'
import {
  employmentTypeWords,
  occupationWords,
  prefectureWords,
  employmentTypeCode,
  occupationCode,
  prefectureCodes,
} from '../../matching/index.ts'
import type { Words } from '../../../../contract/matching.ts'
import type { Company } from '../../accounts/index.ts'
import type { Opening } from '../../selection/index.ts'

const Both = z.object({ ja: z.string(), en: z.string() })

/** The job and the employer as the member is shown them, said in both languages when the company asks. */
export const Job = z.object({
  companyName: z.string(),
  companyAddress: z.string(),
  // What was asked for by an earlier release carries none.
  companyRepresentative: z.string().default(''),
  openingTitle: z.string(),
  occupation: Both,
  places: Both,
  employmentType: Both,
  salary: Both,
  remote: Both,
  description: z.string(),
})
export type Job = z.output<typeof Job>

const open: Words = { ja: '記載なし', en: 'Not stated' }

const joined = (all: readonly Words[]): Words =>
  all.length === 0 ? open : { ja: all.map(({ ja }) => ja).join('、'), en: all.map(({ en }) => en).join(', ') }

export function jobOf(
  { name, address, representative }: Company,
  { title, occupation, description, conditions }: Opening,
): Job {
  const asked = conditions.occupations.length > 0 ? conditions.occupations : occupation ? [occupation] : []
  return {
    companyName: name,
    companyAddress: address ?? '',
    companyRepresentative: representative ?? '',
    openingTitle: title,
    occupation: joined(asked.map((one) => occupationWords(occupationCode(one)))),
    places: joined(conditions.prefectures.flatMap(prefectureCodes).map(prefectureWords)),
    employmentType: joined(conditions.employmentTypes.map((one) => employmentTypeWords(employmentTypeCode(one)))),
    salary: salaryWords(conditions.salaryOffered),
    remote: conditions.remoteAllowed
      ? { ja: 'リモート勤務可', en: 'Remote work possible' }
      : { ja: '出社', en: 'On site' },
    description: description ?? '',
  }
}

function salaryWords(offered: Opening['conditions']['salaryOffered']): Words {
  if (!offered) return open
  const { minimum, maximum } = offered
  const man = (yen: number) => `${(yen / 10_000).toLocaleString('ja')}万円`
  const million = (yen: number) => `¥${(yen / 1_000_000).toLocaleString('en')} million`
  return minimum === undefined
    ? { ja: `${man(maximum)}まで`, en: `up to ${million(maximum)}` }
    : { ja: `${man(minimum)}〜${man(maximum)}`, en: `${million(minimum)} to ${million(maximum)}` }
}
