import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aCompany } from '../accounts/testing.ts'
import { importFile } from './index.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../../../tests/fixtures/applicants/${name}`, import.meta.url))

describe('importing the exports of three systems', () => {
  it.each([
    ['ats_export.csv', 701],
    ['board_export.csv', 437],
    ['agency_export.csv', 292],
  ])('takes every row of %s, and the same file again changes nothing', async (fileName, total) => {
    const company = await aCompany()
    const run = () => importFile(company.installation, { ...company, bytes: fixture(fileName), fileName })
    const first = await run()
    expect(first).toMatchObject({ phase: 'DONE', rowsTotal: total, created: total, refused: 0 })
    const again = await run()
    expect(again).toMatchObject({ phase: 'DONE', created: 0, changed: 0, unchanged: total, refused: 0, joined: 0 })
  })
})
