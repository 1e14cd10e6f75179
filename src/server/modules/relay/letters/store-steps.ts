import { sql } from 'kysely'
import type { Work } from '../../../kernel/work.ts'
import { mayBeMeant } from './lists/store-search.ts'

/** Keeps the first visit that a letter's link began; later ones change nothing. */
export async function insertVisit({ tx, companyId, now }: Work, letterId: string): Promise<void> {
  await tx
    .insertInto('relay_letter_visit')
    .values({ company_id: companyId, letter_id: letterId, first_at: now })
    .onConflict((conflict) => conflict.columns(['company_id', 'letter_id']).doNothing())
    .execute()
}

/** Keeps that somebody registered in the company's own pool by the letter, once. */
export async function insertPoolRegistration({ tx, companyId, now }: Work, letterId: string): Promise<void> {
  await tx
    .insertInto('relay_pool_registration')
    .values({ company_id: companyId, letter_id: letterId, registered_at: now })
    .onConflict((conflict) => conflict.columns(['company_id', 'letter_id']).doNothing())
    .execute()
}

export type SentLetter = {
  id: string
  applicationId: string
  sourceRecordId: string
  mailId: string | null
  sentAt: Date
  openedAt: Date | null
  /** When the person was linked, or registered in the company's own pool, by this very letter. */
  linkedAt: Date | null
}

export type StepFilter = {
  step?: 'OPENED' | 'REGISTERED' | 'HELD' | 'COUNTED' | 'NOT_COUNTED' | undefined
  sourceRecordIds?: readonly string[]
  letterId?: string
  text?: string | undefined
  before?: string | undefined
  limit: number
}

const ends = ['DROPPED', 'REFUSED', 'REVERSED']

/** Letters that left with a link, newest first. */
export async function sentLetters(work: Work, filter: StepFilter): Promise<SentLetter[]> {
  const { tx, companyId } = work
  let query = tx
    .selectFrom('relay_letter as l')
    .leftJoin('relay_letter_visit as v', (join) =>
      join.onRef('v.letter_id', '=', 'l.id').on('v.company_id', '=', companyId),
    )
    .leftJoin('relay_person_member as m', (join) =>
      join.onRef('m.letter_id', '=', 'l.id').on('m.company_id', '=', companyId),
    )
    .leftJoin('relay_pool_registration as o', (join) =>
      join.onRef('o.letter_id', '=', 'l.id').on('o.company_id', '=', companyId),
    )
    .where('l.company_id', '=', companyId)
    .where('l.state', '=', 'SENT')
    .where('l.link_id', 'is not', null)
    .select([
      'l.id',
      'l.application_id as applicationId',
      'l.source_record_id as sourceRecordId',
      'l.mail_id as mailId',
      'l.sent_at as sentAt',
      'l.recorded_at as recordedAt',
      'v.first_at as openedAt',
    ])
    .select((e) => e.fn.coalesce('m.linked_at', 'o.registered_at').as('linkedAt'))
    .orderBy('l.id', 'desc')
    .limit(filter.limit)
  if (filter.letterId) query = query.where('l.id', '=', filter.letterId)
  if (filter.text) query = query.where(mayBeMeant(work, filter.text, sql`l.source_record_id`))
  if (filter.before) query = query.where('l.id', '<', filter.before)
  if (filter.sourceRecordIds) query = query.where('l.source_record_id', 'in', [...filter.sourceRecordIds])
  if (filter.step === 'OPENED') query = query.where('v.first_at', 'is not', null)
  else if (filter.step === 'REGISTERED')
    query = query.where((e) =>
      e.or([
        e('m.linked_at', 'is not', null),
        e('o.registered_at', 'is not', null),
        e.exists(
          e
            .selectFrom('relay_referral as r')
            .select('r.id')
            .where('r.company_id', '=', companyId)
            .whereRef('r.letter_id', '=', 'l.id'),
        ),
      ]),
    )
  else if (filter.step) {
    const states = filter.step === 'NOT_COUNTED' ? ends : [filter.step]
    query = query.where((e) =>
      e.exists(
        e
          .selectFrom('relay_referral as r')
          .select('r.id')
          .where('r.company_id', '=', companyId)
          .whereRef('r.letter_id', '=', 'l.id')
          .where('r.state', 'in', states),
      ),
    )
  }
  return (await query.execute()).map(({ sentAt, recordedAt, ...row }) => ({ ...row, sentAt: sentAt ?? recordedAt }))
}

export type StepCounts = {
  sent: number
  opened: number
  registered: number
  held: number
  counted: number
  notCounted: number
}

export async function countSteps({ tx, companyId }: Work): Promise<StepCounts> {
  const count = async (query: { executeTakeFirstOrThrow: () => Promise<{ count: number | string | bigint }> }) =>
    Number((await query.executeTakeFirstOrThrow()).count)
  const sent = await count(
    tx
      .selectFrom('relay_letter')
      .select((e) => e.fn.countAll().as('count'))
      .where('company_id', '=', companyId)
      .where('state', '=', 'SENT')
      .where('link_id', 'is not', null),
  )
  const opened = await count(
    tx
      .selectFrom('relay_letter_visit')
      .select((e) => e.fn.countAll().as('count'))
      .where('company_id', '=', companyId),
  )
  const rows = await tx
    .selectFrom('relay_referral')
    .select((e) => ['state', e.fn.countAll().as('count')])
    .where('company_id', '=', companyId)
    .groupBy('state')
    .execute()
  const of = (...states: string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + Number(row.count), 0)
  const registered = await count(
    tx
      .selectFrom('relay_person_member')
      .select((e) => e.fn.countAll().as('count'))
      .where('company_id', '=', companyId),
  )
  const inPool = await count(
    tx
      .selectFrom('relay_pool_registration')
      .select((e) => e.fn.countAll().as('count'))
      .where('company_id', '=', companyId),
  )
  return {
    sent,
    opened,
    registered: registered + inPool,
    held: of('HELD'),
    counted: of('COUNTED'),
    notCounted: of(...ends),
  }
}
