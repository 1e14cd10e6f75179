import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { pdf } from '../../kernel/pdf.ts'
import { aCompany } from '../accounts/testing.ts'
import { reserveSlot } from './credits.ts'
import { statementCsv, statementPaper, wholeStatement } from './statement-files.ts'
import { countReferrals } from './testing.ts'

test('a statement on paper and as CSV holds every movement between its opening and its closing balance', async () => {
  const company = await aCompany()
  await countReferrals(company, 20)
  await company.work((work) => reserveSlot(work, { id: newId(), reason: '=introduction asked' }))
  const { csv, paper, whole } = await company.work(async (work) => ({
    csv: await statementCsv(work, { unit: 'slots', language: 'ja', month: undefined }),
    paper: await statementPaper(work, { language: 'en', month: undefined }),
    whole: await wholeStatement(work, { unit: 'slots', from: new Date(0), until: new Date('2100-01-01') }),
  }))
  expect(whole).toMatchObject({ opening: 0, closing: 1 })
  const rows = csv.trim().split('\r\n')
  expect(rows).toHaveLength(3 + whole.lines.length)
  expect(rows.at(-2)).toContain("紹介の依頼で予約しました,'=introduction asked,-1,1")
  expect(rows.at(-1)).toMatch(/期末残高,,,1$/)
  const tables = paper.parts.flatMap((part) => (part.kind === 'table' ? [part.rows.length] : []))
  expect(tables[0]).toBe(whole.lines.length)
  expect((await pdf(paper)).subarray(0, 5).toString()).toBe('%PDF-')
})

test('the statement of a month that is over holds nothing of the months beside it', async () => {
  const company = await aCompany()
  await countReferrals(company, 10)
  const past = await company.work((work) => statementCsv(work, { unit: 'slots', language: 'en', month: '2020-01' }))
  expect(past.trim().split('\r\n')).toHaveLength(3)
})
