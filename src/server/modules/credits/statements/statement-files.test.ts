import { expect, test } from 'vitest'
import { planGiveSlots } from '../../../../engines/ledger/index.ts'
import { newId } from '../../../kernel/ids.ts'
import { pdf } from '../../../kernel/pdf.ts'
import { aCompany } from '../../accounts/testing.ts'
import { releaseSlot, reserveSlot, spendSlot } from '../credits.ts'
import { carryOut } from '../posting.ts'
import { statementTotals, wholeStatement } from './statement.ts'
import { statementCsv, statementPaper } from './statement-files.ts'
import { countReferrals } from '../testing.ts'

const always = { from: new Date(0), until: new Date('2100-01-01') }

test('a statement on paper and as CSV holds every movement, what became of each slot, and sums that lead to its end', async () => {
  const company = await aCompany()
  await countReferrals(company, 25)
  const [used, back] = [newId(), newId()]
  await company.work(async (work) => {
    for (const id of [used, back]) await reserveSlot(work, { id, reason: 'introduction requested' })
    await spendSlot(work, { id: `${used}/spend`, introductionId: used, reason: 'accepted' })
    await releaseSlot(work, { id: `${back}/release`, introductionId: back, reason: 'declined' })
  })
  const { csv, paper, whole, referrals } = await company.work(async (work) => ({
    csv: await statementCsv(work, { unit: 'slots', language: 'ja', month: undefined }),
    paper: await statementPaper(work, { language: 'ja', month: undefined }),
    whole: await wholeStatement(work, { unit: 'slots', ...always }),
    referrals: await statementTotals(work, { unit: 'referrals', ...always }),
  }))
  expect(whole).toMatchObject({ opening: 0, closing: 1 })
  expect(whole.lines.map(({ change, balance, beside }) => [change, balance, ...beside])).toEqual([
    [1, 1, 0, 0],
    [1, 2, 0, 0],
    [-1, 1, 1, 0],
    [-1, 0, 2, 0],
    [0, 0, 1, 1],
    [1, 1, 0, 1],
  ])
  expect(whole.totals.reduce((sum, { change }) => sum + change, whole.opening)).toBe(whole.closing)
  expect(referrals).toEqual([
    { kind: 'referral.counted', count: 25, change: 25 },
    { kind: 'referral.converted', count: 2, change: -20 },
  ])
  const rows = csv.trim().split('\r\n')
  expect(rows).toHaveLength(3 + whole.lines.length)
  expect(rows.at(-3)).toContain(`紹介の成立による消化,,${used},0,0,1,1`)
  expect(rows.at(-2)).toContain(`予約の解除,ご本人が辞退されたため,${back},1,1,0,1`)
  expect(rows.at(-1)).toMatch(/期末残高,,,,1$/)
  const tables = paper.parts.flatMap((part) => (part.kind === 'table' ? [part.rows] : []))
  expect(tables[0]).toHaveLength(whole.lines.length)
  expect(tables[0]?.[4]?.slice(1)).toEqual(['紹介の成立による消化', `紹介 ${used.slice(-12)}`, '0', '0', '1', '1'])
  expect((await pdf(paper)).subarray(0, 5).toString()).toBe('%PDF-')
})

test('what the operator wrote beside a correction runs as a formula in nobody’s spreadsheet', async () => {
  const company = await aCompany()
  const reason = '=HYPERLINK("http://trap.example")'
  await company.work((work) =>
    carryOut(work, { id: 'adjustment/1' }, (view) =>
      planGiveSlots(view, { id: 'adjustment/1', reason, occurredAt: work.now, recordedAt: work.now, amount: 1 }),
    ),
  )
  const csv = await company.work((work) => statementCsv(work, { unit: 'slots', language: 'ja', month: undefined }))
  expect(csv).toContain(`"'=HYPERLINK(""http://trap.example"")"`)
})

test('the statement of a month that is over holds nothing of the months beside it', async () => {
  const company = await aCompany()
  await countReferrals(company, 10)
  const past = await company.work((work) => statementCsv(work, { unit: 'slots', language: 'en', month: '2020-01' }))
  expect(past.trim().split('\r\n')).toHaveLength(3)
})
