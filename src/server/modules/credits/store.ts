import { sql, type Selectable } from 'kysely'
import { ACCOUNTS, TRANSFER_RULES, type Account, type Slot, type Transfer } from '../../../engines/ledger/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { DB } from '../../kernel/database/tables.ts'
import type { Work } from '../../kernel/work.ts'

/** Locks the company's accounts, opening those it has not got, so that its operations come one after the other. */
export async function lockAccounts(work: Work): Promise<Record<Account, number>> {
  const { tx, companyId } = work
  const rows = await tx
    .selectFrom('credits_account')
    .select(['account', 'balance'])
    .where('company_id', '=', companyId)
    .orderBy('account')
    .forUpdate()
    .execute()
  if (rows.length === ACCOUNTS.length)
    return Object.fromEntries(rows.map((row) => [row.account, Number(row.balance)])) as Record<Account, number>
  await tx
    .insertInto('credits_account')
    .values(ACCOUNTS.map((account) => ({ company_id: companyId, account, balance: 0 })))
    .onConflict((conflict) => conflict.columns(['company_id', 'account']).doNothing())
    .execute()
  return lockAccounts(work)
}

export type Place = { sequence: number; recordedAt: Date }

/**
 * Where the next transfer stands, asked while the accounts are held: its number, and its time of recording, which is this
 * moment, not the one at which the transaction began, and never before what was posted last. So the order posted is the
 * order recorded.
 */
export async function nextPlace({ tx, companyId, installation }: Work): Promise<Place> {
  const { rows } = await sql<{ at: Date; sequence: string | null; recorded_at: Date | null }>`
    select clock_timestamp() as at, last.sequence, last.recorded_at
    from (select 1) as one left join lateral (
      select sequence, recorded_at from credits_transfer where company_id = ${companyId}
      order by sequence desc limit 1) as last on true`.execute(tx)
  const [{ at, sequence, recorded_at } = { at: new Date(0), sequence: null, recorded_at: null }] = rows
  const moved = at.getTime() + installation.clock.offsetMs()
  return { sequence: Number(sequence ?? 0) + 1, recordedAt: new Date(Math.max(moved, recorded_at?.getTime() ?? 0)) }
}

export async function readBalances({ tx, companyId }: Work): Promise<Record<Account, number>> {
  const rows = await tx
    .selectFrom('credits_account')
    .select(['account', 'balance'])
    .where('company_id', '=', companyId)
    .execute()
  const known = Object.fromEntries(rows.map((row) => [row.account, Number(row.balance)]))
  return Object.fromEntries(ACCOUNTS.map((account) => [account, known[account] ?? 0])) as Record<Account, number>
}

/** The slots that can still change, and those held by the given reservations, in the order granted. */
export async function readSlots({ tx, companyId }: Work, reservations: readonly string[]): Promise<Slot[]> {
  const rows = await tx
    .selectFrom('credits_slot')
    .selectAll()
    .where('company_id', '=', companyId)
    .where((e) =>
      e.or([
        e('state', 'in', ['AVAILABLE', 'RESERVED', 'IN_TRANSIT']),
        e('reservation_id', '=', sql<string>`any (${reservations as string[]})`),
      ]),
    )
    .orderBy('sequence')
    .execute()
  return rows.map(slotOf)
}

/** Every slot that the company ever had. */
export async function everySlot({ tx, companyId }: Work): Promise<Slot[]> {
  const rows = await tx.selectFrom('credits_slot').selectAll().where('company_id', '=', companyId).execute()
  return rows.map(slotOf)
}

type SlotRow = Pick<
  Selectable<DB['credits_slot']>,
  'id' | 'conversion_id' | 'state' | 'granted_at' | 'expires_at' | 'reservation_id'
>

const slotOf = (row: SlotRow): Slot => ({
  id: row.id,
  ...(row.conversion_id && { conversionId: row.conversion_id }),
  state: row.state as Slot['state'],
  grantedAt: row.granted_at,
  ...(row.expires_at && { expiresAt: row.expires_at }),
  ...(row.reservation_id && { reservationId: row.reservation_id }),
})

