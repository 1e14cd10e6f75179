import { expect, test } from 'vitest'
import { formatsOf } from '../../../../ui/text/format.ts'
import { bitsText, probabilityText } from './-figures.ts'

const format = formatsOf('ja', 'Asia/Tokyo')

test('what weighs nothing speaks neither for nor against', () => {
  expect([2.04, 0.03, 0, -0.03, -8.8].map((bits) => bitsText(bits, format))).toEqual(['+2', '0', '0', '0', '-8.8'])
})

test('no pair is said to be quite certain', () => {
  expect([0.818, 0.9991, 0.99951, 1].map((one) => probabilityText(one, format))).toEqual([
    '81.8%',
    '99.9%',
    '> 99.9%',
    '> 99.9%',
  ])
})
