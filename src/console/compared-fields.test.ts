import { expect, test } from 'vitest'
import { areApart, fieldsKnown, metIn } from './compared-fields.ts'

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

test('several people are apart in a field where any two of them are', () => {
  expect(areApart('birthDate', ['1990-04-01', '1990-04-01', '1990-04-10'])).toBe(true)
  expect(areApart('name', ['高橋 直子', '高橋直子', '高橋 直子'])).toBe(false)
  expect(areApart('skills', ['SQL', 'Go'])).toBe(false)
  expect(areApart('phone', [])).toBe(false)
})

test('what tells people apart stands first, and gender is not shown', () => {
  const people = [{ fields: { skills: ['SQL'], gender: '女性' } }, { fields: { birthDate: '1990-04-01' } }]
  expect(fieldsKnown(people)).toEqual(['birthDate', 'skills'])
})
