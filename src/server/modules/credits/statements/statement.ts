import {
  REFERRAL_STATEMENT,
  SLOT_STATEMENT,
  statementFrom,
  type Statement,
  type StatementAccounts,
  type Transfer,
} from '../../../../engines/ledger/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { awaitPostings, balancesBefore, readMovements, readTotals, type Period } from './store-statement.ts'

export type StatementUnit = 'referrals' | 'slots'

const accountsOf: Record<StatementUnit, StatementAccounts> = { slots: SLOT_STATEMENT, referrals: REFERRAL_STATEMENT }

export type StatementQuestion = Period & {
  unit: StatementUnit
  /** Where the page after this one begins, as a page before said it. */
  cursor?: number | undefined
  limit: number
}

export type StatementPage = Statement & { nextCursor: number | null }

/**
 * A page of a statement like a bank's, in the order posted, the latest page first. It goes by the time of recording, and
 * waits for postings that are under way: what was closed once stays as it was, and nothing falls between two statements.
 */
export async function statement(
  work: Work,
  { unit, from, until, cursor, limit }: StatementQuestion,
): Promise<StatementPage> {
  const accounts = accountsOf[unit]
  await awaitPostings(work)
  const found = await readMovements(work, { accounts, from, until, before: cursor, limit: limit + 1 })
  const page = found.slice(-limit)
  const first = page[0]
  const all = [...accounts.within, ...accounts.beside]
  const opening = await balancesBefore(work, all, first ?? { recordedAt: until })
  const transfers = page.map(({ transfer }) => transfer)
  const read = statementFrom(opening, transfers, accounts)
  return { ...read, nextCursor: found.length > limit && first ? first.sequence : null }
}

export type StatementTotal = { kind: string; count: number; change: number }

/** What the movements of a period come to, kind by kind: opening balance and changes add up to the closing one. */
export async function statementTotals(
  work: Work,
  { unit, ...period }: Period & { unit: StatementUnit },
): Promise<StatementTotal[]> {
  await awaitPostings(work)
  return readTotals(work, { accounts: accountsOf[unit], ...period })
}

export type Whole = Statement & { totals: readonly StatementTotal[] }

/** A whole statement of a period, from its first line to its last. */
export async function wholeStatement(
  work: Work,
  { unit, ...period }: Period & { unit: StatementUnit },
): Promise<Whole> {
  const pages: Statement[] = []
  for (let cursor: number | undefined; ;) {
    const page = await statement(work, { unit, ...period, cursor, limit: 5_000 })
    pages.unshift(page)
    if (page.nextCursor === null) break
    cursor = page.nextCursor
  }
  return {
    opening: pages[0]?.opening ?? 0,
    closing: pages.at(-1)?.closing ?? 0,
    lines: pages.flatMap(({ lines }) => lines),
    totals: await statementTotals(work, { unit, ...period }),
  }
}

export type Subject = { kind: 'INTRODUCTION' | 'REFERRAL'; id: string }

const subjects: Readonly<Record<string, Subject['kind']>> = {
  'slot.reserved': 'INTRODUCTION',
  'slot.spent': 'INTRODUCTION',
  'slot.released': 'INTRODUCTION',
  'referral.counted': 'REFERRAL',
  'referral.reversed': 'REFERRAL',
  'debt.opened': 'REFERRAL',
}

/** Of which introduction or referral a movement is: the id before the operation's, in its own id or in the one it names. */
export function subjectOf({ id, kind, names }: Transfer): Subject | null {
  const about = subjects[kind]
  // A reservation names the slot it takes.
  const named = kind === 'slot.reserved' ? id : (names ?? id)
  return about === undefined ? null : { kind: about, id: named.split('/', 1)[0] ?? named }
}
