import { expect, test } from 'vitest'
import { salaryAsTyped } from './wish-form.ts'

test('a salary reads as either language writes millions', () => {
  expect(salaryAsTyped('400', 'ja')).toBe('400万円')
  expect(salaryAsTyped('400', 'en')).toBe('¥4,000,000')
  expect(salaryAsTyped('1200', 'en')).toBe('¥12,000,000')
  expect(salaryAsTyped('', 'en')).toBe('')
})
