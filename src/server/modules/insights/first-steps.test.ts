import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { changeCompany, invite } from '../accounts/index.ts'
import { aCompany } from '../accounts/testing.ts'
import { aPerson } from '../people/testing.ts'
import { aLetterCompany } from '../relay/testing.ts'
import { stepsDone } from './first-steps.ts'

test('the first steps are ticked off by what the company did, not by a visit to a page', async () => {
  const company = await aCompany()
  const done = async () => (await company.work(stepsDone)).flatMap(({ step, isDone }) => (isDone ? [step] : []))
  expect(await done()).toEqual([])
  await company.work((work) =>
    changeCompany(work, { address: '京都府京都市架空区1-2-3', contactMail: 'saiyo@momiji.example' }),
  )
  await aPerson(company)
  expect(await done()).toEqual(['COMPANY', 'DATA'])
  await company.work((work) => invite(work, { id: newId(), email: `${newId()}@momiji.example`, role: 'recruiter' }))
  expect(await done()).toEqual(['COMPANY', 'DATA', 'STAFF'])
})

test('letters that are on leave nothing to be done about purpose, words and pre-flight', async () => {
  const { company } = await aLetterCompany({ at: '2027-06-09T10:00:00+09:00' })
  const steps = await company.work(stepsDone)
  expect(steps.filter(({ isDone }) => isDone).map(({ step }) => step)).toEqual(['PURPOSE', 'TEMPLATE', 'PREFLIGHT'])
})
