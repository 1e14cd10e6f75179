import { setImmediate } from 'node:timers/promises'
import { blocksOf, publish } from '../../../engines/anonymity/index.ts'
import { networkGate, networkK } from './recoding.ts'
import { occupationFamily } from './terms.ts'

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

/** So many people are grouped at a time: the time grows with the square, and others are served between two blocks. */
const blockSize = 200

/**
 * What of each person may be shown, so that every combination stands for k people of the network or more; null where
 * too few are like the person, or where nothing is left to show. People of like wishes are grouped, within one
 * occupation where k share it, and a group shows only what is true of each of its people.
 */
export async function release(people: readonly AnonymousFacts[]): Promise<(Published | null)[]> {
  const shown: (Published | null)[] = people.map(() => null)
  for (const alike of byOccupation([...people.entries()]))
    for (const block of blocksOf(alike, { size: blockSize, least: networkK })) {
      const rows = publish(
        block.map(([, one]) => one),
        networkGate,
      )
      for (const [at, [person]] of block.entries()) shown[person] = rows[at] ?? null
      await setImmediate()
    }
  return shown
}

/** What a release would show of one person, by the block they stand in; the same rules, without everybody else's. */
export function releaseOne(people: readonly AnonymousFacts[], at: number): (Published | null)[] {
  const block = byOccupation([...people.entries()])
    .flatMap((alike) => blocksOf(alike, { size: blockSize, least: networkK }))
    .find((one) => one.some(([person]) => person === at))
  const shown: (Published | null)[] = people.map(() => null)
  const rows = publish(block?.map(([, one]) => one) ?? [], networkGate)
  for (const [index, [person]] of (block ?? []).entries()) shown[person] = rows[index] ?? null
  return shown
}

type Numbered = [at: number, facts: AnonymousFacts]

/**
 * Those of one occupation where k have it, those of one family of occupations where k are left of it, and all the
 * others together: what somebody does is what employers look for first, and is given up last.
 */
function byOccupation(people: Numbered[]): Numbered[][] {
  const near = people.toSorted(([, one], [, other]) => ((one.places[0] ?? '') < (other.places[0] ?? '') ? -1 : 1))
  const own = groupsOf(near, ({ occupation }) => occupation ?? '')
  const family = groupsOf(own.left, ({ occupation }) => (occupation === null ? '' : occupationFamily(occupation)))
  return [...own.groups, ...family.groups, family.left].filter((group) => group.length >= networkK)
}

function groupsOf(people: Numbered[], keyOf: (facts: AnonymousFacts) => string) {
  const all = [...Map.groupBy(people, ([, facts]) => keyOf(facts)).values()]
  return {
    groups: all.filter((group) => group.length >= networkK),
    left: all.filter((group) => group.length < networkK).flat(),
  }
}

/** What is held of a network has one object for each class, so that its key is made once. */
const classKeys = new WeakMap<Published, string>()

function classKey({ published }: { published: Published }): string {
  const known = classKeys.get(published)
  if (known !== undefined) return known
  const key = JSON.stringify(publishedColumns.map((column) => published[column]))
  classKeys.set(published, key)
  return key
}

/**
 * Which rows of a release still stand among k: people who left since may have made a class too small. Classes are
 * counted over the whole network, never over what one company is shown.
 */
export function stillAnonymous<Row extends { published: Published | null }>(
  network: readonly Row[],
): (Row & { published: Published })[] {
  const rows = network.filter((row): row is Row & { published: Published } => row.published !== null)
  return [...Map.groupBy(rows, classKey).values()].filter((members) => members.length >= networkK).flat()
}

/** As many of a class must be strangers to a company as k is within one (El Emam's customary rule). */
const leastStrangers = 5

/**
 * What of it one company may be shown: it knows some of the network by name, and where those are nearly a whole class
 * it would know of whom the rest tells. So each class that is shown holds five at least whom the company does not know.
 */
export function toStrangers<Row extends { published: Published }>(
  shown: readonly Row[],
  isKnown: (row: Row) => boolean,
): Row[] {
  const classes = [...Map.groupBy(shown, classKey).values()]
  return classes.filter((members) => members.filter((row) => !isKnown(row)).length >= leastStrangers).flat()
}
