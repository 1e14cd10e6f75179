import { permissionsOf } from '../../../../contract/accounts/permissions.ts'
import type { Stage } from '../../../../contract/selection/selection-terms.ts'
import type { Work } from '../../../kernel/work.ts'
import { staff } from '../../accounts/index.ts'
import { people } from '../../people/index.ts'
import { interviewChanged } from '../announcements.ts'
import { application } from '../applications.ts'
import { alreadyEnded, interviewElsewhere, interviewEndsFirst, interviewNotFound, notAnInterviewer } from '../errors.ts'
import { standing } from './evaluations.ts'
import { isEnded } from '../history/fold.ts'
import { findApplications } from '../store-applications.ts'
import * as store from './store-interviews.ts'
import type { Evaluation, Interview, InterviewState } from './store-interviews.ts'

export type NewInterview = {
  id: string
  applicationId: string
  stage: Stage
  startsAt?: Date | null
  endsAt?: Date | null
  place?: string | null
  state?: InterviewState
  /** Who interviews; left as it is when not given. */
  staffIds?: readonly string[]
  connectionId?: string
  remoteId?: string
}

/**
 * Keeps an interview and who holds it. Idempotent by `id` and by `(connectionId, remoteId)`; said again it changes.
 * Refused: interviewers who are not active staff with the right to evaluate (`selection.not-an-interviewer`; who holds
 * it already may stay), an end before the beginning (`selection.interview-ends-first`), an interview that belongs to
 * another application (`selection.interview-elsewhere`), and one that is set in a selection that has ended
 * (`selection.already-ended`).
 */
export async function recordInterview(work: Work, given: NewInterview): Promise<Interview> {
  const { connectionId = null, remoteId = null, applicationId } = given
  const { state } = await application(work, applicationId)
  const known =
    (await store.findInterview(work, given.id)) ??
    (connectionId && remoteId ? await store.findRemoteInterview(work, { connectionId, remoteId }) : undefined)
  if (known && known.applicationId !== applicationId) throw interviewElsewhere({ interviewId: known.id })
  if (!known && !connectionId && isEnded(state)) throw alreadyEnded({ applicationId, state })
  const id = known?.id ?? given.id
  const startsAt = given.startsAt === undefined ? (known?.startsAt ?? null) : given.startsAt
  const endsAt = given.endsAt === undefined ? (known?.endsAt ?? null) : given.endsAt
  if (endsAt !== null && (startsAt === null || endsAt <= startsAt)) throw interviewEndsFirst({})
  if (given.staffIds) await refuseStrangers(work, id, given.staffIds)
  const version = await store.putInterview(work, {
    id,
    applicationId,
    stage: given.stage,
    startsAt,
    endsAt,
    place: given.place === undefined ? (known?.place ?? null) : given.place,
    state: given.state ?? known?.state ?? 'SCHEDULED',
    connectionId,
    remoteId,
  })
  if (given.staffIds) await store.putInterviewers(work, id, [...new Set(given.staffIds)])
  await work.announce(interviewChanged, { subjectId: id, version, payload: { interviewId: id, applicationId } })
  return interview(work, id)
}

async function refuseStrangers(work: Work, interviewId: string, staffIds: readonly string[]): Promise<void> {
  const holding = new Set((await store.interviewersOf(work, [interviewId])).map(({ staffId }) => staffId))
  const able = new Set(
    (await staff(work))
      .filter(({ state, role }) => state === 'ACTIVE' && permissionsOf[role].includes('selection:evaluate'))
      .map(({ id }) => id),
  )
  const strangers = staffIds.filter((id) => !able.has(id) && !holding.has(id))
  if (strangers.length > 0) throw notAnInterviewer({ staffIds: strangers })
}

export async function interview(work: Work, id: string): Promise<Interview> {
  const found = await store.findInterview(work, id)
  if (!found) throw interviewNotFound()
  return found
}

/** What an interviewer sees of one of their interviews: no address, no contact, no other evaluation. */
export type OwnInterview = Interview & {
  personName: string | null
  employer: string | null
  title: string | null
  openingTitle: string
  evaluation: Evaluation | null
}

/** The interviews a member of staff holds, with their own evaluation of each, latest first. */
export async function interviewsOf(work: Work, staffId: string): Promise<OwnInterview[]> {
  const own = await store.interviewsOfStaff(work, staffId)
  const evaluations = standing(
    await store.evaluationsByStaff(
      work,
      staffId,
      own.map(({ id }) => id),
    ),
  )
  const applications = await findApplications(work, [...new Set(own.map((one) => one.applicationId))])
  const byId = new Map(applications.map((one) => [one.id, one]))
  const profiles = await people(work, [...new Set([...byId.values()].map(({ personId }) => personId))])
  const byPerson = new Map(profiles.map((profile) => [profile.personId, profile.fields]))
  return own.map((one) => {
    const applied = byId.get(one.applicationId)
    const fields = byPerson.get(applied?.personId ?? '')
    const text = (value: unknown) => (typeof value === 'string' ? value : null)
    return {
      ...one,
      personName: text(fields?.name?.value),
      employer: text(fields?.employer?.value),
      title: text(fields?.title?.value),
      openingTitle: applied?.openingTitle ?? '',
      evaluation: evaluations.find((evaluation) => evaluation.interviewId === one.id) ?? null,
    }
  })
}

/** The interviews of some applications with who holds them. */
export async function interviewsOfApplications(
  work: Work,
  applicationIds: readonly string[],
): Promise<(Interview & { staffIds: string[] })[]> {
  const found = await store.interviewsOfApplications(work, applicationIds)
  const interviewers = await store.interviewersOf(
    work,
    found.map(({ id }) => id),
  )
  return found.map((one) => ({
    ...one,
    staffIds: interviewers.filter(({ interviewId }) => interviewId === one.id).map(({ staffId }) => staffId),
  }))
}
