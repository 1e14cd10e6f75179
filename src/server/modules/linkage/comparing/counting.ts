import type { Dataset } from '../../../../engines/linkage/index.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Frequencies } from './frequencies.ts'
import { hashed, termsOf } from './keys.ts'
import * as store from './store-counts.ts'
import type { Around } from '../keeping/store-keeping.ts'

/** Counted again once a company has grown by so much: the weights of values hardly move before. */
const isWorthCounting = (counted: number, now: number): boolean => now >= 200 && Math.abs(now - counted) >= counted / 10

/**
 * Counts how many records hold each value, where the company has grown since; whether it did. Between two counts every
 * pair is weighed by the same numbers, whatever the order in which its records came.
 */
export async function countAgain(work: Work): Promise<boolean> {
  const [counted, now] = [await store.countedRecords(work), await store.keptCount(work)]
  if (!isWorthCounting(counted, now)) return false
  await store.count(work, now)
  return true
}

/** How common the values of these rows are, as last counted; of those not yet asked for the database is asked. */
export async function frequenciesOf(
  work: Work,
  { dataset, rows, counted }: { dataset: Dataset; rows: number; counted?: Around['counted'] },
): Promise<Frequencies> {
  const records = counted?.records ?? (await store.countedRecords(work))
  if (records === 0) return { records, holders: new Map() }
  const terms = new Set(Array.from({ length: rows }, (_, row) => termsOf(dataset, row)).flat())
  const missing = [...terms].map(hashed).filter((term) => !counted?.asked.has(term))
  const found = await store.countedHolders(work, missing)
  return { records, holders: new Map([...(counted?.holders ?? []), ...found]) }
}
