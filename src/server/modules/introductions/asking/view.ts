import type { Introduction, IntroductionState } from '../../../../contract/introductions/introductions.ts'
import type { IntroductionPromise } from '../../../../contract/introductions/promises.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { people, personOf } from '../../people/index.ts'
import { selectionOnRecord } from '../../selection/index.ts'
import { introductionNotFound } from '../errors.ts'
import { mayConfirm, promiseIdOf } from '../promises/promises.ts'
import { promisesOf, type Promised } from '../promises/store-promises.ts'
import { gateCopies, type GateCopy } from '../gate/store-gate.ts'
import * as store from './store-requests.ts'
import type { Request, TalkLine } from './store-requests.ts'

/** Introductions as the company sees them: nobody has a name before they said yes. */
async function shown(work: Work, requests: readonly Request[]): Promise<Introduction[]> {
  const persons = await personsOf(work, requests)
  const talk = Map.groupBy(
    await store.talkOf(
      work,
      requests.map(({ id }) => id),
    ),
    ({ introductionId }) => introductionId,
  )
  const gates = await gateCopies(
    work,
    requests.map(({ id }) => id),
  )
  const inForce = Map.groupBy(
    await promisesOf(
      work,
      requests.map(({ id }) => id),
    ),
    ({ introductionId }) => introductionId,
  )
  return requests.map((request) => ({
    id: request.id,
    openingId: request.openingId,
    openingTitle: request.job.openingTitle,
    ref: request.ref,
    facts: request.shown,
    message: request.message,
    state: request.state,
    progress: request.progress,
    steps: request.steps,
    askedAt: request.askedAt.toISOString(),
    answerBy: request.answerBy.toISOString(),
    cancelAskedAt: request.cancelAskedAt?.toISOString() ?? null,
    endedAt: request.endedAt?.toISOString() ?? null,
    // The person may have answered first.
    endedBecause: request.state === 'CANCELLED' ? request.endedBecause : null,
    gate: gateShown(gates.get(request.id)),
    person: (request.sourceRecordId && persons.get(request.sourceRecordId)) || null,
    applicationId: request.applicationId,
    promises: promises(request, inForce.get(request.id) ?? [], work.now),
    unanswered: unanswered(talk.get(request.id) ?? []),
  }))
}

/** What was promised, as it stands since the yes, or as it was stated where there is none. */
function promises(request: Request, inForce: readonly Promised[], now: Date): IntroductionPromise[] {
  return request.promises.map((stated) => {
    const id = promiseIdOf(request.id, stated.kind)
    const one = inForce.find((known) => known.id === id)
    return one ? shownPromise(one, now) : { ...stated, id, ...notInForce }
  })
}

const notInForce = { state: null, dueAt: null, settledBy: null, settledAt: null, objectedAt: null, mayConfirm: false }

export const shownPromise = (one: Promised, now: Date): IntroductionPromise => ({
  id: one.id,
  kind: one.kind,
  steps: one.steps,
  days: one.days,
  state: one.state,
  dueAt: one.dueAt.toISOString(),
  settledBy: one.settledBy,
  settledAt: one.settledAt?.toISOString() ?? null,
  objectedAt: one.objectedAt?.toISOString() ?? null,
  mayConfirm: mayConfirm(one, now),
})
const gateShown = (copy: GateCopy | undefined): Introduction['gate'] =>
  copy ? { state: copy.state, reason: copy.reason, note: copy.note, decideBy: copy.decideBy.toISOString() } : null

/** Questions after the last answer. */
function unanswered(lines: readonly TalkLine[]): number {
  return lines.length - 1 - lines.findLastIndex(({ by }) => by === 'COMPANY')
}

async function personsOf(work: Work, requests: readonly Request[]) {
  const found = new Map<string, { id: string; name: string | null }>()
  const recordIds = requests.flatMap(({ sourceRecordId }) => sourceRecordId ?? [])
  const ids = new Map<string, string>()
  for (const recordId of recordIds) ids.set(recordId, await personOf(work, recordId))
  const profiles = new Map((await people(work, [...new Set(ids.values())])).map((one) => [one.personId, one]))
  for (const [recordId, id] of ids) {
    const name = profiles.get(id)?.fields.name?.value
    found.set(recordId, { id, name: typeof name === 'string' ? name : null })
  }
  return found
}

type Wanted = {
  state?: IntroductionState | undefined
  openingId?: string | undefined
  cursor?: string | undefined
  limit: number
}

export async function introductions(
  work: Work,
  { cursor, ...wanted }: Wanted,
): Promise<{ introductions: Introduction[]; nextCursor: string | null }> {
  const [at, id] = cursor?.split('/') ?? []
  const after = at && id && !Number.isNaN(Date.parse(at)) ? { changedAt: new Date(at), id } : undefined
  const found = await store.listRequests(work, { ...wanted, after, limit: wanted.limit + 1 })
  const page = found.slice(0, wanted.limit)
  const last = page.at(-1)
  await record(work, { action: 'introductions.listed', detail: { shown: page.map((one) => one.id) } })
  return {
    introductions: await shown(work, page),
    nextCursor: found.length > page.length && last ? `${last.changedAt.toISOString()}/${last.id}` : null,
  }
}

export async function introductionOf(work: Work, id: string) {
  const request = await store.findRequest(work, id)
  if (!request) throw introductionNotFound()
  const [one] = await shown(work, [request])
  const talk = await store.talkOf(work, [id])
  const course = request.applicationId ? (await selectionOnRecord(work, request.applicationId)).course : []
  return {
    ...one!,
    talk: talk.map((line) => ({ id: line.id, by: line.by, text: line.text, at: line.at.toISOString() })),
    course: course.map(({ stage, state, at }) => ({ stage, state, at: at.toISOString() })),
  }
}
