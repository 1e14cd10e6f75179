import { describe, expect, test } from 'vitest'
import { isBurst, isSilent, registrationSignals } from './signals.ts'

const colleagues = ['hanako@sakura.example', 'taro@sakura.example']
const of = (mail: string) => registrationSignals({ mail, colleagues })

describe('a registration', () => {
  test('by an ordinary address shows nothing', () => expect(of('sato@mail.example')).toEqual([]))
  test('by an address to be thrown away is shown', () => expect(of('a@Mailinator.com')).toEqual(['DISPOSABLE_MAIL']))
  test('from the company’s own domain is shown', () => expect(of('x@SAKURA.example')).toEqual(['COMPANY_DOMAIN']))
  test('from a domain that everybody uses says nothing of the company', () => {
    expect(registrationSignals({ mail: 'x@gmail.com', colleagues: ['boss@gmail.com'] })).toEqual([])
  })
})

describe('a burst', () => {
  test('is many in an hour for the letters that were sent', () => {
    expect(isBurst({ inLastHour: 20, lettersInWeek: 30 })).toBe(true)
    expect(isBurst({ inLastHour: 20, lettersInWeek: 200 })).toBe(false)
    expect(isBurst({ inLastHour: 8, lettersInWeek: 8 })).toBe(false)
  })
})

test('who let two requests or more lapse and never answered one is silent', () => {
  const silent = [0, 1, 2, 3].map((lapsed) => isSilent({ lapsed, answered: 0 }))
  expect(silent).toEqual([false, false, true, true])
  expect(isSilent({ lapsed: 3, answered: 1 })).toBe(false)
})
