import { sql } from 'kysely'
import type { NoLetterReason } from '../../../../contract/relay/relay-terms.ts'
import { insertRows } from '../../../kernel/database/insert-rows.ts'
import type { Work } from '../../../kernel/work.ts'
import { filtered, type RejectionFilter } from '../letters/store-rejections.ts'

export type PreflightRow = {
  applicationId: string
  sourceRecordId: string
  /** Null: gets a letter. */
  reason: NoLetterReason | null
  outcome: string | null
}
export type Verdict = { applicationId: string; reason: NoLetterReason | null }

/** Puts every rejection of the filter on the pre-flight, to be judged: who is on it is settled by one statement. */
export async function enrolRejections(work: Work, preflightId: string, filter: RejectionFilter): Promise<void> {
  await work.tx
    .insertInto('relay_preflight_row')
    .columns(['company_id', 'preflight_id', 'application_id', 'source_record_id', 'judged'])
    .expression(
      filtered(work, filter).select((e) => [
        'company_id',
        sql<string>`${preflightId}::uuid`.as('preflight_id'),
        'application_id',
        'source_record_id',
        e.lit(false).as('judged'),
      ]),
    )
    .execute()
}

type Enrolled = Pick<PreflightRow, 'applicationId' | 'sourceRecordId' | 'reason'>

/** Puts applications on the pre-flight that are not on it, to be judged, or with the reason that settles each. */
export async function enrol(work: Work, preflightId: string, enrolled: readonly Enrolled[]): Promise<void> {
  await insertRows(
    work,
    {
      table: 'relay_preflight_row',
      columns: {
        preflight_id: 'uuid',
        application_id: 'uuid',
        source_record_id: 'uuid',
        reason: 'text',
        judged: 'boolean',
      },
      onConflict: sql`on conflict do nothing`,
    },
    enrolled.map(({ applicationId, sourceRecordId, reason }) => ({
      preflight_id: preflightId,
      application_id: applicationId,
      source_record_id: sourceRecordId,
      reason,
      judged: reason !== null,
    })),
  )
}

const rowsOf = ({ tx, companyId }: Work, preflightId: string) =>
  tx
    .selectFrom('relay_preflight_row')
    .select(['application_id as applicationId', 'source_record_id as sourceRecordId', 'reason', 'outcome'])
    .$narrowType<{ reason: NoLetterReason | null }>()
    .where('company_id', '=', companyId)
    .where('preflight_id', '=', preflightId)
    .orderBy('application_id')

/** The next people to judge. */
export const waitingRows = (work: Work, preflightId: string, limit: number): Promise<PreflightRow[]> =>
  rowsOf(work, preflightId).where('judged', '=', false).limit(limit).execute()

/** The next people of an approved campaign whose letter is to be scheduled. */
export const unsettledRows = (work: Work, preflightId: string, limit: number): Promise<PreflightRow[]> =>
  rowsOf(work, preflightId)
    .where('judged', '=', true)
    .where('reason', 'is', null)
    .where('outcome', 'is', null)
    .limit(limit)
    .execute()

export type RowFilter = {
  after?: string | undefined
  reason?: NoLetterReason | 'NONE' | undefined
  outcome?: string | undefined
  limit: number
}

export function listRows(
  work: Work,
  preflightId: string,
  { after, reason, outcome, limit }: RowFilter,
): Promise<PreflightRow[]> {
  let select = rowsOf(work, preflightId).where('judged', '=', true)
  if (after) select = select.where('application_id', '>', after)
  if (reason) select = reason === 'NONE' ? select.where('reason', 'is', null) : select.where('reason', '=', reason)
  if (outcome) select = select.where('outcome', '=', outcome)
  return select.limit(limit).execute()
}

/** Every verdict in one order, for the fingerprint. */
export const allVerdicts = (work: Work, preflightId: string): Promise<Verdict[]> => rowsOf(work, preflightId).execute()

export async function putVerdicts(
  { tx, companyId }: Work,
  preflightId: string,
  verdicts: readonly Verdict[],
): Promise<void> {
  const applicationIds = verdicts.map((one) => one.applicationId)
  const reasons = verdicts.map((one) => one.reason)
  await sql`
    update relay_preflight_row set judged = true, reason = verdict.reason
    from unnest(${applicationIds}::uuid[], ${reasons}::text[]) as verdict (application_id, reason)
    where company_id = ${companyId} and preflight_id = ${preflightId}
      and relay_preflight_row.application_id = verdict.application_id and not judged`.execute(tx)
}

/** What became of each of these people of an approved campaign. */
export async function putOutcomes(
  { tx, companyId }: Work,
  preflightId: string,
  outcomes: ReadonlyMap<string, string>,
): Promise<void> {
  await sql`
    update relay_preflight_row set outcome = settled.outcome
    from unnest(${[...outcomes.keys()]}::uuid[], ${[...outcomes.values()]}::text[]) as settled (application_id, outcome)
    where company_id = ${companyId} and preflight_id = ${preflightId}
      and relay_preflight_row.application_id = settled.application_id`.execute(tx)
}
