import { Refusal } from '../../../kernel/errors.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { erasedAddresses } from '../../consent/index.ts'
import { recordAndLink } from '../../linkage/index.ts'
import { merge, personOf } from '../../people/index.ts'
import { application, recordApplication, recordTransition } from '../../selection/index.ts'
import { lastDisposal, recordsToday } from './after-disposal.ts'
import { findConnector } from '../connectors/index.ts'
import { UnreadableDelivery, type Change, type Reading, type WaitingReason } from '../connectors/kit/index.ts'
import { readJson, unstorableAt } from '../../../kernel/http/json.ts'
import { deliveryNotFound, deliveryNotWaiting } from '../errors.ts'
import { keyedFor, type Keyed } from '../imports/natural-key.ts'
import * as connections from '../connections/store-connections.ts'
import type { Connection } from '../connections/store-connections.ts'
import * as store from './store-deliveries.ts'
import type { Delivery } from './store-deliveries.ts'

/** Uses each kept delivery; what cannot be used waits with its reason. */
export const deliveries: IntentTable = {
  table: 'intake_delivery',
  realm: 'company',
  attempts: 8,
  run: (installation: Installation, { realmId, id }: Claimed) =>
    inCompany(installation, { companyId: realmId, actor: systemActor('intake.delivery') }, (work) => use(work, id)),
}

async function use(work: Work, id: string): Promise<void> {
  const delivery = await store.holdDelivery(work, id)
  if (!delivery || delivery.state !== 'READY') return
  const connection = await connections.findConnection(work, delivery.connectionId)
  const reading = connection && readingOf(connection, delivery)
  if (!reading) return store.settleDelivery(work, id, { state: 'WAITING', reason: 'UNREADABLE' })
  if (reading.use === 'PING') return store.settleDelivery(work, id, { state: 'DONE', kind: 'ping' })
  if (reading.use === 'UNUSED')
    return store.settleDelivery(work, id, { state: 'UNUSED', kind: reading.action, reason: reading.reason })
  const { action: kind, occurredAt } = reading
  const applied = await apply(work, { change: reading, connection, delivery })
  await store.settleDelivery(work, id, { ...applied, kind, occurredAt })
}

function readingOf({ connector }: Connection, { body, receivedAt }: Delivery): Reading | undefined {
  const json = body && readJson(body)
  if (!json?.ok || !unstorableAt(json.value).next().done) return undefined
  try {
    return findConnector(connector)?.read(json.value, receivedAt)
  } catch (error) {
    if (error instanceof UnreadableDelivery) return undefined
    throw error
  }
}

type Applying = { change: Change; connection: Connection; delivery: Delivery }
type Applied = {
  state: 'DONE' | 'UNUSED' | 'WAITING'
  reason: WaitingReason | 'PERSON_ERASED' | null
  sourceRecordId?: string
  waitsFor?: string
}
/** Why a change cannot be used yet, and the record or application that it waits for. */
type Held = { reason: NonNullable<Applied['reason']>; waitsFor?: string }

async function apply(work: Work, { change, connection, delivery }: Applying): Promise<Applied> {
  const keyed = keyedFor(work.installation.config.secret, { companyId: work.companyId, connectionId: connection.id })
  const standing = change.person ? await recordToday(work, keyed, change.person.remoteId) : undefined
  const sourceRecordId = standing?.id
  const about = sourceRecordId ? { sourceRecordId } : {}
  try {
    const waits =
      (await keepPerson(work, { change, connection, delivery, keyed, standing })) ??
      (await keepApplication(work, { change, connection, delivery, keyed, standing })) ??
      (change.merged ? await joinPersons(work, { change, keyed }) : null)
    if (waits) return { state: waits.reason === 'PERSON_ERASED' ? 'UNUSED' : 'WAITING', ...waits, ...about }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'people.erased') return { state: 'UNUSED', reason: 'PERSON_ERASED', ...about }
    throw error
  }
  const recordId = sourceRecordId ?? (await recordOf(work, change, keyed))
  return {
    state: change.asks ? 'WAITING' : 'DONE',
    reason: change.asks?.reason ?? null,
    ...(recordId && { sourceRecordId: recordId }),
  }
}

/** The record of an application that is spoken of without its person, so that the delivery goes when that is erased. */
async function recordOf(work: Work, { application: said }: Change, keyed: Keyed): Promise<string | undefined> {
  return said ? (await application(work, keyed.id(`application ${said.remoteId}`))).sourceRecordId : undefined
}

type Standing = { id: string; disposedAt: Date | null }
type Keeping = Applying & { keyed: Keyed; standing: Standing | undefined }

async function recordToday(work: Work, keyed: Keyed, remoteId: string): Promise<Standing> {
  const first = keyed.id(`record ${remoteId}`)
  return (await recordsToday(work, keyed, [first])).get(first)!
}

/**
 * Whether a change speaks of the time before its person was disposed of. What says no time of its own is of today only
 * where the person has come again since.
 */
async function isDisposedOf(work: Work, { change, standing }: Keeping, addresses: readonly string[]): Promise<boolean> {
  const byAddress = await lastDisposal(work, addresses)
  const disposedAt = [standing?.disposedAt ?? null, byAddress].reduce((one, other) =>
    one !== null && other !== null && other > one ? other : (one ?? other),
  )
  if (!standing || !disposedAt) return false
  const appliedAt = change.application?.facts?.appliedAt
  return appliedAt ? appliedAt <= disposedAt : !(await known(work, standing.id))
}

