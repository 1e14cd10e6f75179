import type { Language } from './messages.ts'

/** A moment or a calendar date as the API writes it (`2026-04-01`, `2026-04-01T09:00:00Z`), or a Date. */
export type Moment = string | Date

const calendarDate = /^\d{4}-\d{2}-\d{2}$/

const locale = (language: Language) => (language === 'ja' ? 'ja-JP' : 'en-GB')

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

export type Format = ReturnType<typeof formatsOf>

/** Numbers and dates in the reader's language and the company's zone. A calendar date belongs to no zone and never shifts. */
export function formatsOf(language: Language, zone: string) {
  const tag = locale(language)
  const write = (options: Intl.DateTimeFormatOptions) => (moment: Moment) => {
    const isCalendar = typeof moment === 'string' && calendarDate.test(moment)
    const at = isCalendar ? new Date(`${moment}T00:00:00Z`) : new Date(moment)
    if (Number.isNaN(at.getTime())) return '—'
    return new Intl.DateTimeFormat(tag, { ...options, timeZone: isCalendar ? 'UTC' : zone }).format(at)
  }
  const ymd = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  return {
    language,
    zone,
    /** 2026/04/01 */
    date: write(ymd),
    /** 2026/04/01 09:00 */
    dateTime: write({ ...ymd, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    /** 2026年4月1日(水) */
    longDate: write({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }),
    /** 2026年4月 */
    month: write({ year: 'numeric', month: 'long' }),
    /** 4/1 */
    monthDay: write({ month: 'numeric', day: 'numeric' }),
    /** 09:00 */
    time: write({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    number: (value: number, options: Intl.NumberFormatOptions = {}) =>
      new Intl.NumberFormat(tag, options).format(value),
    /** From a share: 0.123 → 12.3% */
    percent: (share: number, digits = 1) =>
      new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: digits }).format(share),
    yen: (amount: number) =>
      new Intl.NumberFormat(tag, {
        style: 'currency',
        currency: 'JPY',
        // Without it English readers get 「JP¥」.
        currencyDisplay: 'narrowSymbol',
        maximumFractionDigits: 0,
      }).format(amount),
    /** From one written value to another, the second left out where there is no upper end: 3〜5, 3–5. */
    range: (low: string, high: string) => `${low}${language === 'ja' ? '〜' : '–'}${high}`,
    bytes: (size: number) => {
      const power = Math.min(3, Math.floor(Math.log(Math.max(size, 1)) / Math.log(1000)))
      const unit = (['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const)[power] ?? 'gigabyte'
      return new Intl.NumberFormat(tag, {
        style: 'unit',
        unit,
        unitDisplay: power === 0 ? 'long' : 'short',
        maximumFractionDigits: power === 0 ? 0 : 1,
      }).format(size / 1000 ** power)
    },
    /** 3日前, in 2 hours; `now` is handed in by tests. */
    relative: (moment: Moment, now: Date = new Date()) => {
      const seconds = (new Date(moment).getTime() - now.getTime()) / 1000
      const words = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
      for (const [unit, length] of steps) {
        if (Math.abs(seconds) < length) continue
        const said = words.format(Math.trunc(seconds / length), unit)
        // Intl says 「3 日前」; Japanese is set without that space.
        return language === 'ja' ? said.replaceAll(' ', '') : said
      }
      return words.format(0, 'second')
    },
    list: (items: readonly string[]) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(items),
    /** Orders strings as a reader of the language expects. */
    compare: new Intl.Collator(tag, { numeric: true }).compare,
  }
}
