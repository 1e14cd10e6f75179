import { z } from 'zod'
import { companyAnnouncement, memberAnnouncement } from '../../../kernel/announcements.ts'
import { derivedKey, hmac } from '../../../kernel/crypto.ts'
import { forgetAnswersAbout } from '../../../kernel/http/idempotency.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Subject } from '../../../kernel/module.ts'
import type { MemberWork, Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { held } from '../errors.ts'
import * as store from './store-erasures.ts'
import { heldAmong } from './store-holds.ts'

/** A person was erased from a company; what was provided to others is to be erased there too. */
export const subjectErased = companyAnnouncement(
  'consent.subject-erased',
  z.object({ erasureId: z.uuid(), personId: z.uuid(), sourceRecordIds: z.array(z.uuid()) }),
)
export const memberErased = memberAnnouncement('consent.member-erased', z.object({ erasureId: z.uuid() }))

export type Erased = { erasureId: string; erasedAt: Date }
type Whom = Subject & {
  /** Mail addresses of the person, which are kept from being imported again. */
  addresses?: readonly string[]
}

/**
 * Erases a person from every module of a company, in one transaction: what a module holds goes or is blanked,
 * counts and references by id stay. A tombstone keeps the addresses out; a copy of the erasure leaves the database,
 * so that a restored backup does not bring the person back. Repeating an id changes nothing. Refuses a person of whom a
 * legal hold is open (`consent.held`).
 */
export async function eraseSubject(
  work: Work,
  { id, addresses = [], ...subject }: Whom & { id: string },
): Promise<Erased> {
  await refuseHeld(work, subject)
  const lookups = lookupsOf(work, addresses)
  return erase(work, subject, { id, marker: 'TOMBSTONE', lookups, erasedAt: work.now })
}

/**
 * Erases a person whose time is over, as thoroughly as `eraseSubject`. What is left behind keeps out only what is older
 * than this: nobody asked to be forgotten, so whoever applies again comes in, and an old list does not bring them back.
 */
export async function disposeOfSubject(
  work: Work,
  { id, addresses = [], ...subject }: Whom & { id: string },
): Promise<Erased> {
  await refuseHeld(work, subject)
  const lookups = lookupsOf(work, addresses)
  return erase(work, subject, { id, marker: 'DISPOSAL', lookups, erasedAt: work.now })
}

/**
 * Refuses while a legal hold is open on a person (`consent.held`): before a part of what is kept of them goes, such as a
 * file. A hold that is placed at the same moment waits for this transaction, or is seen by it.
 */
export async function requireNotHeld(work: Work, personId: string): Promise<void> {
  await holdSubject(work, personId)
  const subject = await subjectOf(work, personId)
  if (subject) await refuseHeld(work, subject)
}

async function refuseHeld(work: Work, subject: Subject): Promise<void> {
  if ((await heldAmong(work, [subject])).size > 0) throw held({})
}

const lookupsOf = ({ installation, companyId }: Work, addresses: readonly string[]): string[] =>
  addresses.map((address) => lookupOf(installation, companyId, address))

type Mark = Pick<store.Erasure, 'id' | 'marker' | 'lookups' | 'erasedAt'>

/** As `eraseSubject`, from what the copy outside of the database says. */
export async function erase(work: Work, subject: Subject, { id, marker, lookups, erasedAt }: Mark): Promise<Erased> {
  const isFirst = await store.insertErasure(work, { ...subject, id, marker, lookups, erasedAt })
  if (!isFirst) return { erasureId: id, erasedAt: (await store.findErasure(work, id))?.erasedAt ?? erasedAt }
  // From right to left: what refers to a row is gone before the row is.
  for (const { contributions } of work.installation.modules.toReversed()) await contributions.erase?.(work, subject)
  const { personId, sourceRecordIds } = subject
  await forgetAnswersAbout(work, [personId, ...sourceRecordIds])
  await record(work, {
    action: 'consent.erased',
    subject: { kind: 'person', id: personId },
    detail: { erasureId: id, marker, records: sourceRecordIds.length, addresses: lookups.length },
  })
  await work.announce(subjectErased, {
    subjectId: personId,
    version: 1,
    payload: { erasureId: id, personId, sourceRecordIds: [...sourceRecordIds] },
  })
  return { erasureId: id, erasedAt }
}

/** Erases a member from every module of their own realm, in one transaction. */
export async function eraseMember(work: MemberWork, id: string, erasedAt = work.now): Promise<Erased> {
  const isFirst = await store.insertMemberErasure(work, id, erasedAt)
  if (!isFirst) return { erasureId: id, erasedAt: (await store.findMemberErasure(work, id))?.erased_at ?? erasedAt }
  for (const { contributions } of work.installation.modules.toReversed()) await contributions.eraseMember?.(work)
  await record(work, {
    action: 'consent.erased',
    subject: { kind: 'member', id: work.memberId },
    detail: { erasureId: id },
  })
  await work.announce(memberErased, { subjectId: work.memberId, version: 1, payload: { erasureId: id } })
  return { erasureId: id, erasedAt }
}

/** Which of these mail addresses belong to somebody who was erased here and must not be imported again. */
export async function erasedAddresses(work: Work, addresses: readonly string[]): Promise<Set<string>> {
  const lookups = new Map(addresses.map((address) => [lookupOf(work.installation, work.companyId, address), address]))
  const known = await store.knownLookups(work, [...lookups.keys()])
  return new Set([...known].flatMap((lookup) => lookups.get(lookup) ?? []))
}

export type Disposed = { erasureId: string; at: Date }

/** Of which of these mail addresses everything until a moment was disposed of because its time was over. */
export async function disposedAddresses(work: Work, addresses: readonly string[]): Promise<Map<string, Disposed>> {
  const lookups = new Map(addresses.map((address) => [lookupOf(work.installation, work.companyId, address), address]))
  const found = await store.disposals(work, [...lookups.keys()])
  return new Map([...found].map(([lookup, disposed]) => [lookups.get(lookup)!, disposed]))
}

/** Which of these records were disposed of because their time was over. */
export const disposedRecords = (work: Work, sourceRecordIds: readonly string[]): Promise<Map<string, Disposed>> =>
  store.disposals(work, sourceRecordIds)

/** Keyed by the installation's secret and the company: the tombstones of two companies cannot be compared. */
function lookupOf({ config }: Installation, companyId: string, address: string): string {
  const normal = address.normalize('NFKC').trim().toLowerCase()
  return hmac(derivedKey(config.secret, 'consent.tombstone'), `${companyId}/${normal}`).toString('hex')
}

/** Everything that every module holds about a person, by module. */
export async function exportSubject(work: Work, subject: Subject): Promise<Record<string, unknown>> {
  const held: Record<string, unknown> = {}
  for (const { name, contributions } of work.installation.modules)
    if (contributions.export) held[name] = await contributions.export(work, subject)
  await record(work, {
    action: 'consent.exported',
    subject: { kind: 'person', id: subject.personId },
    detail: { modules: Object.keys(held) },
  })
  return held
}

export async function exportMember(work: MemberWork): Promise<Record<string, unknown>> {
  const held: Record<string, unknown> = {}
  for (const { name, contributions } of work.installation.modules)
    if (contributions.exportMember) held[name] = await contributions.exportMember(work)
  await record(work, { action: 'consent.exported', subject: { kind: 'member', id: work.memberId } })
  return held
}

/** The person behind an id, as the module that keeps people answers. */
export async function subjectOf(
  work: Work,
  personId: string,
): Promise<(Subject & { addresses: readonly string[] }) | undefined> {
  for (const { contributions } of work.installation.modules) {
    const found = await contributions.subject?.(work, personId)
    if (found) return found
  }
  return undefined
}

/** Nothing about the person changes until the Work ends: asked of the module that keeps people. */
export async function holdSubject(work: Work, personId: string): Promise<void> {
  for (const { contributions } of work.installation.modules) await contributions.holdSubject?.(work, personId)
}
