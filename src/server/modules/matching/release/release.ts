import { setImmediate } from 'node:timers/promises'
import { blocksOf, publish } from '../../../../engines/anonymity/index.ts'
import { networkGate, networkK } from './recoding.ts'
import { occupationFamily } from '../terms.ts'

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

/** Two rows with one key tell the same. */
export const classKey = (published: Published): string =>
  JSON.stringify(publishedColumns.map((column) => published[column]))

/** As many of a class must be strangers to a company as k is within one (El Emam's customary rule). */
export const leastStrangers = 5
