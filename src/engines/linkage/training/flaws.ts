import { levelsOfKind, levelsOfSource } from '../comparing/levels.ts'
import { sourceId } from '../reading/columns.ts'
import type { ComparisonModel } from './model.ts'

/** What is wrong, and where it stands in the model. */
export type Flaw = { path: (string | number)[]; message: string }

/** The shares of all levels are one whole, as far as they were rounded. */
const mostOff = 0.05

/**
 * What keeps comparisons of the right shape from being scored by: one that stands twice, levels that are not those of
 * their kind in their order (the best first, by which a pair is put to the first that it meets), shares that are no whole,
 * and what follows something that is not there, of another size, or itself in a circle. Empty where nothing is wrong.
 */
export function flawsOf(comparisons: readonly ComparisonModel[]): Flaw[] {
  const byId = new Map(comparisons.map((one) => [one.id, one]))
  return comparisons.flatMap((comparison, at) => {
    const { id } = comparison
    const flaws = [
      ...(comparisons.findIndex((one) => one.id === id) < at
        ? [{ path: ['id'], message: `"${id}" stands twice; leave one of the two out` }]
        : []),
      ...flawsOfLevels(comparison),
      ...flawsOfFollows(comparison, byId),
      ...(followsItself(id, byId)
        ? [
            {
              path: ['follows'],
              message: `"${id}" follows itself, by way of others; take out one "follows" of the circle`,
            },
          ]
        : []),
    ]
    return flaws.map(({ path, message }) => ({ path: ['comparisons', at, ...path], message }))
  })
}

function flawsOfLevels({ id, kind, levels }: ComparisonModel): Flaw[] {
  const names = (id === sourceId ? levelsOfSource : levelsOfKind[kind]).map(({ name }) => name)
  const path = ['levels']
  if (names.join() !== levels.map(({ name }) => name).join())
    return [{ path, message: `levels of the kind "${kind}" are, in this order: ${names.join(', ')}` }]
  return (['m', 'u'] as const).flatMap((share) => {
    const whole = levels.reduce((sum, level) => sum + level[share], 0)
    return Math.abs(whole - 1) <= mostOff
      ? []
      : [{ path, message: `"${share}" of all levels must come to 1, not ${Number(whole.toPrecision(3))}` }]
  })
}

function flawsOfFollows(
  { id, levels, follows = [] }: ComparisonModel,
  byId: ReadonlyMap<string, ComparisonModel>,
): Flaw[] {
  return follows.flatMap(({ on, beside }, at): Flaw[] => {
    const other = byId.get(on)
    if (!other || on === id)
      return [{ path: ['follows', at, 'on'], message: `"${on}" is no other comparison of this model` }]
    if (beside.length !== other.levels.length)
      return [
        { path: ['follows', at, 'beside'], message: `"${on}" has ${other.levels.length} levels, not ${beside.length}` },
      ]
    return beside.flatMap((row, level) =>
      row.length === 0 || row.length === levels.length
        ? []
        : [
            {
              path: ['follows', at, 'beside', level],
              message: `"${id}" has ${levels.length} levels, not ${row.length}`,
            },
          ],
    )
  })
}

function followsItself(id: string, byId: ReadonlyMap<string, ComparisonModel>): boolean {
  const seen = new Set<string>()
  const ahead = [id]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop())
    for (const { on } of byId.get(next)?.follows ?? []) {
      if (on === id && next !== id) return true
      if (!seen.has(on)) ahead.push(on)
      seen.add(on)
    }
  return false
}
