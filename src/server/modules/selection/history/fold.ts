import type {
  ApplicationState,
  Stage,
  TransitionKind,
  WithdrawalTiming,
} from '../../../../contract/selection/selection-terms.ts'

export type Transition = {
  id: string
  kind: TransitionKind
  stage: Stage | null
  reason: string | null
  withdrawalTiming: WithdrawalTiming | null
  /** False for history that was imported: it never makes a letter. */
  live: boolean
  occurredAt: Date
  /** The source's own counter, where it has one: it orders what happened at one time. */
  sourceVersion: number | null
}

export type Course = {
  stage: Stage
  stageSince: Date
  state: ApplicationState
  endedAt: Date | null
  endReason: string | null
  endLive: boolean
  withdrawalTiming: WithdrawalTiming | null
}

const ends: ReadonlySet<ApplicationState> = new Set([
  'REJECTED',
  'WITHDRAWN',
  'OFFER_DECLINED',
  'HIRED',
  'CLOSED_DUPLICATE',
])
const offerStages: ReadonlySet<Stage> = new Set([
  'OFFER_MEETING',
  'INFORMAL_OFFER',
  'OFFER',
  'JOIN_SCHEDULED',
  'JOINED',
])

export const isEnded = (state: ApplicationState): boolean => ends.has(state)

/**
 * Where an application stands: a fold over everything said of it, ordered by when it happened, then by the source's
 * version, then by id. So what arrives twice, late or out of order ends the same.
 *
 * A rejection never replaces another end, while a withdrawal or a duplicate replaces a rejection: where sources
 * contradict each other, nobody is told that they were rejected. A stage or a hold said after an end means that the
 * source goes on; a hire is left by reopening alone.
 */
export function fold(appliedAt: Date, transitions: readonly Transition[]): Course {
  const start: Course = { stage: 'APPLIED', stageSince: appliedAt, state: 'ACTIVE', ...notEnded }
  return transitions.toSorted(byTime).reduce(step, start)
}

/** Where it stood after each thing that was said of it, in the order in which they happened. */
export function standings(appliedAt: Date, transitions: readonly Transition[]): (Course & { at: Date })[] {
  let course: Course = { stage: 'APPLIED', stageSince: appliedAt, state: 'ACTIVE', ...notEnded }
  return transitions.toSorted(byTime).map((transition) => {
    course = step(course, transition)
    return { ...course, at: transition.occurredAt }
  })
}

const notEnded = { endedAt: null, endReason: null, endLive: false, withdrawalTiming: null }

function byTime(one: Transition, other: Transition): number {
  return (
    one.occurredAt.getTime() - other.occurredAt.getTime() ||
    (one.sourceVersion ?? -1) - (other.sourceVersion ?? -1) ||
    (one.id < other.id ? -1 : Number(one.id > other.id))
  )
}

function step(course: Course, transition: Transition): Course {
  const { kind } = transition
  if (course.state === 'HIRED' && kind !== 'REOPEN' && kind !== 'DUPLICATE') return course
  if (kind === 'STAGE') return { ...moved(course, transition), ...goesOn(course, transition) }
  if (kind === 'HOLD') return { ...course, ...notEnded, state: 'ON_HOLD' }
  if (kind === 'REOPEN') return { ...moved(course, transition), ...notEnded, state: 'ACTIVE' }
  if (kind === 'OFFER' || kind === 'ACCEPT') {
    const offered = moved(course, { ...transition, stage: transition.stage ?? 'OFFER' })
    return { ...offered, ...notEnded, state: kind === 'OFFER' ? 'OFFERED' : 'OFFER_ACCEPTED' }
  }
  return ended(course, transition, kind)
}

function moved(course: Course, { stage, occurredAt }: Transition): Course {
  if (stage === null || stage === course.stage) return course
  return { ...course, stage, stageSince: occurredAt }
}

/** Moving within the offer keeps the offer; any other move makes the application active. */
function goesOn({ state }: Course, { stage }: Transition): Partial<Course> {
  const keepsOffer = (state === 'OFFERED' || state === 'OFFER_ACCEPTED') && stage !== null && offerStages.has(stage)
  return keepsOffer ? {} : { ...notEnded, state: 'ACTIVE' }
}

const endOf = {
  REJECT: 'REJECTED',
  WITHDRAW: 'WITHDRAWN',
  DECLINE: 'OFFER_DECLINED',
  HIRE: 'HIRED',
  DUPLICATE: 'CLOSED_DUPLICATE',
} as const satisfies Partial<Record<TransitionKind, ApplicationState>>

function ended(course: Course, transition: Transition, kind: keyof typeof endOf): Course {
  const replaces = course.state === 'REJECTED' && kind !== 'REJECT'
  if (isEnded(course.state) && !replaces && kind !== 'DUPLICATE' && kind !== 'HIRE') return course
  if (course.state === 'CLOSED_DUPLICATE') return course
  const stage = kind === 'HIRE' ? moved(course, { ...transition, stage: transition.stage ?? 'JOINED' }) : course
  return {
    ...stage,
    state: endOf[kind],
    endedAt: transition.occurredAt,
    endReason: transition.reason,
    endLive: transition.live,
    withdrawalTiming: kind === 'WITHDRAW' || kind === 'DECLINE' ? (transition.withdrawalTiming ?? 'UNSCHEDULED') : null,
  }
}
