import { expect, test } from 'vitest'
import { refusal } from '../../kernel/errors.ts'
import { messages } from '../../../contract/messages/index.ts'
import { textIn } from '../../../portal/index.ts'
import { codesTold, kindOf, statusOf } from './failures.ts'

const told = (...[code, status]: Parameters<typeof refusal>) => {
  const error = refusal(code, status)({} as never)
  return [kindOf(error), statusOf(error, kindOf(error))]
}

test('each refusal is told in words of its own, and only what changed elsewhere as changed', () => {
  expect(told('introductions.ended', 409)).toEqual(['ended', 409])
  expect(told('people.erased', 410)).toEqual(['erased', 410])
  expect(told('disputes.contested-already', 409)).toEqual(['alreadyDone', 409])
  expect(told('consent.rule-changed', 409)).toEqual(['changed', 409])
  expect(told('people.unfit-value', 422)).toEqual(['unfit', 422])
  expect(told('files.too-large', 413)).toEqual(['tooLarge', 413])
  expect(told('files.busy', 503)).toEqual(['busy', 503])
  expect(kindOf(Object.assign(new Error('too large'), { statusCode: 413 }))).toBe('tooLarge')
  expect(kindOf(Object.assign(new Error('media type'), { statusCode: 415 }))).toBe('unreadable')
  expect(kindOf(new Error('a bug'))).toBe('broken')
})

test('no sentence of a failure says that something changed elsewhere, but the one of what did', () => {
  const { kinds } = textIn('ja').arriving.failure
  const saying = Object.entries(kinds).filter(([, { text }]) => text.includes('ほかの画面で変更'))
  expect(saying.map(([kind]) => kind)).toEqual(['changed'])
})

test('every code that the portal knows is one of the product', () => {
  expect(codesTold.filter((code) => !(code in messages.ja))).toEqual([])
})
