import { sql, type RawBuilder, type Transaction } from 'kysely'
import { prepared } from './prepared.ts'
import type { DB } from './tables.ts'

/** The columns of a table that are written, each with its type in SQL. */
export type Columns = Readonly<
  Record<
    string,
    'uuid' | 'date' | 'text' | 'text[]' | 'timestamptz' | 'jsonb' | 'boolean' | 'bigint' | 'integer' | 'real'
  >
>

/**
 * Inserts many rows of one realm in one statement with one parameter, whatever their number: a list of values would
 * stop at 65,535 parameters and cost a plan of its own for each length. `onConflict` is the clause after the rows.
 */
export async function insertRows<C extends Columns>(
  { tx, ...realm }: { tx: Transaction<DB> } & ({ companyId: string } | { memberId: string }),
  { table, columns, onConflict = sql`` }: { table: string; columns: C; onConflict?: RawBuilder<unknown> },
  rows: readonly { [K in keyof C]: unknown }[],
): Promise<number> {
  if (rows.length === 0) return 0
  const names = Object.keys(columns)
  const list = sql.join(names.map((name) => sql.ref(name)))
  const typed = sql.join(names.map((name) => sql`${sql.ref(name)} ${sql.raw(columns[name]!)}`))
  const [column, id] = 'companyId' in realm ? ['company_id', realm.companyId] : ['member_id', realm.memberId]
  const { numAffectedRows } = await sql`${prepared}insert into ${sql.table(table)} (${sql.ref(column)}, ${list})
    select ${id}::uuid, ${list} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (${typed})
    ${onConflict}`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}
