import type { Installation } from '../../kernel/installation.ts'
import type { Work } from '../../kernel/work.ts'
import type { Published } from './release.ts'
import * as store from './store-network.ts'
import type { Listed } from './store-network.ts'

/** A change whose transaction began this long before the last one seen, and committed after it, is still found. */
const overlapMs = 10 * 60_000
const idsAtOnce = 5_000

/** The network as the tables had it, without what only the gate needs. */
export type HeldNetwork = {
  people: Map<string, Listed>
  /** One copy of each class that was released: at least eleven people are shown alike. */
  classes: Map<string, Published>
  until: Date
  /** As of when each recently changed row was read, to the microsecond. */
  seen: Map<string, string>
}

const held = new WeakMap<Installation['databases'], Map<string, HeldNetwork>>()
const turns = new WeakMap<Installation['databases'], Map<string, Promise<unknown>>>()

/**
 * Everyone whom the network may show at this moment, in no order that tells anything. It is held in memory, and brought up
 * to date before each answer with the rows that changed since, so that a removal counts in the next list whichever
 * process made it. One reading follows the other, so that an older one never replaces a newer one.
 */
export async function shownNetwork(work: Work): Promise<Listed[]> {
  const { databases } = work.installation
  const own = turns.get(databases) ?? new Map<string, Promise<unknown>>()
  turns.set(databases, own)
  const before = own.get(work.companyId)
  const turn = (async () => {
    await before?.catch(() => {})
    return current(work)
  })()
  own.set(work.companyId, turn)
  const { people } = await turn
  return [...people.values()].filter(({ shownUntil }) => shownUntil > work.now)
}

async function current(work: Work): Promise<HeldNetwork> {
  const networks = held.get(work.installation.databases) ?? new Map<string, HeldNetwork>()
  held.set(work.installation.databases, networks)
  const known = networks.get(work.companyId)
  if (known) await catchUp(work, known)
  // Rows that were disposed of leave nothing that says so, only fewer of them.
  if (known && (await store.countListed(work)) === known.people.size) return known
  const found = await build(work)
  networks.set(work.companyId, found)
  return found
}

/** The network read whole from the tables: what following the changes must lead to as well. */
export async function build(work: Work): Promise<HeldNetwork> {
  const found: HeldNetwork = { people: new Map(), classes: new Map(), until: new Date(0), seen: new Map() }
  for (let after: string | undefined; ;) {
    const page = await store.listedPage(work, after)
    for (const one of page) keep(found, one)
    after = page.at(-1)?.id
    if (after === undefined) return found
  }
}

async function catchUp(work: Work, found: HeldNetwork): Promise<void> {
  const touched = await store.touchedSince(work, new Date(found.until.getTime() - overlapMs))
  const changed = touched.filter(({ id, mark }) => found.seen.get(id) !== mark)
  for (let from = 0; from < changed.length; from += idsAtOnce) {
    const ids = changed.slice(from, from + idsAtOnce).map(({ id }) => id)
    const there = await store.listedByIds(work, ids)
    for (const id of ids) found.people.delete(id)
    for (const one of there) keep(found, one)
  }
  found.seen = new Map(touched.map(({ id, mark }) => [id, mark]))
  for (const { touchedAt } of changed) if (touchedAt > found.until) found.until = touchedAt
}

function keep(found: HeldNetwork, one: Listed): void {
  const { people, classes } = found
  const key = JSON.stringify(one.published)
  const published = one.published && (classes.get(key) ?? one.published)
  if (published) classes.set(key, published)
  people.set(one.id, { ...one, published })
  if (one.touchedAt > found.until) found.until = one.touchedAt
}
