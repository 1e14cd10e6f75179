import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCorporateNumber, keepsFromVerifying, paperAlerts } from './papers.ts'

const whole = {
  corporateNumber: '8000000000001',
  licenceNumber: '13-ユ-000000',
  operatingMode: 'PLACEMENT' as const,
  agreementOn: '2026-01-05',
  agreementUntil: null,
  licenceSeenOn: '2026-01-05',
  licenceUntil: '2030-12-31',
}

describe('a corporate number', () => {
  // 国税庁's own number, as it prints it on its letters.
  test('is one when its first digit checks the others', () => expect(isCorporateNumber('7000012050002')).toBe(true))

  test('with one digit changed is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 8 }), (at, by) => {
        const digits = Array.from('7000012050002', Number)
        digits[at] = ((digits[at] ?? 0) + by) % 10
        const changed = digits.join('')
        // A 9 for a 0 leaves the sum modulo nine as it was: the one slip that this check cannot see.
        const isBlindSpot = Math.abs((digits[at] ?? 0) - Number('7000012050002'[at])) === 9
        expect(isCorporateNumber(changed)).toBe(isBlindSpot && at > 0)
      }),
    )
  })

  test('is missing where there is none, or something else', () => {
    for (const number of [null, '', '123', '70000120500020']) expect(isCorporateNumber(number)).toBe(false)
  })
})

describe('papers', () => {
  test('that are whole alert nobody', () => expect(paperAlerts(whole, '2026-06-01')).toEqual([]))

  test('alert sixty days before they end, and keep nobody from being verified until they have', () => {
    const ending = { ...whole, licenceUntil: '2026-07-31' }
    expect(paperAlerts(ending, '2026-06-01')).toEqual(['LICENCE_ENDS_SOON'])
    expect(keepsFromVerifying(paperAlerts(ending, '2026-07-31'))).toEqual([])
    expect(keepsFromVerifying(paperAlerts(ending, '2026-08-01'))).toEqual(['LICENCE_ENDED'])
  })

  test('of a licence matter in placement alone', () => {
    const without = { ...whole, licenceNumber: null, licenceSeenOn: null, licenceUntil: null }
    expect(paperAlerts({ ...without, operatingMode: 'INFO_PROVISION' }, '2026-06-01')).toEqual([])
    expect(paperAlerts(without, '2026-06-01')).toEqual(['LICENCE_MISSING'])
  })
})
