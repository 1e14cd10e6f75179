import { insertRows } from '../../../kernel/database/insert-rows.ts'
import type { Work } from '../../../kernel/work.ts'

export type Order = { id: string; personId: string; requestId: string; orderedBy: string; afterMail: string | null }

const columns = {
  id: 'uuid',
  kind: 'text',
  person_id: 'uuid',
  request_id: 'uuid',
  ordered_by: 'text',
  after_mail: 'uuid',
  state: 'text',
  due_at: 'timestamptz',
  ordered_at: 'timestamptz',
} as const

export async function insertOrders(work: Work, orders: readonly Order[], dueAt: Date): Promise<void> {
  const rows = orders.map((order) => ({
    id: order.id,
    kind: 'ERASE',
    person_id: order.personId,
    request_id: order.requestId,
    ordered_by: order.orderedBy,
    after_mail: order.afterMail,
    state: 'READY',
    due_at: dueAt,
    ordered_at: work.now,
  }))
  await insertRows(work, { table: 'consent_erasure_order', columns }, rows)
}

export async function findOrder({ tx, companyId }: Work, id: string): Promise<Order | undefined> {
  const row = await tx
    .selectFrom('consent_erasure_order')
    .select(['id', 'person_id', 'request_id', 'ordered_by', 'after_mail'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      personId: row.person_id,
      requestId: row.request_id,
      orderedBy: row.ordered_by,
      afterMail: row.after_mail,
    }
  )
}

export async function settleOrder({ tx, companyId }: Work, id: string): Promise<void> {
  await tx
    .updateTable('consent_erasure_order')
    .set({ state: 'DONE', lease_until: null })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** Sets an erasure aside whose person is held. */
export async function holdOrder({ tx, companyId }: Work, id: string): Promise<void> {
  await tx
    .updateTable('consent_erasure_order')
    .set({ state: 'HELD', lease_until: null })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** A hold was lifted: what was set aside is tried again, and set aside again where another hold stands. */
export async function releaseHeldOrders({ tx, companyId, now }: Work): Promise<void> {
  await tx
    .updateTable('consent_erasure_order')
    .set({ state: 'READY', due_at: now, attempts: 0 })
    .where('company_id', '=', companyId)
    .where('state', '=', 'HELD')
    .execute()
}

/** Lets the erasures go that waited for this mail to leave. */
export async function releaseOrders({ tx, companyId, now }: Work, mailId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('consent_erasure_order')
    .set({ due_at: now })
    .where('company_id', '=', companyId)
    .where('after_mail', '=', mailId)
    .where('state', '=', 'READY')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function countOrders({ tx, companyId }: Work): Promise<{ waiting: number; failed: number }> {
  const row = await tx
    .selectFrom('consent_erasure_order')
    .select((e) => [
      e.fn.countAll<number>().filterWhere('state', '=', 'READY').as('waiting'),
      e.fn.countAll<number>().filterWhere('state', '=', 'DEAD').as('failed'),
    ])
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow()
  return { waiting: Number(row.waiting), failed: Number(row.failed) }
}
