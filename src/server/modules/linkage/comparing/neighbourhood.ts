import type { Work } from '../../../kernel/work.ts'
import { statedAtHome, type AtHome, type HomeRecord, type Stated } from '../../people/index.ts'
import { comparedFields, comparedOf, datasetOf } from './compared.ts'
import { hashed, keysOf, termsOf } from './keys.ts'
import { keepAndFind, type Around } from '../keeping/store-keeping.ts'
import type { KeptRecord, Posting } from '../keeping/store-records.ts'
import { unitsOf, type Unit } from './units.ts'

/** A key held by more records than this names a shared mailbox, a switchboard or a common name, and finds nobody. */
const mostHolders: readonly [prefix: string, most: number][] = [
  ['mail:', 40],
  ['phone:', 40],
  ['birth:', 25],
  ['local:', 10],
  ['', 20],
]
const mostOf = (key: string): number => mostHolders.find(([prefix]) => key.startsWith(prefix))![1]

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

/**
 * Keeps what is compared of records and the keys they are found by; says what they state and who holds those keys. What
 * stands at their homes is read unless it is `known`.
 */
export async function keep(work: Work, sourceRecordIds: readonly string[], known?: AtHome) {
  const { records: atHome, stated: said } = known ?? (await statedAtHome(work, sourceRecordIds, comparedFields))
  const homeIds = atHome.map(({ sourceRecordId }) => sourceRecordId)
  const stated = new Map(homeIds.map((id) => [id, comparedOf(said.get(id) ?? {})]))
  const { records, keys } = keyed(unitsOf(atHome, stated), { sourceRecordIds, stated })
  const mostHolders = new Map([...keys.values()].flat().map((key) => [hashed(key), mostOf(key)]))
  const around = await keepAndFind(work, {
    records,
    homeIds,
    personIds: [...new Set(atHome.map(({ personId }) => personId))],
    mostHolders,
  })
  return { around, stated, keys, postings: named([...around.postings, ...ownPostings(records, atHome)], keys) }
}

type Keyed = { sourceRecordIds: readonly string[]; stated: ReadonlyMap<string, Stated> }

/** The keys of each record to be linked: its own, and those of all that is known at its home. */
function keyed(units: ReadonlyMap<string, Unit>, { sourceRecordIds, stated }: Keyed) {
  const wanted = new Set(sourceRecordIds)
  const rows: { ids: string[]; stated: Stated; isOwn: boolean }[] = []
  for (const unit of units.values()) {
    const ids = unit.records.filter((id) => wanted.has(id))
    for (const id of ids) rows.push({ ids: [id], stated: stated.get(id)!, isOwn: true })
    if (unit.rows.length > 1) rows.push({ ids, stated: unit.main, isOwn: false })
  }
  const dataset = datasetOf(rows.map((row) => row.stated))
  const keys = new Map<string, string[]>()
  const terms = new Map<string, string[]>()
  for (const [at, { ids, isOwn }] of rows.entries())
    for (const id of ids) {
      keys.set(id, [...new Set([...(keys.get(id) ?? []), ...keysOf(dataset, at)])])
      if (isOwn) terms.set(id, termsOf(dataset, at))
    }
  const records = [...keys.keys()].map((id) => ({
    sourceRecordId: id,
    stated: stated.get(id)!,
    keys: keys.get(id)!.map(hashed),
    terms: (terms.get(id) ?? []).map(hashed),
  }))
  return { records, keys }
}

type Found = Posting & { name: string }

/** The keys of the records to be linked themselves. */
function ownPostings(records: readonly KeptRecord[], atHome: readonly HomeRecord[]): Posting[] {
  const persons = new Map(atHome.map(({ sourceRecordId, personId }) => [sourceRecordId, personId]))
  return records.flatMap(({ sourceRecordId, keys }) =>
    keys.map((key) => ({ key, sourceRecordId, personId: persons.get(sourceRecordId)! })),
  )
}

function named(postings: readonly Posting[], keys: ReadonlyMap<string, readonly string[]>): Found[] {
  const names = new Map([...keys.values()].flat().map((key) => [hashed(key), key]))
  return postings.map((posting) => ({ ...posting, name: names.get(posting.key)! }))
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
