import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { personChanged } from './announcements.ts'
import { identifiersOf } from './profile/fields.ts'
import { projected } from './profile/profile.ts'
import { readClaims, recordSource, statedBy, type Recorded, type Source } from './records.ts'
import * as bulk from './store-bulk.ts'
import type { FieldClaim } from './store-records.ts'

/** `isErased`: the person of the record was erased, and nothing of it was kept. */
export type RecordedInBulk = Recorded & { isErased: boolean }

/**
 * `recordSource` for many at once, in about a dozen statements for those that are not known; those that are known take
 * the way of one. The ids must differ from each other, and no source may name its person. Answers in the given order.
 * Those who were not known stand in lists at once, and are found by text after `makeSearchable`, which whoever records
 * them owes: it is done once their records are joined, since most of the writing would be taken back by the merges.
 */
export async function recordSources(work: Work, sources: readonly Source[]): Promise<RecordedInBulk[]> {
  const known = await bulk.findRecords(
    work,
    sources.map(({ id }) => id),
  )
  const fresh = await openAll(
    work,
    sources.filter(({ id }) => !known.has(id)),
  )
  const answers: RecordedInBulk[] = []
  for (const source of sources) {
    const before = known.get(source.id)
    if (before?.isErased)
      answers.push({ sourceRecordId: source.id, personId: before.personId, ...nothing, isErased: true })
    else if (before) answers.push({ ...(await recordSource(work, source)), isErased: false })
    else answers.push(fresh.get(source.id)!)
  }
  return answers
}

const nothing = { created: false, changed: false, unfit: [] }

async function openAll(work: Work, sources: readonly Source[]): Promise<Map<string, RecordedInBulk>> {
  const opened = sources.map((source) => {
    const { stated, unfit } = readClaims(source)
    const claims = stated
      .filter(({ value }) => value !== null)
      .map((saying) => ({
        ...saying,
        id: newId(),
        sourceRecordId: source.id,
        withdraws: null,
        kind: source.kind,
        label: source.label,
        recordedAt: work.now,
      })) satisfies FieldClaim[]
    return { source, personId: newId(), claims, unfit, fields: projected(claims) }
  })
  await bulk.insertPersons(
    work,
    opened.map(({ personId }) => personId),
  )
  await bulk.insertRecords(work, opened)
  await bulk.insertClaims(
    work,
    opened.flatMap(({ claims }) => claims),
  )
  await bulk.insertIdentifiers(
    work,
    opened.flatMap(({ source, claims }) =>
      identifiersOf(statedBy(claims)).map((key) => ({ ...key, sourceRecordId: source.id })),
    ),
  )
  await bulk.putProfiles(
    work,
    opened.map(({ source: { observedAt }, personId, fields }) => ({
      personId,
      fields,
      observedAt,
      recordCount: 1,
      changedAt: work.now,
    })),
  )
  await work.announceAll(
    personChanged,
    opened.map(({ personId, fields }) => ({
      subjectId: personId,
      version: 1,
      payload: { personId, fields: Object.keys(fields) as FieldClaim['field'][] },
    })),
  )
  return new Map(
    opened.map(({ source, personId, unfit }) => [
      source.id,
      { sourceRecordId: source.id, personId, created: true, changed: true, unfit, isErased: false },
    ]),
  )
}
