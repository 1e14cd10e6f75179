import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany } from '../../accounts/testing.ts'
import { exportMember, exportSubject, openRequest, subjectOf } from '../../consent/index.ts'
import { openPortal } from '../testing.ts'
import { restLines, restRows } from './rest-of-paper.ts'

const { installation, portal } = await openPortal()
const ja = { language: 'ja', timeZone: 'Asia/Tokyo' } as const
const en = { language: 'en', timeZone: 'Asia/Tokyo' } as const

test('the paper says in words what the person said in a request, and leaves out the numbers of rows', () => {
  const requests = [
    {
      id: 'r1',
      sourceRecordId: 's1',
      answeredBy: newId(),
      said: '番号が違います。',
      kind: 'CORRECTION',
      state: 'PARTIAL',
      answeredAt: '2026-11-03T11:09:29.063Z',
      paid: true,
    },
  ]
  const held = { company: { consent: { requests } } }
  expect(restRows(held, ja)).toEqual([
    ['企業の記録・ご請求 1・お書きになったこと', '番号が違います。'],
    ['企業の記録・ご請求 1・種類', '訂正'],
    ['企業の記録・ご請求 1・状況', '一部に対応'],
    ['企業の記録・ご請求 1・お答えの日時', '2026年11月3日 20:09'],
    // What has no words yet stands under its own name rather than being left out.
    ['企業の記録・ご請求 1・paid', 'はい'],
  ])
  expect(restRows(held, en)[1]).toEqual(['At the company · Request 1 · Kind', 'Correction'])
})

test('nothing that is held of a registered person stands there under a name or a code of the program', async () => {
  const company = await aCompany({ installation })
  const { letter, inOwn } = await portal.registered(company, { RELAY_PROFILE: 'yes', FLOW_BACK: 'yes' })
  const { personId } = letter
  await company.work((work) => openRequest(work, { id: newId(), kind: 'DISCLOSURE', via: 'PHONE', personId, said: '' }))
  await installation.settle()
  const held = {
    company: await company.work(async (work) => exportSubject(work, (await subjectOf(work, personId))!)),
    member: await inOwn(exportMember),
  }
  for (const reading of [ja, en]) {
    const lines = restLines(held, reading)
    expect(lines.length).toBeGreaterThan(40)
    const isName = /[a-z][A-Z]|[a-z]\.[a-z]/
    expect(lines.filter(([name]) => isName.test(name) || (reading === ja && /[A-Za-z]{3}/.test(name)))).toEqual([])
    expect(lines.filter(([, value]) => /^[A-Z]{2,}(_[A-Z]+)*$/.test(String(value)))).toEqual([])
  }
})

test('a long text stands in pieces, the first beside its name', () => {
  const rows = restRows({ company: { people: { note: 'あ'.repeat(1700) } } }, ja)
  expect(rows.map(([name, piece]) => [name, piece?.length])).toEqual([
    ['企業の記録・note', 800],
    ['', 800],
    ['', 100],
  ])
})
