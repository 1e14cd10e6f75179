import { sql } from 'kysely'
import type { Correction, DataRequest } from '../../../../contract/requests/data-requests.ts'
import type { Work } from '../../../kernel/work.ts'
import { ofPeople } from './store-requests.ts'

type Check = { id: string; personId: string; sourceRecordId: string | null; how: string; note: string }

/** False when the request is not open any more. */
export async function putIdentity(
  { tx, companyId, actor, now }: Work,
  { id, personId, sourceRecordId, how, note }: Check,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('consent_request')
    .set({
      person_id: personId,
      source_record_id: sourceRecordId,
      identity_how: how,
      identity_note: note,
      identity_by: actor.id,
      identity_at: now,
    })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('state', '=', 'OPEN')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export type Answer = {
  ids: readonly string[]
  state: 'ANSWERED' | 'PARTIAL' | 'DECLINED'
  answer: string
  grounds: readonly string[]
  refused: string
  refusedFields: readonly string[]
  told: 'MAIL' | 'ELSEWHERE'
  handover: DataRequest['handover']
  /** The only version that is answered, where the reader named one. */
  version?: number | undefined
}

/** The first answer counts: answers the ids that were open until now. */
export async function closeRequests({ tx, companyId, actor, now }: Work, answered: Answer): Promise<string[]> {
  const { ids, state, answer, grounds, refused, refusedFields, told, handover, version } = answered
  let update = tx
    .updateTable('consent_request')
    .set((e) => ({
      state,
      answer,
      grounds: [...grounds],
      refused,
      refused_fields: [...refusedFields],
      told,
      handover: handover?.how ?? null,
      handed_on: handover?.on ?? null,
      handover_note: handover?.note ?? '',
      answered_by: actor.id,
      answered_at: now,
      version: e('version', '+', 1),
    }))
    .where('company_id', '=', companyId)
    .where('id', 'in', [...ids])
    .where('state', '=', 'OPEN')
  if (version !== undefined) update = update.where('version', '=', version)
  return (await update.returning('id').execute()).map(({ id }) => id)
}

const lockedOpen = ({ tx, companyId }: Work, id: string) =>
  tx
    .selectFrom('consent_request')
    .select('corrections')
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('state', '=', 'OPEN')
    .forUpdate()
    .executeTakeFirst()

export const lockOpen = async (work: Work, id: string): Promise<boolean> => (await lockedOpen(work, id)) !== undefined

/**
 * Adds what the person says is wrong to a request that is open; what was said of the same field before goes, but for its
 * value where a note alone follows.
 */
export async function putCorrection(work: Work, id: string, correction: Correction): Promise<boolean> {
  const { tx, companyId } = work
  const row = await lockedOpen(work, id)
  if (!row) return false
  const others = (row.corrections as Correction[]).filter(({ field }) => field !== correction.field)
  const before = (row.corrections as Correction[]).find(({ field }) => field === correction.field)
  const said = before && correction.value === '' ? { ...before, note: correction.note } : correction
  await tx
    .updateTable('consent_request')
    .set((e) => ({ corrections: JSON.stringify([...others, said]), version: e('version', '+', 1) }))
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
  return true
}

/** The answer did not leave: somebody has to tell the person in another way. */
export async function markUntold({ tx, companyId }: Work, id: string): Promise<void> {
  await tx
    .updateTable('consent_request')
    .set({ told: null })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/**
 * Closes what an erased person still asked, since nobody is left to answer: what was to be corrected, stopped or erased is
 * gone, and what was to be disclosed is not held any more (APPI 33(3)). Answers which it closed.
 */
export async function closeErased(
  { tx, companyId, now }: Work,
  personId: string,
  sourceRecordIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update consent_request set
      state = case when kind in ('DISCLOSURE', 'PROVISION_RECORDS') then 'DECLINED' else 'ANSWERED' end,
      grounds = case when kind in ('DISCLOSURE', 'PROVISION_RECORDS') then '{NOT_HELD}'::text[] else grounds end,
      answer = '', told = 'ELSEWHERE', answered_at = ${now}, version = version + 1
    where company_id = ${companyId} and state = 'OPEN'
      and ${ofPeople([personId], sourceRecordIds)}
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Blanks what was written, and keeps that there was a request, on which grounds and when it was answered. */
export async function blankRequests(
  { tx, companyId }: Work,
  personId: string,
  sourceRecordIds: readonly string[],
): Promise<void> {
  await tx
    .updateTable('consent_request')
    .set((e) => ({
      said: '',
      corrections: '[]',
      refused: '',
      handover_note: '',
      identity_note: '',
      answer: e.case().when('answer', 'is', null).then(null).else('').end(),
    }))
    .where('company_id', '=', companyId)
    .where(ofPeople([personId], sourceRecordIds))
    .execute()
}
