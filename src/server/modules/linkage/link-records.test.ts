import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Work } from '../../kernel/work.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { personOf } from '../people/index.ts'
import { aPerson } from '../people/testing.ts'
import { linkRecord, linkRecords } from './index.ts'
import { insertRefusals } from './store-refusals.ts'

async function standing(work: Work, records: readonly string[]) {
  const { tx, companyId } = work
  const queued = await tx
    .selectFrom('linkage_candidate')
    .select(['one_record_id', 'other_record_id', 'reasons', 'score', 'state', 'route'])
    .where('company_id', '=', companyId)
    .orderBy('one_record_id')
    .orderBy('other_record_id')
    .execute()
  return { queued, persons: await Promise.all(records.map((id) => personOf(work, id))) }
}

/** What linking leaves, which is then taken back. */
async function tried(company: TestCompany, records: readonly string[], run: (work: Work) => Promise<string[]>) {
  let left: unknown
  const undo = new Error('taken back')
  await company
    .work(async (work) => {
      const outcomes = await run(work)
      left = { outcomes, ...(await standing(work, records)) }
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return left
}

const few = <T>(...values: T[]) => fc.constantFrom(undefined, ...values)
const human = fc.record({
  name: fc.constantFrom('佐藤 直子', '佐藤 健', '鈴木 直子', 'Naoko Sato'),
  nameKana: few('サトウ ナオコ', 'サトウ ケン'),
  kind: fc.constantFrom('FORM', 'IMPORT'),
  email: few('a@mail.example', 'b@mail.example', 'x1@indeedemail.com'),
  phone: few('03-1234-5678'),
  birthDate: few('1990-04-01', '1991-04-01'),
})

test('linking many together leaves what linking them one after the other leaves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(human, { minLength: 2, maxLength: 8 }), fc.boolean(), async (humans, isRefused) => {
      const company = await aCompany()
      const records: string[] = []
      for (const one of humans) records.push((await aPerson(company, one)).sourceRecordId)
      if (isRefused)
        await company.work((work) =>
          insertRefusals(work, { ones: [records[0]!], others: [records[1]!], evidence: ['SAME_PHONE', 'SAME_NAME'] }),
        )
      const apart = await tried(company, records, async (work) => {
        const outcomes = []
        for (const id of records) outcomes.push((await linkRecord(work, id)).outcome)
        return outcomes
      })
      const together = await tried(company, records, async (work) =>
        (await linkRecords(work, records)).map(({ outcome }) => outcome),
      )
      expect(together).toEqual(apart)
    }),
    { numRuns: 12 },
  )
})
