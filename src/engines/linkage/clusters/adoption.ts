import { bounded, fewestTelling, ofStrongest, type PairScorer } from './pair-sums.ts'
import type { Edges } from './edges.ts'
import { noFileInCommon, type Sources } from './sources.ts'

/** Of larger clusters as many members are asked. */
const mostMembers = 24

/** At least so many records are taken to be of people with no other record. */
const leastAlone = 0.01

/** Four times as likely as everything else together: who stands alone wrongly costs less than a stranger among one's records. */
const marginBits = 2

/** The first adoptions leave fewer rivals for the next. */
const rounds = 2

type Adopting = {
  edges: Edges
  scorer: PairScorer
  threshold: number
  /** Where given, a person has one record of each file at most. */
  sources?: Sources | undefined
}

/**
 * Gives records that stand alone to the person they are likeliest of. A pair weighs whether two records are of one person
 * against all strangers there might be; a record is of one person only, so that the others who could be meant can be
 * counted instead, and beside them how rare it is that a person has no other record. Where nearly everybody has several,
 * a record that has nowhere else to go is taken in on little evidence; where most have one, hardly any is. That rarity is
 * estimated from the very records, until it agrees with what it makes of them. Answers the clusters, each known by its
 * smallest member.
 */
export function adopted(clusters: Int32Array, adopting: Adopting): Int32Array {
  let roots = clusters
  for (let round = 0; round < rounds; round++) {
    const members = membersOf(roots)
    const offers = offersTo(members, roots, adopting)
    if (offers.length === 0) return roots
    roots = taken(roots, { members, offers, sources: adopting.sources })
  }
  return roots
}

function membersOf(roots: Int32Array): Map<number, number[]> {
  const members = new Map<number, number[]>()
  for (const [record, root] of roots.entries()) {
    const of = members.get(root)
    if (of) of.push(record)
    else members.set(root, [record])
  }
  return members
}

/** Where a lone record could belong: the likeliest cluster, its odds and those of all clusters together. */
type Chances = { to: number; best: number; all: number }
type Offer = { from: number; to: number; odds: number }

function offersTo(
  members: Map<number, number[]>,
  roots: Int32Array,
  { edges, scorer, threshold, sources }: Adopting,
): Offer[] {
  const isAlone = (root: number) => members.get(root)!.length === 1
  const near = new Map<number, Set<number>>()
  for (let edge = 0; edge < edges.count; edge++) {
    const [one, other] = [roots[edges.one[edge]!]!, roots[edges.other[edge]!]!]
    if (one === other || !noFileInCommon(sources, members.get(one)!, members.get(other)!)) continue
    if (isAlone(one)) near.set(one, (near.get(one) ?? new Set()).add(other))
    if (isAlone(other)) near.set(other, (near.get(other) ?? new Set()).add(one))
  }
  const chances = new Map<number, Chances>()
  for (const [record, others] of near) {
    const found: Chances = { to: -1, best: 0, all: 0 }
    for (const other of [...others].toSorted((left, right) => left - right)) {
      const odds = 2 ** weightBetween(record, members.get(other)!, scorer)
      found.all += odds
      if (odds > found.best) [found.best, found.to] = [odds, other]
    }
    chances.set(record, found)
  }
  const alone = shareAlone(members, chances, roots.length)
  const oddsOf = ({ best, all }: Chances) => best / (all - best + alone)
  const isSure = (odds: number) => Math.log2(odds) >= threshold + marginBits
  return Array.from(chances, ([from, found]) => ({ from, to: found.to, odds: oddsOf(found) }))
    .filter(({ from, to, odds }) => {
      const back = chances.get(to)
      return isSure(odds) && (!back || (back.to === from && (!sources || isSure(oddsOf(back)))))
    })
    .toSorted((one, other) => other.odds - one.odds || one.from - other.from)
}

/** The share of records whose person has no other, by expectation and maximisation over those that stand alone. */
function shareAlone(members: Map<number, number[]>, chances: Map<number, Chances>, size: number): number {
  const odds = [...members.values()].flatMap((of) => (of.length === 1 ? [chances.get(of[0]!)?.all ?? 0] : []))
  let share = odds.length / size
  for (let step = 0; step < 20; step++) {
    const expected = odds.reduce((sum, all) => sum + share / (share + all), 0)
    share = Math.max(expected / size, leastAlone)
  }
  return share
}

/** Carries out offers, the surest first; whoever took part in one waits for the next round. */
function taken(
  roots: Int32Array,
  {
    members,
    offers,
    sources,
  }: { members: Map<number, number[]>; offers: readonly Offer[]; sources: Sources | undefined },
): Int32Array {
  const made = roots.slice()
  const busy = new Set<number>()
  for (const { from, to } of offers) {
    const isCluster = members.get(to)!.length > 1
    if (busy.has(from) || (!isCluster && busy.has(to))) continue
    if (!noFileInCommon(sources, [from], members.get(to)!)) continue
    busy.add(from)
    if (!isCluster) busy.add(to)
    const root = Math.min(made[from]!, made[to]!)
    for (const record of [...members.get(to)!, from]) made[record] = root
    members.get(to)!.push(from)
  }
  return made
}

/** What a record and the members of a cluster weigh together, as clusters join (`clusters.ts`). */
function weightBetween(record: number, members: readonly number[], { ids, prior, look, weigh }: PairScorer): number {
  const asked = members.length > mostMembers ? members.slice(0, mostMembers) : members
  const sums = new Float64Array(ids.length)
  const spoke = new Uint32Array(ids.length)
  let most = -Infinity
  for (const other of asked) {
    const seen = look(record, other)
    const weights = weigh(seen)
    const told = weights.reduce((sum, weight) => sum + weight, 0)
    const total = bounded(prior + told)
    most = Math.max(most, total)
    for (let part = 0; part < ids.length; part++) {
      if (seen.levels[part] === 0) continue
      sums[part]! += told === 0 ? 0 : (weights[part]! * (total - prior)) / told
      spoke[part]!++
    }
  }
  let average = prior
  for (let part = 0; part < ids.length; part++)
    if (spoke[part]! > 0) average += sums[part]! / Math.max(spoke[part]!, asked.length * fewestTelling)
  return (1 - ofStrongest) * average + ofStrongest * most
}
