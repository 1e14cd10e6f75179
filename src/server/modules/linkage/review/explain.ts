import type { Work } from '../../../kernel/work.ts'
import { recordsWithHomes, type Stated } from '../../people/index.ts'
import { datasetOf, fieldOfComparison } from '../comparing/compared.ts'
import { comparerOf, type Comparer } from '../comparing/comparer.ts'
import { frequenciesOf } from '../comparing/counting.ts'
import { bestPair, type UnitPair } from '../comparing/evidence.ts'
import { hashed, termsOf } from '../comparing/keys.ts'
import { rowsOfUnits, type Rows } from '../comparing/rows.ts'
import { keptRecords, postingsOf } from '../keeping/store-records.ts'
import { unitsOf, type Unit } from '../comparing/units.ts'

/** How the weight of a pair comes about, step by step, with the values compared and how many people share them. */
export type Evidence = {
  probability: number
  prior: number
  steps: EvidenceStep[]
}
export type EvidenceStep = {
  comparison: string
  level: string
  bits: number
  left: string | null
  right: string | null
  /** Persons who use the same mail or phone, records that bear the same name; null where it is not counted. */
  holders: number | null
}
export type PersonPair = { onePersonId: string; otherPersonId: string }

/** Above so many the exact number no longer matters. */
const mostCounted = 99

/** The evidence of pairs of persons as it stands today: of those of their records that fit best. */
export async function explain(work: Work, pairs: readonly PersonPair[]): Promise<(Evidence | null)[]> {
  const ids = [...new Set(pairs.flatMap(({ onePersonId, otherPersonId }) => [onePersonId, otherPersonId]))]
  const records = await recordsWithHomes(work, ids)
  const kept = await keptRecords(
    work,
    records.map(({ sourceRecordId }) => sourceRecordId),
  )
  const units = [...unitsOf(records, new Map([...kept].map(([id, { stated }]) => [id, stated]))).values()]
  const personOf = new Map(records.map(({ homePersonId, personId }) => [homePersonId, personId]))
  const ofPerson = Map.groupBy(units, ({ id }) => personOf.get(id)!)
  const rows = rowsOfUnits(units)
  const { all } = rows
  const dataset = datasetOf(all)
  const frequencies = await frequenciesOf(work, { dataset, rows: all.length })
  const { holders } = frequencies
  const comparer = comparerOf(dataset, frequencies)
  const found = pairs.map(({ onePersonId, otherPersonId }) =>
    bestOf({ rows, comparer }, ofPerson.get(onePersonId) ?? [], ofPerson.get(otherPersonId) ?? []),
  )
  const contacts = await contactHolders(
    work,
    all.filter((_, row) => found.some((pair) => pair?.one === row || pair?.other === row)),
  )
  const counted = (row: number, comparison: string): number | null => {
    const term = termsOf(dataset, row).find((one) => one.startsWith(`${comparison}:`))
    if (!term) return null
    return contacts.get(term) ?? holders.get(hashed(term)) ?? null
  }
  return found.map((pair) => {
    if (!pair) return null
    const { prior, probability, steps } = comparer.explain(pair.one, pair.other)
    return {
      prior,
      probability,
      steps: steps.map(({ id, level, bits }) => ({
        comparison: id,
        level,
        bits,
        left: shown(all[pair.one]!, id),
        right: shown(all[pair.other]!, id),
        holders: level === 'exact' ? counted(pair.one, id) : null,
      })),
    }
  })
}

type Comparing = { rows: Rows; comparer: Comparer }

function bestOf({ rows, comparer }: Comparing, left: readonly Unit[], right: readonly Unit[]): UnitPair | null {
  let best: UnitPair | null = null
  for (const one of left)
    for (const other of right) {
      const found = bestPair(rows, comparer, one, other)
      if (!best || found.weight > best.weight) best = found
    }
  return best
}

/** How many persons use each mail and phone of these rows, under the names of their terms. */
async function contactHolders(work: Work, rows: readonly Stated[]): Promise<Map<string, number>> {
  const dataset = datasetOf(rows)
  const names = new Set(rows.flatMap((_, row) => termsOf(dataset, row)).filter((term) => /^(?:mail|phone):/.test(term)))
  const postings = await postingsOf(work, [...names].map(hashed), mostCounted)
  const byKey = Map.groupBy(postings, ({ key }) => key)
  return new Map(
    [...names].map((name) => [name, new Set((byKey.get(hashed(name)) ?? []).map(({ personId }) => personId)).size]),
  )
}

const namesOf = ({ name, nameKana, nameRomaji }: Stated): string =>
  [name, nameKana ?? nameRomaji].filter((part) => typeof part === 'string').join(' / ')

function shown(stated: Stated, comparison: string): string | null {
  const field = fieldOfComparison[comparison]
  const value = comparison === 'family' || comparison === 'given' ? namesOf(stated) : field && stated[field]
  return typeof value === 'string' && value !== '' ? value : null
}
