import { sql, type Selectable } from 'kysely'
import type { LetterTrial } from '../../../../contract/relay/letter-trials.ts'
import type { RelayTrial } from '../../../kernel/database/tables.ts'
import type { Work } from '../../../kernel/work.ts'
import type { LetterKey } from '../../messages/index.ts'

export type Variant = 'A' | 'B'
export type Words = { subject: string; body: string }

export type Trial = LetterKey & {
  id: string
  offer: LetterTrial['offer']
  scope: string | null
  preflightId: string | null
  outcome: LetterTrial['outcome']
  windowDays: number
  points: number
  words: Record<Variant, Words>
  /** Of the template whose words A has. */
  version: number
  state: LetterTrial['state']
  startedAt: Date
  endedAt: Date | null
  kept: Variant | null
}

const by = ({ actor }: Work) => `${actor.kind}:${actor.id}`

const fromRow = (row: Selectable<RelayTrial>): Trial => ({
  id: row.id,
  stage: row.stage as Trial['stage'],
  offer: row.offer as Trial['offer'],
  language: row.locale as Trial['language'],
  scope: row.scope,
  preflightId: row.preflight_id,
  outcome: row.outcome as Trial['outcome'],
  windowDays: row.window_days,
  points: row.points,
  words: { A: { subject: row.a_subject, body: row.a_body }, B: { subject: row.b_subject, body: row.b_body } },
  version: row.a_version,
  state: row.state as Trial['state'],
  startedAt: row.started_at,
  endedAt: row.ended_at,
  kept: row.kept as Variant | null,
})

const trials = ({ tx, companyId }: Work) => tx.selectFrom('relay_trial').selectAll().where('company_id', '=', companyId)

/** Keeps a trial that begins; false when its id is taken, or one of this kind of letter runs. */
export async function insertTrial(
  work: Work,
  trial: Omit<Trial, 'state' | 'startedAt' | 'endedAt' | 'kept'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await work.tx
    .insertInto('relay_trial')
    .values({
      company_id: work.companyId,
      id: trial.id,
      stage: trial.stage,
      offer: trial.offer,
      locale: trial.language,
      scope: trial.scope,
      preflight_id: trial.preflightId,
      outcome: trial.outcome,
      window_days: trial.windowDays,
      points: trial.points,
      a_subject: trial.words.A.subject,
      a_body: trial.words.A.body,
      a_version: trial.version,
      b_subject: trial.words.B.subject,
      b_body: trial.words.B.body,
      state: 'RUNNING',
      started_by: by(work),
      started_at: work.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function findTrial(work: Work, id: string): Promise<Trial | undefined> {
  const row = await trials(work).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function lockTrial(work: Work, id: string): Promise<Trial | undefined> {
  const row = await trials(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

export async function runningTrial(work: Work, { stage, offer, language }: LetterKey): Promise<Trial | undefined> {
  const row = await trials(work)
    .where('stage', '=', stage)
    .where('offer', '=', offer)
    .where('locale', '=', language)
    .where('state', '=', 'RUNNING')
    .executeTakeFirst()
  return row && fromRow(row)
}

type Page = { state?: Trial['state'] | undefined; after: { at: Date; id: string } | undefined; limit: number }

/** The newest first. */
export async function listTrials(work: Work, { state, after, limit }: Page): Promise<Trial[]> {
  let select = trials(work)
  if (state) select = select.where('state', '=', state)
  if (after) select = select.where((e) => e(e.refTuple('started_at', 'id'), '<', e.tuple(after.at, after.id)))
  const rows = await select.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(fromRow)
}

export async function putEnd(work: Work, { id, kept }: { id: string; kept: Variant }): Promise<void> {
  await work.tx
    .updateTable('relay_trial')
    .set({ state: 'ENDED', kept, ended_by: by(work), ended_at: work.now })
    .where('company_id', '=', work.companyId)
    .where('id', '=', id)
    .execute()
}

/** The wording that any of these records was given first in the trial, whatever became of that letter. */
export async function earliestVariant(
  { tx, companyId }: Work,
  { trialId, sourceRecordIds }: { trialId: string; sourceRecordIds: readonly string[] },
): Promise<Variant | undefined> {
  const row = await tx
    .selectFrom('relay_letter')
    .select('variant')
    .where('company_id', '=', companyId)
    .where('trial_id', '=', trialId)
    .where('source_record_id', '=', sql<string>`any (${sourceRecordIds as string[]}::uuid[])`)
    .orderBy('recorded_at')
    .orderBy('id')
    .executeTakeFirst()
  return (row?.variant ?? undefined) as Variant | undefined
}

export type TrialLetter = {
  personId: string
  variant: Variant
  sentAt: Date
  openedAt: Date | null
  registeredAt: Date | null
  stoppedAt: Date | null
  repliedAt: Date | null
}

/** Every letter of the trial that left, in the order they left, with when each thing first came of it. */
export async function trialLetters({ tx, companyId }: Work, trialId: string): Promise<TrialLetter[]> {
  const { rows } = await sql<TrialLetter>`
    with letter as (
      select id, mail_id, source_record_id, variant, coalesce(sent_at, recorded_at) as sent_at from relay_letter
      where company_id = ${companyId} and trial_id = ${trialId} and state = 'SENT'
    ), came as (
      select v.letter_id, 'OPENED' as kind, v.first_at as at
      from relay_letter_visit v join letter on letter.id = v.letter_id where v.company_id = ${companyId}
      union all select m.letter_id, 'REGISTERED', m.linked_at
      from relay_person_member m join letter on letter.id = m.letter_id where m.company_id = ${companyId}
      union all select r.letter_id, 'REGISTERED', r.registered_at
      from relay_referral r join letter on letter.id = r.letter_id where r.company_id = ${companyId}
      union all select o.letter_id, 'REGISTERED', o.registered_at
      from relay_pool_registration o join letter on letter.id = o.letter_id where o.company_id = ${companyId}
      union all select letter.id, e.kind, e.occurred_at
      from messages_mail_response e join letter on letter.mail_id = e.mail_id where e.company_id = ${companyId}
    ), first as (
      select letter_id, min(at) filter (where kind = 'OPENED') as opened,
        min(at) filter (where kind = 'REGISTERED') as registered,
        min(at) filter (where kind = 'STOPPED') as stopped, min(at) filter (where kind = 'REPLIED') as replied
      from came group by letter_id
    )
    select coalesce(p.person_id, letter.source_record_id) as "personId", letter.variant, letter.sent_at as "sentAt",
      first.opened as "openedAt", first.registered as "registeredAt", first.stopped as "stoppedAt",
      first.replied as "repliedAt"
    from letter
    left join people_record_person p on p.company_id = ${companyId} and p.source_record_id = letter.source_record_id
    left join first on first.letter_id = letter.id
    order by letter.sent_at, letter.id`.execute(tx)
  return rows
}
