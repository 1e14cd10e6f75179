import type {
  ApplicationState,
  Channel,
  Stage,
  TransitionKind,
  WithdrawalTiming,
} from '../../../contract/selection/selection-terms.ts'
import { maskForbidden } from '../../../engines/forbidden/index.ts'
import { searchKey } from '../../../engines/japanese/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { personOf, resolve } from '../people/index.ts'
import { applicationChanged } from './announcements.ts'
import { applicationNotFound } from './errors.ts'
import { fold, type Course } from './history/fold.ts'
import { openOpening, opening } from './openings/openings.ts'
import { findOpeningByTitle } from './openings/store-openings.ts'
import * as store from './store-applications.ts'
import type { Application } from './store-applications.ts'
import { insertTransition, transitionsOf, type KeptTransition } from './history/store-transitions.ts'

export type NewApplication = {
  id: string
  sourceRecordId: string
  channel: Channel
  /** The medium or agency as the source names it. */
  channelLabel?: string
  agency?: string
  appliedAt: Date
  /** False for history: its end never makes a letter. */
  live: boolean
  connectionId?: string
  remoteId?: string
} & ({ openingId: string } | { openingTitle: string })

/**
 * Keeps an application of whoever the record is about. Idempotent by `id` and by `(connectionId, remoteId)`. A title
 * that no opening has begins one, closed where the application is history. Applying again is another application.
 */
export async function recordApplication(
  work: Work,
  application: NewApplication,
): Promise<{ applicationId: string; created: boolean }> {
  const { id, sourceRecordId, connectionId, remoteId, appliedAt } = application
  const known =
    (await store.findApplication(work, id)) ??
    (connectionId && remoteId ? await store.findRemoteApplication(work, { connectionId, remoteId }) : undefined)
  if (known) return { applicationId: known.id, created: false }
  await personOf(work, sourceRecordId)
  const openingId = await openingFor(work, application)
  const kept = {
    id,
    sourceRecordId,
    openingId,
    channel: application.channel,
    channelLabel: application.channelLabel ?? null,
    agency: application.agency ?? null,
    appliedAt,
    live: application.live,
    connectionId: connectionId ?? null,
    remoteId: remoteId ?? null,
  }
  await store.insertApplication(work, kept, fold(appliedAt, []))
  await announce(work, id)
  return { applicationId: id, created: true }
}

async function openingFor(work: Work, application: NewApplication): Promise<string> {
  if ('openingId' in application) return (await opening(work, application.openingId)).id
  const title = application.openingTitle.trim() || '(求人名なし)'
  const known = await findOpeningByTitle(work, searchKey(title))
  if (known) return known.id
  const begun = await openOpening(work, { id: newId(), title, status: application.live ? 'OPEN' : 'CLOSED' })
  return begun.id
}

export type NewTransition = {
  id: string
  applicationId: string
  kind: TransitionKind
  stage?: Stage
  /** A code of the reason lists, or the source's own words as a code. */
  reason?: string
  /** Written freely; blanked when the person is erased. */
  note?: string
  withdrawalTiming?: WithdrawalTiming
  /** False for history that is imported; what staff do is live. */
  live?: boolean
  occurredAt: Date
  sourceVersion?: number
}

/** Nobody else changes the application until this Work ends. */
export async function holdApplication(work: Work, id: string): Promise<void> {
  if (!(await store.lockApplication(work, id))) throw applicationNotFound()
}

/**
 * Keeps one step of an application's course and works out where it stands. Twice, late or out of order, the end is
 * the same. Announces a change of stage or state.
 */
export async function recordTransition(work: Work, transition: NewTransition): Promise<{ changed: boolean }> {
  const { applicationId } = transition
  await holdApplication(work, applicationId)
  const before = await application(work, applicationId)
  const kept = await insertTransition(work, {
    id: transition.id,
    applicationId,
    kind: transition.kind,
    stage: transition.stage ?? null,
    reason: transition.reason ?? null,
    note: transition.note ? maskForbidden(transition.note) : null,
    withdrawalTiming: transition.withdrawalTiming ?? null,
    live: transition.live ?? true,
    occurredAt: transition.occurredAt,
    sourceVersion: transition.sourceVersion ?? null,
  })
  if (!kept) return { changed: false }
  const course = fold(before.appliedAt, await transitionsOf(work, [applicationId]))
  if (sameCourse(before, course)) return { changed: false }
  await store.putCourse(work, applicationId, course)
  await announce(work, applicationId)
  return { changed: true }
}

const courseKeys = ['stage', 'state', 'endReason', 'endLive', 'withdrawalTiming'] as const
const sameCourse = (before: Course, after: Course) =>
  courseKeys.every((key) => before[key] === after[key]) &&
  before.endedAt?.getTime() === after.endedAt?.getTime() &&
  before.stageSince.getTime() === after.stageSince.getTime()

async function announce(work: Work, applicationId: string): Promise<void> {
  const now = await application(work, applicationId)
  await work.announce(applicationChanged, {
    subjectId: applicationId,
    version: now.version,
    payload: {
      applicationId,
      sourceRecordId: now.sourceRecordId,
      openingId: now.openingId,
      connectionId: now.connectionId,
      channel: now.channel,
      agency: now.agency,
      stage: now.stage,
      state: now.state,
      live: now.endedAt ? now.endLive : now.live,
      endedAt: now.endedAt?.toISOString() ?? null,
      reason: now.endReason,
    },
  })
}

export async function application(work: Work, id: string): Promise<Application> {
  const found = await store.findApplication(work, id)
  if (!found) throw applicationNotFound()
  return found
}

/** Many applications by their ids, those unknown absent; one statement. */
export async function applicationsById(work: Work, ids: readonly string[]): Promise<Map<string, Application>> {
  return new Map((await store.findApplications(work, ids)).map((one) => [one.id, one]))
}

/** Every application of the person through all their records, newest first. */
export const applicationsOf = async (work: Work, personId: string): Promise<Application[]> =>
  store.applicationsOfPersons(work, [await resolve(work, personId)])

/** What was said of the person's applications, in the order it happened. */
export async function courseOf(work: Work, personId: string): Promise<KeptTransition[]> {
  const own = await applicationsOf(work, personId)
  return transitionsOf(
    work,
    own.map(({ id }) => id),
  )
}

const open = ['ACTIVE', 'ON_HOLD', 'OFFERED', 'OFFER_ACCEPTED', 'HIRED'] as const satisfies ApplicationState[]

/** Of each of these persons, the applications that are in process, offered or hired; one statement. */
export async function openProcesses(work: Work, personIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = Map.groupBy(await store.applicationsInState(work, personIds, open), ({ personId }) => personId)
  return new Map([...found].map(([personId, own]) => [personId, own.map(({ id }) => id)]))
}

/** Whether the person is in process, offered or employed elsewhere in the company. */
/** The application that another system knows by this id. */
export const remoteApplication = (
  work: Work,
  remote: { connectionId: string; remoteId: string },
): Promise<store.Application | undefined> => store.findRemoteApplication(work, remote)
