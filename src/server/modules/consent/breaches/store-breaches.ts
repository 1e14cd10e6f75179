import { ReportItems, type Breach } from '../../../../contract/audit/breaches.ts'
import type { Work } from '../../../kernel/work.ts'

export type Kept = Omit<
  Breach,
  'noticedAt' | 'from' | 'to' | 'firstDueAt' | 'finalDueAt' | 'firstReportedAt' | 'finalReportedAt'
> & { noticedAt: Date; from: Date; to: Date; firstReportedAt: Date | null; finalReportedAt: Date | null }

export async function insertBreach(
  { tx, companyId, actor, now }: Work,
  kept: Omit<Kept, 'version' | 'firstReportedAt' | 'finalReportedAt'>,
): Promise<void> {
  await tx
    .insertInto('consent_breach')
    .values({
      company_id: companyId,
      id: kept.id,
      kind: kept.kind,
      noticed_at: kept.noticedAt,
      began_at: kept.from,
      ended_at: kept.to,
      actions: [...kept.actions],
      actor_id: kept.actorId,
      items: JSON.stringify(kept.items),
      opened_by: actor.id,
      opened_at: now,
      version: 1,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .execute()
}

const selectBreaches = ({ tx, companyId }: Work) =>
  tx.selectFrom('consent_breach').selectAll().where('company_id', '=', companyId)

type Row = Awaited<ReturnType<ReturnType<typeof selectBreaches>['executeTakeFirstOrThrow']>>

const keptOf = (row: Row): Kept => ({
  id: row.id,
  kind: row.kind as Kept['kind'],
  noticedAt: row.noticed_at,
  from: row.began_at,
  to: row.ended_at,
  actions: row.actions,
  actorId: row.actor_id,
  items: ReportItems.parse(row.items),
  firstReportedAt: row.first_reported_at,
  finalReportedAt: row.final_reported_at,
  version: row.version,
})

export const listBreaches = async (work: Work): Promise<Kept[]> =>
  (await selectBreaches(work).orderBy('noticed_at', 'desc').orderBy('id', 'desc').limit(200).execute()).map(keptOf)

export async function findBreach(work: Work, id: string): Promise<Kept | undefined> {
  const row = await selectBreaches(work).where('id', '=', id).executeTakeFirst()
  return row && keptOf(row)
}

type Change = Pick<Kept, 'id' | 'version' | 'items' | 'firstReportedAt' | 'finalReportedAt'>

/** False when another version stands. */
export async function updateBreach({ tx, companyId }: Work, change: Change): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('consent_breach')
    .set((e) => ({
      items: JSON.stringify(change.items),
      first_reported_at: change.firstReportedAt,
      final_reported_at: change.finalReportedAt,
      version: e('version', '+', 1),
    }))
    .where('company_id', '=', companyId)
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
