import { expect, test } from 'vitest'
import { metIn } from './compared-fields.ts'

test('two people meet in a field', () => {
  expect(metIn('name', '高橋 直子', '高橋 直子')).toBe('same')
  expect(metIn('name', '高橋 直子', '高橋直子')).toBe('similar')
  expect(metIn('phone', '090-1234-5678', '09012345678')).toBe('similar')
  expect(metIn('birthDate', '1990-04-01', '1990-04-10')).toBe('different')
  expect(metIn('email', 'naoko@mail.example', undefined)).toBe('missing')
})

test('skills that differ speak neither for one person nor for two', () => {
  expect(metIn('skills', 'SQL', 'Next.js')).toBe('plain')
  expect(metIn('skills', 'SQL', 'SQL')).toBe('same')
})
