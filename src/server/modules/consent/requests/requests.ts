import type { AuditAction } from '../../../../contract/audit-actions/index.ts'
import { z } from 'zod'
import {
  requestStates,
  type Correction,
  type DataRequest,
  type Passing,
} from '../../../../contract/requests/data-requests.ts'
import { isDisclosure } from '../../../../contract/requests/disclosure-forms.ts'
import { requestKinds } from '../../../../contract/requests/request-grounds.ts'
import { companyAnnouncement } from '../../../kernel/announcements.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { subjectOf } from '../erasures/erasure.ts'
import { requestClosed, wishUnfit } from '../errors.ts'
import { namesOf, personsBehind } from '../names.ts'
import { provisionsOf } from '../decisions/provisions.ts'
import { passingsOf } from './store-passings.ts'
import * as store from './store-requests.ts'
import * as answers from './store-request-answers.ts'

/** The term this product sets itself: "without delay" in the law, two weeks in the usual practice. */
const termDays = 14
const dayMs = 86_400_000

const payload = z.object({
  requestId: z.uuid(),
  kind: z.enum(requestKinds),
  personId: z.uuid().nullable(),
  state: z.enum(requestStates),
})
/** A request was opened, granted or refused; the modules to the right tell whoever is concerned. */
export const dataRequestChanged = companyAnnouncement('consent.request-changed', payload)

export type NewRequest = {
  id: string
  kind: DataRequest['kind']
  via: DataRequest['via']
  personId?: string | undefined
  sourceRecordId?: string | undefined
  said: string
  remark?: DataRequest['remark']
  /** In which form they wish to be disclosed what is held, where they named one. */
  wish?: DataRequest['wish'] | undefined
  /** What is wrong, entry by entry, with a correction. */
  corrections?: readonly Correction[]
  /** The program's own check, where the request came by a page that asked for a code. */
  identity?: 'CODE_BY_MAIL' | 'MEMBER_SESSION' | undefined
}

/**
 * Takes up what a person asks about their own data, and starts the clock. Repeating an id changes nothing. A form to be
 * disclosed in is wished for with a disclosure alone (`consent.wish-unfit`).
 */
export async function openRequest(work: Work, opened: NewRequest): Promise<DataRequest> {
  const { id, kind, via, said, corrections = [], personId = null, sourceRecordId = null, identity } = opened
  const { remark = null, wish = null } = opened
  if (wish !== null && !isDisclosure(kind)) throw wishUnfit({})
  const isFirst = await store.insertRequest(work, {
    id,
    kind,
    via,
    said,
    remark,
    wish,
    corrections: [...corrections],
    personId,
    sourceRecordId,
    openedAt: work.now,
    dueAt: new Date(work.now.getTime() + termDays * dayMs),
    identity: identity ? { how: identity, note: '', by: work.actor.id, at: work.now } : null,
  })
  if (isFirst) await tell(work, 'consent.request-opened', await held(work, id))
  return request(work, id)
}

/** Whether the request is open, and then it stays so, with the corrections it has, until the end of the Work. */
export const holdOpenRequest = answers.lockOpen

/** Adds what else is wrong to an open request; refused once it is answered (`consent.request-closed`). */
export async function addCorrection(work: Work, id: string, correction: Correction): Promise<DataRequest> {
  if (!(await answers.putCorrection(work, id, correction))) throw requestClosed({})
  await tell(work, 'consent.correction-added', await held(work, id))
  return request(work, id)
}

/** The corrections of an answered request that were granted. */
export const grantedCorrections = ({ state, corrections, refusedFields }: DataRequest): Correction[] =>
  state === 'ANSWERED' || state === 'PARTIAL' ? corrections.filter(({ field }) => !refusedFields.includes(field)) : []

export async function held(work: Work, id: string): Promise<store.Held> {
  const [found] = await heldRequests(work, [id])
  if (!found) throw notFound({ what: 'request' })
  return found
}

/** The record a request came with, where it came with one: whose it is then follows the record. */
export const recordOfRequest = async (work: Work, id: string): Promise<string | null> =>
  (await held(work, id)).sourceRecordId

/** Those that there are of many requests, each of whoever its record is of today. */
export const heldRequests = async (work: Work, ids: readonly string[]): Promise<store.Held[]> =>
  ofToday(work, await store.findRequests(work, ids))

