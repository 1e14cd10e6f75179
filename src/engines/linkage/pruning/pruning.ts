import { comparersOf, type Comparers } from '../comparing/comparers.ts'
import type { Dataset } from '../reading/dataset.ts'
import { householdBits, movedBits } from '../training/dependence.ts'
import { bitsAt, wholeBits, wholesPerBit } from './level-tables.ts'
import { nameLevel } from '../comparing/levels.ts'
import type { LinkageModel } from '../training/model.ts'
import { Panel } from './panel.ts'
import { stepsOf, type Step, type Steps } from './pruning-steps.ts'
import { layoutOf, rowsOf, type Rows } from './rows.ts'
import { priorOf } from '../comparing/scorer.ts'
import type { Candidates } from './sketch-steps.ts'
import { bestOfDates } from './sketches.ts'
import { StepOrder } from './step-order.ts'

/**
 * Rules out candidates. `lay` takes the records that are compared with each other; of the first `count` of the places they
 * were laid in, `prune` leaves those in front, in their order, that may weigh enough beside the record in place `own`, and
 * answers how many they are. `pruneRecords` does so with records by themselves, which need not be laid. What falls, the scorer
 * would have ruled out.
 */
export type Pruner = {
  lay: (records: Int32Array, count: number) => void
  prune: (own: number, places: Int32Array, count: number) => number
  pruneRecords: (record: number, records: Int32Array, count: number) => number
}

/** What is made of a dataset once, for whoever goes through it. */
export type Prepared = { rows: Rows; comparers: Comparers }

/** Sums of the same weights in another order differ by less than this. */
const rounding = 1e-9

/** One record in so many shows what each step takes of all its candidates. */
const measuredEach = 64

/**
 * Everything counts at its best at first, and step by step what equal values and sketches tell takes that back, until a
 * candidate cannot weigh enough: most fall after two or three steps. Only what is left behind all has its names compared.
 * Dependences only take away from what agrees, and the rule for households takes away all that its members share.
 */
export function prunerOf(
  dataset: Dataset,
  model: LinkageModel,
  least: number,
  { rows = rowsOf(dataset), comparers = comparersOf(dataset) }: Partial<Prepared> = {},
): Pruner {
  const panel = new Panel(rows)
  const enough = Math.floor((least - rounding) * wholesPerBit)
  const prior = priorOf(model, dataset.size)
  const told = stepsOf(dataset, model, { panel, near: rows.near, comparers: comparers.columns })
  const { steps } = told
  // Those that cost the most come last.
  const settling = steps.filter(({ settle }) => settle).toSorted((one, other) => one.cost - other.cost)
  const settle = namesSettled(dataset, { ...told, panel, prior, meet: comparers.names })
  const order = new StepOrder(steps.map(({ cost }) => cost))
  const begun = wholeBits(prior)
  const candidates: Candidates = { places: new Int32Array(0), sums: new Int32Array(0), count: 0 }
  let calls = 0
  const prune: Pruner['prune'] = (own, places, count) => {
    // What the steps that are left may add at most, and the least that those behind have made of any candidate.
    let [left, lowest] = [0, begun]
    for (let at = 0; at < steps.length; at++) {
      steps[at]!.begin(own)
      left += steps[at]!.most
    }
    if (begun + left < enough) return 0
    if (count > candidates.sums.length) candidates.sums = new Int32Array(count * 2)
    candidates.places = places
    candidates.count = count
    if (calls++ % measuredEach === 0) measure(order, steps, candidates)
    candidates.sums.fill(begun, 0, count)
    for (let nth = 0; nth < steps.length && candidates.count > 0; nth++) {
      const step = steps[order.order[nth]!]!
      // What the one record has no value of weighs nothing beside any other.
      if (step.most === 0 && step.least === 0) continue
      step.add(candidates)
      left -= step.most
      lowest += step.least
      if (lowest + left < enough) keepEnough(candidates, enough - left)
    }
    settleTexts(settling, candidates, enough)
    return settle ? settle(own, candidates, least - rounding) : candidates.count
  }
  const pruneRecords: Pruner['pruneRecords'] = (record, records, count) => {
    const width = panel.readRows()
    for (let nth = 0; nth < count; nth++) records[nth] = records[nth]! * width
    const kept = prune(record * width, records, count)
    for (let nth = 0; nth < kept; nth++) records[nth] = records[nth]! / width
    return kept
  }
  return { lay: (records, count) => panel.lay(records, count), prune, pruneRecords }
}

