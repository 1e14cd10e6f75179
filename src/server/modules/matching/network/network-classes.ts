import { isLeftOut, type GroupKeys } from '../../accounts/index.ts'
import { sha256 } from '../../../kernel/crypto.ts'
import { networkK } from '../release/recoding.ts'
import { classKey, leastStrangers, type Published } from '../release/release.ts'
import type { Listed } from '../store-listed.ts'

const dayMs = 86_400_000

/** Everyone of whom a release tells exactly the same. */
export type NetworkClass = {
  published: Published
  /** Names the class on the side of the network alone: what is told of its people, hashed. */
  digest: string
  people: Set<string>
}

type Held = {
  of: NetworkClass | null
  shownUntil: number
  knownTo: readonly string[]
  soonKnownTo: readonly string[]
  leftOut: Parameters<typeof isLeftOut>[1]
}

/**
 * The network as lists read it: its people by class, and by what keeps some of them from a company. A list costs as many
 * steps as there are classes, whatever the number of people.
 */
export type NetworkClasses = {
  people: Map<string, Held>
  classes: Map<string, NetworkClass>
  /** Whom a company knows already, by the company's id. */
  knownTo: Map<string, Set<string>>
  /** Whom a company came to know since it could see them, and sees until they are left out together with others. */
  soonKnownTo: Map<string, Set<string>>
  /** Who left any company or line of business out. */
  leavesOut: Set<string>
  /** Who stops being shown on a day, by the number of the day in UTC. */
  ending: Map<number, Set<string>>
}

export const emptyNetwork = (): NetworkClasses => ({
  people: new Map(),
  classes: new Map(),
  knownTo: new Map(),
  soonKnownTo: new Map(),
  leavesOut: new Set(),
  ending: new Map(),
})

/** Takes somebody in as they are, in place of how they were held. */
export function put(network: NetworkClasses, one: Listed): void {
  drop(network, one.id)
  const { people, knownTo, soonKnownTo, leavesOut, ending } = network
  const leftOut = leftOutOf(one)
  const of = one.published && classOf(network, one.published)
  of?.people.add(one.id)
  people.set(one.id, {
    of,
    shownUntil: one.shownUntil.getTime(),
    knownTo: one.notTo,
    soonKnownTo: one.soonNotTo,
    leftOut,
  })
  for (const companyId of one.notTo) into(knownTo, companyId).add(one.id)
  for (const companyId of one.soonNotTo) into(soonKnownTo, companyId).add(one.id)
  into(ending, dayOf(one.shownUntil.getTime())).add(one.id)
  if (leftOut !== nobody) leavesOut.add(one.id)
}

/** Forgets somebody, and the classes and companies that stood for them alone. */
export function drop({ people, classes, knownTo, soonKnownTo, leavesOut, ending }: NetworkClasses, id: string): void {
  const held = people.get(id)
  if (!held) return
  people.delete(id)
  leavesOut.delete(id)
  for (const companyId of held.knownTo) outOf(knownTo, companyId, id)
  for (const companyId of held.soonKnownTo) outOf(soonKnownTo, companyId, id)
  outOf(ending, dayOf(held.shownUntil), id)
  held.of?.people.delete(id)
  if (held.of?.people.size === 0) classes.delete(classKey(held.of.published))
}

function classOf({ classes }: NetworkClasses, published: Published): NetworkClass {
  const key = classKey(published)
  const known = classes.get(key)
  if (known) return known
  const made = { published, digest: sha256(key).slice(0, 32), people: new Set<string>() }
  classes.set(key, made)
  return made
}

const nobody: Held['leftOut'] = { numbers: [], names: [], industries: [] }
const leftOutOf = ({ blockedNumbers: numbers, blockedNames: names, blockedIndustries: industries }: Listed) =>
  numbers.length + names.length + industries.length === 0 ? nobody : { numbers, names, industries }

const dayOf = (time: number): number => Math.floor(time / dayMs)

