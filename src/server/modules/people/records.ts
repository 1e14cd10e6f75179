import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { begin, keepBegun } from './begin.ts'
import { personErased } from './errors.ts'
import { identifiersOf } from './profile/fields.ts'
import { holdStanding, project } from './profile/profile.ts'
import {
  asClaims,
  isConfirmation,
  readClaims,
  statedBy,
  unsaid,
  type Begun,
  type Recorded,
  type Source,
} from './readings.ts'
import * as persons from './store-persons.ts'
import * as store from './store-records.ts'
import type { FieldClaim, NewClaim, SourceRecord } from './store-records.ts'

/**
 * Keeps what one source says about one human. Idempotent by `id` and by `(connectionId, remoteId)`: said again it
 * changes nothing, said late it takes its place by the time it was observed. Refuses forbidden words in text typed by
 * staff or the person (`people.forbidden-data`), and masks them in what systems send. `keep` writes and shows a record
 * that begins a person of its own.
 */
export async function recordSource(
  work: Work,
  source: Source,
  keep: (begun: Begun) => Promise<unknown> = (begun) => keepBegun(work, begun),
): Promise<Recorded> {
  const { id, kind, label, observedAt, connectionId = null, remoteId = null } = source
  const known = await heldRecord(work, { id, connectionId, remoteId })
  if (!known && !source.personId) {
    const begun = begin(work, source)
    await keep(begun)
    return begun.recorded
  }
  const { stated, unfit } = readClaims(source)
  const record = known ?? (await open(work, source))
  if (known) await store.touchRecord(work, { id: known.id, observedAt })
  const before = known ? await store.claimsOfRecord(work, record.id) : []
  const added = unsaid(before, stated, observedAt).map((saying): NewClaim => ({
    ...saying,
    id: newId(),
    sourceRecordId: record.id,
  }))
  const said = asClaims(work, added, { kind, label })
  await store.insertClaims(work, added)
  if (added.length > 0) await putKeys(work, record.id, [...before, ...said])
  if (added.length > 0 || !known) await project(work, record.personId)
  return {
    sourceRecordId: record.id,
    personId: record.personId,
    created: !known,
    changed: said.some((one) => !isConfirmation(before, one)),
    unfit,
  }
}

/** The keys of what the record states at its latest. */
export async function putKeys(work: Work, sourceRecordId: string, claims: readonly FieldClaim[]): Promise<void> {
  await store.putIdentifiers(work, sourceRecordId, identifiersOf(statedBy(claims)))
}

/** Begins a record of a person whom the source names. */
async function open(work: Work, source: Source): Promise<Pick<SourceRecord, 'id' | 'personId'>> {
  const { id, kind, label, observedAt, connectionId = null, remoteId = null } = source
  const given = source.personId ? await holdStanding(work, source.personId) : undefined
  const personId = given?.id ?? source.personId ?? newId()
  if (given?.state === 'ERASED') throw personErased({ personId })
  if (!given) await persons.insertPerson(work, personId)
  await store.insertRecord(work, { id, kind, connectionId, remoteId, label, observedAt })
  await persons.putLink(work, { sourceRecordId: id, homePersonId: personId, personId })
  await persons.insertLinkEvents(work, [
    { id: newId(), sourceRecordId: id, fromPersonId: null, toPersonId: personId, mergeId: null, reason: 'RECORDED' },
  ])
  return { id, personId }
}

/**
 * A known record, its person held until the Work ends: an erasure or a merge that is being done at this moment ends
 * first and is seen. Refuses one whose person was erased (`people.erased`).
 */
async function heldRecord(
  work: Work,
  named: Parameters<typeof store.findRecord>[1],
): Promise<SourceRecord | undefined> {
  const seen = await store.findRecord(work, named)
  if (!seen) return undefined
  const held = await holdStanding(work, seen.personId)
  if (held?.state === 'ERASED') throw personErased({ personId: held.id })
  return store.findRecord(work, { ...named, id: seen.id })
}
