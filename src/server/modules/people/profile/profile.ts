import { personFields, type PersonField } from '../../../../contract/people/person-fields.ts'
import type { Work } from '../../../kernel/work.ts'
import { personChanged } from '../announcements.ts'
import { personNotFound } from '../errors.ts'
import { comparedAs, postingsOf, type Stated } from './fields.ts'
import * as persons from '../store-persons.ts'
import * as profiles from './store-profile.ts'
import type { Profile, ProfileFields } from './store-profile.ts'
import * as records from '../store-records.ts'
import type { FieldClaim } from '../store-records.ts'
import { winner } from './winner.ts'

/** The person who stands for an id, however often merged; refuses an id that no person of this company has. */
export async function resolve(work: Work, personId: string): Promise<string> {
  const row = await persons.findPerson(work, personId)
  if (!row) throw personNotFound()
  return row.forwardedTo ?? row.id
}

/** As `resolve`, and holds the person's row until the Work ends: what two do with a person at once happens in turn. */
export async function holdPerson(work: Work, personId: string): Promise<string> {
  const held = await holdStanding(work, personId)
  if (!held) throw personNotFound()
  return held.id
}

/** The row of who stands for an id, held until the Work ends, even where they are merged while this waits for it. */
export async function holdStanding(work: Work, personId: string): Promise<persons.PersonRow | undefined> {
  const named = await persons.findPerson(work, personId)
  let held = named && (await persons.findPerson(work, named.forwardedTo ?? named.id, { lock: true }))
  while (held?.forwardedTo) held = await persons.findPerson(work, held.forwardedTo, { lock: true })
  return held
}

export type Person = {
  id: string
  state: 'ACTIVE' | 'ERASED'
  fields: ProfileFields
  recordCount: number
  observedAt: Date | null
  changedAt: Date | null
  version: number
}

/** One person with the value, source and date of each field. Follows merges; an erased person has no fields. */
export async function person(work: Work, id: string): Promise<Person> {
  const found = (await personsById(work, [id])).get(id)
  if (!found) throw personNotFound()
  return found
}

/** The same for many persons, under the ids they were asked by; those unknown are absent. Two or three statements. */
export async function personsById(work: Work, ids: readonly string[]): Promise<Map<string, Person>> {
  const named = await persons.findPersons(work, ids)
  const forwards = named.flatMap(({ forwardedTo }) => forwardedTo ?? [])
  const rows = new Map([...named, ...(await persons.findPersons(work, forwards))].map((row) => [row.id, row]))
  const shown = new Map((await profiles.findProfiles(work, [...rows.keys()])).map((one) => [one.personId, one]))
  const found = new Map<string, Person>()
  for (const { id, forwardedTo } of named) {
    const row = rows.get(forwardedTo ?? id)
    if (row) found.set(id, asPerson(row, shown.get(row.id)))
  }
  return found
}

const asPerson = ({ id, state, version }: persons.PersonRow, profile: profiles.Profile | undefined): Person => ({
  id,
  state: state === 'ERASED' ? 'ERASED' : 'ACTIVE',
  fields: profile?.fields ?? {},
  recordCount: profile?.recordCount ?? 0,
  observedAt: profile?.observedAt ?? null,
  changedAt: profile?.changedAt ?? null,
  version,
})

/** Profiles of several persons; those erased, merged away or unknown are left out. */
export const people = (work: Work, ids: readonly string[]): Promise<Profile[]> => profiles.findProfiles(work, ids)

/** The values alone, for rules that do not ask where they came from. */
export function values(fields: ProfileFields): Stated {
  const stated: Stated = {}
  for (const field of personFields) if (fields[field]) stated[field] = fields[field].value
  return stated
}

/** The fields shown for a set of claims. Pure. */
export function projected(claims: readonly FieldClaim[]): ProfileFields {
  const shown: ProfileFields = {}
  for (const [field, ofField] of Map.groupBy(claims, (claim) => claim.field)) {
    const verdict = winner(ofField, (value) => comparedAs(field, value))
    if (!verdict) continue
    const { winner: best, disagreeing } = verdict
    const label = ofField.find((claim) => claim.id === best.id)?.label ?? ''
    shown[field] = {
      value: best.value!,
      source: { kind: best.kind, label, recordId: best.sourceRecordId },
      observedAt: best.observedAt.toISOString(),
      confidence: best.confidence,
      disagreeing,
    }
  }
  return shown
}

/**
 * Computes the person's profile and postings again from the claims, and announces what is shown differently.
 * A person without records has no profile.
 */
export async function project(work: Work, personId: string): Promise<void> {
  const version = await persons.bumpVersion(work, personId)
  const [before] = await profiles.findProfiles(work, [personId])
  const own = await records.recordsOfPerson(work, personId)
  if (own.length === 0) {
    await profiles.dropProfile(work, personId)
    // Whoever keeps something by the person, as the pool does, has to hear that nothing is shown of them any more.
    if (before)
      await work.announce(personChanged, {
        subjectId: personId,
        version,
        payload: { personId, fields: changedFields(before.fields, {}) },
      })
    return
  }
  const claims = await records.claimsOfPerson(work, personId)
  const { profile, changed } = profileOf({ personId, before, records: own, claims, now: work.now })
  await profiles.putProfile(work, profile)
  if (!before || changed.length > 0) await profiles.putPostings(work, personId, postingsOf(values(profile.fields)))
  if (!before || changed.length > 0 || before.recordCount !== own.length)
    await work.announce(personChanged, { subjectId: personId, version, payload: { personId, fields: changed } })
}

type Shown = {
  personId: string
  before: Profile | undefined
  /** Oldest observation first, at least one. */
  records: readonly { observedAt: Date }[]
  claims: readonly FieldClaim[]
  now: Date
}

/** The profile that a person's records and claims make, and the fields shown differently than before. Pure. */
export function profileOf({ personId, before, records: own, claims, now }: Shown): {
  profile: Profile
  changed: PersonField[]
} {
  const fields = projected(claims)
  const changed = changedFields(before?.fields ?? {}, fields)
  const dates = Object.values(fields).map((field) => new Date(field.observedAt).getTime())
  const profile = {
    personId,
    fields,
    recordCount: own.length,
    observedAt: new Date(Math.max(...dates, 0) || own[0]!.observedAt.getTime()),
    changedAt: before && changed.length === 0 ? before.changedAt : now,
  }
  return { profile, changed }
}

export function changedFields(before: ProfileFields, after: ProfileFields): PersonField[] {
  const said = (field: PersonField, fields: ProfileFields) => JSON.stringify(fields[field]?.value ?? null)
  return personFields.filter(
    (field) => said(field, before) !== said(field, after) || before[field]?.observedAt !== after[field]?.observedAt,
  )
}
