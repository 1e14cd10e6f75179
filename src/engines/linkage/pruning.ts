import { nameComparer } from './compare-names.ts'
import type { Dataset } from './dataset.ts'
import { householdBits } from './dependence.ts'
import { bitsAt, wholesPerBit } from './level-tables.ts'
import { nameLevel } from './levels.ts'
import type { LinkageModel } from './model.ts'
import { beginWith, changeBy, stepsOf, type Steps } from './pruning-steps.ts'
import { rowsOf, type Rows } from './rows.ts'
import { bestLevel, sketchKind } from './sketches.ts'
import { StepOrder } from './step-order.ts'

/**
 * Rules out candidates: leaves of the first `count` records those in front, in their order, that may weigh enough beside
 * `record`, and answers how many they are. What falls, the scorer would have ruled out.
 */
export type Pruner = (record: number, records: Int32Array, count: number) => number

/** Sums of the same weights in another order differ by less than this. */
const rounding = 1e-9

/** One record in so many shows what each step takes of all its candidates. */
const measuredEach = 64

/**
 * Everything counts at its best at first, and step by step what equal values and sketches tell takes that back, until a
 * candidate cannot weigh enough: most fall after two or three steps. Only what is left behind all has its names compared.
 * Dependences only take away from what agrees, and the rule for households takes away all that its members share.
 */
export function prunerOf(dataset: Dataset, model: LinkageModel, least: number, rows: Rows = rowsOf(dataset)): Pruner {
  const { width } = rows
  const enough = Math.floor((least - rounding) * wholesPerBit)
  const steps = stepsOf(dataset, model, rows)
  const named = namesStep(dataset, steps)
  const order = new StepOrder(steps.costs)
  const used = new Uint8Array(steps.costs.length)
  let most = new Int32Array(0)
  let calls = 0
  return (record, records, count) => {
    const own = record * width
    let begun = beginWith(steps, record)
    if (calls++ % measuredEach === 0) measure(order, { steps, own, records, count, width })
    // What the one record has no value of weighs nothing beside any other.
    let last = 0
    for (const at of order.order) if (steps.before[at]! !== 0) used[last++] = at
    if (count > most.length) most = new Int32Array(count * 2)
    let kept = 0
    for (let nth = 0; nth < count; nth++) {
      const other = records[nth]!
      let sum = begun
      for (let at = 0; at < last && sum >= enough; at++) sum += changeBy(steps, used[at]!, own, other * width)
      records[kept] = other
      most[kept] = sum
      if (sum >= enough) kept++
    }
    return named ? named({ record, records, most, count: kept }, least - rounding) : kept
  }
}

type Measured = { steps: Steps; own: number; records: Int32Array; count: number; width: number }

function measure(order: StepOrder, { steps, own, records, count, width }: Measured): void {
  for (let nth = 0; nth < count; nth++)
    for (let at = 0; at < steps.kinds.length; at++) order.take(at, -changeBy(steps, at, own, records[nth]! * width))
  order.measured(count)
}

type Compared = { record: number; records: Int32Array; most: Int32Array; count: number }

/** Puts what the names weigh in the place of what was assumed of them. */
function namesStep(
  { columns, size, names }: Dataset,
  steps: Steps,
): ((compared: Compared, least: number) => number) | null {
  const { names: bound, values, width, prior } = steps
  if (!names || !bound) return null
  const [family, given] = steps.tables
  const meet = nameComparer(names, size)
  const birth = columns.findIndex(({ id }) => id === 'birthDate')
  const identified = columns.some(({ id }) => id.startsWith('identifier'))
  const shared = prior + householdBits
  const birthAgrees = (own: number, row: number): boolean => {
    if (birth < 0) return false
    const at = steps.places[birth]!
    const [left, right] = [values[own + at]!, values[row + at]!]
    if (left < 0 || right < 0) return false
    return left === right || bestLevel(sketchKind.date, values, own + at + 1, row + at + 1) <= 2
  }
  return ({ record, records, most, count }, least) => {
    const own = record * width
    let kept = 0
    for (let nth = 0; nth < count; nth++) {
      const row = records[nth]! * width
      let sum = most[nth]! / wholesPerBit
      const assumed = bound.most(values, own, row)
      let givenDiffers = bound.givenDiffers
      if (!bound.isTold) {
        const meeting = meet(record, records[nth]!)
        givenDiffers = meeting.given === nameLevel.different
        sum +=
          bitsAt(family!, meeting.family, meeting.familyChance) + bitsAt(given!, meeting.given, meeting.givenChance)
        sum -= assumed / wholesPerBit
      }
      // One of a household, unless the birth dates agree.
      if (givenDiffers && !identified && sum > shared && !birthAgrees(own, row)) sum = shared
      if (sum >= least) records[kept++] = records[nth]!
    }
    return kept
  }
}
