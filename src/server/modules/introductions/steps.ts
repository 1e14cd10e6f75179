import type { IntroductionProgress, IntroductionStep } from '../../../contract/introductions/introductions.ts'
import type { ApplicationState, Stage } from '../../../contract/selection/selection-terms.ts'
import type { SelectionOnRecord } from '../selection/index.ts'

const ends: Partial<Record<ApplicationState, IntroductionProgress>> = {
  OFFERED: 'OFFERED',
  OFFER_ACCEPTED: 'OFFERED',
  HIRED: 'HIRED',
  REJECTED: 'REJECTED',
  CLOSED_DUPLICATE: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
  OFFER_DECLINED: 'WITHDRAWN',
}

/** Pure. An application that has only arrived is no progress yet. */
export const progressOf = (stage: Stage, state: ApplicationState): IntroductionProgress | null =>
  ends[state] ?? (stage === 'APPLIED' ? null : 'INTERVIEWING')

export const areSameSteps = (some: readonly IntroductionStep[], others: readonly IntroductionStep[]): boolean =>
  some.length === others.length &&
  some.every(({ progress, at }, index) => progress === others[index]?.progress && at === others[index].at)

/** Every progress that the introduction went through, with the time at which it began; the same again is none. */
export function stepsOf({ course }: Pick<SelectionOnRecord, 'course'>): IntroductionStep[] {
  const steps: IntroductionStep[] = []
  for (const { stage, state, at } of course) {
    const progress = progressOf(stage, state)
    if (progress !== (steps.at(-1)?.progress ?? null)) steps.push({ progress, at: at.toISOString() })
  }
  return steps
}

export type ToldStep = { progress: Exclude<IntroductionProgress, 'REJECTED'>; at: string }

/**
 * The steps as the person may see them: that they were not chosen is told by the company itself, after its wait, and never
 * first by a page.
 */
export function stepsForPerson(steps: readonly IntroductionStep[]): ToldStep[] {
  const told = steps.flatMap(({ progress, at }) =>
    progress === null || progress === 'REJECTED' ? [] : [{ progress, at }],
  )
  return told.filter(({ progress }, index) => progress !== told[index - 1]?.progress)
}
