import { z } from 'zod'
import { prefectures, regionNames, type Region } from '../../../../../engines/japanese/index.ts'
import type { Language, Problem, WishOptions, Wishes as TypedWishes } from '../../../../../portal/index.ts'
import { remoteWishes, Wishes } from '../../../relay/index.ts'

const occupations: readonly (readonly [string, string])[] = [
  ['ITエンジニア', 'IT engineer'],
  ['プロジェクト管理', 'Project management'],
  ['データ分析', 'Data analysis'],
  ['企画・マーケティング', 'Planning and marketing'],
  ['営業', 'Sales'],
  ['カスタマーサポート', 'Customer support'],
  ['事務・管理', 'Administration'],
  ['経理・財務', 'Accounting and finance'],
  ['人事', 'Human resources'],
  ['デザイン', 'Design'],
  ['製造・品質管理', 'Manufacturing and quality'],
  ['物流・倉庫', 'Logistics'],
  ['販売・接客', 'Retail and service'],
  ['医療・介護', 'Care and medicine'],
]

// Hokkaido and Shikoku stand with a neighbour, so that few regions are to be looked through.
const regionsTogether: readonly (readonly Region[])[] = [
  ['HOKKAIDO', 'TOHOKU'],
  ['KANTO'],
  ['CHUBU'],
  ['KINKI'],
  ['CHUGOKU', 'SHIKOKU'],
  ['KYUSHU_OKINAWA'],
]

/** What can be wished for; prefectures that are near to the person, or chosen already, stand before the regions. */
export function wishOptions(language: Language, near: readonly string[]): WishOptions {
  const option = ({ name, romaji }: (typeof prefectures)[number]) => ({
    value: name,
    label: language === 'ja' ? name : romaji,
  })
  return {
    occupations: occupations.map(([ja, en]) => ({ value: ja, label: language === 'ja' ? ja : en })),
    prefectures: {
      near: prefectures.filter(({ name }) => near.includes(name)).map(option),
      regions: regionsTogether.map((regions) => ({
        label: regions.map((one) => regionNames[one][language]).join(language === 'ja' ? '・' : ', '),
        options: prefectures.filter(({ name, region }) => regions.includes(region) && !near.includes(name)).map(option),
      })),
    },
  }
}

const known = {
  occupations: new Set(occupations.map(([ja]) => ja)),
  prefectures: new Set(prefectures.map(({ name }) => name)),
}

export const noWishes = (displayName: string): TypedWishes => ({
  displayName,
  occupations: [],
  prefectures: [],
  remote: 'NO_WISH',
  salary: '',
  startFrom: '',
  skills: '',
  workHistory: '',
})

/** What a member stated, as it stands in the form. */
export const typedWishes = (displayName: string, wishes: Wishes): TypedWishes => ({
  displayName,
  occupations: wishes.occupations,
  prefectures: wishes.prefectures,
  remote: wishes.remote,
  salary: wishes.salaryMin === null ? '' : String(wishes.salaryMin / 10_000),
  startFrom: wishes.startFrom ?? '',
  skills: wishes.skills.join('、'),
  workHistory: wishes.workHistory,
})

/** In which of the fields that people write themselves a word stands. */
export const fieldWith = (typed: TypedWishes, word: unknown): 'displayName' | 'skills' | 'workHistory' =>
  (['displayName', 'skills'] as const).find((field) => typeof word === 'string' && typed[field].includes(word)) ??
  'workHistory'

export type ReadWishes = { typed: TypedWishes; displayName: string; wishes: Wishes | null; problems: Problem[] }

/**
 * A year's salary in 万円, however it was typed: 500, ５００万, 500万円, 5,000,000円. Nothing for an empty field, null for
 * what is no such amount.
 */
export function tenThousands(typed: string): number | undefined | null {
  const text = typed.normalize('NFKC').replaceAll(/[\s,¥]/gu, '')
  if (text === '') return undefined
  const [, amount] = /^(\d{1,5})(?:万円?)?$/.exec(text) ?? []
  if (amount !== undefined) return Number(amount)
  const [, yen] = /^(\d{6,9})円?$/.exec(text) ?? []
  return yen !== undefined && Number(yen) % 10_000 === 0 ? Number(yen) / 10_000 : null
}

/** Reads the form of the wishes; what is wrong is told control by control, and what was typed is kept. */
export function readWishes(body: URLSearchParams): ReadWishes {
  const text = (name: string) => (body.get(name) ?? '').trim()
  const remote = remoteWishes.find((one) => one === text('remote')) ?? 'NO_WISH'
  const typed: TypedWishes = {
    displayName: text('displayName'),
    occupations: body.getAll('occupations'),
    prefectures: body.getAll('prefectures'),
    remote,
    salary: text('salary'),
    startFrom: text('startFrom'),
    skills: text('skills'),
    workHistory: text('workHistory'),
  }
  const problems: Problem[] = []
  if (typed.displayName === '') problems.push({ field: 'displayName', code: 'required' })
  const lengths = { displayName: 60, skills: 500, workHistory: 2000 } as const
  for (const field of ['displayName', 'skills', 'workHistory'] as const)
    if (typed[field].length > lengths[field]) problems.push({ field, code: 'tooLong' })
  const salary = tenThousands(typed.salary)
  if (salary === null) problems.push({ field: 'salary', code: 'notANumber' })
  if (typed.startFrom !== '' && !isDay(typed.startFrom)) problems.push({ field: 'startFrom', code: 'notADate' })
  for (const field of ['occupations', 'prefectures'] as const)
    if (typed[field].some((one) => !known[field].has(one))) problems.push({ field, code: 'unknownOption' })
  if (problems.length > 0) return { typed, displayName: typed.displayName, wishes: null, problems }
  const read = Wishes.safeParse({
    occupations: typed.occupations,
    prefectures: typed.prefectures,
    remote,
    salaryMin: salary === undefined || salary === null ? null : salary * 10_000,
    startFrom: typed.startFrom === '' ? null : typed.startFrom,
    skills: typed.skills.split(/[、,,\n]/).flatMap((one) => one.trim() || []),
    workHistory: typed.workHistory,
  })
  if (!read.success) problems.push({ field: 'skills', code: 'tooLong' })
  return { typed, displayName: typed.displayName, wishes: read.data ?? null, problems }
}

const isDay = (text: string) => z.iso.date().safeParse(text).success

/** The salary wished, typed in 万円, as the reader's language writes it: 400万円, ¥4,000,000. */
export function salaryAsTyped(typed: string, language: 'ja' | 'en'): string {
  if (typed === '') return ''
  return language === 'ja' ? `${typed}万円` : `¥${(Number(typed) * 10_000).toLocaleString('en')}`
}
