import { sql, type Expression, type SqlBool } from 'kysely'
import type { Account, StatementAccounts, Transfer } from '../../../../engines/ledger/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { transferOf } from '../store.ts'

/**
 * Waits until every posting that has begun is over, and keeps others from beginning while this Work reads: a statement
 * then holds all that was recorded before it, and nothing is recorded before its end afterwards.
 */
export async function awaitPostings({ tx, companyId }: Work): Promise<void> {
  await tx
    .selectFrom('credits_account')
    .select('account')
    .where('company_id', '=', companyId)
    .orderBy('account')
    .forShare()
    .execute()
}

/** Half-open, by the time of recording. */
export type Period = { from: Date; until: Date }

const among = (accounts: readonly Account[]) => sql<string>`any (${accounts as Account[]})`

/** Whether a transfer is a line: it moves the balance, or what is told beside it. A move inside the balance is none. */
function isLine({ within, beside }: StatementAccounts): Expression<SqlBool> {
  return sql<boolean>`((from_account = ${among(within)}) <> (to_account = ${among(within)})
    or from_account = ${among(beside)} or to_account = ${among(beside)})`
}

/** What a transfer changes in these accounts together. */
const change = (
  accounts: readonly Account[],
) => sql<number>`case when to_account = ${among(accounts)} then amount else 0 end
  - case when from_account = ${among(accounts)} then amount else 0 end`

export type Posted = { sequence: number; transfer: Transfer }

/** The newest `limit` lines of a statement's period, in the order posted; with `before` only what was posted before it. */
export async function readMovements(
  { tx, companyId }: Work,
  page: Period & { accounts: StatementAccounts; before?: number | undefined; limit: number },
): Promise<Posted[]> {
  const { accounts, from, until, before, limit } = page
  let query = tx
    .selectFrom('credits_transfer')
    .selectAll()
    .where('company_id', '=', companyId)
    .where(isLine(accounts))
    .where('recorded_at', '>=', from)
    .where('recorded_at', '<', until)
  if (before !== undefined) query = query.where('sequence', '<', before)
  const rows = await query.orderBy('sequence', 'desc').limit(limit).execute()
  return rows.toReversed().map((row) => ({ sequence: Number(row.sequence), transfer: transferOf(row) }))
}

/** What each of these accounts held before the transfer of this number, or before this moment where there is none. */
export async function balancesBefore(
  { tx, companyId }: Work,
  accounts: readonly Account[],
  at: { sequence: number } | { recordedAt: Date },
): Promise<Partial<Record<Account, number>>> {
  const query = tx
    .selectFrom('credits_transfer')
    .select(accounts.map((account) => sql<number>`coalesce(sum(${change([account])}), 0)::bigint`.as(account)))
    .where('company_id', '=', companyId)
  const row = await (
    'sequence' in at ? query.where('sequence', '<', at.sequence) : query.where('recorded_at', '<', at.recordedAt)
  ).executeTakeFirstOrThrow()
  return Object.fromEntries(accounts.map((account) => [account, Number(row[account] ?? 0)]))
}

/** How often each kind of movement stands in a statement's period, and what it changed of the balance altogether. */
export async function readTotals(
  { tx, companyId }: Work,
  { accounts, from, until }: Period & { accounts: StatementAccounts },
): Promise<{ kind: string; count: number; change: number }[]> {
  const rows = await tx
    .selectFrom('credits_transfer')
    .select(['kind', sql<number>`count(*)`.as('count'), sql<number>`sum(${change(accounts.within)})`.as('change')])
    .where('company_id', '=', companyId)
    .where(isLine(accounts))
    .where('recorded_at', '>=', from)
    .where('recorded_at', '<', until)
    .groupBy('kind')
    .orderBy(sql`min(sequence)`)
    .execute()
  return rows.map((row) => ({ kind: row.kind, count: Number(row.count), change: Number(row.change) }))
}
