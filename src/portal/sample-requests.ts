import * as portal from './index.ts'
import type { frames, Sample } from './sample-content.ts'

const blank = { form: 'ELECTRONIC', reason: '', problems: [] } as const

const tooLong = [{ field: 'reason', code: 'tooLong' }] as const

/** What the person asked of their data, and the pages that ask. */
export function requestSamples({ session, ja }: ReturnType<typeof frames>): Sample[] {
  const erasure = {
    number: '7F3A92C04D1B',
    kind: 'ERASURE',
    state: 'ANSWERED',
    openedAt: '2026-10-02T05:12:00Z',
    dueAt: '2026-10-16T05:12:00Z',
    answeredAt: '2026-10-05T05:12:00Z',
    corrections: [],
    grounds: [],
    refused: '',
    answer: ja ? '消去いたしました。' : 'Erased.',
    disclosed: null,
    passedOn: [
      { company: ja ? 'あおば物流株式会社' : 'Aoba Logistics', state: 'RECEIVED', isEscalated: false },
      { company: ja ? 'みなと精機株式会社' : 'Minato Precision', state: 'SENT', isEscalated: true },
    ],
  } as const
  const disclosure = {
    number: '1C88E05B6A27',
    kind: 'DISCLOSURE',
    state: 'OPEN',
    openedAt: '2026-11-02T05:12:00Z',
    dueAt: '2026-11-16T05:12:00Z',
    answeredAt: null,
    corrections: [],
    grounds: [],
    refused: '',
    answer: null,
    disclosed: null,
    passedOn: [],
  } as const
  const correction = {
    number: '5D20B7E91C44',
    kind: 'CORRECTION',
    state: 'PARTIAL',
    openedAt: '2026-10-20T05:12:00Z',
    dueAt: '2026-11-03T05:12:00Z',
    answeredAt: '2026-10-22T05:12:00Z',
    corrections: [
      { field: 'phone', value: '080-1234-5678', isRefused: false },
      { field: 'workHistory', value: null, isRefused: true },
    ],
    grounds: [ja ? '事実ではなく評価や判断に関する内容であるため' : 'It is an assessment and not a fact'],
    refused: ja ? '職務経歴の削除' : 'Deletion of the work history',
    answer: ja ? '電話番号を訂正いたしました。' : 'We have corrected the telephone number.',
    disclosed: null,
    passedOn: [],
  } as const
  const asked = { ...correction, state: 'OPEN', answeredAt: null, answer: null, grounds: [], refused: '' } as const
  const requests = [disclosure, correction, erasure]
  const frame = session('requests')
  return [
    { name: 'requests', page: portal.requestsPage(frame, { requests, told: null }) },
    {
      name: 'requests-accepted',
      page: portal.requestsPage(frame, { requests, told: { request: disclosure, how: 'ACCEPTED' } }),
    },
    {
      name: 'requests-added',
      page: portal.requestsPage(frame, { requests: [asked], told: { request: asked, how: 'ADDED' } }),
    },
    {
      name: 'requests-already',
      page: portal.requestsPage(frame, { requests, told: { request: disclosure, how: 'ALREADY' } }),
    },
    { name: 'ask-disclosure', page: portal.askPage(frame, { ...blank, kind: 'DISCLOSURE' }) },
    { name: 'ask-stop', page: portal.askPage(frame, { ...blank, kind: 'STOP', problems: tooLong }) },
  ]
}
