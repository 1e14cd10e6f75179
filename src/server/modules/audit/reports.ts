import { sql } from 'kysely'
import type { Work } from '../../kernel/work.ts'

export type Touched = { id: string; action: string; actorId: string; events: number; firstAt: Date; lastAt: Date }
type Asked = { from: Date; to: Date; actions: readonly string[]; actorId: string; leaveOut: string }

/**
 * Every id that an event of a period names, as its subject or anywhere in its detail, with what was done and by whom.
 * Whose data an id stands for is for the modules to the right to say.
 */
export async function touchedIds(
  { tx, companyId }: Work,
  { from, to, actions, actorId, leaveOut }: Asked,
): Promise<Touched[]> {
  const begins = actions.map((action) => `${action.replaceAll(/[\\%_]/g, '\\$&')}%`)
  const { rows } = await sql<{
    id: string
    action: string
    actor_id: string
    events: number
    first_at: Date
    last_at: Date
  }>`
    select named.id, e.action, e.actor_id, count(distinct e.id)::int as events,
      min(e.recorded_at) as first_at, max(e.recorded_at) as last_at
    from audit_event as e
    cross join lateral (
      select e.subject_id as id where e.subject_id is not null
      union
      select found #>> '{}' from jsonb_path_query(e.detail, 'strict $.**') as found where jsonb_typeof(found) = 'string'
    ) as named
    where e.company_id = ${companyId} and e.recorded_at >= ${from} and e.recorded_at < ${to}
      and e.action <> ${leaveOut}
      and (${begins.length === 0} or e.action like any (${begins}))
      and (${actorId === ''} or e.actor_id = ${actorId})
      and named.id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
    group by named.id, e.action, e.actor_id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    action: row.action,
    actorId: row.actor_id,
    events: row.events,
    firstAt: row.first_at,
    lastAt: row.last_at,
  }))
}
