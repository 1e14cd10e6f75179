import type { FieldValue, PersonField, SourceKind } from '../../../contract/people/person-fields.ts'
import { findForbidden, maskForbidden } from '../../../engines/forbidden/index.ts'
import type { Work } from '../../kernel/work.ts'
import { forbiddenData } from './errors.ts'
import { comparedAs, tidyValue, type Identifier, type Stated } from './profile/fields.ts'
import type { Profile } from './profile/store-profile.ts'
import type { FieldClaim, NewClaim } from './store-records.ts'
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

/** A record that begins a person of its own, with all that will be known of both; nothing of it is written yet. */
export type Begun = {
  source: Source
  recorded: Recorded
  claims: FieldClaim[]
  identifiers: Identifier[]
  profile: Profile
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
export function unsaid(before: readonly FieldClaim[], stated: readonly Reading[], latest: Date): Reading[] {
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
export function isConfirmation(before: readonly FieldClaim[], added: FieldClaim): boolean {
  const sameValue = (value: FieldValue) => comparedAs(added.field, value)
  const ofField = before.filter((claim) => claim.field === added.field)
  if (!standing([...ofField, added], sameValue).includes(added)) return true
  const verdict = winner(ofField, sameValue)
  return JSON.stringify(verdict?.winner.value ?? null) === JSON.stringify(added.value)
}

/** Claims as they will stand on record. */
export const asClaims = (
  work: Work,
  added: readonly NewClaim[],
  { kind, label }: Pick<Source, 'kind' | 'label'>,
): FieldClaim[] =>
  added.map((claim) => ({ ...claim, withdraws: claim.withdraws ?? null, kind, label, recordedAt: work.now }))

/** What claims of one record state at their latest. */
export function statedBy(claims: readonly FieldClaim[]): Stated {
  const stated: Stated = {}
  for (const [field, ofField] of Map.groupBy(claims, (claim) => claim.field)) {
    const verdict = winner(ofField, (value) => comparedAs(field, value))
    if (verdict) stated[field] = verdict.winner.value
  }
  return stated
}
