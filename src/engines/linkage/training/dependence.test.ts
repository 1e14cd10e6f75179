import { expect, test } from 'vitest'
import { scorerOf } from '../comparing/scorer.ts'
import { modelFor } from './model.ts'
import { householdBits } from './dependence.ts'
import { aDataset } from '../testing.ts'

const others = Array.from({ length: 60 }, (_, at) => [
  ['John', 'Mary', 'Ann'][at % 3]!, 'J', `Other${'abcdefghij'[at % 10]}son`, String(20 + at), `${at} Mill Lane`, `0207555${1000 + at}`,
]) // prettier-ignore
const header = ['first_name', 'middle_initial', 'last_name', 'age', 'street', 'phone']

/** What two rows weigh among sixty others, before the prior. */
function bitsOf(one: readonly string[], other: readonly string[]): number {
  const dataset = aDataset([header, one, other, ...others])
  const scorer = scorerOf(dataset, modelFor(dataset))
  return scorer.score(0, 1) - scorer.prior
}

test('of another family name and where no births are told, a rare given name makes nobody one person', () => {
  const one = ['Zebedee', 'Q', 'Harker', '48', '', '']
  expect(bitsOf(one, ['Zebedee', 'Q', 'Smith', '48', '', ''])).toBeLessThanOrEqual(householdBits + 1e-6)
  expect(bitsOf(one, ['Zebedee', 'Q', 'Harker', '48', '', ''])).toBeGreaterThan(householdBits * 2)
})

test('a telephone, or a house of their own, says that another family name is a changed one', () => {
  for (const [street, phone] of [
    ['9 Orchard Row', ''],
    ['', '02079998888'],
  ] as const) {
    const [one, other] = [['Zebedee', 'Q', 'Harker', '48', street, phone], ['Zebedee', 'Q', 'Smith', '48', street, phone]] // prettier-ignore
    expect(bitsOf(one, other)).toBeGreaterThan(householdBits)
  }
})
