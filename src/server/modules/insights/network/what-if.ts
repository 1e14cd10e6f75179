import type { TermsOutcome } from '../../../../contract/network/network-terms.ts'
import { addMonths } from '../../credits/index.ts'

/** How many of something happened in one company on one day; `day` is a calendar date. */
export type Happened = { employerId: string; day: string; count: number }
export type Replayed = {
  counted: readonly Happened[]
  /** Counted referrals that were taken back later; each was counted before, and stands among `counted` as well. */
  reversed?: readonly Happened[]
  spent: readonly Happened[]
  referralsPerSlot: number
  slotExpiryMonths: number
  today: string
}

type Slot = { until: string }
/** `remainder`: counted toward the next slot; a negative one is owed. */
type Books = { remainder: number; granted: number; free: Slot[]; spent: number; expired: number; uncovered: number }

const dayAfter = (day: string, months: number): string =>
  addMonths(new Date(`${day}T00:00:00Z`), months)
    .toISOString()
    .slice(0, 10)

/**
 * What the slots of the network would be had these rules held from the beginning: each company's counted referrals,
 * those taken back and its accepted introductions are replayed in order of their days. The slot that ends first is spent
 * first, and a referral taken back is paid as in the ledger: by what is counted, else by the youngest free slot, else it is
 * owed. An introduction for which no slot would have been there is counted as uncovered and spends nothing.
 */
export function replay(replayed: Replayed): TermsOutcome {
  const { counted, reversed = [], spent, today, ...rules } = replayed
  const order = ['COUNTED', 'REVERSED', 'SPENT'] as const
  const days = [counted, reversed, spent]
    .flatMap((happened, kind) => happened.map((one) => ({ ...one, kind })))
    .toSorted((a, b) => (a.day === b.day ? a.kind - b.kind : a.day < b.day ? -1 : 1))
  const books = new Map<string, Books>()
  for (const { employerId, day, count, kind } of days) {
    const book = books.get(employerId) ?? { remainder: 0, granted: 0, free: [], spent: 0, expired: 0, uncovered: 0 }
    books.set(employerId, book)
    expire(book, day)
    if (order[kind] === 'COUNTED') earn(book, { day, count, ...rules })
    else if (order[kind] === 'SPENT') for (let each = 0; each < count; each += 1) spend(book)
    else for (let each = 0; each < count; each += 1) takeBack(book, rules)
  }
  const all = [...books.values()]
  for (const book of all) expire(book, today)
  const sum = (of: (book: Books) => number) => all.reduce((total, book) => total + of(book), 0)
  return {
    granted: sum((book) => book.granted),
    spent: sum((book) => book.spent),
    expired: sum((book) => book.expired),
    owed: sum((book) => book.free.length),
    debt: sum((book) => Math.max(0, 0 - book.remainder)),
    uncovered: sum((book) => book.uncovered),
    perYear: perYear(counted, { today, ...rules }),
  }
}

type Rules = Pick<Replayed, 'referralsPerSlot' | 'slotExpiryMonths'>

function earn(book: Books, { day, count, referralsPerSlot, slotExpiryMonths }: Rules & { day: string; count: number }) {
  book.remainder += count
  const due = Math.max(0, Math.floor(book.remainder / referralsPerSlot))
  for (let made = 0; made < due; made += 1) book.free.push({ until: dayAfter(day, slotExpiryMonths) })
  book.granted += due
  book.remainder -= due * referralsPerSlot
}

function spend(book: Books): void {
  if (book.free.shift()) book.spent += 1
  else book.uncovered += 1
}

function takeBack(book: Books, { referralsPerSlot }: Rules): void {
  if (book.remainder <= 0 && book.free.pop()) {
    book.granted -= 1
    book.remainder += referralsPerSlot
  }
  book.remainder -= 1
}

function expire(book: Books, day: string): void {
  const left = book.free.filter(({ until }) => until > day)
  book.expired += book.free.length - left.length
  book.free = left
}

// A season is long enough to hold an ordinary hiring month and short enough to be the present.
const paceDays = 90
/** Fewer days than these say nothing about a year. */
const fewestDays = 28

function perYear(
  counted: readonly Happened[],
  { today, referralsPerSlot }: Pick<Replayed, 'today' | 'referralsPerSlot'>,
): number | null {
  const first = counted.reduce((earliest, { day }) => (day < earliest ? day : earliest), today)
  // A network younger than a season has the pace of the days that it has.
  const days = Math.min(paceDays, (Date.parse(today) - Date.parse(first)) / 86_400_000 + 1)
  if (days < fewestDays) return null
  const since = new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10)
  const recent = counted.filter(({ day }) => day > since).reduce((total, { count }) => total + count, 0)
  return recent === 0 ? null : Math.round(((recent / referralsPerSlot) * 365 * 10) / days) / 10
}

/** Each day's count scaled by a share, so that the running total is rounded and not every day for itself. */
export function scaled(counted: readonly Happened[], share: number): Happened[] {
  const running = new Map<string, { exact: number; told: number }>()
  return counted.flatMap((one) => {
    const book = running.get(one.employerId) ?? { exact: 0, told: 0 }
    running.set(one.employerId, book)
    book.exact += one.count * share
    const count = Math.round(book.exact) - book.told
    book.told += count
    return count > 0 ? [{ ...one, count }] : []
  })
}
