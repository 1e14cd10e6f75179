import type { Work } from '../../../kernel/work.ts'
import { statedAtHome, type AtHome, type HomeRecord, type Stated } from '../../people/index.ts'
import { comparedFields, comparedOf, datasetOf } from '../comparing/compared.ts'
import { hashed, keysOf, termsOf } from '../comparing/keys.ts'
import { unitsOf, type Unit } from '../comparing/units.ts'
import { keepAndFind } from './store-keeping.ts'
import type { KeptRecord, Posting } from './store-records.ts'

/** A key held by more records than this names a shared mailbox, a switchboard or a common name, and finds nobody. */
const mostHolders: readonly [prefix: string, most: number][] = [
  ['mail:', 40],
  ['phone:', 40],
  ['birth:', 25],
  ['local:', 10],
  ['', 20],
]

const mostOfAny = Math.max(...mostHolders.map(([, most]) => most))

/** How many records may hold a key that finds somebody. */
export const mostOf = (key: string): number => mostHolders.find(([prefix]) => key.startsWith(prefix))![1]

/**
 * Keeps what is compared of records and the keys they are found by; says what they state and who holds those keys. What
 * stands at their homes is read unless it is `known`.
 */
export async function keep(work: Work, sourceRecordIds: readonly string[], known?: AtHome) {
  const { records: atHome, stated: said } = known ?? (await statedAtHome(work, sourceRecordIds, comparedFields))
  const homeIds = atHome.map(({ sourceRecordId }) => sourceRecordId)
  const stated = new Map(homeIds.map((id) => [id, comparedOf(said.get(id) ?? {})]))
  const { records, keys } = keyed(unitsOf(atHome, stated), { sourceRecordIds, stated })
  const around = await keepAndFind(work, {
    records,
    homeIds,
    personIds: [...new Set(atHome.map(({ personId }) => personId))],
    mostHolders: new Map([...keys.values()].flat().map((key) => [hashed(key), mostOf(key)])),
    mostOfAny,
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

/** Who holds a key, and the key itself. */
export type Found = Posting & { name: string }

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