/** Two people who were taken for one when one of them asked are told apart by the record. */
async function ofToday(work: Work, found: readonly store.Held[]): Promise<store.Held[]> {
  const people = await personsBehind(
    work,
    found.flatMap(({ sourceRecordId }) => sourceRecordId ?? []),
  )
  return found.map((one) => ({ ...one, personId: people.get(one.sourceRecordId ?? '') ?? one.personId }))
}

/** Writes down what became of a request, and announces it. */
export async function tell(
  work: Work,
  action: AuditAction,
  { id, kind, state, personId, version }: store.Held,
): Promise<void> {
  await record(work, { action, subject: { kind: 'request', id }, detail: { kind, state } })
  await work.announce(dataRequestChanged, { subjectId: id, version, payload: { requestId: id, kind, personId, state } })
}

/** Requests as they are shown, each with the name of who asks, where that is known. */
export async function shown(work: Work, asked: readonly store.Held[]): Promise<DataRequest[]> {
  const found = await ofToday(work, asked)
  const ids = [...new Set(found.flatMap(({ personId }) => personId ?? []))]
  const names = await namesOf(work, ids)
  return found.map(({ openedAt, dueAt, answeredAt, identity, ...one }) => ({
    id: one.id,
    kind: one.kind,
    via: one.via,
    personId: one.personId,
    personName: one.personId === null ? null : (names.get(one.personId) ?? null),
    said: one.said,
    remark: one.remark,
    wish: one.wish,
    corrections: one.corrections,
    state: one.state,
    identity: identity && { ...identity, at: identity.at.toISOString() },
    answer: one.answer,
    grounds: one.grounds,
    refused: one.refused,
    refusedFields: one.refusedFields,
    told: one.told,
    handover: one.handover,
    answeredBy: one.answeredBy,
    erasure: one.erasure,
    version: one.version,
    openedAt: openedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  }))
}

/** One request; refused as not found when there is none. */
export async function request(work: Work, id: string): Promise<DataRequest> {
  const [found] = await shown(work, [await held(work, id)])
  if (!found) throw notFound({ what: 'request' })
  return found
}

export type Recipient = { id: string; name: string; shareId: string; providedAt: string; items: string[] }

/** One request with whom it was passed on to, and who received the person's data from here. */
export async function requestWhole(
  work: Work,
  id: string,
): Promise<{ request: DataRequest; passings: Passing[]; recipients: Recipient[] }> {
  const found = await request(work, id)
  const subject = found.personId === null ? undefined : await subjectOf(work, found.personId)
  const provided = subject ? await provisionsOf(work, subject) : []
  return {
    request: found,
    passings: await passingsOf(work, id),
    recipients: provided
      .filter(({ side }) => side === 'PROVIDER')
      .map(({ recipient, shareId, providedAt, items }) => ({
        id: recipient.id,
        name: recipient.name,
        shareId,
        providedAt,
        items,
      })),
  }
}

export async function requests(
  work: Work,
  { personId, ...page }: store.Filter & { after: string | undefined; limit: number },
): Promise<DataRequest[]> {
  const of = personId === undefined ? undefined : await subjectOf(work, personId)
  if (personId !== undefined && !of) return []
  return shown(work, await store.listRequests(work, { ...page, of }))
}

export async function requestsOf(
  work: Work,
  personId: string,
  sourceRecordIds: readonly string[],
): Promise<DataRequest[]> {
  return shown(work, await store.requestsOf(work, personId, sourceRecordIds))
}

export type Asker = { personId: string; sourceRecordIds: readonly string[]; personIds: readonly string[] }

/**
 * Of these persons, those who asked that their data is used no more or erased, and were not declined (APPI 35). Each is
 * looked for under all its records and all the ids it was known by.
 */
export async function askedToStop(work: Work, persons: readonly Asker[]): Promise<Set<string>> {
  if (persons.length === 0) return new Set()
  const stops = await store.standingStops(work, {
    personIds: persons.flatMap(({ personIds }) => personIds),
    sourceRecordIds: persons.flatMap(({ sourceRecordIds }) => sourceRecordIds),
  })
  const named = new Set(stops.flatMap(({ personId, sourceRecordId }) => [personId, sourceRecordId]))
  const isNamed = ({ sourceRecordIds, personIds }: Asker) =>
    [...personIds, ...sourceRecordIds].some((id) => named.has(id))
  return new Set(persons.filter(isNamed).map(({ personId }) => personId))
}

/** By which ids the company's requests to use data no more or to erase it name people, those that were declined left out. */
export const standingStops = store.allStandingStops
export type { Stop } from './store-requests.ts'
