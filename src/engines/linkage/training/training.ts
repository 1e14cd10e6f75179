import type { Dataset } from '../reading/dataset.ts'
import { seededRandom } from './random.ts'
import { boundedShare } from './shares.ts'
import { addTogether, followsOf, noneTogether, type Together } from './follows.ts'
import { shareOfHousemates } from './share-of-housemates.ts'
import { modelFor, type ComparisonModel, type LinkageModel } from './model.ts'
import { knotOf, noKnots, rarityOf, sharingPairs } from './rarity.ts'
import { probabilityOf, weigherOf, type Look, type Scorer, type Weigher } from '../comparing/scorer.ts'

/** Pairs as they compare, kept for many rounds: `levels` and `chances` hold one value per comparison for each pair. */
export type SeenPairs = { count: number; levels: Uint8Array; chances: Float32Array }

/** Collects how pairs compare; no more than it has room for. */
export class PairSample {
  readonly #width: number
  readonly levels: Uint8Array
  readonly chances: Float32Array
  count = 0

  constructor(width: number, room: number) {
    this.#width = width
    this.levels = new Uint8Array(width * room)
    this.chances = new Float32Array(width * room)
  }

  get isFull(): boolean {
    return (this.count + 1) * this.#width > this.levels.length
  }

  add({ levels, chances }: Look): void {
    if (this.isFull) return
    this.levels.set(levels, this.count * this.#width)
    this.chances.set(chances, this.count * this.#width)
    this.count++
  }
}

/** Pairs of records taken at random: nearly all are of two people, and show how often those agree by accident. */
export function randomPairs(dataset: Dataset, look: Scorer['look'], room: number): PairSample {
  const random = seededRandom(11)
  const pick = () => Math.min(Math.floor(random() * dataset.size), dataset.size - 1)
  const sample = new PairSample(look(0, 0).levels.length, room)
  for (let tries = 0; tries < room && dataset.size > 1; tries++) {
    const [one, other] = [pick(), pick()]
    if (one !== other) sample.add(look(one, other))
  }
  return sample
}

export type TrainingInput = {
  dataset: Dataset
  base: LinkageModel
  /** Pairs that share a block, a share `rate` of them. */
  candidates: SeenPairs
  rate: number
  random: SeenPairs
  /** How many pairs of the dataset there are for each that could match at all. */
  pairsForEach?: number
  rounds?: number
}

/**
 * Learns m, u and the share of matching pairs without labels, by expectation and maximisation over all pairs
 * (Dempster, Laird and Rubin, 1977; for linkage Winkler, 1988). Pairs that share no block are taken not to match, so
 * that the candidates carry every match and no condition of a block has to be undone; u comes from random pairs, each
 * counting by how surely it does not match. `base` stands in where the data say little, like `leaning` further pairs.
 */
export function train({
  dataset,
  base,
  candidates,
  rate,
  random,
  pairsForEach = 1,
  rounds = 15,
}: TrainingInput): LinkageModel {
  let model = modelFor(dataset, base)
  const sharing = sharingPairs(dataset)
  const { size } = dataset
  let others: Tally | null = null
  for (let round = 0; round < rounds; round++) {
    const weigher = weigherOf(dataset, model)
    const isTelling = round % 5 === 0
    const matching = tally(weigher, model, candidates, { share: (probability) => probability, isTelling, size })
    // Which random pairs match hardly changes between rounds.
    if (!others || isTelling)
      others = tally(weigher, model, random, { share: (probability) => 1 - probability, isTelling: true, size })
    const accidental = others
    let comparisons = model.comparisons.map((comparison, at) =>
      learnt(comparison, base, matching.counts[at]!, accidental.counts[at]!),
    )
    if (isTelling && round > 0)
      comparisons = comparisons.map((one, at) => ({
        ...one,
        rarer: [
          ...rarityOf(
            one.kind,
            sharing[at]!,
            matching.sharing[at]!.map((pairs) => pairs / rate),
          ),
        ],
      }))
    if (isTelling)
      comparisons = followsOf(comparisons, {
        random: accidental.together,
        matching: matching.together,
        others: tally(weigher, model, candidates, { share: surelyOthers, isTelling, size }).together,
      })
    const housemates = isTelling ? shareOfHousemates(weigher, candidates) : model.housemates
    const pairsPerRecord = Math.min(20, Math.max(0.005, ((matching.sum / rate) * pairsForEach) / dataset.size))
    model = {
      format: model.format,
      name: 'trained',
      pairsPerRecord,
      comparisons,
      ...(housemates && { housemates }),
    }
  }
  return model
}

/** Of candidates only those that hardly match: half-matches among them would make all evidence follow from all other. */
const surelyOthers = (probability: number): number => (probability < 0.05 ? 1 : 0)

/** Only pairs as sure as this are taken off those that share a value: half-matches would make their own evidence. */
const surelyMatching = 0.98

type Tally = { counts: Float64Array[]; together: Together; sharing: Float64Array[]; sum: number }

/** How much each pair counts, summed over the levels it met. */
function tally(
  weigher: Weigher,
  model: LinkageModel,
  pairs: SeenPairs,
  { share, isTelling, size }: { share: (probability: number) => number; isTelling: boolean; size: number },
): Tally {
  const width = weigher.ids.length
  const together = noneTogether(model.comparisons.map(({ levels }) => levels.length))
  const counts = model.comparisons.map(({ levels }) => new Float64Array(levels.length + 1))
  const seen: Look = { levels: new Uint8Array(width), chances: new Float32Array(width) }
  const sharing = counts.map(noKnots)
  const logSize = Math.log2(size)
  let sum = 0
  for (let pair = 0, from = 0; pair < pairs.count; pair++, from += width) {
    for (let at = 0; at < width; at++) {
      seen.levels[at] = pairs.levels[from + at]!
      seen.chances[at] = pairs.chances[from + at]!
    }
    const counted = share(probabilityOf(weigher.total(seen)))
    if (counted < 1e-6) continue
    sum += counted
    for (let at = 0; at < width; at++) {
      counts[at]![seen.levels[at]!]! += counted
      if (!isTelling || seen.levels[at] !== 1 || counted < surelyMatching) continue
      const knot = knotOf(seen.chances[at]!, logSize)
      if (knot >= 0) sharing[at]![knot]! += counted
    }
    if (isTelling && counted > 0.01) addTogether(together, seen.levels, counted)
  }
  return { counts, together, sharing, sum }
}

/** How many pairs the model begun with weighs like, for m and for u. */
const leaning = { m: 30, u: 30 }

function learnt(
  comparison: ComparisonModel,
  base: LinkageModel,
  matching: Float64Array,
  others: Float64Array,
): ComparisonModel {
  const begun = base.comparisons.find(({ id }) => id === comparison.id) ?? comparison
  const sumOf = (counts: Float64Array) => counts.reduce((sum, count, at) => (at === 0 ? sum : sum + count), 0)
  const [matchingSum, othersSum] = [sumOf(matching), sumOf(others)]
  const shares = comparison.levels.map(
    (_, at) => (matching[at + 1]! + leaning.m * begun.levels[at]!.m) / (matchingSum + leaning.m),
  )
  const bound = comparison.kind === 'name' || comparison.id === 'birthDate' ? mostlyTheSame(shares) : shares
  const levels = comparison.levels.map((level, at) => ({
    ...level,
    m: boundedShare(bound[at]!),
    u: boundedShare((others[at + 1]! + leaning.u * begun.levels[at]!.u) / (othersSum + leaning.u)),
  }))
  return { ...comparison, levels: monotone(levels) }
}

/** People change their names, and births are told wrongly, but in no more than this share of the pairs of one person. */
const mostChanged = 0.3

/**
 * Without this, expectation and maximisation takes for one person whoever is alike in all but the name, where a register
 * has many columns of few values each (the unmarried daughters of a village who go to school), or in all but the birth, where
 * the file that alone tells births holds nobody twice.
 */
function mostlyTheSame(shares: readonly number[]): readonly number[] {
  const last = shares.length - 1
  const other = shares[last]!
  if (other <= mostChanged) return shares
  const rest = (1 - mostChanged) / (1 - other)
  return shares.map((share, at) => (at === last ? mostChanged : share * rest))
}

type LevelModel = ComparisonModel['levels'][number]

/** Levels of a ladder that weigh in the wrong order are given their common weight, by pooling (Ayer and others, 1955). */
function monotone(levels: LevelModel[]): LevelModel[] {
  const ladder = levels.flatMap(({ ladder: isRung }, at) => (isRung ? [at] : []))
  const pools: { at: number[]; m: number; u: number }[] = []
  for (const at of ladder) {
    pools.push({ at: [at], m: levels[at]!.m, u: levels[at]!.u })
    while (pools.length > 1 && pools.at(-1)!.m / pools.at(-1)!.u > pools.at(-2)!.m / pools.at(-2)!.u) {
      const worse = pools.pop()!
      const better = pools.pop()!
      pools.push({ at: [...better.at, ...worse.at], m: better.m + worse.m, u: better.u + worse.u })
    }
  }
  const pooled = levels.slice()
  for (const { at, m, u } of pools)
    if (at.length > 1) {
      const shareOfAll = at.reduce((sum, one) => sum + levels[one]!.u, 0)
      for (const one of at) {
        const part = levels[one]!.u / shareOfAll
        pooled[one] = { ...levels[one]!, m: boundedShare(m * part), u: boundedShare(u * part) }
      }
    }
  return pooled
}
