import { expect, test } from 'vitest'
import { messageOf } from '../contract/messages/index.ts'
import { errorText } from '../ui/feedback/error-text.tsx'

test('a refusal is told with what its detail names: lists as lists, codes by their words', () => {
  const place = { name: 'person.nam', line: 2, column: 4, allowed: ['person.name', 'link'] }
  const unknown = { status: 422, code: 'messages.unknown-placeholder', detail: place }
  expect(errorText(messageOf, 'ja', unknown).message).toContain('person.name, link')
  const late = { status: 409, code: 'relay.too-late', detail: { state: 'SENT' } }
  expect(errorText(messageOf, 'ja', late).message).toContain('送信済み')
  expect(errorText(messageOf, 'en', late).message).not.toContain('SENT')
})

test('a code without words is told by its status', () => {
  expect(errorText(messageOf, 'en', { status: 403, code: 'no.such-code' }).next).toMatch(/administrator/)
})
