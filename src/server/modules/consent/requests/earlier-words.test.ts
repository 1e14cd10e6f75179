import { expect, test } from 'vitest'
import { handoverBefore, receiptApart, wishApart, wordsApart } from './earlier-words.ts'

const apart = (said: string) => wordsApart({ said, remark: null })

test.each([
  [
    'タレントプールへの保管の同意を撤回 / consent to stay in the pool withdrawn',
    { said: '', remark: { code: 'POOL_CONSENT_WITHDRAWN' } },
  ],
  [
    '保管の意向を尋ねるメールに「消去を求める」と回答 / asked whether they may be kept, and wants to be erased',
    { said: '', remark: { code: 'ASKED_TO_BE_ERASED' } },
  ],
  [
    '本人ではない方に届きました。送信を再開します。 / It reached somebody else. Nothing is sent.\n私は田中です。\n佐藤ではありません。',
    { said: '私は田中です。\n佐藤ではありません。', remark: { code: 'REACHED_SOMEBODY_ELSE' } },
  ],
  ['phone: 事実ではない / not so', { said: '', remark: { code: 'PROPOSAL_REFUSED', field: 'phone' } }],
  [
    '提供元「さくら商事」が応じた請求です。 / Granted by さくら商事, which provided the data.\nphone: 事実ではない / not so',
    { said: '', remark: { code: 'GRANTED_BY_PROVIDER', provider: 'さくら商事', field: 'phone' } },
  ],
  [
    '提供元「さくら商事」が応じた請求です。 / Granted by さくら商事, which provided the data.\n番号が違います。',
    { said: '番号が違います。', remark: { code: 'GRANTED_BY_PROVIDER', provider: 'さくら商事' } },
  ],
  [
    '提供先「あおば」(a1)が、提供 s1 の利用停止の依頼に5分以内に応答していません。 / あおば (a1) has not acknowledged',
    { said: '', remark: { code: 'RECALL_LATE', recipient: 'あおば', recipientId: 'a1', shareId: 's1' } },
  ],
])('what the program wrote in both languages is read as what it says: %s', (said, meant) => {
  expect(apart(said)).toEqual(meant)
})

test.each([
  '電話 / phone を消してください',
  'タレントプールから外してください / please remove me',
  '',
  'unknown: 事実ではない / not so',
])('what a person wrote stands as they wrote it: %s', (said) => expect(apart(said)).toEqual({ said, remark: null }))

test('an answer that the program kept is read as its state and grounds, one that staff kept in their words', () => {
  const read = (receipt: string) => receiptApart({ receipt, grounds: [] })
  expect(read('自動で受け付けました / taken up by the program')).toEqual({ receipt: '', grounds: [] })
  expect(read('応じません / refused · LEGAL_RETENTION')).toEqual({ receipt: '', grounds: ['LEGAL_RETENTION'] })
  expect(read('対応しました · 5月1日')).toEqual({ receipt: '対応しました · 5月1日', grounds: [] })
})

test('a wish that was kept among the words is a wish, and what the person wrote stands', () => {
  const read = (said: string) => wishApart({ said, wish: null })
  const paper = '書面での開示を希望 / to be disclosed on paper'
  expect(read(`${paper}\n面接の記録も`)).toEqual({ said: '面接の記録も', wish: 'PAPER' })
  expect(read(paper)).toEqual({ said: '', wish: 'PAPER' })
  expect(read('書面での開示を希望します')).toEqual({ said: '書面での開示を希望します', wish: null })
  expect(wishApart({ said: paper, wish: 'ELECTRONIC' })).toEqual({ said: paper, wish: 'ELECTRONIC' })
})

test('what was disclosed before its way was kept stays on the person’s own page, unless it went elsewhere', () => {
  const granted = { kind: 'DISCLOSURE', state: 'ANSWERED', told: 'MAIL', answeredAt: new Date('2026-04-30T15:30:00Z') }
  expect(handoverBefore(granted)).toEqual({ how: 'PORTAL', on: '2026-05-01', note: '' })
  expect(handoverBefore({ ...granted, told: null })).toMatchObject({ how: 'PORTAL' })
  for (const other of [
    { told: 'ELSEWHERE' },
    { state: 'DECLINED' },
    { kind: 'STOP' },
    { state: 'OPEN', answeredAt: null },
  ])
    expect(handoverBefore({ ...granted, ...other })).toBeNull()
})
