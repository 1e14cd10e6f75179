import { comparersOf, type Comparers } from '../comparing/comparers.ts'
import type { Dataset } from '../reading/dataset.ts'
import { groupPruner, type Groups } from './groups.ts'
import { wholeBits, wholesPerBit } from './level-tables.ts'
import type { LinkageModel } from '../training/model.ts'
import { Panel } from './panel.ts'
import { stepsOf, type Steps } from './pruning-steps.ts'
import { rowsOf, type Rows } from './rows.ts'
import { priorOf } from '../comparing/scorer.ts'
import { keepEnough, settlerOf } from './settling.ts'
import type { Candidates } from './sketch-steps.ts'
import { StepOrder } from './step-order.ts'

/**
 * Rules out candidates. `lay` takes the records that are compared with each other; of the first `count` of the places they
 * were laid in, `prune` leaves those in front, in their order, that may weigh enough beside the record in place `own`, and
 * answers how many they are. `pruneRecords` does so with records by themselves, which need not be laid, and `pruneGroups` with
 * the records of many small groups at once (`groups.ts`). What falls, the scorer would have ruled out.
 */
export type Pruner = {
  lay: (records: Int32Array, count: number) => void
  prune: (own: number, places: Int32Array, count: number) => number
  pruneRecords: (record: number, records: Int32Array, count: number) => number
  pruneGroups: (groups: Groups) => number
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
  const settle = settlerOf(dataset, { ...told, panel, prior, meet: comparers.names, enough, least: least - rounding })
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
    return settle(own, candidates)
  }
  const pruneRecords: Pruner['pruneRecords'] = (record, records, count) => {
    const width = panel.readRows()
    for (let nth = 0; nth < count; nth++) records[nth] = records[nth]! * width
    const kept = prune(record * width, records, count)
    for (let nth = 0; nth < kept; nth++) records[nth] = records[nth]! / width
    return kept
  }
  return {
    lay: (records, count) => panel.lay(records, count),
    prune,
    pruneRecords,
    pruneGroups: groupPruner({ ...told, panel, begun, enough, settle }),
  }
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
