import { day, type Day } from './calendar.ts'

/**
 * The eras since the Gregorian calendar came to Japan (明治6年1月1日 = 1873-01-01; dates before it were of the lunar
 * calendar and are refused). The day an era begins belongs to it. Sources: 元号を改める政令 (1989, 2019); 大正 and 昭和
 * by the proclamations of 1912-07-30 and 1926-12-25, whose first day was also the last of the era before.
 */
export type Era = { kanji: string; short: string; letter: string; romaji: string; from: Day; to: Day; yearZero: number }

export const eras: readonly Era[] = [
  { kanji: '令和', short: '令', letter: 'R', romaji: 'Reiwa', from: '2019-05-01', to: '9999-12-31', yearZero: 2018 },
  { kanji: '平成', short: '平', letter: 'H', romaji: 'Heisei', from: '1989-01-08', to: '2019-04-30', yearZero: 1988 },
  { kanji: '昭和', short: '昭', letter: 'S', romaji: 'Showa', from: '1926-12-25', to: '1989-01-07', yearZero: 1925 },
  { kanji: '大正', short: '大', letter: 'T', romaji: 'Taisho', from: '1912-07-30', to: '1926-12-25', yearZero: 1911 },
  { kanji: '明治', short: '明', letter: 'M', romaji: 'Meiji', from: '1873-01-01', to: '1912-07-30', yearZero: 1867 },
]

const squares: Record<string, string> = { '㍾': '明治', '㍽': '大正', '㍼': '昭和', '㍻': '平成', '㋿': '令和' }

export function findEra(name: string): Era | undefined {
  const plain = squares[name] ?? name.normalize('NFKC').trim()
  return eras.find(
    (era) =>
      era.kanji === plain ||
      era.short === plain ||
      era.letter === plain.toUpperCase() ||
      era.romaji.toLowerCase() === plain.toLowerCase(),
  )
}

export function eraOf(date: Day): Era | undefined {
  return eras.find((era) => date >= era.from && date <= era.to)
}

/** 昭和43年1月30日; the first year is 元年. A day before 1873 stays as it is. */
export function formatEra(date: Day): string {
  const era = eraOf(date)
  if (!era) return date
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  const count = year! - era.yearZero
  return `${era.kanji}${count === 1 ? '元' : count}年${month}月${dayOfMonth}日`
}

/** Whether the era had this day; the year and month alone are checked when the rest is not given. */
export function eraHas(era: Era, { year, month, date }: { year: number; month?: number; date?: number }): boolean {
  const first = day(year, month ?? 1, date ?? 1)
  const last = month === undefined ? `${year}-12-31` : `${year}-${String(month).padStart(2, '0')}-31`
  if (!first || year <= era.yearZero) return false
  return date === undefined ? last >= era.from && first <= era.to : first >= era.from && first <= era.to
}
