import type { Work } from '../../../kernel/work.ts'
import type { AtHome, Stated } from '../../people/index.ts'
import { keep, mostOf, type Found } from '../keeping/keep.ts'
import type { Around } from '../keeping/store-keeping.ts'
import { unitsOf, type Unit } from './units.ts'

/** One record that is to be linked, and who shares a key with it. */
export type Neighbour = {
  /** Its place among those to be linked. */
  at: number
  sourceRecordId: string
  personId: string
  unit: Unit
  /** Units found by its keys. */
  found: readonly Unit[]
}

export type Neighbourhood = {
  neighbours: readonly Neighbour[]
  units: ReadonlyMap<string, Unit>
  unitOfRecord: ReadonlyMap<string, Unit>
  /** The person every record read belongs to. */
  personOfRecord: ReadonlyMap<string, string>
  /** The records that hold a mail or phone now, under `mail:…` and `phone:…`. */
  holders: ReadonlyMap<string, readonly string[]>
  /** Whether a record was kept before, or comes no later among those to be linked. */
  isBefore: (recordId: string, neighbour: Neighbour) => boolean
} & Pick<Around, 'rules' | 'counted'>

/**
 * Keeps what is compared of the records, and finds everyone who shares a key with one of them. A record sees those that
 * were kept before and those that come before it, as if the records were linked one after the other.
 */
export async function neighbourhood(
  work: Work,
  sourceRecordIds: readonly string[],
  known?: AtHome,
): Promise<Neighbourhood> {
  const { around, stated, keys, postings } = await keep(work, sourceRecordIds, known)
  for (const [id, one] of around.stated) if (!stated.has(id)) stated.set(id, one)
  return assembled({ sourceRecordIds, around, stated, keys, postings })
}

type Parts = {
  sourceRecordIds: readonly string[]
  around: Around
  stated: ReadonlyMap<string, Stated>
  keys: ReadonlyMap<string, readonly string[]>
  postings: readonly Found[]
}

function assembled({ sourceRecordIds, around, stated, keys, postings }: Parts): Neighbourhood {
  const { records, known, rules, counted } = around
  const units = unitsOf(records, stated)
  const unitOfRecord = new Map([...units.values()].flatMap((unit) => unit.records.map((id) => [id, unit] as const)))
  // Of those who hold a key that many hold nothing was read but whose they are.
  const personOfRecord = new Map(
    [...postings, ...records].map(({ sourceRecordId, personId }) => [sourceRecordId, personId]),
  )
  const late = new Map(sourceRecordIds.map((id, at) => [id, known.has(id) ? -1 : at]))
  const byKey = Map.groupBy(postings, ({ name }) => name)
  const neighbours = sourceRecordIds.flatMap((sourceRecordId, at): Neighbour[] => {
    const unit = unitOfRecord.get(sourceRecordId)
    const personId = personOfRecord.get(sourceRecordId)
    if (!unit || !personId) return []
    const found = new Set<Unit>()
    for (const key of keys.get(sourceRecordId) ?? []) {
      const holders = (byKey.get(key) ?? []).filter((one) => (late.get(one.sourceRecordId) ?? -1) <= at)
      if (holders.length > mostOf(key)) continue
      for (const holder of holders) {
        const other = unitOfRecord.get(holder.sourceRecordId)
        if (other && other !== unit) found.add(other)
      }
    }
    return [{ at, sourceRecordId, personId, unit, found: [...found] }]
  })
  const holders = new Map(
    [...byKey]
      .filter(([name]) => name.startsWith('mail:') || name.startsWith('phone:'))
      .map(([name, all]) => [name, all.map((one) => one.sourceRecordId)]),
  )
  const isBefore = (id: string, { at }: Neighbour) => (late.get(id) ?? -1) <= at
  return { neighbours, units, unitOfRecord, personOfRecord, holders, isBefore, rules, counted }
}
