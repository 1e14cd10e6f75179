import { z } from 'zod'
import { requestKinds, type DataRequest } from '../../../contract/consent.ts'
import { companyAnnouncement } from '../../kernel/announcements.ts'
import { notFound } from '../../kernel/errors.ts'
import type { Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { requestClosed } from './errors.ts'
import * as store from './store-requests.ts'

/** The term this product sets itself: "without delay" in the law, two weeks in the usual practice. */
const termDays = 14
const dayMs = 86_400_000

const payload = z.object({
  requestId: z.uuid(),
  kind: z.enum(requestKinds),
  personId: z.uuid().nullable(),
  state: z.enum(['OPEN', 'ANSWERED', 'DECLINED']),
})
/** A request was opened, answered or declined; whoever received the data is told of it by the modules to the right. */
export const dataRequestChanged = companyAnnouncement('consent.request-changed', payload)

export type NewRequest = {
  id: string
  kind: DataRequest['kind']
  via: DataRequest['via']
  personId?: string | undefined
  sourceRecordId?: string | undefined
  said: string
}

/** Takes up what a person asks about their own data, and starts the clock. Repeating an id changes nothing. */
export async function openRequest(work: Work, opened: NewRequest): Promise<DataRequest> {
  const { id, kind, via, said, personId = null, sourceRecordId = null } = opened
  const dueAt = new Date(work.now.getTime() + termDays * dayMs)
  const isFirst = await store.insertRequest(work, {
    id,
    kind,
    via,
    said,
    personId,
    sourceRecordId,
    openedAt: work.now,
    dueAt,
  })
  if (isFirst) await tell(work, 'consent.request-opened', await held(work, id))
  return shown(await held(work, id))
}

/** Answers or declines an open request; a second answer is refused (`consent.request-closed`). */
export async function answerRequest(
  work: Work,
  answered: { id: string; state: 'ANSWERED' | 'DECLINED'; answer: string },
): Promise<DataRequest> {
  const isClosed = await store.closeRequest(work, answered)
  const request = await held(work, answered.id)
  if (!isClosed) throw requestClosed({})
  await tell(work, 'consent.request-answered', request)
  return shown(request)
}

async function held(work: Work, id: string): Promise<store.Held> {
  const found = await store.findRequest(work, id)
  if (!found) throw notFound({ what: 'request' })
  return found
}

async function tell(work: Work, action: string, { id, kind, state, personId, version }: store.Held): Promise<void> {
  await record(work, { action, subject: { kind: 'request', id }, detail: { kind, state } })
  await work.announce(dataRequestChanged, { subjectId: id, version, payload: { requestId: id, kind, personId, state } })
}

const shown = ({ openedAt, dueAt, answeredAt, ...request }: store.Held): DataRequest => ({
  id: request.id,
  kind: request.kind,
  via: request.via,
  personId: request.personId,
  said: request.said,
  state: request.state,
  answer: request.answer,
  answeredBy: request.answeredBy,
  openedAt: openedAt.toISOString(),
  dueAt: dueAt.toISOString(),
  answeredAt: answeredAt?.toISOString() ?? null,
})

export async function requests(
  work: Work,
  page: { state?: DataRequest['state'] | undefined; after: string | undefined; limit: number },
): Promise<DataRequest[]> {
  return (await store.listRequests(work, page)).map(shown)
}

export async function requestsOf(
  work: Work,
  personId: string,
  sourceRecordIds: readonly string[],
): Promise<DataRequest[]> {
  return (await store.requestsOf(work, personId, sourceRecordIds)).map(shown)
}
