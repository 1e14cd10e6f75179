import { inOneGo } from '../../kernel/database/in-one-go.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { personChanged } from './announcements.ts'
import { identifiersOf, postingsOf, type Stated } from './profile/fields.ts'
import type { Held } from './profile/gather.ts'
import { changedFields, profileOf, values } from './profile/profile.ts'
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
import * as store from './store-begun.ts'
import type { AtHome } from './store-homes.ts'

/** Reads a source of which no record is known. Refuses what `recordSource` refuses of texts. */
export function begin(work: Work, source: Source): Begun {
  const { id: sourceRecordId, observedAt } = source
  const { stated, unfit } = readClaims(source)
  const added = unsaid([], stated, observedAt).map((saying) => ({ ...saying, id: newId(), sourceRecordId }))
  const claims = asClaims(work, added, source)
  const personId = newId()
  const { profile } = profileOf({ personId, before: undefined, records: [{ observedAt }], claims, now: work.now })
  const changed = claims.some((one) => !isConfirmation([], one))
  return {
    source,
    recorded: { sourceRecordId, personId, created: true, changed, unfit },
    claims,
    identifiers: identifiersOf(statedBy(claims)),
    profile,
  }
}

/** What `statedAtHome` tells of the record once it is written. */
export const homeOf = ({ source: { kind, observedAt }, recorded, claims }: Begun): AtHome => ({
  records: [{ ...named(recorded), homePersonId: recorded.personId, kind, observedAt }],
  stated: new Map<string, Stated>([[recorded.sourceRecordId, statedBy(claims.filter(({ value }) => value !== null))]]),
})

const named = ({ sourceRecordId, personId }: Recorded) => ({ sourceRecordId, personId })

/** The person as `gather` would read them, once written: nobody else sees them before this Work ends. */
export const heldOf = ({ source: { observedAt }, recorded, profile, claims }: Begun, { now }: Work): Held => ({
  id: recorded.personId,
  before: profile,
  profile,
  records: [{ id: recorded.sourceRecordId, personId: recorded.personId, observedAt }],
  joinable: { recordedAt: now, claims },
})

/** Writes records with the persons they begin, in one statement whatever their number; they are not shown by it. */
export async function writeBegun(work: Work, begun: readonly Begun[]): Promise<void> {
  await store.insertBegun(work, begun)
  await work.announceAll(
    personChanged,
    begun.map(({ recorded: { personId }, profile }) => ({
      subjectId: personId,
      version: 1,
      payload: { personId, fields: changedFields({}, profile.fields) },
    })),
  )
}

/** Shows a begun person in lists, and lets them be found by text. */
export const showBegun = (work: Work, { profile }: Begun): Promise<void> =>
  store.insertShown(work, { profile, tokens: postingsOf(values(profile.fields)) })

/** Writes a record with the person it begins, shown and found. */
export async function keepBegun(work: Work, begun: Begun): Promise<void> {
  await inOneGo(work, (tx) => {
    const both = { ...work, tx }
    return Promise.all([writeBegun(both, [begun]), showBegun(both, begun)])
  })
}