/** The transfers with one of these ids, and those that name one of them. */
export async function readTransfersAround({ tx, companyId }: Work, ids: readonly string[]): Promise<Transfer[]> {
  const any = sql<string>`any (${ids as string[]})`
  const rows = await tx
    .selectFrom('credits_transfer')
    .selectAll()
    .where('company_id', '=', companyId)
    .where((e) => e.or([e('id', '=', any), e('names', '=', any)]))
    .orderBy('sequence')
    .execute()
  return rows.map(transferOf)
}

/** Every transfer of the company in the order posted. */
export async function readTransfers({ tx, companyId }: Work): Promise<Transfer[]> {
  const rows = await tx
    .selectFrom('credits_transfer')
    .selectAll()
    .where('company_id', '=', companyId)
    .orderBy('sequence')
    .execute()
  return rows.map(transferOf)
}

export type TransferRow = {
  id: string
  company_id: string
  kind: string
  amount: number
  reason: string
  names: string | null
  expires_at: Date | null
  occurred_at: Date
  recorded_at: Date
}

export const transferOf = (row: TransferRow): Transfer => ({
  id: row.id,
  companyId: row.company_id,
  kind: row.kind as Transfer['kind'],
  amount: Number(row.amount),
  reason: row.reason,
  ...(row.names && { names: row.names }),
  ...(row.expires_at && { expiresAt: row.expires_at }),
  occurredAt: row.occurred_at,
  recordedAt: row.recorded_at,
})

/** Writes one admitted transfer under its number and moves the two balances. */
export async function post(
  { tx, companyId, actor }: Work,
  { sequence, ...transfer }: Transfer & { sequence: number },
): Promise<void> {
  const { from, to, once } = TRANSFER_RULES[transfer.kind]
  await tx
    .insertInto('credits_transfer')
    .values({
      company_id: companyId,
      id: transfer.id,
      sequence,
      kind: transfer.kind,
      from_account: from,
      to_account: to,
      amount: transfer.amount,
      reason: transfer.reason,
      names: transfer.names ?? null,
      settles: once && transfer.names !== undefined ? `${once}:${transfer.names}` : null,
      expires_at: transfer.expiresAt ?? null,
      actor_id: actor.id,
      occurred_at: transfer.occurredAt,
      recorded_at: transfer.recordedAt,
    })
    .execute()
  await sql`update credits_account
    set balance = balance + case when account = ${to} then ${transfer.amount}::bigint else -${transfer.amount}::bigint end
    where company_id = ${companyId} and account in (${from}, ${to})`.execute(tx)
}

/** Remembers when a slot that was just granted has to be looked at. */
export async function planExpiry({ tx, companyId }: Work, { id, expiresAt }: Slot): Promise<void> {
  if (!expiresAt) return
  const intent = {
    company_id: companyId,
    id: newId(),
    kind: 'slot',
    slot_id: id,
    state: 'READY',
    due_at: expiresAt,
    attempts: 0,
  }
  await tx.insertInto('credits_expiry').values(intent).execute()
}

export async function settleExpiry({ tx, companyId }: Work, id: string): Promise<void> {
  await tx
    .updateTable('credits_expiry')
    .set({ state: 'DONE', lease_until: null })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** Keeps what the transfer of this number did to a slot, whose place is that of the transfer that made it. */
export async function keepSlot({ tx, companyId }: Work, slot: Slot, sequence: number): Promise<void> {
  await tx
    .insertInto('credits_slot')
    .values({
      company_id: companyId,
      id: slot.id,
      sequence,
      conversion_id: slot.conversionId ?? null,
      state: slot.state,
      granted_at: slot.grantedAt,
      expires_at: slot.expiresAt ?? null,
      reservation_id: slot.reservationId ?? null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'id'])
        .doUpdateSet((e) => ({ state: e.ref('excluded.state'), reservation_id: e.ref('excluded.reservation_id') })),
    )
    .execute()
}
