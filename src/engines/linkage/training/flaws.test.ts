import { expect, test } from 'vitest'
import { LinkageModel, type ComparisonModel } from './model.ts'
import { shippedModels } from './shipped-models.ts'

/** What is said of the Japanese model once it was changed by hand, each with where it stands. */
function said(change: (comparisons: ComparisonModel[], of: (id: string) => ComparisonModel) => void): string[] {
  const model = structuredClone(shippedModels.japanese)
  change(model.comparisons, (id) => model.comparisons.find((one) => one.id === id)!)
  const { success, error } = LinkageModel.safeParse(model)
  return success ? [] : error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

const placeOf = (id: string) => shippedModels.japanese.comparisons.findIndex((one) => one.id === id)

test('a model as it was trained has nothing wrong', () => {
  expect(said(() => {})).toEqual([])
})

test('a comparison that stands twice is named, since its evidence would count twice', () => {
  const { length } = shippedModels.japanese.comparisons
  expect(said((all, of) => void all.push(structuredClone(of('phone'))))).toEqual([
    `comparisons.${length}.id: "phone" stands twice; leave one of the two out`,
  ])
})

test('levels in another order, or others than the kind has, are refused with those it has', () => {
  const wanted = [
    `comparisons.${placeOf('phone')}.levels: levels of the kind "phone" are, in this order: exact, close, different`,
  ]
  expect(said((_, of) => void of('phone').levels.reverse())).toEqual(wanted)
  expect(said((_, of) => void (of('phone').levels[1]!.name = 'nearly'))).toEqual(wanted)
  expect(said((_, of) => void of('phone').levels.splice(1, 1))[0]).toBe(wanted[0])
})

test('shares that come to more or less than the whole are refused', () => {
  expect(said((_, of) => void (of('phone').levels[0]!.m = 0.2))).toEqual([
    `comparisons.${placeOf('phone')}.levels: "m" of all levels must come to 1, not 0.437`,
  ])
})

test('what follows something that is not there, of another size, or itself is refused', () => {
  const follows = (id: string, on: string, of: (id: string) => ComparisonModel) =>
    void (of(id).follows = [{ on, beside: of(on).levels.map(() => []) }])
  expect(said((_, of) => void (of('family').follows![0]!.on = 'shoe'))).toEqual([
    `comparisons.${placeOf('family')}.follows.0.on: "shoe" is no other comparison of this model`,
  ])
  expect(said((_, of) => follows('phone', 'phone', of))).toHaveLength(1)
  expect(said((_, of) => void of('family').follows![0]!.beside.pop())).toEqual([
    `comparisons.${placeOf('family')}.follows.0.beside: "given" has 7 levels, not 6`,
  ])
  expect(said((_, of) => void of('family').follows![0]!.beside[0]!.pop())).toEqual([
    `comparisons.${placeOf('family')}.follows.0.beside.0: "family" has 7 levels, not 6`,
  ])
  const circle = said((_, of) => {
    follows('phone', 'birthDate', of)
    follows('birthDate', 'phone', of)
  })
  expect(circle.filter((flaw) => flaw.includes('of the circle'))).toHaveLength(2)
})
