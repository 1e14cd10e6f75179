import { expect, test } from 'vitest'
import { applicantFiles } from '../../../demonstration/people/applicants.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { person, peopleModule, recordsOf } from '../../people/index.ts'
import { applicationsOf } from '../../selection/index.ts'
import { checkFile } from './check.ts'
import { commitRows } from './commit.ts'
import { linkRows } from './link-rows.ts'
import { chooseWords, importOf, startCheck, startCommit } from './imports.ts'
import { importFile } from '../index.ts'
import { importAnswer } from './present.ts'
import { receiveFile } from './uploads.ts'

const onward = () => Promise.resolve(true)

async function checked(company: TestCompany, bytes: Uint8Array) {
  const { installation, companyId, actor } = company
  const chunks = (async function* () {
    yield bytes
  })()
  const importId = await receiveFile(installation, { companyId, actor, fileName: '応募者.csv', chunks })
  const ref = { companyId, actor, importId }
  await company.work((work) => startCheck(work, { id: importId }))
  await checkFile(installation, ref, onward)
  await company.work((work) => startCommit(work, importId))
  return ref
}

/** All that an import leaves of its people, without ids and times of recording. */
async function standing(company: TestCompany) {
  const { companyId } = company
  return company.work(async (work) => {
    const profiles = await work.tx
      .selectFrom('people_profile')
      .select('person_id')
      .where('company_id', '=', companyId)
      .execute()
    const all = await Promise.all(
      profiles.map(async ({ person_id }) => {
        const { fields } = await person(work, person_id)
        const applications = await applicationsOf(work, person_id)
        const tokens = await work.tx
          .selectFrom('people_search')
          .select('token')
          .where('company_id', '=', companyId)
          .where('person_id', '=', person_id)
          .execute()
        return {
          fields: Object.entries(fields).map(([field, { value, observedAt }]) => [field, value, observedAt]),
          records: (await recordsOf(work, person_id)).map(({ label }) => label).toSorted(),
          applications: applications
            .map(({ remoteId, openingTitle, state, stage, endedAt, endReason }) =>
              JSON.stringify([remoteId, openingTitle, state, stage, endedAt, endReason]),
            )
            .toSorted(),
          tokens: tokens.map(({ token }) => token).toSorted(),
        }
      }),
    )
    expect(await peopleModule.contributions!.verify!(work)).toEqual([])
    return all.toSorted((one, other) => (one.records[0]! < other.records[0]! ? -1 : 1))
  })
}

test.each([3, 11])('rows imported together leave what they leave one by one (seed %i)', async (seed) => {
  const rows = { ATS: 60, BOARD: 0, AGENCY: 0 }
  const { bytes } = applicantFiles({ seed, rows, asOf: '2026-09-30' })[0]!
  const [together, apart] = [await aCompany(), await aCompany()]
  await importFile(together.installation, { ...together, bytes, fileName: '応募者.csv' })
  const ref = await checked(apart, bytes)
  await commitRows(apart.installation, ref, onward, 1)
  await linkRows(apart.installation, ref, onward, 1)
  const [one, other] = [await standing(together), await standing(apart)]
  expect(one).toEqual(other)
  expect(one.some(({ records }) => records.length > 1)).toBe(true)
})

test('people are found by text however an import was stopped in between', async () => {
  const company = await aCompany()
  const { bytes } = applicantFiles({ seed: 5, rows: { ATS: 30, BOARD: 0, AGENCY: 0 }, asOf: '2026-09-30' })[0]!
  const ref = await checked(company, bytes)
  for (const step of [commitRows, linkRows]) {
    // Told to stop after each row: what is left is taken up from what stands in the tables.
    for (let turn = 0; turn < 40; turn += 1) await step(company.installation, ref, () => Promise.resolve(false), 1)
  }
  expect(await company.work((work) => importOf(work, ref.importId))).toMatchObject({ phase: 'DONE', rowsLinked: 30 })
  const found = await standing(company)
  expect(found.every(({ tokens }) => tokens.length > 20)).toBe(true)
})

test('a word that nobody knows waits for a choice, which its source remembers', async () => {
  const company = await aCompany()
  const head = '応募ID,氏名,メールアドレス,求人名,応募日,ステータス,担当メモ'
  const first = `${head}\nA1,佐藤 直子,naoko@mail.example,営業,2026/3/1,対応終了,x\nA2,髙田 進,susumu@mail.example,営業,2026/3/1,不採用,y\n`
  const { installation, companyId, actor } = company
  const bytes = Buffer.from(first)
  const told = await importFile(installation, { companyId, actor, bytes, fileName: 'a.csv', checkOnly: true })
  expect(told).toMatchObject({ phase: 'CHECKED', foundNew: 1, foundRefused: 1 })
  const { words } = await company.work(async (work) => importAnswer(work, await importOf(work, told.id)))
  expect(words).toEqual([{ text: '対応終了', column: 'ステータス', rows: 1, meaning: null }])
  const ref = { companyId, actor, importId: told.id }
  const chosen = [{ text: ' 対応 終了', meaning: 'WITHDRAWN' as const }]
  await company.work((work) => chooseWords(work, { id: told.id, chosen }))
  await checkFile(installation, ref, onward)
  await company.work((work) => startCommit(work, told.id))
  await commitRows(installation, ref, onward)
  await linkRows(installation, ref, onward)
  expect(await company.work((work) => importOf(work, told.id))).toMatchObject({ phase: 'DONE', created: 2, refused: 0 })
  // The next file of the same columns needs no choice.
  const next = Buffer.from(`${head}\nA3,森 進,mori@mail.example,営業,2026/3/2,対応終了,z\n`)
  const again = await importFile(installation, { companyId, actor, bytes: next, fileName: 'b.csv' })
  expect(again).toMatchObject({ phase: 'DONE', created: 1, refused: 0 })
})
