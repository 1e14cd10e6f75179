import { expect, test } from 'vitest'
import { areApart, areUnlike, fieldsKnown, haveOtherMails, metIn } from './compared-fields.ts'

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

test('people of other names or birth dates are unlike, those of whom less is known are not', () => {
  const person = (name: string, birthDate?: string) => ({
    fields: { name: { value: name }, ...(birthDate && { birthDate: { value: birthDate } }) },
  })
  expect(areUnlike([person('四月一日 葵', '1998-05-30'), person('四月一日葵'), person('四月一日 葵')])).toBe(false)
  expect(areUnlike([person('四月一日 葵'), person('四月一日 葵'), person('四月一日 蓮')])).toBe(true)
  expect(areUnlike([person('四月一日 葵', '1998-05-30'), person('四月一日 葵', '1998-05-13')])).toBe(true)
})

test('people with other mail addresses are told of before they are merged, those without one are not', () => {
  const person = (email?: string) => ({
    fields: { name: { value: '高橋 直子' }, ...(email && { email: { value: email } }) },
  })
  expect(haveOtherMails([person('naoko@a.example'), person(), person('Naoko@a.example')])).toBe(false)
  expect(haveOtherMails([person('naoko@a.example'), person('naoko@b.example')])).toBe(true)
})
