import type { z } from 'zod'
import { linkWritingStates, type LinkField } from '../../../../contract/relay/link-field.ts'
import type { Work } from '../../../kernel/work.ts'
import { lockCompany } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { basis } from '../../consent/index.ts'
import { access, connectionOf, listConnections, recheckAccess, type accessWorks } from '../../intake/index.ts'
import { recordsOf } from '../../people/index.ts'
import { application, type applicationChanged } from '../../selection/index.ts'
import { fieldStands, fieldUnknown, lettersAreOn, noAccess, writingNotFound } from '../letters/errors.ts'
import { issueLetterLinks } from '../letters/letter-links.ts'
import { whyEmpty } from './link-writings.ts'
import { scopeOf } from '../letters/settings.ts'
import { linkLetter } from '../letters/store-letters.ts'
import * as fields from './store-link-fields.ts'
import * as store from './store-link-writings.ts'
import { listSwitches } from '../letters/store-settings.ts'

type Changed = z.output<typeof applicationChanged.payload>

const areLettersOn = async (work: Work, connectionId: string): Promise<boolean> =>
  (await listSwitches(work)).some(({ scope, onSince }) => scope === scopeOf(connectionId) && onSince !== null)

/** How the writing of links into the connection's system stands. */
export async function linkField(work: Work, connectionId: string): Promise<LinkField> {
  await connectionOf(work, connectionId)
  const known = await access(work, connectionId)
  const field = await fields.findField(work, connectionId)
  const counts = await store.countWritings(work, connectionId)
  return {
    access: known
      ? {
          clientId: known.clientId,
          userId: known.userId,
          isChecking: known.state === 'READY',
          checkedAt: known.checkedAt?.toISOString() ?? null,
          problem: known.problem,
          problemAt: known.problemAt?.toISOString() ?? null,
        }
      : null,
    fields: known?.fields ?? [],
    field: field ? { key: field.key, name: field.name } : null,
    onSince: field?.onSince?.toISOString() ?? null,
    areLettersOn: await areLettersOn(work, connectionId),
    hasBasis: (await basis(work, 'LETTER')) !== undefined,
    counts: Object.fromEntries(
      linkWritingStates.map((state) => [state, counts.get(state) ?? 0]),
    ) as LinkField['counts'],
  }
}

/** How that stands for each connection that was given access or a field, by its name. */
export async function linkFields(work: Work): Promise<(LinkField & { connectionId: string; name: string })[]> {
  const found: (LinkField & { connectionId: string; name: string })[] = []
  for (const { id: connectionId, name } of await listConnections(work)) {
    const stands = await linkField(work, connectionId)
    if (stands.access || stands.field) found.push({ connectionId, name, ...stands })
  }
  return found
}

/** Where links are written now, by the names of connection and field. */
export async function fieldsInUse(work: Work): Promise<{ connection: string; name: string }[]> {
  const inUse = await fields.fieldsOn(work)
  if (inUse.length === 0) return []
  const connections = new Map((await listConnections(work)).map(({ id, name }) => [id, name]))
  return inUse.map(({ connectionId, name }) => ({ name, connection: connections.get(connectionId) ?? '' }))
}

type Change = { connectionId: string; isOn: boolean; key?: string | undefined; isEmptied: boolean }

/**
 * Turns the writing of links on for applications that are rejected from now on, or off. Refused while letters leave from
 * here for the same connection (one person would be told twice), without access, and for a field that is not there.
 */
export async function changeLinkField(work: Work, { connectionId, isOn, key, isEmptied }: Change): Promise<void> {
  await connectionOf(work, connectionId)
  const before = await fields.findField(work, connectionId)
  if (isOn) await turnOn(work, { connectionId, key, before })
  else if (before) {
    await fields.putField(work, { ...before, onSince: null })
    if (isEmptied) await emptyAll(work, connectionId)
  }
  await record(work, {
    action: 'relay.link-field-changed',
    subject: { kind: 'connection', id: connectionId },
    detail: { isOn, field: key ?? before?.key ?? null, isEmptied },
  })
  work.installation.wake()
}

type TurnOn = { connectionId: string; key: string | undefined; before: fields.LinkField | undefined }

async function turnOn(work: Work, { connectionId, key, before }: TurnOn): Promise<void> {
  // Letters that are switched on at the same moment wait for this, and see it.
  await lockCompany(work)
  if (await areLettersOn(work, connectionId)) throw lettersAreOn({})
  const known = await access(work, connectionId)
  if (!known) throw noAccess({})
  const field = known.fields.find((one) => one.key === (key ?? before?.key))
  if (!field) throw fieldUnknown({})
  const isSame = before?.key === field.key
  // Another field has said nothing yet: what was written into the one before is taken out of it first.
  if (before && !isSame && (await store.mayStand(work, connectionId))) throw fieldStands({})
  await fields.putField(work, {
    connectionId,
    key: field.key,
    name: field.name,
    onSince: (isSame ? before.onSince : null) ?? work.now,
    isProven: isSame && before.isProven,
  })
  await store.release(work, { connectionId, states: ['HELD'] })
}

