import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import type { MemberWork, Work } from '../../kernel/work.ts'
import type { Event, Seal } from './events.ts'

/** The same three tables stand in both realms. */
const realms = {
  company: { column: 'company_id', event: 'audit_event', seal: 'audit_seal', sealing: 'audit_sealing' },
  member: {
    column: 'member_id',
    event: 'audit_member_event',
    seal: 'audit_member_seal',
    sealing: 'audit_member_sealing',
  },
} as const

export type AnyWork = Work | MemberWork

export const realmId = (work: AnyWork): string => ('companyId' in work ? work.companyId : work.memberId)

function places(work: AnyWork) {
  const { column, event, seal, sealing } = 'companyId' in work ? realms.company : realms.member
  return {
    column: sql.ref(column),
    event: sql.table(event),
    seal: sql.table(seal),
    sealing: sql.table(sealing),
    id: realmId(work),
  }
}

export async function insertEvent(work: AnyWork, event: Omit<Event, 'id'>): Promise<void> {
  const { column, event: table, sealing, id: realm } = places(work)
  const id = newId()
  const { action, actor, subject, detail, requestId, recordedAt } = event
  await sql`
    insert into ${table} (${column}, id, action, actor_kind, actor_id, subject_kind, subject_id, detail, request_id, recorded_at)
    values (${realm}, ${id}, ${action}, ${actor.kind}, ${actor.id}, ${subject?.kind ?? null}, ${subject?.id ?? null},
      ${JSON.stringify(detail)}, ${requestId}, ${recordedAt})`.execute(work.tx)
  await sql`
    insert into ${sealing} (${column}, id, kind, state, due_at)
    values (${realm}, ${id}, 'SEAL', 'READY', ${recordedAt})`.execute(work.tx)
}

type Row = {
  id: string
  action: string
  actor_kind: Event['actor']['kind']
  actor_id: string
  subject_kind: string | null
  subject_id: string | null
  detail: Record<string, unknown>
  request_id: string
  recorded_at: Date
}

const columns = sql.raw(
  'e.id, e.action, e.actor_kind, e.actor_id, e.subject_kind, e.subject_id, e.detail, e.request_id, e.recorded_at',
)

const eventOf = (row: Row): Event => ({
  id: row.id,
  action: row.action,
  actor: { kind: row.actor_kind, id: row.actor_id },
  subject: row.subject_id === null ? null : { kind: row.subject_kind ?? '', id: row.subject_id },
  detail: row.detail,
  requestId: row.request_id,
  recordedAt: row.recorded_at,
})

/** Takes events that no seal covers yet; those another sealer is holding are left to it. */
export async function takeUnsealed(work: AnyWork, limit: number): Promise<Event[]> {
  const { column, event, sealing, id } = places(work)
  const { rows } = await sql<Row>`
    select ${columns} from ${sealing} as s
    join ${event} as e on e.${column} = ${id} and e.id = s.id
    where s.${column} = ${id} order by s.id limit ${limit} for update of s skip locked`.execute(work.tx)
  return rows.map(eventOf)
}

export async function removeUnsealed(work: AnyWork, ids: readonly string[]): Promise<void> {
  const { column, sealing, id } = places(work)
  await sql`delete from ${sealing} where ${column} = ${id} and id = any (${ids as string[]}::uuid[])`.execute(work.tx)
}

