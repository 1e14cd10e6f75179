/** To which realm the rows of a table belong (ARCHITECTURE.md). */
export type TableKind = 'company' | 'member' | 'directory' | 'shared' | 'local'

const realmColumn = { company: 'company_id', member: 'member_id' } as const
const setting = (name: string) => `nullif(current_setting('app.${name}', true), '')::uuid`

/**
 * The statements that fence one table, run right after it is created. A company or member table gets row security,
 * forced, with one equality policy for the application. The trait `intents` lets the sweeper see which rows are
 * due, and nothing else; the trait `portal` lets one person of one company read their own rows. The owner, as whom
 * no request ever runs, may read: without that a backup of forced tables would be empty.
 */
export function fence(table: string, kind: TableKind, traits: readonly string[]): string[] {
  if (kind === 'local' || kind === 'shared' || kind === 'directory') return []
  const column = realmColumn[kind]
  const own = `${column} = ${setting(column)}`
  const lines = [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own_realm on ${table} to tasuki_app using (${own}) with check (${own})`,
    `create policy copied_by_owner on ${table} for select to current_user using (true)`,
  ]
  if (traits.includes('intents')) {
    lines.push(
      `create policy due on ${table} for select to tasuki_dispatch using (true)`,
      `grant select (${column}, id, kind, state, due_at, lease_until) on ${table} to tasuki_dispatch`,
    )
  }
  if (traits.includes('portal')) {
    lines.push(
      `create policy own_person on ${table} for select to tasuki_portal using (${own} and person_id = ${setting('person_id')})`,
      `grant select on ${table} to tasuki_portal`,
    )
  }
  return lines
}
