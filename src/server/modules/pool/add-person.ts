import type { FieldValue, PersonField } from '../../../contract/people/person-fields.ts'
import type { Channel } from '../../../contract/selection/selection-terms.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { linkRecord, recordAndLink } from '../linkage/index.ts'
import { correct, resolve, type Corrected } from '../people/index.ts'
import { recordApplication } from '../selection/index.ts'
import { nothingStated, unfitFields } from './errors.ts'
import { refreshFacets } from './facets.ts'

export type Added = {
  fields: Partial<Record<PersonField, FieldValue | undefined>>
  application?:
    | {
        openingId: string
        channel: Channel
        channelLabel?: string | undefined
        agency?: string | undefined
        appliedOn?: string | undefined
      }
    | undefined
}

/**
 * Adds whom staff tell of by the form, and looks whether they are known. Refuses a form without a name or a mail
 * (`pool.nothing-stated`) and values that cannot be read (`pool.unfit-fields`).
 */
export async function addPerson(work: Work, { fields, application }: Added) {
  if (!naming.some((field) => isSeen(fields[field]))) throw nothingStated({})
  const claims = Object.entries(fields).map(([field, value]) => ({ field: field as PersonField, value: value ?? null }))
  const id = newId()
  const source = { id, kind: 'FORM' as const, label: '', observedAt: work.now, claims }
  const { unfit, personId, outcome } = await recordAndLink(work, source)
  if (unfit.length > 0) throw unfitFields({ fields: unfit })
  const applicationId = application ? await apply(work, id, application) : null
  await refreshFacets(work, personId)
  return { personId, applicationId, outcome }
}

const naming = ['name', 'nameRomaji', 'nameKana', 'email'] as const

/** Whether anything of a value can be seen: blanks and invisible characters name nobody. */
const isSeen = (value: FieldValue | undefined): boolean =>
  typeof value === 'string' ? /[^\s\p{C}\p{Z}\u2800]/u.test(value) : value !== undefined

async function apply(work: Work, sourceRecordId: string, given: NonNullable<Added['application']>): Promise<string> {
  const { openingId, channel, channelLabel, agency, appliedOn } = given
  const { applicationId } = await recordApplication(work, {
    id: newId(),
    sourceRecordId,
    openingId,
    channel,
    appliedAt: appliedOn ? new Date(`${appliedOn}T00:00:00+09:00`) : work.now,
    live: true,
    ...(channelLabel && { channelLabel }),
    ...(agency && { agency }),
  })
  return applicationId
}

export type FieldCorrection = { personId: string; field: PersonField; value: FieldValue }

/** Corrects a field and looks whether it makes the person someone already known. */
export async function correctAndLink(
  work: Work,
  { personId, field, value }: FieldCorrection,
): Promise<Corrected & { personId: string }> {
  const corrected = await correct(work, { personId, field, value })
  await linkRecord(work, corrected.sourceRecordId)
  const root = await resolve(work, personId)
  await refreshFacets(work, root)
  return { ...corrected, personId: root }
}
