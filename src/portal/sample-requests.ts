import * as portal from './index.ts'
import type { frames, Sample } from './sample-content.ts'

const blank = { form: 'ELECTRONIC', reason: '', problems: [] } as const

const tooLong = [{ field: 'reason', code: 'tooLong' }] as const

/** What a request has before anything became of it. */
const asked = {
  answeredAt: null,
  corrections: [],
  grounds: [],
  refused: '',
  answer: null,
  said: '',
  wish: null,
  handover: null,
  disclosed: null,
  passedOn: [],
} as const

function owned(ja: boolean) {
  const erasure = {
    ...asked,
    number: '7F3A92C04D1B',
    kind: 'ERASURE',
    state: 'ANSWERED',
    openedAt: '2026-10-02T05:12:00Z',
    dueAt: '2026-10-16T05:12:00Z',
    answeredAt: '2026-10-05T05:12:00Z',
    answer: ja ? '消去いたしました。' : 'Erased.',
    passedOn: [
      { company: ja ? 'あおば物流株式会社' : 'Aoba Logistics', state: 'RECEIVED', isEscalated: false },
      { company: ja ? 'みなと精機株式会社' : 'Minato Precision', state: 'SENT', isEscalated: true },
    ],
  } as const
  const disclosure = {
    ...asked,
    number: '1C88E05B6A27',
    kind: 'DISCLOSURE',
    state: 'OPEN',
    openedAt: '2026-11-02T05:12:00Z',
    dueAt: '2026-11-16T05:12:00Z',
    said: '2024年以前の選考の記録も、あわせて開示をお願いいたします。',
    wish: 'PAPER',
  } as const
  const handed = {
    ...disclosure,
    number: '3B90D1F7A2C8',
    state: 'PARTIAL',
    answeredAt: '2026-11-05T05:12:00Z',
    grounds: [ja ? '弊社の業務の適正な実施に著しい支障を及ぼすおそれがあるため' : 'It could seriously hinder our work'],
    refused: ja ? '面接官の所見' : 'The interviewers’ notes',
    answer: ja ? '応募書類の写しをお送りいたしました。' : 'We have sent you a copy of your application.',
    handover: { how: 'POST', on: '2026-11-04', note: '' },
  } as const
  const correction = {
    ...asked,
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
  } as const
  return [disclosure, handed, correction, erasure] as const
}

/** What the person asked of their data, and the pages that ask. */
export function requestSamples({ session, ja }: ReturnType<typeof frames>): Sample[] {
  const [frame, requests] = [session('requests'), owned(ja)]
  const added = { ...requests[2], state: 'OPEN', answeredAt: null, answer: null, grounds: [], refused: '' } as const
  return [
    { name: 'requests', page: portal.requestsPage(frame, { requests, told: null }) },
    {
      name: 'requests-accepted',
      page: portal.requestsPage(frame, { requests, told: { request: requests[0], how: 'ACCEPTED' } }),
    },
    {
      name: 'requests-added',
      page: portal.requestsPage(frame, { requests: [added], told: { request: added, how: 'ADDED' } }),
    },
    {
      name: 'requests-already',
      page: portal.requestsPage(frame, { requests, told: { request: requests[0], how: 'ALREADY' } }),
    },
    { name: 'ask-disclosure', page: portal.askPage(frame, { ...blank, kind: 'DISCLOSURE' }) },
    { name: 'ask-stop', page: portal.askPage(frame, { ...blank, kind: 'STOP', problems: tooLong }) },
  ]
}
