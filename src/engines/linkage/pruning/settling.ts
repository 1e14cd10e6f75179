import type { Comparers } from '../comparing/comparers.ts'
import type { Dataset } from '../reading/dataset.ts'
import { householdBits, movedBits } from '../training/dependence.ts'
import { bitsAt, wholesPerBit } from './level-tables.ts'
import { nameLevel } from '../comparing/levels.ts'
import type { Panel } from './panel.ts'
import type { Step, Steps } from './pruning-steps.ts'
import { layoutOf } from './rows.ts'
import type { Candidates } from './sketch-steps.ts'
import { bestOfDates } from './sketches.ts'

/** What candidates are settled by: the prior, what compares their names, and how much is enough, in whole bits and in bits. */
type Settled = Steps & { panel: Panel; prior: number; meet: Comparers['names']; enough: number; least: number }

/**
 * Leaves those of the candidates beside a record in front whose texts and names may weigh enough, compared one by one, and
 * answers how many they are.
 */
export type Settler = (own: number, candidates: Candidates) => number

export function settlerOf(dataset: Dataset, settled: Settled): Settler {
  // Those that cost the most come last.
  const texts = settled.steps.filter(({ settle }) => settle).toSorted((one, other) => one.cost - other.cost)
  const settleNames = namesSettled(dataset, settled)
  return (own, candidates) => {
    settleTexts(texts, own, candidates, settled.enough)
    return settleNames ? settleNames(own, candidates, settled.least) : candidates.count
  }
}

/** Leaves those candidates in front that weigh enough so far. */
export function keepEnough(candidates: Candidates, enough: number): void {
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
function settleTexts(steps: readonly Step[], own: number, candidates: Candidates, enough: number): void {
  const { places, sums, count } = candidates
  let kept = 0
  for (let nth = 0; nth < count; nth++) {
    const place = places[nth]!
    let sum = sums[nth]!
    for (let at = 0; at < steps.length && sum >= enough; at++) sum += steps[at]!.settle?.(own, place) ?? 0
    if (sum < enough) continue
    places[kept] = place
    sums[kept++] = sum
  }
  candidates.count = kept
}

/** Puts what the names weigh in the place of what was assumed of them. */
function namesSettled(
  dataset: Dataset,
  { names: bound, tables, panel, prior, meet }: Settled,
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
