import { sql } from 'kysely'
import type { Correction, DataRequest, DataRequestFilter } from '../../../../contract/requests/data-requests.ts'
import { receiptLength } from '../../../../contract/consent/receipt-number.ts'
import type { z } from 'zod'
import type { Subject } from '../../../kernel/module.ts'
import { ofHuman } from '../../../kernel/database/of-human.ts'
import type { Work } from '../../../kernel/work.ts'
import { handoverBefore, wishApart, wordsApart } from './earlier-words.ts'

export type Held = Omit<DataRequest, 'openedAt' | 'dueAt' | 'answeredAt' | 'identity' | 'personName' | 'erasure'> & {
  sourceRecordId: string | null
  identity: { how: NonNullable<DataRequest['identity']>['how']; note: string; by: string; at: Date } | null
  openedAt: Date
  dueAt: Date
  answeredAt: Date | null
  version: number
  erasure: DataRequest['erasure']
}

type New = Pick<
  Held,
  | 'id'
  | 'kind'
  | 'via'
  | 'personId'
  | 'sourceRecordId'
  | 'said'
  | 'remark'
  | 'wish'
  | 'corrections'
  | 'openedAt'
  | 'dueAt'
  | 'identity'
>

export async function insertRequest({ tx, companyId }: Work, opened: New): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consent_request')
    .values({
      company_id: companyId,
      id: opened.id,
      kind: opened.kind,
      via: opened.via,
      person_id: opened.personId,
      source_record_id: opened.sourceRecordId,
      said: opened.said,
      remark: opened.remark && JSON.stringify(opened.remark),
      wish: opened.wish,
      corrections: JSON.stringify(opened.corrections),
      state: 'OPEN',
      opened_at: opened.openedAt,
      due_at: opened.dueAt,
      identity_how: opened.identity?.how ?? null,
      identity_by: opened.identity?.by ?? null,
      identity_at: opened.identity?.at ?? null,
      version: 1,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

const selectRequests = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('consent_request')
    .leftJoin('consent_erasure_order as o', (join) =>
      join.onRef('o.request_id', '=', 'consent_request.id').on('o.company_id', '=', companyId),
    )
    .selectAll('consent_request')
    .select(['o.state as order_state', sql<string | null>`consent_request.handed_on::text`.as('handed_day')])
    .where('consent_request.company_id', '=', companyId)

type Row = Awaited<ReturnType<ReturnType<typeof selectRequests>['executeTakeFirstOrThrow']>>

const erasureOf = { READY: 'WAITING', DONE: 'DONE', DEAD: 'FAILED', HELD: 'HELD' } as const

const identityOf = (row: Row): Held['identity'] =>
  row.identity_how === null || row.identity_at === null
    ? null
    : {
        how: row.identity_how as NonNullable<Held['identity']>['how'],
        note: row.identity_note,
        by: row.identity_by ?? '',
        at: row.identity_at,
      }

function handoverOf({ handover, handed_day, handover_note, ...row }: Row): Held['handover'] {
  if (handover === null || handed_day === null) return handoverBefore({ ...row, answeredAt: row.answered_at })
  return { how: handover as NonNullable<Held['handover']>['how'], on: handed_day, note: handover_note }
}

const wordsOf = ({ remark, ...row }: Row) => {
  const { said, wish } = wishApart({ said: row.said, wish: row.wish as Held['wish'] })
  return { ...wordsApart({ said, remark: remark as Held['remark'] }), wish }
}

const heldOf = (row: Row): Held => ({
  id: row.id,
  kind: row.kind as Held['kind'],
  via: row.via as Held['via'],
  personId: row.person_id,
  sourceRecordId: row.source_record_id,
  ...wordsOf(row),
  corrections: row.corrections as Correction[],
  state: row.state as Held['state'],
  openedAt: row.opened_at,
  dueAt: row.due_at,
  identity: identityOf(row),
  answer: row.answer,
  grounds: row.grounds as Held['grounds'],
  refused: row.refused,
  refusedFields: row.refused_fields as Held['refusedFields'],
  told: row.told as Held['told'],
  handover: handoverOf(row),
  answeredBy: row.answered_by,
  answeredAt: row.answered_at,
  version: row.version,
  erasure: row.order_state === null ? null : erasureOf[row.order_state as keyof typeof erasureOf],
})

export async function findRequest(work: Work, id: string): Promise<Held | undefined> {
  const row = await selectRequests(work).where('consent_request.id', '=', id).executeTakeFirst()
  return row && heldOf(row)
}

export async function findRequests(work: Work, ids: readonly string[]): Promise<Held[]> {
  if (ids.length === 0) return []
  return (
    await selectRequests(work)
      .where('consent_request.id', 'in', [...ids])
      .orderBy('consent_request.id')
      .execute()
  ).map(heldOf)
}

/** A request with three days or less to go is due soon. */
export const soonMs = 3 * 86_400_000

export type Filter = z.output<typeof DataRequestFilter>

/** The requests of these people. */
export const ofPeople = (personIds: readonly string[], sourceRecordIds: readonly string[]) =>
  ofHuman('consent_request', { personIds, sourceRecordIds })

type Page = Omit<Filter, 'personId'> & { of?: Subject | undefined; after: string | undefined; limit: number }

/** The one that is due first at the top; `after` is the id that the page before ended with. */
export async function listRequests(work: Work, page: Page): Promise<Held[]> {
  const { state, kind, due, identity, number, of, after, limit } = page
  const now = work.now.getTime()
  let query = selectRequests(work).orderBy('consent_request.due_at').orderBy('consent_request.id').limit(limit)
  if (state) query = query.where('consent_request.state', '=', state)
  if (kind) query = query.where('consent_request.kind', '=', kind)
  if (due)
    query = query
      .where('consent_request.state', '=', 'OPEN')
      .where('consent_request.due_at', '<', new Date(due === 'LATE' ? now : now + soonMs))
  if (due === 'SOON') query = query.where('consent_request.due_at', '>=', work.now)
  if (identity) query = query.where('consent_request.identity_how', identity === 'CHECKED' ? 'is not' : 'is', null)
  if (of) query = query.where(ofPeople([of.personId], of.sourceRecordIds))
  if (number !== undefined) {
    const typed = number.normalize('NFKC').toLowerCase()
    query = query.where(sql<boolean>`starts_with(right(consent_request.id::text, ${receiptLength}), ${typed})`)
  }
  const last = after === undefined ? undefined : await findRequest(work, after)
  if (last)
    query = query.where((e) =>
      e.or([
        e('consent_request.due_at', '>', last.dueAt),
        e.and([e('consent_request.due_at', '=', last.dueAt), e('consent_request.id', '>', last.id)]),
      ]),
    )
  return (await query.execute()).map(heldOf)
}

export async function requestsOf(work: Work, personId: string, sourceRecordIds: readonly string[]): Promise<Held[]> {
  const rows = await selectRequests(work)
    .where(ofPeople([personId], sourceRecordIds))
    .orderBy('consent_request.id')
    .execute()
  return rows.map(heldOf)
}

/** By what a request names somebody: by their record, or by the person where it has none. */
export type Stop = { personId: string | null; sourceRecordId: string | null }

const named = sql<string | null>`case when source_record_id is null then person_id end`.as('personId')
const standingStop = sql<boolean>`kind in ('STOP', 'ERASURE') and state <> 'DECLINED'`

/** Whom the company's requests to stop using or to erase name, that were not declined. */
export const allStandingStops = ({ tx, companyId }: Work): Promise<Stop[]> =>
  tx
    .selectFrom('consent_request')
    .select([named, 'source_record_id as sourceRecordId'])
    .where('company_id', '=', companyId)
    .where(standingStop)
    .execute()

/** Whom the requests to stop using or to erase name, of these ids, that were not declined. */
export async function standingStops(
  { tx, companyId }: Work,
  { personIds, sourceRecordIds }: { personIds: readonly string[]; sourceRecordIds: readonly string[] },
): Promise<Stop[]> {
  return tx
    .selectFrom('consent_request')
    .select([named, 'source_record_id as sourceRecordId'])
    .where('company_id', '=', companyId)
    .where(standingStop)
    .where(ofPeople(personIds, sourceRecordIds))
    .execute()
}

/** Requests that wait for an answer, those past their day, and the day that comes first. */
export async function countOpenRequests({
  tx,
  companyId,
  now,
}: Work): Promise<{ count: number; overdue: number; nextAt: Date | null }> {
  const row = await tx
    .selectFrom('consent_request')
    .select((e) => [
      e.fn.countAll<number>().as('count'),
      e.fn.countAll<number>().filterWhere('due_at', '<', now).as('overdue'),
      e.fn.min('due_at').as('nextAt'),
    ])
    .where('company_id', '=', companyId)
    .where('state', '=', 'OPEN')
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), overdue: Number(row.overdue), nextAt: row.nextAt }
}
