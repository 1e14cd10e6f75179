import type { Stage } from '../../../contract/selection-terms.ts'
import type { Work } from '../../kernel/work.ts'
import { people } from '../people/index.ts'
import { application } from './applications.ts'
import { interviewNotFound } from './errors.ts'
import { standing } from './evaluations.ts'
import { findApplication } from './store-applications.ts'
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

/** Keeps an interview and who holds it. Idempotent by `id` and by `(connectionId, remoteId)`; said again it changes. */
export async function recordInterview(work: Work, given: NewInterview): Promise<Interview> {
  const { connectionId = null, remoteId = null } = given
  await application(work, given.applicationId)
  const known =
    (await store.findInterview(work, given.id)) ??
    (connectionId && remoteId ? await store.findRemoteInterview(work, { connectionId, remoteId }) : undefined)
  const id = known?.id ?? given.id
  await store.putInterview(work, {
    id,
    applicationId: given.applicationId,
    stage: given.stage,
    startsAt: given.startsAt === undefined ? (known?.startsAt ?? null) : given.startsAt,
    endsAt: given.endsAt === undefined ? (known?.endsAt ?? null) : given.endsAt,
    place: given.place === undefined ? (known?.place ?? null) : given.place,
    state: given.state ?? known?.state ?? 'SCHEDULED',
    connectionId,
    remoteId,
  })
  if (given.staffIds) await store.putInterviewers(work, id, given.staffIds)
  return interview(work, id)
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
  const applications = await Promise.all(
    [...new Set(own.map((one) => one.applicationId))].map((id) => findApplication(work, id)),
  )
  const byId = new Map(applications.filter((one) => one !== undefined).map((one) => [one.id, one]))
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
