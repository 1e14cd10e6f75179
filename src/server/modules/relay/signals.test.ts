import { describe, expect, test } from 'vitest'
import { isBurst, registrationSignals } from './signals.ts'

const sentAt = new Date('2026-04-01T00:00:00Z')
const later = (seconds: number) => new Date(sentAt.getTime() + seconds * 1_000)
const colleagues = ['hanako@sakura.example', 'taro@sakura.example']
const of = (mail: string, usedAt = later(3_600)) => registrationSignals({ mail, colleagues, sentAt, usedAt })

describe('a registration', () => {
  test('by an ordinary address shows nothing', () => expect(of('sato@mail.example')).toEqual([]))
  test('by an address to be thrown away is shown', () => expect(of('a@Mailinator.com')).toEqual(['DISPOSABLE_MAIL']))
  test('from the company’s own domain is shown', () => expect(of('x@SAKURA.example')).toEqual(['COMPANY_DOMAIN']))
  test('from a domain that everybody uses says nothing of the company', () => {
    const shared = { mail: 'x@gmail.com', colleagues: ['boss@gmail.com'], sentAt, usedAt: later(3_600) }
    expect(registrationSignals(shared)).toEqual([])
  })
  test('within seconds of the letter was not made by a reader', () => {
    expect(of('sato@mail.example', later(20))).toEqual(['AT_ONCE'])
    expect(of('sato@mail.example', later(60))).toEqual([])
  })
})

describe('a burst', () => {
  test('is many in an hour for the letters that were sent', () => {
    expect(isBurst({ inLastHour: 20, lettersInWeek: 30 })).toBe(true)
    expect(isBurst({ inLastHour: 20, lettersInWeek: 200 })).toBe(false)
    expect(isBurst({ inLastHour: 8, lettersInWeek: 8 })).toBe(false)
  })
})
