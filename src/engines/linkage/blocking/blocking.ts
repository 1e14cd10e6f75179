import { mostKeys, type Atom } from './atoms.ts'
import { seededRandom } from '../training/random.ts'

/**
 * Records are compared when they agree on every atom of some rule. `pairs` is about how many pairs that makes, `crowded` how
 * many blocks are left to finer rules, and `leaves` whether most of what the rule files stands in those.
 */
export type BlockingRule = { atoms: readonly Atom[]; pairs: number; crowded: number; leaves?: boolean }

/** How many pairs may be compared, and how many records may stand in one block before it is left to finer rules. */
export type BlockingBudget = { pairsPerRule: number; pairsInAll: number; crowd: number }

export const mostRuleKeys = 16

/** Generous while records are few; towards a million, as many as two cores compare in about a minute. */
export function budgetFor(size: number): BlockingBudget {
  const perRecord = Math.min(300, Math.max(15, 30_000_000 / size))
  return { pairsPerRule: size * perRecord * 0.12, pairsInAll: size * perRecord, crowd: size > 2000 ? 1000 : size }
}

const scratch = [new Int32Array(mostKeys), new Int32Array(mostKeys), new Int32Array(mostKeys), new Int32Array(mostKeys)]

/** The hashes under which a rule files a record: every choice of one value of each atom, at most `mostRuleKeys`. */
export function ruleKeys({ atoms }: BlockingRule, record: number, into: Int32Array): number {
  let count = 1
  into[0] = 0x2545f491
  for (let at = 0; at < atoms.length; at++) {
    const values = scratch[at]!
    const found = atoms[at]!.keys(record, values)
    if (found === 0) return 0
    const before = count
    count = Math.min(before * found, mostRuleKeys)
    for (let to = count - 1; to >= 0; to--) {
      const mixed = Math.imul(into[to % before]! ^ values[(to / before) | 0]!, 0x9e3779b1)
      into[to] = (mixed ^ (mixed >>> 15)) | 0
    }
  }
  return count
}

/**
 * Chooses rules by what the records are like: every set of up to three atoms that makes few enough pairs, unless a part
 * of it does already. Cheapest first, within the budget. Counted on at most 60,000 records and scaled.
 */
export function chooseRules(atoms: readonly Atom[], size: number, budget: BlockingBudget): BlockingRule[] {
  const sample = sampleOf(size, 60_000)
  const scale = (size / sample.length) ** 2
  const accepted: BlockingRule[] = []
  const tried = (chosen: readonly Atom[]) => {
    if (accepted.some((rule) => rule.crowded === 0 && rule.atoms.every((atom) => chosen.includes(atom)))) return
    const rule: BlockingRule = { atoms: chosen, pairs: 0, crowded: 0 }
    const counted = countPairs(rule, sample, budget.crowd / Math.sqrt(scale), budget.pairsPerRule / scale)
    if (counted && counted.pairs > 0) accepted.push({ ...rule, ...counted, pairs: counted.pairs * scale })
  }
  for (const atom of atoms) if (!atom.weak) tried([atom])
  for (const pair of choices(atoms, 2)) if (!pair.every(({ weak }) => weak)) tried(pair)
  const strong = atoms.filter(({ about }) => about !== 'name')
  for (const triple of choices(strong, 3)) if (triple.filter(({ weak }) => weak).length < 3) tried(triple)
  return withinBudget(accepted, budget)
}

/** Of rules by what nearly everybody shares hardly a pair is left: there may be many, and others come before them. */
function withinBudget(rules: readonly BlockingRule[], budget: BlockingBudget): BlockingRule[] {
  let left = budget.pairsInAll
  const kept: BlockingRule[] = []
  const inOrder = rules.toSorted(
    (one, other) => Number(one.leaves ?? false) - Number(other.leaves ?? false) || one.pairs - other.pairs,
  )
  for (const rule of inOrder) {
    left -= rule.pairs
    if (left < 0 || kept.length === mostRules) break
    kept.push(rule)
  }
  return kept
}

/** An index takes memory for each rule. */
const mostRules = 120

function* choices(atoms: readonly Atom[], count: number, from = 0, chosen: readonly Atom[] = []): Generator<Atom[]> {
  if (chosen.length === count) {
    yield [...chosen]
    return
  }
  for (let at = from; at < atoms.length; at++) {
    const atom = atoms[at]!
    const overlaps = chosen.some(
      ({ about }) =>
        about === atom.about ||
        (isName(about) &&
          isName(atom.about) &&
          (about === 'part' || atom.about === 'part' || about === 'name' || atom.about === 'name')),
    )
    if (!overlaps) yield* choices(atoms, count, at + 1, [...chosen, atom])
  }
}

const isName = (about: string) => about === 'family' || about === 'given' || about === 'part' || about === 'name'

function sampleOf(size: number, most: number): Int32Array {
  if (size <= most) return Int32Array.from({ length: size }, (_, at) => at)
  const random = seededRandom(7)
  return Int32Array.from({ length: most }, () => Math.floor(random() * size))
}

const keys = new Int32Array(mostRuleKeys)

/** How many pairs a rule makes among some records; null as soon as they are too many. Crowded blocks are left out. */
function countPairs(
  rule: BlockingRule,
  records: Int32Array,
  crowd: number,
  most: number,
): { pairs: number; crowded: number; leaves: boolean } | null {
  const mask = (1 << Math.ceil(Math.log2(records.length * 4 + 4))) - 1
  const table = new Int32Array(mask + 1)
  const counts = new Int32Array(mask + 1)
  let [pairs, crowded, filed, placed, left] = [0, 0, 0, 0, 0]
  for (const record of records) {
    const found = ruleKeys(rule, record, keys)
    for (let at = 0; at < found && filed < mask * 0.7; at++) {
      const key = keys[at]! || 1
      let slot = Math.imul(key, 0x85ebca6b) & mask
      while (table[slot] !== 0 && table[slot] !== key) slot = (slot + 1) & mask
      if (table[slot] === 0) filed++
      table[slot] = key
      const others = counts[slot]!++
      placed++
      if (others < crowd) pairs += others
      else if (others === Math.ceil(crowd)) {
        pairs -= (others * (others - 1)) / 2
        crowded++
        left += others + 1
      } else left++
    }
    if (pairs > most * 3) return null
  }
  return pairs <= most ? { pairs, crowded, leaves: left > placed / 2 } : null
}
