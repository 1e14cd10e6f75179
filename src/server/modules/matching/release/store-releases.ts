import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'

/** Makes sure that a release will come; those that change until then go out with it. */
export async function planRelease({ tx, companyId }: Work, dueAt: Date): Promise<void> {
  await tx
    .insertInto('matching_release')
    .values({ company_id: companyId, id: newId(), kind: 'RELEASE', state: 'READY', due_at: dueAt, attempts: 0 })
    .onConflict((conflict) => conflict.columns(['company_id']).where('state', '=', 'READY').doNothing())
    .execute()
}

export async function settleRelease(
  { tx, companyId, now }: Work,
  done: { id: string; people: number; withheld: number; smallestClass: number; averageRisk: number },
): Promise<void> {
  const { id, people, withheld, smallestClass, averageRisk } = done
  await tx
    .updateTable('matching_release')
    .set({
      state: 'DONE',
      lease_until: null,
      released_at: now,
      people,
      withheld,
      smallest_class: smallestClass,
      average_risk: averageRisk,
    })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** Whether a release is on its way, and when the last one was. */
export async function releaseStanding({
  tx,
  companyId,
}: Work): Promise<{ isWaiting: boolean; releasedAt: Date | null }> {
  const row = await tx
    .selectFrom('matching_release')
    .select((e) => [
      e.fn.max('released_at').as('releasedAt'),
      e.fn.countAll<number>().filterWhere('state', '=', 'READY').as('waiting'),
    ])
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow()
  return { isWaiting: Number(row.waiting) > 0, releasedAt: row.releasedAt }
}

/** Whether somebody is in the network since before a moment of whom no release has said anything yet. */
export async function hasOverdue({ tx, companyId }: Work, before: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('matching_profile')
    .select('id')
    .where('company_id', '=', companyId)
    .where('state', '=', 'SHOWN')
    .where('published', 'is', null)
    .where('report', 'is', null)
    .where('waits_since', '<=', before)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
