import type { z } from 'zod'
import type { Evaluation as WireEvaluation } from '../../../contract/selection/interviews.ts'
import type { Application as WireApplication } from '../../../contract/selection/selection.ts'
import type { Work } from '../../kernel/work.ts'
import { people } from '../people/index.ts'
import type { Application } from './store-applications.ts'
import type { Evaluation, Interview } from './interviews/store-interviews.ts'

const instant = (date: Date | null) => date?.toISOString() ?? null

/** Applications as the contract shows them, with the person's name and whether they had applied before. */
export async function shownApplications(
  work: Work,
  found: readonly Application[],
): Promise<z.input<typeof WireApplication>[]> {
  const profiles = await people(work, [...new Set(found.map(({ personId }) => personId))])
  const names = new Map(
    profiles.map(({ personId, fields }) => [personId, fields.name?.value ?? fields.nameRomaji?.value]),
  )
  return found.map((one) => {
    const name = names.get(one.personId)
    return {
      id: one.id,
      personId: one.personId,
      personName: typeof name === 'string' ? name : null,
      openingId: one.openingId,
      openingTitle: one.openingTitle,
      channel: one.channel,
      channelLabel: one.channelLabel,
      agency: one.agency,
      appliedAt: one.appliedAt.toISOString(),
      stage: one.stage,
      stageSince: one.stageSince.toISOString(),
      state: one.state,
      endedAt: instant(one.endedAt),
      endReason: one.endReason,
      withdrawalTiming: one.withdrawalTiming,
      isLive: one.live,
      isReapplication: one.isReapplication,
      changedAt: one.changedAt.toISOString(),
    }
  })
}

export const shownEvaluation = (one: Evaluation): z.input<typeof WireEvaluation> => ({
  id: one.id,
  applicationId: one.applicationId,
  interviewId: one.interviewId,
  evaluator: one.evaluator,
  stage: one.stage,
  recommendation: one.recommendation,
  grade: one.grade,
  criteria: one.criteria,
  comment: one.comment,
  occurredAt: one.occurredAt.toISOString(),
})

export const shownInterview = (one: Interview & { staffIds?: readonly string[] }) => ({
  id: one.id,
  applicationId: one.applicationId,
  stage: one.stage,
  startsAt: instant(one.startsAt),
  endsAt: instant(one.endsAt),
  place: one.place,
  state: one.state,
  staffIds: [...(one.staffIds ?? [])],
})
