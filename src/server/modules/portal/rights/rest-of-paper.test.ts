import { expect, test } from 'vitest'
import { restRows } from './rest-of-paper.ts'

test('the paper says what the person said in a request, and leaves out the numbers of rows', () => {
  const requests = [{ id: 'r1', sourceRecordId: 's1', said: '番号が違います。', answer: 'ご連絡します。', paid: true }]
  expect(restRows({ company: { consent: { requests } } })).toEqual([
    ['company.consent.requests.1.said', '番号が違います。'],
    ['company.consent.requests.1.answer', 'ご連絡します。'],
    ['company.consent.requests.1.paid', 'true'],
  ])
})

test('a long text stands in pieces, the first beside its name', () => {
  const rows = restRows({ note: 'あ'.repeat(1700) })
  expect(rows.map(([name, piece]) => [name, piece?.length])).toEqual([
    ['note', 800],
    ['', 800],
    ['', 100],
  ])
})