async function keepPerson(work: Work, keeping: Keeping): Promise<Held | null> {
  const { change, connection, standing } = keeping
  const { person } = change
  if (!person || !standing) return null
  const addresses = person.claims.flatMap(({ field, value }) =>
    field === 'email' && typeof value === 'string' ? [value] : [],
  )
  if ((await erasedAddresses(work, addresses)).size > 0) return { reason: 'PERSON_ERASED' }
  if (await isDisposedOf(work, keeping, addresses)) return { reason: 'PERSON_ERASED' }
  const { id } = standing
  await store.holdAwaited(work, id)
  const isKnown = await known(work, id)
  if (change.gone && !isKnown) return { reason: 'PERSON_UNKNOWN', waitsFor: id }
  const { created } = await recordAndLink(work, {
    id,
    kind: 'WEBHOOK',
    connectionId: connection.id,
    remoteId: person.remoteId,
    label: connection.name,
    observedAt: change.occurredAt ?? work.now,
    claims: person.claims,
  })
  if (created) await store.retryDeliveries(work, { waitsFor: id })
  return null
}

const known = async (work: Work, recordId: string): Promise<boolean> =>
  personOf(work, recordId).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    },
  )

async function keepApplication(work: Work, { change, connection, keyed, standing }: Keeping): Promise<Held | null> {
  const said = change.application
  if (!said) return null
  const applicationId = keyed.id(`application ${said.remoteId}`)
  await store.holdAwaited(work, applicationId)
  if (said.facts && standing) {
    const { agency, channelLabel, ...facts } = said.facts
    const { created } = await recordApplication(work, {
      id: applicationId,
      sourceRecordId: standing.id,
      ...facts,
      ...(channelLabel && { channelLabel }),
      ...(agency && { agency }),
      live: true,
      connectionId: connection.id,
      remoteId: said.remoteId,
    })
    if (created) await store.retryDeliveries(work, { waitsFor: applicationId })
  } else if (!(await isKnownApplication(work, applicationId)))
    return { reason: 'APPLICATION_UNKNOWN', waitsFor: applicationId }
  for (const { order, ...step } of change.steps) {
    const id = keyed.id(JSON.stringify(['step', applicationId, step]))
    await recordTransition(work, { ...step, id, applicationId, live: step.live ?? true, sourceVersion: order })
  }
  return null
}

const isKnownApplication = async (work: Work, id: string): Promise<boolean> =>
  application(work, id).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    },
  )

async function joinPersons(work: Work, { change, keyed }: Pick<Keeping, 'change' | 'keyed'>): Promise<Held | null> {
  const { id: from } = await recordToday(work, keyed, change.merged!.from)
  const { id: into } = await recordToday(work, keyed, change.merged!.into)
  for (const id of [from, into].toSorted()) await store.holdAwaited(work, id)
  for (const id of [from, into]) if (!(await known(work, id))) return { reason: 'PERSON_UNKNOWN', waitsFor: id }
  const [dissolved, survivor] = [await personOf(work, from), await personOf(work, into)]
  if (dissolved === survivor) return null
  await merge(work, { id: keyed.id(`merge ${from} ${into}`), survivor, dissolved, reason: 'SOURCE_MERGED' })
  return null
}

async function waiting(work: Work, id: string): Promise<Delivery> {
  const found = await store.holdDelivery(work, id)
  if (!found) throw deliveryNotFound({})
  if (found.state !== 'WAITING' && found.state !== 'DEAD') throw deliveryNotWaiting({})
  return found
}

/** Has a delivery that waits used again, after what it lacked was mended. */
export async function retryDelivery(work: Work, id: string): Promise<void> {
  await waiting(work, id)
  await store.retryDeliveries(work, { id })
  await record(work, { action: 'intake.delivery-retried', subject: { kind: 'delivery', id } })
  work.installation.wake()
}

/**
 * A human looked at a delivery that waits. `PERSON` says that an end without a party was the person's own, which makes the
 * rejection kept for it a withdrawal; otherwise what was kept stands.
 */
export async function settleByHand(
  work: Work,
  { id, party }: { id: string; party?: 'COMPANY' | 'PERSON' | undefined },
) {
  const delivery = await waiting(work, id)
  const connection = await connections.findConnection(work, delivery.connectionId)
  const reading = connection && readingOf(connection, delivery)
  if (party === 'PERSON' && connection && reading?.use === 'CHANGE' && reading.application) {
    const keyed = keyedFor(work.installation.config.secret, { companyId: work.companyId, connectionId: connection.id })
    const applicationId = keyed.id(`application ${reading.application.remoteId}`)
    const end = reading.steps.find(({ kind }) => kind === 'REJECT')
    if (end) {
      const occurredAt = end.occurredAt
      const id = keyed.id(JSON.stringify(['party', applicationId, occurredAt]))
      await recordTransition(work, { id, applicationId, kind: 'WITHDRAW', occurredAt, sourceVersion: end.order + 1 })
    }
  }
  await store.settleDelivery(work, id, { state: 'DONE', reason: null })
  await record(work, {
    action: 'intake.delivery-settled',
    subject: { kind: 'delivery', id },
    detail: { party: party ?? null },
  })
}
