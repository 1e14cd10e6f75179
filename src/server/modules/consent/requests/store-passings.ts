import type { Passing } from '../../../../contract/requests/data-requests.ts'
import type { Work } from '../../../kernel/work.ts'
import { receiptApart } from './earlier-words.ts'

const selectPassings = ({ tx, companyId }: Work) =>
  tx.selectFrom('consent_passing').selectAll().where('company_id', '=', companyId)

type Row = Awaited<ReturnType<ReturnType<typeof selectPassings>['executeTakeFirstOrThrow']>>

const passingOf = (row: Row): Passing => ({
  id: row.id,
  recipientName: row.recipient_name,
  how: row.how as Passing['how'],
  state: row.state as Passing['state'],
  ...receiptApart({ receipt: row.receipt, grounds: row.grounds as Passing['grounds'] }),
  sentAt: row.sent_at.toISOString(),
  settledAt: row.settled_at?.toISOString() ?? null,
  escalatedAt: row.escalated_at?.toISOString() ?? null,
})

export async function passingsOf(work: Work, requestId: string): Promise<Passing[]> {
  return (await selectPassings(work).where('request_id', '=', requestId).orderBy('id').limit(200).execute()).map(
    passingOf,
  )
}

/** Once for each recipient of a request: a repetition answers what stands. */
export async function insertPassing(
  work: Work,
  passing: Pick<Passing, 'id' | 'recipientName' | 'how'> & { requestId: string; shareId: string | null },
): Promise<Passing> {
  const { tx, companyId, actor, now } = work
  await tx
    .insertInto('consent_passing')
    .values({
      company_id: companyId,
      id: passing.id,
      request_id: passing.requestId,
      recipient_name: passing.recipientName,
      share_id: passing.shareId,
      how: passing.how,
      state: 'SENT',
      receipt: '',
      sent_by: actor.id,
      sent_at: now,
      version: 1,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'request_id', 'recipient_name']).doNothing())
    .execute()
  const row = await selectPassings(work)
    .where('request_id', '=', passing.requestId)
    .where('recipient_name', '=', passing.recipientName)
    .executeTakeFirstOrThrow()
  return passingOf(row)
}

export async function settlePassing(
  work: Work,
  settled: Pick<Passing, 'id' | 'state' | 'receipt' | 'grounds'> & { requestId: string },
): Promise<Passing | undefined> {
  const row = await work.tx
    .updateTable('consent_passing')
    .set((e) => ({
      state: settled.state,
      receipt: settled.receipt,
      grounds: [...settled.grounds],
      settled_at: work.now,
      version: e('version', '+', 1),
    }))
    .where('company_id', '=', work.companyId)
    .where('request_id', '=', settled.requestId)
    .where('id', '=', settled.id)
    .returningAll()
    .executeTakeFirst()
  return row && passingOf(row)
}

export async function markPassingEscalated(
  { tx, companyId, now }: Work,
  { requestId, id }: { requestId: string; id: string },
): Promise<void> {
  await tx
    .updateTable('consent_passing')
    .set({ escalated_at: now })
    .where('company_id', '=', companyId)
    .where('request_id', '=', requestId)
    .where('id', '=', id)
    .execute()
}

/** What a recipient wrote about an erased person goes; that they were told, and when, stays. */
export async function blankPassings({ tx, companyId }: Work, personId: string): Promise<void> {
  await tx
    .updateTable('consent_passing')
    .set({ receipt: '' })
    .where('company_id', '=', companyId)
    .where('request_id', 'in', (e) =>
      e
        .selectFrom('consent_request')
        .select('id')
        .where('company_id', '=', companyId)
        .where('person_id', '=', personId),
    )
    .execute()
}
