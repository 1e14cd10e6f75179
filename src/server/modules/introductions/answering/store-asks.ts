import { sql } from 'kysely'
import { z } from 'zod'
import { Party } from '../../../../contract/consent/consent.ts'
import { IntroductionStep } from '../../../../contract/introductions/introductions.ts'
import { StatedPromises, type StatedPromise } from '../../../../contract/introductions/promises.ts'
import type { MemberWork } from '../../../kernel/work.ts'
import { Disclosure } from './disclosure.ts'
import { Job } from '../asking/job.ts'

export type AskState = 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'LAPSED' | 'WITHDRAWN' | 'CANCELLED'
export type Cause = 'PERSON' | 'CLOCK' | 'EMPLOYER' | 'LEFT' | 'CONSENT' | 'LIMIT' | 'AWAY'

/** How the employer kept its promises until it asked, as the member is told it. */
const EmployerRecord = z.object({ kept: z.int(), broken: z.int(), introductions: z.int() })
export type EmployerRecord = z.output<typeof EmployerRecord>

/** One introduction in the member's realm. */
export type Ask = {
  id: string
  employerId: string
  provider: Party
  job: Job
  message: string
  promises: StatedPromise[]
  employerRecord: EmployerRecord | null
  state: AskState
  cause: Cause | null
  progress: string | null
  steps: IntroductionStep[]
  askedAt: Date
  answerBy: Date
  endedAt: Date | null
  disclosure: Disclosure | null
  version: number
}

const asks = ({ tx, memberId }: MemberWork) =>
  tx
    .selectFrom('introductions_ask')
    .select([
      'id',
      'employer_id as employerId',
      'provider',
      'job',
      'message',
      'promises',
      'employer_record as employerRecord',
      'state',
      'cause',
      'progress',
      'steps',
      'asked_at as askedAt',
      'answer_by as answerBy',
      'ended_at as endedAt',
      'disclosure',
      'version',
    ])
    .where('member_id', '=', memberId)

type Row = Awaited<ReturnType<ReturnType<typeof asks>['executeTakeFirstOrThrow']>>
const typed = (row: Row): Ask => ({
  ...row,
  provider: Party.parse(row.provider),
  job: Job.parse(row.job),
  promises: StatedPromises.parse(row.promises),
  employerRecord: EmployerRecord.nullable().parse(row.employerRecord),
  state: row.state as AskState,
  cause: row.cause as Cause | null,
  steps: z.array(IntroductionStep).parse(row.steps),
  disclosure: row.disclosure === null ? null : Disclosure.parse(row.disclosure),
  version: Number(row.version),
})

export async function findAsk(work: MemberWork, id: string): Promise<Ask | undefined> {
  const row = await asks(work).where('id', '=', id).executeTakeFirst()
  return row && typed(row)
}

export async function lockAsk(work: MemberWork, id: string): Promise<Ask | undefined> {
  const row = await asks(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && typed(row)
}

/** Every ask of the member, however many. */
export const allAsks = async (work: MemberWork): Promise<Ask[]> => (await asks(work).execute()).map(typed)

export const listAsks = async (work: MemberWork): Promise<Ask[]> =>
  (await asks(work).orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(200).execute()).map(typed)

/** How many asks lapsed without a word, and how many the person answered. */
export async function countAnswers({ tx, memberId }: MemberWork): Promise<{ lapsed: number; answered: number }> {
  const { rows } = await sql<{ lapsed: number; answered: number }>`
    select count(*) filter (where state = 'LAPSED')::integer as lapsed,
      count(*) filter (where state in ('ACCEPTED', 'DECLINED'))::integer as answered
    from introductions_ask where member_id = ${memberId}`.execute(tx)
  return rows[0] ?? { lapsed: 0, answered: 0 }
}

export async function asksOf(work: MemberWork, employerId: string): Promise<Ask[]> {
  return (await asks(work).where('employer_id', '=', employerId).execute()).map(typed)
}

export type NewAsk = Pick<
  Ask,
  'id' | 'employerId' | 'provider' | 'job' | 'message' | 'promises' | 'employerRecord' | 'answerBy'
>

/** Keeps an ask once under its id; answers whether it is the first time. */
export async function insertAsk({ tx, memberId, now }: MemberWork, ask: NewAsk): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('introductions_ask')
    .values({
      member_id: memberId,
      id: ask.id,
      employer_id: ask.employerId,
      provider: JSON.stringify(ask.provider),
      job: JSON.stringify(ask.job),
      message: ask.message,
      promises: JSON.stringify(ask.promises),
      employer_record: ask.employerRecord && JSON.stringify(ask.employerRecord),
      state: 'OPEN',
      asked_at: now,
      answer_by: ask.answerBy,
      version: 1,
    })
    .onConflict((conflict) => conflict.columns(['member_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

type End = { id: string; from: AskState; state: AskState; cause: Cause; reason?: string | undefined }

/** Compare and set: ends the ask if it stands where it is expected to. Nothing for whoever comes second. */
export async function moveAsk(
  { tx, memberId, now }: MemberWork,
  { id, from, state, cause, reason }: End,
): Promise<number | undefined> {
  const row = await tx
    .updateTable('introductions_ask')
    .set((e) => ({
      state,
      cause,
      ended_at: now,
      ...(reason !== undefined && { reason }),
      version: e('version', '+', e.lit(1)),
    }))
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .where('state', '=', from)
    .returning('version')
    .executeTakeFirst()
  return row && Number(row.version)
}

export async function putDisclosure(
  { tx, memberId }: MemberWork,
  { id, disclosure }: { id: string; disclosure: Disclosure },
): Promise<void> {
  await tx
    .updateTable('introductions_ask')
    .set({ disclosure: JSON.stringify(disclosure) })
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .where('state', '=', 'OPEN')
    .execute()
}

/** Keeps how it goes on by the company's own version; answers whether this is news. */
export async function putProgress(
  { tx, memberId }: MemberWork,
  { id, progress, steps, version }: Pick<Ask, 'id' | 'progress' | 'steps' | 'version'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('introductions_ask')
    .set({ progress, steps: JSON.stringify(steps), progress_version: version })
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .where('progress_version', '<', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export type Line = { id: string; askId: string; by: 'PERSON' | 'COMPANY'; text: string; at: Date }

export async function insertLine({ tx, memberId }: MemberWork, line: Line): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('introductions_member_talk')
    .values({
      member_id: memberId,
      id: line.id,
      ask_id: line.askId,
      said_by: line.by,
      text: line.text,
      said_at: line.at,
    })
    .onConflict((conflict) => conflict.columns(['member_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function linesOf({ tx, memberId }: MemberWork, askId?: string): Promise<Line[]> {
  let query = tx
    .selectFrom('introductions_member_talk')
    .select(['id', 'ask_id as askId', 'said_by as by', 'text', 'said_at as at'])
    .where('member_id', '=', memberId)
    .orderBy('said_at')
    .orderBy('id')
  if (askId) query = query.where('ask_id', '=', askId)
  return (await query.execute()).map((row) => ({ ...row, by: row.by as Line['by'] }))
}

/** What the person wrote and what would be told of them; that they were asked, and how it ended, stays. */
export async function blankAsks({ tx, memberId }: MemberWork): Promise<void> {
  await tx
    .updateTable('introductions_ask')
    .set({ reason: null, disclosure: null })
    .where('member_id', '=', memberId)
    .execute()
  await tx.updateTable('introductions_member_talk').set({ text: '' }).where('member_id', '=', memberId).execute()
}
