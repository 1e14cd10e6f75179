import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { bringField, type Brought } from '../../intake/index.ts'
import { linkById } from '../../messages/index.ts'
import { caseOf } from '../letters/facts.ts'
import { letterUrl } from '../letters/letter-links.ts'
import { findLetter } from '../letters/store-letters.ts'
import { findField, proveField } from './store-link-fields.ts'
import * as store from './store-link-writings.ts'
import type { Writing } from './store-link-writings.ts'
import { mirrorsOf } from '../members/telling/store-mirror.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** Waits before the second and each further try: two days in all. */
const waitsMs = [
  minuteMs / 2,
  2 * minuteMs,
  10 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  6 * hourMs,
  15 * hourMs,
  24 * hourMs,
]

export const linkWritings: IntentTable = {
  table: 'relay_link_writing',
  realm: 'company',
  run: write,
  attempts: 20,
  atOnce: 4,
}

const actor = systemActor('relay.link-writings')

/** `until` is when what is written has to be looked at again: a link that ended does not stay where mails merge it. */
type Wanted = {
  writing: Writing
  remoteId: string
  key: string
  value: string | null
  until: Date | null
  isProven: boolean
}

async function write(installation: Installation, { realmId: companyId, id }: Claimed): Promise<void> {
  const inside = <T>(run: (work: Work) => Promise<T>): Promise<T> => inCompany(installation, { companyId, actor }, run)
  const wanted = await inside((work) => prepare(work, id))
  if (!wanted) return
  const { writing, remoteId, key, value, isProven } = wanted
  const { connectionId } = writing
  const brought = await bringField(installation, {
    companyId,
    connectionId,
    remoteId,
    key,
    value,
    // Every personal link of this company has its id before the secret, whatever address the portal had.
    isOurs: (standing) => standing.includes(`/l/${companyId}.`),
    isProven,
  })
  await inside((work) => settle(work, wanted, brought))
}

/** What the field is to say; nothing where there is nothing to write. */
async function prepare(work: Work, id: string): Promise<Wanted | undefined> {
  const writing = await store.findWriting(work, id)
  if (writing?.state !== 'READY') return undefined
  const field = await findField(work, writing.connectionId)
  const why = await whyEmpty(work, writing)
  if (why !== null && writing.letterId !== null) {
    await store.wishEmpty(work, [id], why)
    await store.putOff(work, id, work.now)
    return undefined
  }
  const isOver = writing.reason === 'ERASED'
  if (field === undefined || writing.remoteId === null || (writing.letterId === null && writing.touchedAt === null)) {
    const written = { version: writing.version, at: null }
    await store.settleWriting(work, writing, { state: 'DONE', written, isOver })
    return undefined
  }
  if (writing.letterId !== null && field.onSince === null) {
    await store.settleWriting(work, writing, { state: 'HELD', reason: 'TURNED_OFF' })
    return undefined
  }
  const link = writing.letterId === null ? null : await letterUrl(work, writing.letterId)
  if (link) await store.touch(work, id)
  const { remoteId } = writing
  return {
    writing,
    remoteId,
    key: field.key,
    value: link?.url ?? null,
    until: link?.expiresAt ?? null,
    isProven: field.isProven,
  }
}

/** Why nobody's link may stand in the field, by what is known now; null where it may. */
export async function whyEmpty(work: Work, writing: Writing): Promise<string | null> {
  if (writing.letterId === null) return writing.reason
  const letter = await findLetter(work, writing.letterId)
  const link = letter?.linkId ? await linkById(work, letter.linkId) : undefined
  if (!link || link.revokedAt !== null) return 'ERASED'
  if (link.expiresAt <= work.now) return 'EXPIRED'
  const mirrors = await mirrorsOf(work, [writing.sourceRecordId])
  if (mirrors.some(({ state, letterId }) => state === 'LEFT' && letterId === writing.letterId)) return 'LEFT'
  const about = await readable(work, writing.applicationId)
  if (!about || about.facts.isErased) return 'ERASED'
  if (about.facts.isStopRequested) return 'STOP_REQUESTED'
  return about.facts.state === 'REJECTED' ? null : 'REOPENED'
}

async function readable(work: Work, applicationId: string) {
  try {
    return await caseOf(work, applicationId, 'LINK')
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

async function settle(work: Work, { writing, value, key, until, isProven }: Wanted, brought: Brought): Promise<void> {
  const { id, version, connectionId } = writing
  if (brought.outcome === 'WAIT') return store.putOff(work, id, brought.until)
  if (brought.outcome === 'SAYS') {
    if (brought.isProven && !isProven) await proveField(work, connectionId, key)
    const written = { version, at: value === null ? null : work.now }
    if (value === null) return store.settleWriting(work, writing, { ...emptied(writing), written })
    return store.settleWriting(work, writing, {
      state: 'READY',
      dueAt: until ?? work.now,
      reason: null,
      tries: 0,
      written,
    })
  }
  if (brought.outcome === 'GONE' || brought.outcome === 'TAKEN') {
    const written = { version, at: null }
    if (value === null) return store.settleWriting(work, writing, { ...emptied(writing), written })
    const reason = brought.outcome === 'GONE' ? 'CANDIDATE_GONE' : 'FIELD_TAKEN'
    return store.settleWriting(work, writing, { state: 'DEAD', reason, written })
  }
  const reason = value === null ? writing.reason : brought.outcome === 'NO_ACCESS' ? 'NO_ACCESS' : brought.problem
  if (brought.outcome === 'NO_ACCESS' || brought.isLasting)
    return store.settleWriting(work, writing, { state: 'HELD', reason })
  const tries = writing.tries + 1
  const waitMs = waitsMs[tries - 1]
  if (waitMs === undefined) return store.settleWriting(work, writing, { state: 'DEAD', reason, tries })
  const dueAt = new Date(work.now.getTime() + Math.max(waitMs, brought.restMs))
  return store.settleWriting(work, writing, { state: 'READY', dueAt, reason, tries })
}

/** Of somebody who was erased not even their number in the other system stays. */
const emptied = ({ reason }: Writing) => ({ state: 'DONE' as const, tries: 0, isOver: reason === 'ERASED' })
