import { Webhook } from 'standardwebhooks'
import type { Sending } from '../../../contract/webhooks.ts'
import type { Installation } from '../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../kernel/intents.ts'
import { postOutside, type OutsideAnswer } from '../../kernel/http/outside.ts'
import { inCompany, systemActor, type Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { endpointOf, signingSecrets } from './endpoints.ts'
import { sendingNotFound } from './errors.ts'
import { findEndpoint, updateEndpoint, type StoredEndpoint } from './store-endpoints.ts'
import * as store from './store-sendings.ts'
import type { StoredSending } from './store-sendings.ts'

const seconds = 1_000
const minutes = 60 * seconds
const hours = 60 * minutes

/** Waits before the second and each further try: 75 h 35 min in all (Standard Webhooks 1.0.0, "Deliverability"). */
const waitsMs = [
  5 * seconds,
  5 * minutes,
  30 * minutes,
  2 * hours,
  5 * hours,
  10 * hours,
  14 * hours,
  20 * hours,
  24 * hours,
]
/** How long an endpoint that failed is left alone by everything else that is due to it. */
const restMs = 30 * seconds

export const sendings: IntentTable = {
  table: 'automations_sending',
  realm: 'company',
  run: send,
  attempts: 20,
  atOnce: 8,
}

const actor = systemActor('automations.webhooks')

type Post = { sending: StoredSending; endpoint: StoredEndpoint; body: string; headers: Record<string, string> }

async function send(installation: Installation, { realmId: companyId, id }: Claimed): Promise<void> {
  const post = await inCompany(installation, { companyId, actor }, (work) => prepare(work, id))
  if (!post) return
  const isPrivateAllowed = installation.config.WEBHOOKS_TO_PRIVATE_ADDRESSES === true
  const { url } = post.endpoint
  const answer = await postOutside({ url, headers: post.headers, body: post.body, isPrivateAllowed })
  await inCompany(installation, { companyId, actor }, (work) => settle(work, post, answer))
}

/** What is to be posted; nothing where it is not its time. */
async function prepare(work: Work, id: string): Promise<Post | undefined> {
  const sending = await store.findSending(work, id)
  if (sending?.state !== 'READY') return undefined
  const endpoint = await findEndpoint(work, sending.endpointId)
  if (endpoint?.state !== 'ACTIVE') {
    await store.holdSending(work, id)
    return undefined
  }
  if (endpoint.restingUntil !== null && work.now < endpoint.restingUntil && sending.tries === 0) {
    await store.putOff(work, id, endpoint.restingUntil)
    return undefined
  }
  const { kind, occurredAt, data } = sending
  const body = JSON.stringify({ type: kind, timestamp: occurredAt.toISOString(), data })
  return { sending, endpoint, body, headers: sign(work, { sending, endpoint, body }) }
}

function sign(work: Work, { sending, endpoint, body }: Omit<Post, 'headers'>): Record<string, string> {
  const signatures = signingSecrets(work, endpoint).map((secret) =>
    new Webhook(secret).sign(sending.eventId, work.now, body),
  )
  return {
    'content-type': 'application/json',
    'user-agent': 'Tasuki-Webhooks/1',
    'webhook-id': sending.eventId,
    'webhook-timestamp': String(Math.floor(work.now.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  }
}

async function settle(work: Work, { sending, endpoint }: Post, answer: OutsideAnswer): Promise<void> {
  const tries = sending.tries + 1
  const lastStatus = 'status' in answer ? answer.status : null
  const lastError = failureOf(answer)
  if (lastError === null) {
    if (endpoint.failingSince !== null || endpoint.restingUntil !== null)
      await updateEndpoint(work, endpoint.id, { failingSince: null, restingUntil: null })
    return store.settleSending(work, sending.id, { state: 'DONE', tries, dueAt: work.now, lastStatus, lastError })
  }
  const dueAt = nextTry(work, tries, answer)
  if (lastError === 'GONE') await pauseGone(work, endpoint)
  else
    await updateEndpoint(work, endpoint.id, {
      failingSince: endpoint.failingSince ?? work.now,
      restingUntil: new Date(work.now.getTime() + restMs),
    })
  const state = lastError === 'GONE' || dueAt === undefined ? 'DEAD' : 'READY'
  return store.settleSending(work, sending.id, { state, tries, dueAt: dueAt ?? work.now, lastStatus, lastError })
}

function failureOf(answer: OutsideAnswer): string | null {
  if ('failure' in answer) return answer.failure
  if (answer.status >= 200 && answer.status < 300) return null
  return answer.status === 410 ? 'GONE' : 'STATUS'
}

/** When it is tried again; nothing after the last try. A receiver that asks for more patience gets it, up to a day. */
function nextTry({ now }: Work, tries: number, answer: OutsideAnswer): Date | undefined {
  const wait = waitsMs[tries - 1]
  if (wait === undefined) return undefined
  const asked = 'status' in answer ? Number(answer.retryAfter ?? 0) * seconds : 0
  const patience = Number.isFinite(asked) ? Math.min(asked, 24 * hours) : 0
  return new Date(now.getTime() + Math.max(wait * (1 + Math.random() / 10), patience))
}

async function pauseGone(work: Work, { id }: StoredEndpoint): Promise<void> {
  await updateEndpoint(work, id, { state: 'GONE', failingSince: work.now })
  await record(work, { action: 'webhook.gone', subject: { kind: 'webhook', id } })
}

/** Sends an event to its endpoint once more. */
export async function retrySending(work: Work, id: string): Promise<void> {
  const found = await store.findSending(work, id)
  if (!found) throw sendingNotFound()
  await endpointOf(work, found.endpointId)
  await store.restart(work, { id, states: ['DONE', 'DEAD', 'READY'] })
  await updateEndpoint(work, found.endpointId, { restingUntil: null })
  await record(work, { action: 'webhook.retried', subject: { kind: 'webhook', id: found.endpointId } })
}

/** Sends an endpoint again what ended since a time; says how many sendings that are. */
export async function replaySendings(
  work: Work,
  { id, since, only }: { id: string; since: Date; only: 'DEAD' | 'ALL' },
): Promise<number> {
  await endpointOf(work, id)
  const states: Sending['state'][] = only === 'DEAD' ? ['DEAD'] : ['DEAD', 'DONE']
  const count = await store.restart(work, { endpointId: id, since, states })
  await updateEndpoint(work, id, { restingUntil: null })
  await record(work, { action: 'webhook.replayed', subject: { kind: 'webhook', id }, detail: { count, only } })
  return count
}