/** Leaves those candidates in front that weigh enough so far. */
function keepEnough(candidates: Candidates, enough: number): void {
  const { places, sums, count } = candidates
  let kept = 0
  for (let nth = 0; nth < count; nth++) {
    const sum = sums[nth]!
    places[kept] = places[nth]!
    sums[kept] = sum
    if (sum >= enough) kept++
  }
  candidates.count = kept
}

/** Puts what texts weigh in the place of what their sketches left open. */
function settleTexts(steps: readonly Step[], candidates: Candidates, enough: number): void {
  const { places, sums, count } = candidates
  let kept = 0
  for (let nth = 0; nth < count; nth++) {
    const place = places[nth]!
    let sum = sums[nth]!
    for (let at = 0; at < steps.length && sum >= enough; at++) sum += steps[at]!.settle?.(place) ?? 0
    if (sum < enough) continue
    places[kept] = place
    sums[kept++] = sum
  }
  candidates.count = kept
}

/** Shows what each step takes of what was assumed of the candidates. */
function measure(order: StepOrder, steps: Steps['steps'], { places, sums, count }: Candidates): void {
  for (const [at, step] of steps.entries()) {
    sums.fill(0, 0, count)
    if (step.most !== 0 || step.least !== 0) step.add({ places, sums, count })
    let taken = step.most * count
    for (let nth = 0; nth < count; nth++) taken -= sums[nth]!
    order.take(at, taken)
  }
  order.measured(count)
}

/** Puts what the names weigh in the place of what was assumed of them. */
function namesSettled(
  dataset: Dataset,
  { names: bound, tables, panel, prior, meet }: Steps & { panel: Panel; prior: number; meet: Comparers['names'] },
): ((own: number, candidates: Candidates, least: number) => number) | null {
  const { columns } = dataset
  if (!meet || !bound) return null
  const [family, given] = tables
  const moved = movedBits(2 ** given!.m[nameLevel.elsewhere]!)
  const birth = layoutOf(dataset).places[columns.findIndex(({ id }) => id === 'birthDate')]
  const identified = columns.some(({ id }) => id.startsWith('identifier'))
  const shared = prior + householdBits
  const birthAgrees = (own: number, other: number): boolean => {
    if (birth === undefined) return false
    const { values, room } = panel
    const [codes, digits] = [birth * room, (birth + 1) * room]
    if (values[codes + own]! < 0 || values[codes + other]! < 0) return false
    if (values[codes + own] === values[codes + other]) return true
    return bestOfDates(values[digits + own]!, values[digits + other]!) <= 2
  }
  return (own, { places, sums, count }, least) => {
    let kept = 0
    for (let nth = 0; nth < count; nth++) {
      const other = places[nth]!
      let sum = sums[nth]! / wholesPerBit
      const assumed = bound.most(panel, own, other)
      let givenDiffers = bound.givenDiffers
      if (!bound.isTold) {
        const meeting = meet(panel.recordIn(own), panel.recordIn(other))
        givenDiffers = meeting.given === nameLevel.different
        sum +=
          bitsAt(family!, meeting.family, meeting.familyChance) + bitsAt(given!, meeting.given, meeting.givenChance)
        if (meeting.family === nameLevel.elsewhere && meeting.given === nameLevel.elsewhere) sum += moved
        sum -= assumed / wholesPerBit
      }
      // One of a household, unless the birth dates agree.
      if (givenDiffers && !identified && sum > shared && !birthAgrees(own, other)) sum = shared
      if (sum >= least) places[kept++] = other
    }
    return kept
  }
}
