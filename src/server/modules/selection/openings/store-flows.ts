import type { FlowStep, Stage } from '../../../../contract/selection/selection-terms.ts'
import type { Work } from '../../../kernel/work.ts'

export type Flow = { id: string; name: string; steps: FlowStep[]; isDefault: boolean }

export async function listFlows({ tx, companyId }: Work): Promise<Flow[]> {
  const rows = await tx
    .selectFrom('selection_flow')
    .select(['id', 'name', 'steps', 'is_default as isDefault'])
    .where('company_id', '=', companyId)
    .orderBy('recorded_at')
    .execute()
  return rows.map((row) => ({ ...row, steps: row.steps as FlowStep[] }))
}

export async function putFlow({ tx, companyId, now }: Work, flow: Flow): Promise<void> {
  if (flow.isDefault)
    await tx
      .updateTable('selection_flow')
      .set({ is_default: false })
      .where('company_id', '=', companyId)
      .where('id', '<>', flow.id)
      .execute()
  await tx
    .insertInto('selection_flow')
    .values({
      company_id: companyId,
      id: flow.id,
      name: flow.name,
      steps: JSON.stringify(flow.steps),
      is_default: flow.isDefault,
      recorded_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'id']).doUpdateSet((e) => ({
        name: e.ref('excluded.name'),
        steps: e.ref('excluded.steps'),
        is_default: e.ref('excluded.is_default'),
      })),
    )
    .execute()
}

/** How many open applications stand at a stage, of openings with this flow; `null` is those that chose none. */
export type Standing = { flowId: string | null; stage: Stage; count: number }

export async function openByStage({ tx, companyId }: Work): Promise<Standing[]> {
  const rows = await tx
    .selectFrom('selection_application as application')
    .innerJoin('selection_opening as opening', (join) =>
      join
        .onRef('opening.company_id', '=', 'application.company_id')
        .onRef('opening.id', '=', 'application.opening_id'),
    )
    .select(['opening.flow_id as flowId', 'application.stage as stage', (e) => e.fn.countAll<string>().as('count')])
    .where('application.company_id', '=', companyId)
    .where('opening.company_id', '=', companyId)
    .where('application.state', 'in', ['ACTIVE', 'ON_HOLD', 'OFFERED'])
    .groupBy(['opening.flow_id', 'application.stage'])
    .execute()
  return rows.map((row) => ({ flowId: row.flowId, stage: row.stage as Stage, count: Number(row.count) }))
}
