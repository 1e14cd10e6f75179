import { familyNameShare } from '../../../../engines/japanese/index.ts'
import { textOf, type Column, type Dataset, type LinkageModel, type Texts } from '../../../../engines/linkage/index.ts'
import { hashed } from './keys.ts'

/** How common values are in a company, as last counted: records in all, and records by the hash of a value. */
export type Frequencies = { records: number; holders: ReadonlyMap<number, number> }

/**
 * A company stands for at least so many people: of three records, one in three would otherwise be thought to hold what
 * hardly anybody holds.
 */
const leastPopulation = 10_000

/** What is known beforehand counts like so many records. */
const priorRecords = 1_000

/** The share of people who hold a value, as far as nothing is known of it; given names have no public counts. */
const priorShares: Readonly<Record<string, number>> = {
  given: 0.0005,
  givenSound: 0.002,
  family: 0.0002,
  familySound: 0.0005,
  place: 0.005,
  employer: 0.001,
}

/**
 * The dataset as it would be if it held the whole company: `size` and the holders of each value are the company's, so
 * that rare values weigh more and shared ones less.
 */
export function asWholeCompany(dataset: Dataset, { records, holders }: Frequencies, model: LinkageModel): Dataset {
  const size = Math.max(records, leastPopulation)
  const counted = (field: string, text: string, prior: number, beside: number): number => {
    const known = records === 0 ? 0 : (holders.get(hashed(`${field}:${text}`)) ?? 0)
    const share = (known + priorRecords * prior) / (records + priorRecords)
    // Beside the records at hand, which the engine takes off again.
    return Math.round(share * size) + beside
  }
  const columns = dataset.columns.map((column): Column => {
    const prior = priorOf(column, model)
    const found = textsOf(column.texts, column.holders.length).map((text) => counted(column.id, text, prior, 2))
    // What the few records at hand say of days and years is not what the company's counts do.
    const { strangers: _, ...counts } = column
    return { ...counts, holders: Int32Array.from(found) }
  })
  if (!dataset.names) return { ...dataset, size, columns }
  const { names } = dataset
  const spelled = textsOf(names.texts, names.holders.any.length)
  const of = (part: 'family' | 'given' | 'familySound' | 'givenSound') =>
    Int32Array.from(spelled, (text, code) => {
      // A reading that a name may have, and nobody at hand bears.
      if (names.holders[part][code] === 0) return 1
      const prior = (part === 'family' ? familyNameShare(text) : undefined) ?? priorShares[part]!
      return counted(part, text, prior, 1)
    })
  const parts = {
    family: of('family'),
    given: of('given'),
    familySound: of('familySound'),
    givenSound: of('givenSound'),
  }
  const any = parts.family.map((count, at) =>
    Math.max(count, parts.given[at]!, parts.familySound[at]!, parts.givenSound[at]!),
  )
  return { size, columns, names: { ...names, holders: { ...parts, any } } }
}

const textsOf = (texts: Texts, count: number): string[] =>
  Array.from({ length: count }, (_, code) => textOf(texts, code))

/** For values that few people share by themselves nothing; for the rest what the model learnt. */
function priorOf({ id, kind }: Column, model: LinkageModel): number {
  if (kind === 'mail' || kind === 'phone' || kind === 'date' || kind === 'code') return 0
  const learnt = model.comparisons.find((one) => one.id === id)?.levels[0]?.u ?? 0.01
  return Math.max(learnt, priorShares[id] ?? 0)
}
