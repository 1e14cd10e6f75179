import { sql, type Selectable } from 'kysely'
import type { z } from 'zod'
import type { KeptReason, RetentionClass, RetentionFilter } from '../../../../contract/retention/retention.ts'
import { insertRows } from '../../../kernel/database/insert-rows.ts'
import type { ConsentRetentionPerson } from '../../../kernel/database/tables.ts'
import type { Work } from '../../../kernel/work.ts'

export type Listed = {
  personId: string
  class: RetentionClass
  since: Date
  pastAt: Date
  reasons: KeptReason[]
  keptUntil: Date | null
  step: 'ASK' | 'DELETE'
  outcome: 'ASKED' | 'DELETED' | 'KEPT' | null
  outcomeReasons: KeptReason[]
  settledAt: Date | null
}

const columns = {
  run_id: 'uuid',
  person_id: 'uuid',
  class: 'text',
  step: 'text',
  since: 'timestamptz',
  past_at: 'timestamptz',
  kept_until: 'timestamptz',
  reasons: 'text[]',
} as const

export type NewListed = Pick<Listed, 'personId' | 'class' | 'step' | 'since' | 'pastAt' | 'reasons' | 'keptUntil'>

/** A batch that is listed again after a kill changes nothing. */
export async function insertListed(work: Work, runId: string, people: readonly NewListed[]): Promise<void> {
  await insertRows(
    work,
    {
      table: 'consent_retention_person',
      columns,
      onConflict: sql`on conflict (company_id, run_id, person_id) do nothing`,
    },
    people.map((one) => ({
      run_id: runId,
      person_id: one.personId,
      class: one.class,
      step: one.step,
      since: one.since,
      past_at: one.pastAt,
      kept_until: one.keptUntil,
      reasons: one.reasons,
    })),
  )
}

const listed = ({ tx, companyId }: Work, runId: string) =>
  tx.selectFrom('consent_retention_person').selectAll().where('company_id', '=', companyId).where('run_id', '=', runId)

/** Keeps those who are held, whatever becomes of the hold before the run begins. */
export async function keepHeld({ tx, companyId }: Work, runId: string, held: readonly string[]): Promise<void> {
  if (held.length === 0) return
  await tx
    .updateTable('consent_retention_person')
    .set({ reasons: ['HELD'] })
    .where('company_id', '=', companyId)
    .where('run_id', '=', runId)
    .where('person_id', 'in', [...held])
    .where('outcome', 'is', null)
    .where(sql<boolean>`reasons = '{}'`)
    .execute()
}

/** Who is held at this moment, for the lists that can still be carried out. */
export type HeldSince = { personIds: readonly string[]; runIds: readonly string[] }

/** Why somebody on a list is kept: what the list found, or a hold that stands since. */
const keptBecause = ({ personIds, runIds }: HeldSince) => sql<string[]>`case
  when outcome is null and reasons = '{}' and run_id = any (${[...runIds]}::uuid[])
    and person_id = any (${[...personIds]}::uuid[]) then '{HELD}'::text[] else reasons end`

const listedOf = (row: Selectable<ConsentRetentionPerson>): Listed => ({
  personId: row.person_id,
  class: row.class as RetentionClass,
  step: row.step as Listed['step'],
  since: row.since,
  pastAt: row.past_at,
  reasons: row.reasons as KeptReason[],
  keptUntil: row.kept_until,
  outcome: row.outcome as Listed['outcome'],
  outcomeReasons: row.outcome_reasons as KeptReason[],
  settledAt: row.settled_at,
})

/** Those that are still to be deleted. */
export async function waitingPeople(work: Work, runId: string, limit: number): Promise<string[]> {
  const rows = await listed(work, runId)
    .where('outcome', 'is', null)
    .where(sql<boolean>`reasons = '{}'`)
    .orderBy('person_id')
    .limit(limit)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** Of these, who is still to be asked or deleted, and which of the two. */
export async function waitingAmong(
  work: Work,
  runId: string,
  personIds: readonly string[],
): Promise<Map<string, Listed['step']>> {
  if (personIds.length === 0) return new Map()
  const rows = await listed(work, runId)
    .where('outcome', 'is', null)
    .where(sql<boolean>`reasons = '{}'`)
    .where('person_id', 'in', [...personIds])
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.step as Listed['step']]))
}

type Settling = { runId: string; personId: string; reasons: readonly KeptReason[]; step?: Listed['step'] }

export async function settlePerson(
  { tx, companyId, now }: Work,
  { runId, personId, reasons, step = 'DELETE' }: Settling,
): Promise<void> {
  const done = step === 'ASK' ? 'ASKED' : 'DELETED'
  await tx
    .updateTable('consent_retention_person')
    .set({ outcome: reasons.length === 0 ? done : 'KEPT', outcome_reasons: [...reasons], settled_at: now })
    .where('company_id', '=', companyId)
    .where('run_id', '=', runId)
    .where('person_id', '=', personId)
    .where('outcome', 'is', null)
    .execute()
}

export type PeoplePage = z.output<typeof RetentionFilter> & { after?: string | undefined; limit: number }

/** Whose time was over first at the top; `after` is the person that the page before ended with. */
export async function listPeople(
  work: Work,
  runId: string,
  { verdict, class: ofClass, reason, outcome, after, limit }: PeoplePage,
  held: HeldSince,
): Promise<Listed[]> {
  const because = keptBecause(held)
  let query = listed(work, runId).select(because.as('because')).orderBy('past_at').orderBy('person_id').limit(limit)
  if (verdict)
    query = query.where(verdict === 'KEEP' ? sql<boolean>`${because} <> '{}'` : sql<boolean>`${because} = '{}'`)
  if (verdict === 'ASK' || verdict === 'DELETE') query = query.where('step', '=', verdict)
  if (ofClass) query = query.where('class', '=', ofClass)
  if (outcome) query = query.where('outcome', '=', outcome)
  if (reason) query = query.where(sql<boolean>`${reason} = any (${because} || outcome_reasons)`)
  const last =
    after === undefined ? undefined : await listed(work, runId).where('person_id', '=', after).executeTakeFirst()
  if (last)
    query = query.where((e) => e(e.refTuple('past_at', 'person_id'), '>', e.tuple(last.past_at, last.person_id)))
  return (await query.execute()).map((row) => listedOf({ ...row, reasons: row.because }))
}

export type Counted = {
  runId: string
  class: RetentionClass
  step: Listed['step']
  reasons: KeptReason[]
  outcome: Listed['outcome']
  outcomeReasons: KeptReason[]
  people: number
}

/** How many people of these runs are of each kind. */
export async function countPeople(
  { tx, companyId }: Work,
  runIds: readonly string[],
  held: HeldSince,
): Promise<Counted[]> {
  const because = keptBecause(held)
  const { rows } = await sql<Counted>`
    select run_id as "runId", class, step, ${because} as reasons, outcome, outcome_reasons as "outcomeReasons",
      count(*)::integer as people
    from consent_retention_person where company_id = ${companyId} and run_id = any (${runIds as string[]}::uuid[])
    group by 1, 2, 3, 4, 5, 6`.execute(tx)
  return rows
}
