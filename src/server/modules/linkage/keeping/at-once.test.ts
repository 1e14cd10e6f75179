import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { personOf, type Source } from '../../people/index.ts'
import { linkRecords, recordAndLink } from '../index.ts'
import { recordSources } from '../../people/index.ts'

const said = (at: number): Source => ({
  id: newId(),
  kind: 'FORM',
  label: '応募フォーム',
  observedAt: new Date('2026-04-01T00:00:00Z'),
  claims: [
    { field: 'name', value: '五百旗頭 航' },
    { field: 'email', value: 'wataru@once.example' },
    { field: 'employer', value: `勤務先${at}` },
  ],
})
const personsOf = (company: TestCompany, sources: readonly Source[]) =>
  company.work(async (work) => new Set(await Promise.all(sources.map(({ id }) => personOf(work, id)))))

test('one human who comes by several ways at once is one person', async () => {
  const company = await aCompany()
  const sources = [1, 2, 3, 4].map(said)
  await Promise.all(sources.map((source) => company.work((work) => recordAndLink(work, source))))
  expect((await personsOf(company, sources)).size).toBe(1)
})

test('one human who comes by a file and by a form at once is one person', async () => {
  const company = await aCompany()
  const file = Array.from({ length: 60 }, (_, at): Source => ({
    ...said(at),
    id: newId(),
    claims: [
      { field: 'name', value: `四月一日 ${at}` },
      { field: 'email', value: `p${at}@once.example` },
    ],
  }))
  const [listed, ...forms] = [0, 1, 2].map(said)
  const imported = company.work(async (work) => {
    await recordSources(work, [...file, listed!])
    await linkRecords(
      work,
      [...file, listed!].map(({ id }) => id),
    )
  })
  await Promise.all([imported, ...forms.map((source) => company.work((work) => recordAndLink(work, source)))])
  expect((await personsOf(company, [listed!, ...forms])).size).toBe(1)
})
