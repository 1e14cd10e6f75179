import type { FieldValue, PersonField, SourceKind } from '../../../contract/people/person-fields.ts'
import { findForbidden, maskForbidden } from '../../../engines/forbidden/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { forbiddenData, personErased } from './errors.ts'
import { comparedAs, identifiersOf, tidyValue, type Stated } from './profile/fields.ts'
import { holdStanding, project } from './profile/profile.ts'
import type { AtHome } from './store-homes.ts'
import * as persons from './store-persons.ts'
import * as store from './store-records.ts'
import type { FieldClaim, NewClaim, SourceRecord } from './store-records.ts'
import { standing, winner } from './profile/winner.ts'

/** `value` is as the source wrote it; null says that the source no longer states the field. */
export type Saying = { field: PersonField; value: unknown; observedAt?: Date; confidence?: number }

export type Source = {
  id: string
  kind: SourceKind
  connectionId?: string
  remoteId?: string
  /** What the source is called to staff: `採用管理システム A`, `2024年度応募者.csv 12行目`. */
  label: string
  observedAt: Date
  claims: readonly Saying[]
  /** The person it is known to be about; a record otherwise begins a person of its own. */
  personId?: string
}

export type Recorded = {
  sourceRecordId: string
  personId: string
  /** The record was not known. */
  created: boolean
  /** The source states something it had not stated. */
  changed: boolean
  /** Fields whose value could not be read as what they hold. */
  unfit: PersonField[]
}

/**
 * Keeps what one source says about one human. Idempotent by `id` and by `(connectionId, remoteId)`: said again it
 * changes nothing, said late it takes its place by the time it was observed. Refuses forbidden words in text typed by
 * staff or the person (`people.forbidden-data`), and masks them in what systems send.
 */
export async function recordSource(work: Work, source: Source): Promise<Recorded> {
  const { id, kind, label, observedAt, connectionId = null, remoteId = null } = source
  const { stated, unfit } = readClaims(source)
  const known = await heldRecord(work, { id, connectionId, remoteId })
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

/** What `statedAtHome` tells of a record that began a person of its own, as it was given to `recordSource`. */
export function beginningOf(
  work: Work,
  source: Source,
  { sourceRecordId, personId }: Pick<Recorded, 'sourceRecordId' | 'personId'>,
): AtHome {
  const { kind, observedAt } = source
  const said = readClaims(source).stated.filter(({ value }) => value !== null)
  const claims = asClaims(
    work,
    said.map((saying) => ({ ...saying, id: newId(), sourceRecordId })),
    source,
  )
  return {
    records: [{ sourceRecordId, homePersonId: personId, personId, kind, observedAt }],
    stated: new Map([[sourceRecordId, statedBy(claims)]]),
  }
}

type Reading = { field: PersonField; value: NewClaim['value']; observedAt: Date; confidence: number }

export function readClaims({ kind, claims, observedAt }: Source): { stated: Reading[]; unfit: PersonField[] } {
  const stated: Reading[] = []
  const unfit: PersonField[] = []
  for (const { field, value: raw, observedAt: at = observedAt, confidence = 1 } of claims) {
    const value = tidyValue(field, allowed(kind, field, raw))
    const isEmpty = raw === null || (typeof raw === 'string' && raw.trim() === '')
    if (value === null && !isEmpty && raw !== undefined) unfit.push(field)
    else if (value !== null || isEmpty) stated.push({ field, value, observedAt: at, confidence })
  }
  return { stated, unfit }
}

/** Notes and the text of a career: what is typed here is refused with its word; from elsewhere the sentence is masked. */
function allowed(kind: SourceKind, field: PersonField, raw: unknown): unknown {
  if (typeof raw !== 'string' || (field !== 'note' && field !== 'workHistory')) return raw
  const isOwn = kind === 'PERSON' || kind === 'MEMBER'
  const scope = isOwn ? 'OWN_WORDS' : field === 'workHistory' ? 'CAREER' : 'NOTE'
  const found = findForbidden(raw, scope)
  if (!found) return raw
  if (isOwn || kind === 'FORM' || kind === 'STAFF') throw forbiddenData({ field, ...found })
  return maskForbidden(raw, scope)
}

/**
 * What of a reading the record has not said yet. A value seen again at a later time is kept as a confirmation, since
 * a third value may still arrive late from between; a value never stated that is stated empty is not kept.
 */
function unsaid(before: readonly FieldClaim[], stated: readonly Reading[], latest: Date): Reading[] {
  return stated.filter(({ field, value, observedAt }) => {
    const said = before.filter((claim) => claim.field === field && !claim.withdraws)
    if (value === null && said.length === 0 && observedAt >= latest) return false
    const earlier = said
      .filter((claim) => claim.observedAt <= observedAt)
      .toSorted((a, b) => b.observedAt.getTime() - a.observedAt.getTime() || (a.id < b.id ? 1 : -1))[0]
    if (!earlier || earlier.observedAt < observedAt) return true
    return JSON.stringify(earlier.value) !== JSON.stringify(value)
  })
}

/** Whether it says what stands already, or again what was taken back. */
function isConfirmation(before: readonly FieldClaim[], added: FieldClaim): boolean {
  const sameValue = (value: FieldValue) => comparedAs(added.field, value)
  const ofField = before.filter((claim) => claim.field === added.field)
  if (!standing([...ofField, added], sameValue).includes(added)) return true
  const verdict = winner(ofField, sameValue)
  return JSON.stringify(verdict?.winner.value ?? null) === JSON.stringify(added.value)
}

const asClaims = (
  work: Work,
  added: readonly NewClaim[],
  { kind, label }: Pick<Source, 'kind' | 'label'>,
): FieldClaim[] =>
  added.map((claim) => ({ ...claim, withdraws: claim.withdraws ?? null, kind, label, recordedAt: work.now }))

/** The keys of what the record states at its latest. */
export async function putKeys(work: Work, sourceRecordId: string, claims: readonly FieldClaim[]): Promise<void> {
  await store.putIdentifiers(work, sourceRecordId, identifiersOf(statedBy(claims)))
}

/** What claims of one record state at their latest. */
export function statedBy(claims: readonly FieldClaim[]): Stated {
  const stated: Stated = {}
  for (const [field, ofField] of Map.groupBy(claims, (claim) => claim.field)) {
    const verdict = winner(ofField, (value) => comparedAs(field, value))
    if (verdict) stated[field] = verdict.winner.value
  }
  return stated
}

/** Begins a record and, unless it is known whose it is, a person for it. */
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
