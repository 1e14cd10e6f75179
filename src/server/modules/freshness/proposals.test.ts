import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { testInstallation } from '../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { consentModule, eraseSubject, requests, subjectOf } from '../consent/index.ts'
import { peopleModule, person } from '../people/index.ts'
import { aPerson } from '../people/testing.ts'
import { acceptProposal, correctProposal, freshnessModule, proposals, refuseProposal } from './index.ts'

const modules = [consentModule, peopleModule, freshnessModule]

/** Somebody who gave their prefecture in May, of whom another source says another since June. */
async function aChange() {
  const company = await aCompany({ installation: await testInstallation({ modules }) })
  const { personId } = await aPerson(company, { prefecture: '神奈川県', observedAt: new Date('2026-05-01') })
  await says(company, personId, '2026-06-01', { prefecture: '大阪府', employer: '東洋港湾倉庫株式会社' })
  const all = () => company.work((work) => proposals(work, personId))
  const [found] = (await all()).filter(({ field }) => field === 'prefecture')
  const answering = { id: newId(), personId, claimId: found?.claimId ?? '' }
  const shown = async () => (await company.work((work) => person(work, personId))).fields.prefecture
  return { company, personId, all, found, answering, shown }
}

const says = (company: TestCompany, personId: string, day: string, fields: object) =>
  aPerson(company, { ...fields, name: undefined, personId, kind: 'IMPORT', observedAt: new Date(day) })

describe('a change that another source found', () => {
  test('is proposed beside what the person said, and changes nothing by itself', async () => {
    const { found, shown, all } = await aChange()
    expect(found).toMatchObject({
      found: { value: '大阪府', kind: 'IMPORT' },
      own: { value: '神奈川県', kind: 'FORM' },
    })
    expect(await shown()).toMatchObject({ value: '神奈川県' })
    const employer = (await all()).find(({ field }) => field === 'employer')
    expect(employer).toMatchObject({ found: { value: '東洋港湾倉庫株式会社' }, own: null })
  })

  test('is not proposed when it is older than what the person said, or says the same', async () => {
    const { company, personId } = await aChange()
    const { personId: other } = await aPerson(company, {
      prefecture: '東京都',
      skills: ['簿記'],
      observedAt: new Date('2026-05-01'),
    })
    await says(company, other, '2026-04-01', { prefecture: '大阪府' })
    await says(company, other, '2026-06-01', { skills: ['簿記'] })
    expect(await company.work((work) => proposals(work, other))).toEqual([])
    expect(personId).not.toBe(other)
  })

  test('accepted stands as the person’s own word, and is not asked about again', async () => {
    const { company, answering, shown, all } = await aChange()
    await company.work((work) => acceptProposal(work, answering))
    expect(await shown()).toMatchObject({ value: '大阪府', source: { kind: 'PERSON' } })
    expect((await all()).map(({ field }) => field)).toEqual(['employer'])
    await expect(company.work((work) => acceptProposal(work, answering))).rejects.toMatchObject({
      code: 'freshness.proposal-gone',
    })
  })

  test('corrected stands as the person says it', async () => {
    const { company, answering, shown } = await aChange()
    expect(await company.work((work) => correctProposal(work, { ...answering, value: '兵庫県' }))).toBe(true)
    expect(await shown()).toMatchObject({ value: '兵庫県', source: { kind: 'PERSON' } })
  })

  test('refused leaves what the person said; a later word of the source is asked about again', async () => {
    const { company, personId, answering, shown, all } = await aChange()
    await company.work((work) => refuseProposal(work, answering))
    expect(await shown()).toMatchObject({ value: '神奈川県' })
    expect((await all()).map(({ field }) => field)).toEqual(['employer'])
    await says(company, personId, '2026-07-01', { prefecture: '大阪府' })
    expect((await all()).map(({ field }) => field).toSorted()).toEqual(['employer', 'prefecture'])
  })

  test('refused where the person had said nothing asks the company to correct it', async () => {
    const { company, personId, all } = await aChange()
    const employer = (await all()).find(({ field }) => field === 'employer')
    const id = newId()
    await company.work((work) => refuseProposal(work, { id, personId, claimId: employer?.claimId ?? '' }))
    const open = await company.work((work) => requests(work, { state: 'OPEN', after: undefined, limit: 10 }))
    expect(open).toMatchObject([{ id, kind: 'CORRECTION' }])
    expect((await all()).map(({ field }) => field)).toEqual(['prefecture'])
  })

  test('goes with the person when they are erased', async () => {
    const { company, personId, answering } = await aChange()
    await company.work((work) => acceptProposal(work, answering))
    expect(await company.work((work) => freshnessModule.contributions.verify!(work))).toEqual([])
    const subject = (await company.work((work) => subjectOf(work, personId)))!
    await company.work((work) => eraseSubject(work, { ...subject, id: newId() }))
    expect(await company.work((work) => freshnessModule.contributions.verify!(work))).toEqual([])
  })
})