async function emptyAll(work: Work, connectionId: string): Promise<void> {
  for (let after: string | undefined; ;) {
    const page = await store.listWritings(work, { connectionId, only: undefined, after, limit: 200 })
    const standing = page.filter(({ touchedAt, letterId }) => touchedAt !== null && letterId !== null)
    await store.wishEmpty(
      work,
      standing.map(({ id }) => id),
      'TURNED_OFF',
    )
    after = page.at(-1)?.id
    if (page.length < 200) return
  }
}

/**
 * An application changed: where it was rejected while links are written into its system, the person's link is made, judged
 * as any other, and written; where it is rejected no more, the field is emptied.
 */
export async function followApplication(work: Work, changed: Changed): Promise<void> {
  if (changed.state !== 'REJECTED' || changed.endedAt === null)
    return reviewWritings(work, { applicationId: changed.applicationId })
  if (changed.connectionId === null || !changed.live) return
  const field = await fields.findField(work, changed.connectionId)
  if (!field?.onSince || new Date(changed.endedAt) < field.onSince) return
  await offer(work, { ...changed, connectionId: changed.connectionId, endedAt: new Date(changed.endedAt) })
}

type Ended = Pick<Changed, 'applicationId' | 'sourceRecordId'> & { connectionId: string; endedAt: Date }

async function offer(work: Work, ended: Ended): Promise<void> {
  const { applicationId, sourceRecordId, connectionId, endedAt } = ended
  const { personId } = await application(work, applicationId)
  const own = (await recordsOf(work, personId)).find(({ id }) => id === sourceRecordId)
  if (!own?.remoteId || own.connectionId !== connectionId) return
  const [link] = await issueLetterLinks(work, [{ applicationId }])
  const letter = link?.url ? await linkLetter(work, applicationId, endedAt) : undefined
  await store.wishLink(work, {
    connectionId,
    remoteId: own.remoteId,
    sourceRecordId,
    applicationId,
    letterId: letter?.id ?? null,
    reason: letter ? null : (link?.reason ?? 'NOT_FOUND'),
  })
  work.installation.wake()
}

/** Empties the fields of these whose link may not stand there any more. */
export async function reviewWritings(
  work: Work,
  about: { applicationId?: string; sourceRecordIds?: readonly string[] },
): Promise<void> {
  for (const writing of await store.writingsAbout(work, about)) {
    const why = writing.letterId === null ? null : await whyEmpty(work, writing)
    if (why !== null) await store.wishEmpty(work, [writing.id], why)
  }
}

/** Empties the fields of somebody who is being erased: the links end in the same Work. */
export async function eraseWritings(work: Work, sourceRecordIds: readonly string[]): Promise<void> {
  const found = await store.writingsAbout(work, { sourceRecordIds })
  await store.wishEmpty(
    work,
    found.map(({ id }) => id),
    'ERASED',
  )
}

/** Judges a refused one again, or tries one that was held or given up once more. */
export async function retryWriting(work: Work, id: string): Promise<void> {
  const found = await store.findWriting(work, id)
  if (!found) throw writingNotFound({})
  if (found.state === 'REFUSED') {
    const { endedAt } = await application(work, found.applicationId)
    if (endedAt) await offer(work, { ...found, endedAt })
  } else await store.release(work, { id, states: ['HELD', 'DEAD', 'READY'] })
  await record(work, {
    action: 'relay.link-writing-retried',
    subject: { kind: 'application', id: found.applicationId },
  })
  work.installation.wake()
}

/** Has every connection looked at again, and what was held or given up written once more; answers how many that are. */
export async function retryStopped(work: Work): Promise<number> {
  let released = 0
  for (const { connectionId, access: known } of await linkFields(work)) {
    if (known?.problem) await recheckAccess(work, connectionId)
    released += await store.release(work, { connectionId, states: ['HELD', 'DEAD'] })
    await record(work, { action: 'relay.link-writing-retried', subject: { kind: 'connection', id: connectionId } })
  }
  work.installation.wake()
  return released
}

/** The system can be called again: what waited for that goes on. */
export const releaseHeld = (work: Work, { connectionId }: z.output<typeof accessWorks.payload>): Promise<number> =>
  store.release(work, { connectionId, states: ['HELD'] })
