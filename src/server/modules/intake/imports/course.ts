import type { Channel, Stage, TransitionKind } from '../../../../contract/selection/selection-terms.ts'
import type { History } from '../../selection/index.ts'
import { readGrade } from '../../selection/index.ts'
import type { ApplicationDraft, DraftMoment } from '../files/index.ts'
import { instantOf } from './moments.ts'
import type { Keyed } from './natural-key.ts'

export type Told = {
  sourceRecordId: string
  applicationId: string
  connectionId: string
  /** The id its own system gave it; null for a row known by what it says. */
  remoteId: string | null
  zone: string
  /** When the file was imported: orders what two imports say of one undated step, and dates what says no day at all. */
  importedAt: Date
  keyed: Keyed
}

/** Whether a row speaks of an application at all; a list of people at an event does not. */
export const hasApplication = (draft: ApplicationDraft): boolean =>
  Boolean(
    draft.openingTitle ??
    draft.externalId ??
    draft.appliedAt ??
    draft.stage ??
    draft.end ??
    draft.state ??
    draft.evaluation,
  )

/**
 * An application of the past with its steps. Their ids come from what they say, so that the same row says nothing again.
 * A step without a day of its own takes the day of the application: its order is then that of the imports.
 */
export function historyOf(draft: ApplicationDraft, told: Told): History {
  const { applicationId, sourceRecordId, connectionId, remoteId, importedAt } = told
  const at = (moment: DraftMoment | null | undefined) => (moment ? instantOf(moment, told.zone) : undefined)
  const appliedAt = at(draft.appliedAt) ?? at(draft.stageAt) ?? at(draft.end?.at) ?? importedAt
  const later = (one: Date, other: Date) => (one > other ? one : other)
  const latest = (one: Date | undefined) => later(one ?? appliedAt, appliedAt)
  return {
    application: {
      id: applicationId,
      sourceRecordId,
      openingTitle: draft.openingTitle ?? '',
      channel: channelOf(draft.channel?.kind ?? null),
      ...(draft.channel?.name && { channelLabel: draft.channel.name }),
      ...(draft.agency && { agency: draft.agency }),
      appliedAt,
      connectionId,
      ...(remoteId && { remoteId }),
    },
    transitions: stepsOf(draft).map(({ ended, ...step }, order) => {
      const reachedAt = latest(at(draft.stageAt))
      // A step is never later than the end that followed it, whatever the file says: it would reopen the application.
      const occurredAt = ended ? later(reachedAt, latest(at(draft.end?.at))) : reachedAt
      const id = told.keyed.id(JSON.stringify([applicationId, step, occurredAt]))
      return { ...step, id, occurredAt, sourceVersion: importedAt.getTime() * 10 + order }
    }),
    evaluation: evaluationOf(draft, { ...told, occurredAt: latest(at(draft.stageAt) ?? at(draft.end?.at)) }),
  }
}

const channelOf = (kind: NonNullable<ApplicationDraft['channel']>['kind']): Channel => kind ?? 'OTHER'

type Step = { kind: TransitionKind; stage?: Stage; reason?: string; note?: string; ended: boolean }

function stepsOf({ stage, state, end, evaluation }: ApplicationDraft): Step[] {
  const steps: Step[] = []
  const comment = evaluation && !isGrade(evaluation.grade) ? [evaluation.grade, evaluation.note] : []
  const note = comment.filter(Boolean).join('\n')
  // An acceptance is no stage of its own here: it is an offer that was accepted.
  const reached = stage === 'OFFER_ACCEPTED' ? 'OFFER' : stage
  if (reached && (reached !== 'APPLIED' || note))
    steps.push({ kind: 'STAGE', stage: reached, ...(note && { note }), ended: false })
  if (stage === 'OFFER_ACCEPTED') steps.push({ kind: 'ACCEPT', ended: false })
  else if (!end && (stage === 'OFFER' || stage === 'INFORMAL_OFFER')) steps.push({ kind: 'OFFER', stage, ended: false })
  if (state === 'ON_HOLD') steps.push({ kind: 'HOLD', ended: false })
  if (end) steps.push(endOf(end, reached))
  return steps
}

function endOf({ kind, reason }: NonNullable<ApplicationDraft['end']>, reached: Stage | null): Step {
  const said = reason ? { reason: reason.slice(0, 100) } : {}
  switch (kind) {
    case 'REJECTED':
      return { kind: 'REJECT', ...said, ended: true }
    case 'WITHDRAWN':
      return { kind: 'WITHDRAW', ...said, ended: true }
    case 'UNREACHABLE':
      return { kind: 'WITHDRAW', reason: 'UNREACHABLE', ended: true }
    case 'OFFER_DECLINED':
      return { kind: 'DECLINE', ...said, ended: true }
    case 'CLOSED_DUPLICATE':
      return { kind: 'DUPLICATE', ended: true }
    case 'HIRED':
    case 'EARLY_LEAVE':
      return { kind: 'HIRE', ...(reached && { stage: reached }), ended: true }
  }
}

const isGrade = (grade: string | null): boolean => grade !== null && readGrade(grade) !== null

function evaluationOf(draft: ApplicationDraft, told: Told & { occurredAt: Date }): History['evaluation'] {
  const { evaluation } = draft
  if (!evaluation?.grade || !isGrade(evaluation.grade)) return null
  const said = [evaluation.grade, evaluation.note, evaluation.interviewer]
  return {
    id: told.keyed.id(JSON.stringify([told.applicationId, 'evaluation', said])),
    evaluator: evaluation.interviewer ?? '',
    grade: evaluation.grade,
    ...(evaluation.note && { comment: evaluation.note }),
    occurredAt: told.occurredAt,
  }
}
