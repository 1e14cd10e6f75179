import type { PersonField } from '../../../contract/people/person-fields.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { recordNotFound, unfitValue } from './errors.ts'
import { person, project, resolve } from './profile/profile.ts'
import { putKeys, recordSource } from './records.ts'
import * as persons from './store-persons.ts'
import * as store from './store-records.ts'

export type Correction = {
  /** Chosen by the caller; it becomes the id of the record the correction stands on. */
  id?: string
  personId: string
  field: PersonField
  value: unknown
  label?: string
}
export type Corrected = {
  sourceRecordId: string
  /** Whether the profile shows it; what the person said themselves stays shown. */
  shown: boolean
}

/** Keeps a correction by staff as a claim of its own beside what the sources say. */
export async function correct(
  work: Work,
  { id = newId(), personId, field, value, label = '' }: Correction,
): Promise<Corrected> {
  const root = await resolve(work, personId)
  const { sourceRecordId, unfit } = await recordSource(work, {
    id,
    kind: 'STAFF',
    label,
    observedAt: work.now,
    personId: root,
    claims: [{ field, value }],
  })
  if (unfit.length > 0) throw unfitValue({ field })
  const { fields } = await person(work, root)
  return { sourceRecordId, shown: fields[field]?.source.recordId === sourceRecordId }
}

/** Takes a claim back, so that it loses to every other; the claim and the taking back both stay on record. */
export async function withdrawClaim(
  work: Work,
  { sourceRecordId, claimId }: { sourceRecordId: string; claimId: string },
): Promise<void> {
  const link = await persons.findLink(work, sourceRecordId)
  const claims = await store.claimsOfRecord(work, sourceRecordId)
  const claim = claims.find((one) => one.id === claimId)
  if (!link || !claim) throw recordNotFound()
  if (claims.some((one) => one.withdraws === claimId)) return
  await store.insertClaims(work, [
    {
      id: newId(),
      sourceRecordId,
      field: claim.field,
      value: null,
      observedAt: work.now,
      confidence: 1,
      withdraws: claimId,
    },
  ])
  await putKeys(work, sourceRecordId, await store.claimsOfRecord(work, sourceRecordId))
  await project(work, link.personId)
}
