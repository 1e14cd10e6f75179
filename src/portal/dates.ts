import type { Day, Instant, PublicFrame } from './frame.ts'

type Where = Pick<PublicFrame, 'language' | 'timeZone'>

const locales = { ja: 'ja-JP', en: 'en-GB' } as const

/** 2026年7月3日 / 3 July 2026 */
export function dayText(day: Day, { language }: Pick<Where, 'language'>): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** The day on which something happened, in the zone of the page. */
export function dateText(at: Instant, { language, timeZone }: Where): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone }).format(new Date(at))
}

/** Day, hour and minute, in the zone of the page. */
export function timeText(at: Instant, { language, timeZone }: Where): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    new Date(at),
  )
}

/** A quarter as certificates write it, `2026 Q3`; in Japanese 2026年第3四半期. Anything else stays as it is. */
export function quarterText(quarter: string, { language }: Pick<Where, 'language'>): string {
  return language === 'ja' ? quarter.replace(/^(\d{4}) Q([1-4])$/, '$1年第$2四半期') : quarter
}
