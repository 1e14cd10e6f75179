import type { Announcement } from './announcements.ts'
import type { Installation } from './installation.ts'
import type { Claimed, IntentTable } from './intents.ts'
import { inCompany, inMember, systemActor, type MemberWork, type Work } from './work.ts'

type Row = { kind: string; subscriber: string; subject_id: string; version: number; payload: unknown; state: string }

/** The two outboxes, as tables of intents: each row is one announcement still to be applied by one subscriber. */
export const outboxes: readonly IntentTable[] = [
  { table: 'company_outbox', realm: 'company', attempts: 12, run: applyCompany },
  { table: 'member_outbox', realm: 'member', attempts: 12, run: applyMember },
]

function subscription(installation: Installation, row: Row) {
  const found = installation.subscriptions.find(
    (one) => one.announcement === row.kind && one.subscriber === row.subscriber,
  )
  if (!found) throw new Error(`nobody subscribes to ${row.kind} as ${row.subscriber}`)
  return found
}

const heard = (id: string, row: Row, payload: unknown) =>
  ({ id, subjectId: row.subject_id, version: Number(row.version), payload }) as never

async function applyCompany(installation: Installation, { realmId, id }: Claimed): Promise<void> {
  const opening = { companyId: realmId, actor: systemActor('outbox') }
  const row = await inCompany(installation, opening, (work) => companyRow(work, id))
  if (!row) return
  const listener = subscription(installation, row)
  const payload = listener.payload.parse(row.payload)
  if (listener.reach === 'across') {
    await listener.apply(installation, { ...(heard(id, row, payload) as object), realmId } as never)
  }
  await inCompany(installation, { companyId: realmId, actor: systemActor(row.subscriber) }, async (work) => {
    if (listener.reach === 'company' && (await isNewerForCompany(work, row)))
      await listener.apply(work, heard(id, row, payload))
    await work.tx
      .updateTable('company_outbox')
      .set(applied)
      .where('company_id', '=', realmId)
      .where('id', '=', id)
      .execute()
  })
}

async function applyMember(installation: Installation, { realmId, id }: Claimed): Promise<void> {
  const opening = { memberId: realmId, actor: systemActor('outbox') }
  const row = await inMember(installation, opening, (work) => memberRow(work, id))
  if (!row) return
  const listener = subscription(installation, row)
  const payload = listener.payload.parse(row.payload)
  if (listener.reach === 'across') {
    await listener.apply(installation, { ...(heard(id, row, payload) as object), realmId } as never)
  }
  await inMember(installation, { memberId: realmId, actor: systemActor(row.subscriber) }, async (work) => {
    if (listener.reach === 'member' && (await isNewerForMember(work, row)))
      await listener.apply(work, heard(id, row, payload))
    await work.tx
      .updateTable('member_outbox')
      .set(applied)
      .where('member_id', '=', realmId)
      .where('id', '=', id)
      .execute()
  })
}

/** What was applied is not said again: its payload, which may hold a person's words, goes. */
const applied = { state: 'DONE', lease_until: null, payload: '{}' }

/**
 * Takes back what a member announced under these names and nobody applied, given up or not: it is told to nobody any more,
 * and its payload goes. For words of somebody who is erased.
 */
export async function takeBackAnnounced(
  { tx, memberId }: MemberWork,
  announcements: readonly Pick<Announcement<unknown>, 'name'>[],
): Promise<void> {
  const names = announcements.map(({ name }) => name)
  await tx
    .updateTable('member_outbox')
    .set(applied)
    .where('member_id', '=', memberId)
    .where('kind', 'in', names)
    .where('state', '<>', 'DONE')
    .execute()
}

/** Rows that were applied are kept this long, to look into what happened. */
const appliedKeptMs = 30 * 24 * 3_600_000

/** Removes the announcements of a company that were applied long ago, and says how many. */
export async function forgetApplied({ tx, companyId, now }: Work): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('company_outbox')
    .where('company_id', '=', companyId)
    .where('state', '=', 'DONE')
    .where('recorded_at', '<', new Date(now.getTime() - appliedKeptMs))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

const columns = ['kind', 'subscriber', 'subject_id', 'version', 'payload', 'state'] as const

const companyRow = ({ tx, companyId }: Work, id: string): Promise<Row | undefined> =>
  tx
    .selectFrom('company_outbox')
    .select(columns)
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('state', '=', 'READY')
    .executeTakeFirst()

const memberRow = ({ tx, memberId }: MemberWork, id: string): Promise<Row | undefined> =>
  tx
    .selectFrom('member_outbox')
    .select(columns)
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .where('state', '=', 'READY')
    .executeTakeFirst()

/** Marks the version as applied; false when this or a newer one already was. */
async function isNewerForCompany({ tx, companyId }: Work, { subscriber, subject_id, version }: Row): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('company_applied')
    .values({ company_id: companyId, subscriber, subject_id, version })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'subscriber', 'subject_id'])
        .doUpdateSet((e) => ({ version: e.ref('excluded.version') }))
        .where((e) => e('company_applied.version', '<', e.ref('excluded.version'))),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

async function isNewerForMember(
  { tx, memberId }: MemberWork,
  { subscriber, subject_id, version }: Row,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('member_applied')
    .values({ member_id: memberId, subscriber, subject_id, version })
    .onConflict((conflict) =>
      conflict
        .columns(['member_id', 'subscriber', 'subject_id'])
        .doUpdateSet((e) => ({ version: e.ref('excluded.version') }))
        .where((e) => e('member_applied.version', '<', e.ref('excluded.version'))),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
