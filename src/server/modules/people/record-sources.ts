import type { Work } from '../../kernel/work.ts'
import { begin, writeBegun } from './begin.ts'
import type { Recorded, Source } from './readings.ts'
import { recordSource } from './records.ts'
import * as bulk from './store-bulk.ts'

/** `isErased`: the person of the record was erased, and nothing of it was kept. */
export type RecordedInBulk = Recorded & { isErased: boolean }

/**
 * `recordSource` for many at once, in a few statements for those that are not known; those that are known take
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
  const begun = sources.map((source) => begin(work, source))
  await writeBegun(work, begun)
  await bulk.putProfiles(
    work,
    begun.map(({ profile }) => profile),
  )
  return new Map(begun.map(({ recorded }) => [recorded.sourceRecordId, { ...recorded, isErased: false }]))
}
