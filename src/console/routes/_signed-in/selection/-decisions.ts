import type { Application, Decision } from '../../../../contract/selection/selection.ts'
import {
  applicationStates,
  stages,
  type ApplicationState,
  type FlowStep,
  type Stage,
  type TransitionKind,
} from '../../../../contract/selection/selection-terms.ts'

export type Standing = Pick<Application, 'id' | 'stage' | 'state' | 'personName' | 'channel'>

const openStates = ['ACTIVE', 'ON_HOLD', 'OFFERED', 'OFFER_ACCEPTED'] as const satisfies ApplicationState[]
export const isOpen = (state: ApplicationState): boolean => (openStates as readonly ApplicationState[]).includes(state)

/** What the filter of the address means: the open ones, the ended ones, or one state. */
export function statesOf(state: 'OPEN' | 'ENDED' | ApplicationState): ApplicationState[] {
  if (state === 'OPEN') return [...openStates]
  return state === 'ENDED' ? applicationStates.filter((one) => !isOpen(one)) : [state]
}

const possible: Record<ApplicationState, readonly TransitionKind[]> = {
  ACTIVE: ['STAGE', 'OFFER', 'HOLD', 'REJECT', 'WITHDRAW', 'DUPLICATE'],
  ON_HOLD: ['STAGE', 'REOPEN', 'REJECT', 'WITHDRAW', 'DUPLICATE'],
  OFFERED: ['ACCEPT', 'DECLINE', 'STAGE'],
  OFFER_ACCEPTED: ['HIRE', 'DECLINE', 'STAGE'],
  REJECTED: ['REOPEN'],
  WITHDRAWN: ['REOPEN'],
  OFFER_DECLINED: ['REOPEN'],
  HIRED: ['REOPEN'],
  CLOSED_DUPLICATE: ['REOPEN'],
}

/** What can be decided about an application that stands so, the usual first. */
export const decisionsFor = (state: ApplicationState): readonly TransitionKind[] => possible[state]

/** The step after (or before) a stage in a flow; a stage outside of the flow goes by the usual order. */
export function neighbour(steps: readonly FlowStep[], stage: Stage, by: 1 | -1): Stage | undefined {
  const order = steps.map((step) => step.stage)
  const at = order.indexOf(stage)
  if (at >= 0) return order[at + by]
  const place = stages.indexOf(stage)
  const later = order.filter((one) => stages.indexOf(one) > place)
  const earlier = order.filter((one) => stages.indexOf(one) < place)
  return by === 1 ? later[0] : earlier.at(-1)
}

/**
 * The decisions that bring an application back to where it stood, in their order; none where what was decided cannot be
 * taken back by a decision. The history keeps both: nothing is erased.
 */
export function undoing(before: Pick<Standing, 'stage' | 'state'>, { kind }: Decision): Decision[] {
  const { stage, state } = before
  if (kind === 'REOPEN') return state === 'ON_HOLD' ? [{ kind: 'HOLD' }] : []
  if (kind === 'HOLD') return [{ kind: 'REOPEN', stage }]
  if (kind === 'STAGE') return [...standing(state), { kind: 'STAGE', stage }, ...held(state)]
  if (kind === 'ACCEPT') return [{ kind: 'OFFER' }, ...toStage(stage)]
  // An offer is left by way of a hold: a move alone would keep it.
  if (kind === 'OFFER') return [{ kind: 'HOLD' }, { kind: 'REOPEN', stage }, ...held(state)]
  const again = standing(state)
  return [{ kind: 'REOPEN', stage }, ...again, ...(again.length > 0 ? toStage(stage) : []), ...held(state)]
}

const held = (state: ApplicationState): Decision[] => (state === 'ON_HOLD' ? [{ kind: 'HOLD' }] : [])

/** An offer said again, which moves to its own stage. */
function standing(state: ApplicationState): Decision[] {
  if (state === 'OFFERED') return [{ kind: 'OFFER' }]
  return state === 'OFFER_ACCEPTED' ? [{ kind: 'OFFER' }, { kind: 'ACCEPT' }] : []
}

const toStage = (stage: Stage): Decision[] => (stage === 'OFFER' ? [] : [{ kind: 'STAGE', stage }])