export async function countUnsealed(work: AnyWork): Promise<number> {
  const { column, sealing, id } = places(work)
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sealing} where ${column} = ${id}`.execute(work.tx)
  return rows[0]?.count ?? 0
}

type SealRow = {
  sequence: number
  event_ids: string[]
  digests: string[]
  previous_hash: string
  hash: string
  sealed_at: Date
}

const sealOf = (row: SealRow) => ({
  sequence: row.sequence,
  eventIds: row.event_ids,
  digests: row.digests,
  previousHash: row.previous_hash,
  hash: row.hash,
  sealedAt: row.sealed_at,
})

export async function newestSeal(work: AnyWork): Promise<(Seal & { sealedAt: Date }) | undefined> {
  const { column, seal, id } = places(work)
  const { rows } = await sql<SealRow>`
    select sequence, event_ids, digests, previous_hash, hash, sealed_at from ${seal} where ${column} = ${id}
    order by sequence desc limit 1`.execute(work.tx)
  return rows[0] && sealOf(rows[0])
}

/** False when a seal of this number stands already. */
export async function insertSeal(work: AnyWork, seal: Seal): Promise<boolean> {
  const { column, seal: table, id } = places(work)
  const { numAffectedRows } = await sql`
    insert into ${table} (${column}, sequence, event_ids, digests, previous_hash, hash, sealed_at)
    values (${id}, ${seal.sequence}, ${seal.eventIds}::uuid[], ${seal.digests}::text[], ${seal.previousHash},
      ${seal.hash}, ${work.now})
    on conflict do nothing`.execute(work.tx)
  return (numAffectedRows ?? 0n) > 0n
}

/** The seals that follow the one numbered `after`, at most `limit`, in their order. */
export async function sealsAfter(work: AnyWork, after: number, limit: number): Promise<Seal[]> {
  const { column, seal, id } = places(work)
  const { rows } = await sql<SealRow>`
    select sequence, event_ids, digests, previous_hash, hash, sealed_at from ${seal}
    where ${column} = ${id} and sequence > ${after} order by sequence limit ${limit}`.execute(work.tx)
  return rows.map(sealOf)
}

export async function eventsById(work: AnyWork, ids: readonly string[]): Promise<Map<string, Event>> {
  const { column, event, id } = places(work)
  const { rows } = await sql<Row>`
    select ${columns} from ${event} as e
    where e.${column} = ${id} and e.id = any (${ids as string[]}::uuid[])`.execute(work.tx)
  return new Map(rows.map((row) => [row.id, eventOf(row)]))
}

/** The oldest event recorded before `before` that no seal names, whether or not it is marked as waiting. */
export async function oldestUncovered(work: AnyWork, before: Date): Promise<string | undefined> {
  const { column, event, seal, id } = places(work)
  const { rows } = await sql<{ id: string }>`
    select e.id from ${event} as e
    left join (select unnest(event_ids) as id from ${seal} where ${column} = ${id}) as covered on covered.id = e.id
    where e.${column} = ${id} and covered.id is null and e.recorded_at < ${before}
    order by e.id limit 1`.execute(work.tx)
  return rows[0]?.id
}

export type Filter = {
  action?: string | undefined
  actorId?: string | undefined
  subjectId?: string | undefined
  from?: string | undefined
  to?: string | undefined
  before?: string | undefined
  limit: number
}

/** Events newest first, each with whether a seal covers it. */
export async function listEvents(work: Work, filter: Filter): Promise<(Event & { sealed: boolean })[]> {
  const { action, actorId, subjectId, from, to, before, limit } = filter
  let query = work.tx
    .selectFrom('audit_event as e')
    .leftJoin('audit_sealing as s', (join) => join.onRef('s.id', '=', 'e.id').on('s.company_id', '=', work.companyId))
    .select([
      'e.id',
      'e.action',
      'e.actor_kind',
      'e.actor_id',
      'e.subject_kind',
      'e.subject_id',
      'e.detail',
      'e.request_id',
      'e.recorded_at',
      's.id as waiting',
    ])
    .where('e.company_id', '=', work.companyId)
  if (action) query = query.where('e.action', '>=', action).where('e.action', '<', `${action}\uffff`)
  if (actorId) query = query.where('e.actor_id', '=', actorId)
  if (subjectId) query = query.where('e.subject_id', '=', subjectId)
  if (from) query = query.where('e.recorded_at', '>=', new Date(from))
  if (to) query = query.where('e.recorded_at', '<', new Date(to))
  if (before) query = query.where('e.id', '<', before)
  const rows = await query.orderBy('e.id', 'desc').limit(limit).execute()
  return rows.map((row) => ({ ...eventOf(row as unknown as Row), sealed: row.waiting === null }))
}

/** How far back lists that somebody was shown in are looked through; reads of one person have an index of their own. */
const listDays = 90

/**
 * Reads of personal data by people and keys of a company, newest first: events about one of these ids, and lists of
 * the last 90 days that showed one of them. `ids` are those by which the company knows one human.
 */
export async function readsAbout(
  { tx, companyId, now }: Work,
  { ids, since }: { ids: readonly string[]; since: Date },
): Promise<Event[]> {
  if (ids.length === 0) return []
  const own = ids as string[]
  const lists = new Date(Math.max(since.getTime(), now.getTime() - listDays * 86_400_000))
  const { rows } = await sql<Row>`
    select ${columns} from audit_event as e
    where e.company_id = ${companyId} and e.subject_id = any (${own}::text[]) and e.recorded_at >= ${since}
      and e.actor_kind in ('staff', 'key') and e.action ~ ${reading}
    union all
    select ${columns} from audit_event as e
    where e.company_id = ${companyId} and e.id >= ${firstIdOf(lists)} and e.subject_id is null
      and e.actor_kind in ('staff', 'key') and e.action ~ ${reading}
      and jsonb_exists_any(e.detail -> 'ids', ${own}::text[])
    order by recorded_at desc, id desc limit 2000`.execute(tx)
  return rows.map(eventOf)
}

/** What the modules call their reads. */
const reading = '(-read|[.](read|listed|exported))$'

/** The least uuidv7 of a moment: ids begin with the milliseconds. */
const firstIdOf = (moment: Date): string => {
  const digits = moment.getTime().toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`
}