function into<Key>(sets: Map<Key, Set<string>>, key: Key): Set<string> {
  const known = sets.get(key) ?? new Set()
  sets.set(key, known)
  return known
}

function outOf<Key>(sets: Map<Key, Set<string>>, key: Key, id: string): void {
  const known = sets.get(key)
  known?.delete(id)
  if (known?.size === 0) sets.delete(key)
}

/** Who asks for a list: the company, the others of its group, and by what it and they are called. */
export type Asker = { companyId: string; groupIds?: readonly string[]; keys: GroupKeys & { industry: string | null } }

/** A class as one company may see it: how many of its people, and who they are for the side of the network alone. */
export type ShownClass = NetworkClass & { count: number; ids: () => string[] }
export type ShownNetwork = {
  classes: ShownClass[]
  /** How many the company might be shown and is not yet, since too few are like them. */
  suppressed: number
}

/**
 * What of the network one company may be shown at a moment. A class stands where it holds k people of the network, and
 * five whom neither the company nor its group knows (`strangers`); both are counted before anybody is left out of it. Whom they
 * came to know lately counts as known in every class, so that which classes stand tells of nobody. Left out are who blocked
 * the company and whom it knows already.
 */
export function shownTo(network: NetworkClasses, { companyId, groupIds = [], keys }: Asker, now: Date): ShownNetwork {
  const lapsed = lapsedAt(network, now)
  const toAny = (of: NetworkClasses['knownTo']) =>
    without(new Set([companyId, ...groupIds].flatMap((id) => [...(of.get(id) ?? [])])), lapsed)
  const lately = toAny(network.soonKnownTo).length
  const known = network.knownTo.get(companyId) ?? new Set<string>()
  const away = new Set(known)
  for (const id of network.leavesOut) if (isLeftOut(keys, network.people.get(id)!.leftOut)) away.add(id)
  const gone = perClass(network, lapsed)
  const knownIn = perClass(network, toAny(network.knownTo))
  const awayIn = perClass(network, without(away, lapsed))
  const classes = [...network.classes.values()].flatMap((one) => {
    const people = one.people.size - (gone.get(one) ?? 0)
    const count = people - (awayIn.get(one) ?? 0)
    if (people < networkK || people - (knownIn.get(one) ?? 0) - lately < leastStrangers || count === 0) return []
    const ids = () => [...one.people].filter((id) => !away.has(id) && !lapsed.has(id))
    return [{ ...one, count, ids }]
  })
  const all = network.people.size - lapsed.size - [...awayIn.values()].reduce((sum, count) => sum + count, 0)
  return { classes, suppressed: all - classes.reduce((sum, { count }) => sum + count, 0) }
}

/** Whether a class still stands among k. */
export function isStanding(network: NetworkClasses, id: string, now: Date): boolean {
  const held = network.people.get(id)
  if (!held?.of || held.shownUntil <= now.getTime()) return false
  const lapsed = lapsedAt(network, now)
  return [...held.of.people].filter((one) => !lapsed.has(one)).length >= networkK
}

/** Whose time to be shown is over; the tables forget them later. */
function lapsedAt({ ending, people }: NetworkClasses, now: Date): Set<string> {
  const today = dayOf(now.getTime())
  const over = [...ending].filter(([day]) => day <= today).flatMap(([, ids]) => [...ids])
  return new Set(over.filter((id) => people.get(id)!.shownUntil <= now.getTime()))
}

const without = (ids: ReadonlySet<string>, others: ReadonlySet<string>) => [...ids].filter((id) => !others.has(id))

/** How many of these people stand in each class; under null, how many in none. */
function perClass({ people }: NetworkClasses, ids: Iterable<string>): Map<NetworkClass | null, number> {
  const counts = new Map<NetworkClass | null, number>()
  for (const id of ids) {
    const of = people.get(id)?.of ?? null
    counts.set(of, (counts.get(of) ?? 0) + 1)
  }
  return counts
}
