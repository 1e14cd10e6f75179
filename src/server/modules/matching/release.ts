import { setImmediate } from 'node:timers/promises'
import { blocksOf, clusters } from '../../../engines/anonymity/index.ts'
import { publishedOf, recoding } from './recoding.ts'

/** What the member's side tells the index: wishes and skills, in codes, and nothing that says who it is. */
export type AnonymousFacts = {
  occupation: string | null
  /** Codes of prefectures. */
  places: string[]
  remote: string | null
  salaryMin: number | null
  startFrom: string | null
  terms: string[]
  skills: string[]
}

export const publishedColumns = ['occupation', 'places', 'remote', 'salary', 'start', 'terms', 'skills'] as const
export type Column = (typeof publishedColumns)[number]

/** One row as companies may see it. A suppressed value is left out; `不明` is a fact that the member left open. */
export type Published = Partial<Record<Column, string>>

/** People in every class across the network (product.md; the rule of public releases, El Emam). */
export const networkK = 11

/** So many people are grouped at a time: the time grows with the square, and others are served between two blocks. */
const blockSize = 200

/**
 * What of each person may be shown, so that every combination stands for k people of the network or more; null where
 * the network is too small, or where nothing is left to show. People of like wishes are grouped, and a group shows only
 * what is true of each of its people.
 */
export async function release(people: readonly AnonymousFacts[]): Promise<(Published | null)[]> {
  const shown: (Published | null)[] = people.map(() => null)
  const alike = [...people.entries()].toSorted(([, one], [, other]) => (likeness(one) < likeness(other) ? -1 : 1))
  for (const block of blocksOf(alike, { size: blockSize, least: networkK })) {
    const facts = block.map(([, one]) => one)
    for (const { members, shape } of clusters(facts, { k: networkK, ...recoding }))
      for (const member of members) shown[block[member]![0]] = publishedOf(shape)
    await setImmediate()
  }
  return shown
}

/** Brings people of one occupation and region next to each other before they are cut into blocks. */
const likeness = ({ occupation, places }: AnonymousFacts) => `${occupation ?? ''} ${places.toSorted()[0] ?? ''}`

/**
 * Which rows of a release still stand among k: people who left since may have made a class too small. Classes are
 * counted over the whole network, never over what one company is shown.
 */
export function stillAnonymous<Row extends { published: Published | null }>(network: readonly Row[]): Row[] {
  const rows = network.filter((row): row is Row & { published: Published } => row.published !== null)
  const keyOf = ({ published }: { published: Published }) =>
    JSON.stringify(publishedColumns.map((column) => published[column]))
  const classes = Map.groupBy(rows, keyOf)
  return [...classes.values()].filter((members) => members.length >= networkK).flat()
}
