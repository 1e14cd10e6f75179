import { sql } from 'kysely'
import type { Cost } from '../../../../contract/selection/insight-outcomes.ts'
import type { Channel } from '../../../../contract/selection/selection-terms.ts'
import type { Work } from '../../../kernel/work.ts'

type Row = Omit<Cost, 'amountYen'> & { amountYen: string }
const typed = (row: Row): Cost => ({ ...row, amountYen: Number(row.amountYen) })

export async function listCosts(
  { tx, companyId }: Work,
  { after, limit }: { after: { month: string; id: string } | undefined; limit: number },
): Promise<Cost[]> {
  const beyond = after ? sql`and (month, id) < (${`${after.month}-01`}::date, ${after.id}::uuid)` : sql``
  const { rows } = await sql<Row>`
    select id, to_char(month, 'YYYY-MM') as month, kind, channel, amount_yen as "amountYen", note
    from insights_cost where company_id = ${companyId} ${beyond}
    order by month desc, id desc limit ${limit}`.execute(tx)
  return rows.map(typed)
}

export async function putCost({ tx, companyId, actor, now }: Work, cost: Cost): Promise<void> {
  await tx
    .insertInto('insights_cost')
    .values({
      company_id: companyId,
      id: cost.id,
      month: `${cost.month}-01`,
      kind: cost.kind,
      channel: cost.channel,
      amount_yen: cost.amountYen,
      note: cost.note,
      recorded_by: `${actor.kind}:${actor.id}`,
      recorded_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'id']).doUpdateSet((e) => ({
        month: e.ref('excluded.month'),
        kind: e.ref('excluded.kind'),
        channel: e.ref('excluded.channel'),
        amount_yen: e.ref('excluded.amount_yen'),
        note: e.ref('excluded.note'),
      })),
    )
    .execute()
}

/** False where there is none. */
export async function deleteCost({ tx, companyId }: Work, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('insights_cost')
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Yen by channel of the months from the first to the last; `null` is what belongs to no one channel. */
export async function sumCosts(
  { tx, companyId }: Work,
  { first, last }: { first: string | undefined; last: string | undefined },
): Promise<ReadonlyMap<Channel | null, number>> {
  const since = first ? sql`and month >= ${`${first}-01`}::date` : sql``
  const until = last ? sql`and month <= ${`${last}-01`}::date` : sql``
  const { rows } = await sql<{ channel: Channel | null; yen: string }>`
    select channel, sum(amount_yen)::text as yen from insights_cost
    where company_id = ${companyId} ${since} ${until} group by channel`.execute(tx)
  return new Map(rows.map(({ channel, yen }) => [channel, Number(yen)]))
}
