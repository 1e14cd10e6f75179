import { expect, test } from 'vitest'
import { originMarks } from './origin.ts'

const secret = 'a-secret-of-the-installation-32-characters'
const phone = { agent: 'Mozilla/5.0 (iPhone)', languages: 'ja' }
const marks = (address: string, made: Partial<{ companyId: string; agent: string; languages: string }> = {}) => {
  const { companyId = 'one', ...device } = made
  return originMarks(secret, { companyId, origin: { address, ...phone, ...device } })
}

test('the same address and browser is the same device, another of either is another', () => {
  expect(marks('203.0.113.7')).toEqual(marks('203.0.113.7'))
  expect(marks('::ffff:203.0.113.7')).toEqual(marks('203.0.113.7'))
  expect(marks('203.0.113.8')?.device).not.toBe(marks('203.0.113.7')?.device)
  expect(marks('203.0.113.7', { agent: 'curl' })?.device).not.toBe(marks('203.0.113.7')?.device)
})

test('a block is a /24 or a /48', () => {
  expect(marks('198.51.100.7')?.block).toBe(marks('198.51.100.250', { agent: 'curl' })?.block)
  expect(marks('198.51.101.7')?.block).not.toBe(marks('198.51.100.7')?.block)
  expect(marks('2400:4050:1:2::3')?.block).toBe(marks('2400:4050:1:ffff::9')?.block)
  expect(marks('2400:4050:2:2::3')?.block).not.toBe(marks('2400:4050:1:2::3')?.block)
})

test('marks of two companies have nothing in common', () => {
  expect(marks('203.0.113.7', { companyId: 'other' })?.device).not.toBe(marks('203.0.113.7')?.device)
  expect(marks('203.0.113.7', { companyId: 'other' })?.block).not.toBe(marks('203.0.113.7')?.block)
})

test.each(['127.0.0.1', '10.1.2.3', '192.168.0.9', '100.64.3.4', '::1', 'fd00::1', 'fe80::1', 'unknown', ''])(
  '%s says nothing of where somebody is',
  (address) => expect(marks(address)).toBeUndefined(),
)
