import type { FlowStep, Stage } from '../../../../contract/selection/selection-terms.ts'
import type { Work } from '../../../kernel/work.ts'
import { lockCompany } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { stageInUse } from '../errors.ts'
import * as store from './store-flows.ts'

/** The flow of a company that has configured none. */
export const usualFlow: FlowStep[] = [
  { stage: 'APPLIED' },
  { stage: 'DOCUMENT_SCREENING' },
  { stage: 'INTERVIEW_1' },
  { stage: 'FINAL_INTERVIEW' },
  { stage: 'OFFER_MEETING' },
  { stage: 'OFFER' },
]

const defaultOf = (flows: readonly store.Flow[]): FlowStep[] => flows.find((flow) => flow.isDefault)?.steps ?? usualFlow

/** The ordered steps an opening's applications go through. */
export async function flowOf(work: Work, { flowId }: { flowId: string | null }): Promise<FlowStep[]> {
  const flows = await store.listFlows(work)
  return flows.find((flow) => flow.id === flowId)?.steps ?? defaultOf(flows)
}

export const flows = (work: Work): Promise<store.Flow[]> => store.listFlows(work)

export type StandingFlow = store.Flow & { standing: { stage: Stage; count: number }[] }

/** The flows with how many open applications stand at which of their steps; the default's include openings without one. */
export async function flowsInUse(work: Work): Promise<StandingFlow[]> {
  const [known, open] = [await store.listFlows(work), await store.openByStage(work)]
  return known.map((flow) => {
    const own = open.filter(({ flowId }) => flowId === flow.id || (flowId === null && flow.isDefault))
    const standing = flow.steps.map(({ stage }) => ({ stage, count: total(own.filter((one) => one.stage === stage)) }))
    return { ...flow, standing }
  })
}

const total = (standing: readonly store.Standing[]): number => standing.reduce((sum, { count }) => sum + count, 0)

/**
 * Keeps a flow under its id; the first one, and one that says so, becomes the default. A step at which open
 * applications stand stays: without it they would be on no board (`selection.stage-in-use`).
 */
export async function keepFlow(work: Work, flow: store.Flow): Promise<void> {
  // Two that would be the default at once are kept one after the other.
  await lockCompany(work)
  const known = await store.listFlows(work)
  const before = known.find(({ id }) => id === flow.id)
  const isDefault = flow.isDefault || before?.isDefault === true || known.length === 0
  const kept = new Set(flow.steps.map(({ stage }) => stage))
  const gone = (steps: readonly FlowStep[]) => steps.flatMap(({ stage }) => (kept.has(stage) ? [] : [stage]))
  const leaves = { own: gone(before?.steps ?? []), ofDefault: isDefault ? gone(defaultOf(known)) : [] }
  const open = await store.openByStage(work)
  const stuck = open.filter(({ flowId, stage }) =>
    (flowId === flow.id ? leaves.own : flowId === null ? leaves.ofDefault : []).includes(stage),
  )
  if (stuck.length > 0) throw stageInUse({ stages: [...new Set(stuck.map(({ stage }) => stage))], count: total(stuck) })
  await store.putFlow(work, { ...flow, isDefault })
  await record(work, {
    action: 'flow.kept',
    subject: { kind: 'flow', id: flow.id },
    detail: {
      before: (before?.steps ?? []).map(({ stage }) => stage),
      after: flow.steps.map(({ stage }) => stage),
      isDefault,
    },
  })
}
