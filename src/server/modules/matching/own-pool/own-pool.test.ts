import { describe, expect, test } from 'vitest'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { recordAgeException } from '../../accounts/index.ts'
import { answerRequest, openRequest } from '../../consent/index.ts'
import { merge } from '../../people/index.ts'
import { aPerson } from '../../people/testing.ts'
import { recordEvaluation } from '../../selection/index.ts'
import { anApplication, anOpening } from '../../selection/testing.ts'
import { newId } from '../../../kernel/ids.ts'
import { ownMatches, rankForOpening } from '../matches.ts'
import { openingNews, openingsFor } from './news.ts'
import * as store from '../store.ts'

const first = { pool: 'OWN', page: 1, limit: 20 } as const
const listFor = (company: TestCompany, openingId: string, query = {}) =>
  company.work((work) => ownMatches(work, openingId, { ...first, ...query }))

describe('the own pool for an opening', () => {
  test('stands in the order of what fits, each rank with parts that add up and reasons in both languages', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company, {
      conditions: { requiredSkills: [{ skill: 'Java', years: 3 }], prefectures: ['東京都'] },
    })
    const fits = await aPerson(company, { name: '合う 一郎', prefecture: '東京', skills: ['Java 5年'] })
    await aPerson(company, { name: '近い 二郎', prefecture: '東京都', skills: ['Python'] })
    const { items, ranked, total } = await listFor(company, openingId)
    expect(ranked).toBe(true)
    expect(total).toBe(2)
    expect(items[0]).toMatchObject({ rank: 1, person: { id: fits.personId, name: '合う 一郎' } })
    for (const { score, parts } of items) {
      expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(score)
    }
    expect(items[0]?.parts[0]?.reasons[0]).toEqual({ code: 'SKILL_HELD', ja: 'Javaの経験があります', en: 'Has Java' })
    expect(items[1]?.toVerify.map(({ code }) => code)).toContain('SKILL_RELATED')
  })

  test('leaves out the people of employers that the company leaves alone, whatever way the name is written', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company)
    await aPerson(company, { employer: '㈱みなと物流' })
    const other = await aPerson(company, { employer: 'あおば商事株式会社' })
    await company.work((work) =>
      store.putSettings(work, {
        rankingOff: false,
        leftAlone: [{ company: '株式会社 みなと物流', reason: '主要な取引先のため' }],
      }),
    )
    const { items, excluded } = await listFor(company, openingId)
    expect(items.map(({ person }) => person?.id)).toEqual([other.personId])
    expect(excluded).toContainEqual(expect.objectContaining({ condition: 'EMPLOYER', count: 1 }))
    await company.work((work) => store.putSettings(work, { rankingOff: false }))
    expect((await company.work(store.leftAlone)).map(({ reason }) => reason)).toEqual(['主要な取引先のため'])
    expect((await listFor(company, openingId)).items).toHaveLength(1)
  })

  test('leaves out who is in process or employed here, and says how many', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company)
    await anApplication(company, { course: [{ kind: 'STAGE', stage: 'INTERVIEW_1' }] })
    await anApplication(company, { course: [{ kind: 'HIRE' }] })
    const rejected = await anApplication(company, {
      course: [
        { kind: 'STAGE', stage: 'FINAL_INTERVIEW' },
        { kind: 'REJECT', reason: 'OTHER_CANDIDATE' },
      ],
    })
    await company.work((work) =>
      recordEvaluation(work, {
        id: newId(),
        applicationId: rejected.applicationId,
        evaluator: '面接 太郎',
        grade: 'A',
        occurredAt: work.now,
      }),
    )
    const { items, setAside } = await listFor(company, openingId)
    expect(setAside).toEqual({ inProcess: 1, hired: 1, stopped: 0 })
    expect(items).toHaveLength(1)
    expect(items[0]?.person?.lastApplication).toMatchObject({ state: 'REJECTED', stage: 'FINAL_INTERVIEW' })
    const shares = Object.fromEntries(items[0]!.parts.map(({ part, contribution }) => [part, contribution]))
    expect(shares).toMatchObject({ STAGE_REACHED: 81, EVALUATION: 70 })
  })

  test('leaves out at once who asked that their data is used no more, merged or not, until that is declined', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company)
    const [one, other] = [await aPerson(company), await aPerson(company)]
    const listed = async () => {
      const { items, setAside } = await listFor(company, openingId)
      return { ids: items.map(({ person }) => person?.id), stopped: setAside.stopped }
    }
    expect((await listed()).ids).toHaveLength(2)
    const id = newId()
    const said = '利用を停止してください'
    await company.work((work) =>
      openRequest(work, {
        id,
        kind: 'STOP',
        via: 'PORTAL',
        identity: 'CODE_BY_MAIL',
        personId: other.personId,
        sourceRecordId: other.sourceRecordId,
        said,
      }),
    )
    expect(await listed()).toEqual({ ids: [one.personId], stopped: 1 })
    expect(await company.work((work) => openingsFor(work, other.personId))).toMatchObject({
      standing: 'STOPPED',
      items: [],
    })
    expect(await company.work(openingNews)).toMatchObject([{ openingId, people: 1 }])

    await company.work((work) =>
      merge(work, { id: newId(), survivor: one.personId, dissolved: other.personId, reason: '同じ方です' }),
    )
    expect(await listed()).toEqual({ ids: [], stopped: 1 })
    await company.work((work) =>
      answerRequest(work, {
        id,
        state: 'DECLINED',
        grounds: ['NO_VIOLATION'],
        answer: '',
        refused: '',
        told: 'ELSEWHERE',
        erase: false,
      }),
    )
    expect(await listed()).toEqual({ ids: [one.personId], stopped: 0 })
  })

  test('says who would fit if one condition were loosened, and excludes nobody for what is not known', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company, { conditions: { prefectures: ['大阪府'], employmentTypes: ['正社員'] } })
    await aPerson(company, { prefecture: '東京都', desiredPrefectures: ['東京都'] })
    const unknown = await aPerson(company, { name: '未確認 花子' })
    const { items, excluded, nearMisses } = await listFor(company, openingId)
    expect(items.map(({ person }) => person?.id)).toEqual([unknown.personId])
    expect(items[0]?.missingFacts.map(({ ja }) => ja)).toContain('勤務可能な地域')
    expect(excluded).toEqual([{ condition: 'PLACE', count: 1, ja: '勤務地', en: 'Place' }])
    expect(nearMisses.map(({ ja }) => ja)).toContain('勤務地に東京都を加える')
  })

  test('tells who is known to meet every condition from those of whom something is to be verified', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company, {
      conditions: { prefectures: ['大阪府'], languages: [{ language: '英語' }], workPermitRequired: false },
    })
    const stated = { prefecture: '大阪府', desiredPrefectures: ['大阪府'] }
    await aPerson(company, { ...stated, languages: ['英語'] })
    await aPerson(company, stated)
    await aPerson(company, {})
    expect(await listFor(company, openingId)).toMatchObject({ people: 3, known: 1 })
    expect(await company.work(openingNews)).toMatchObject([{ openingId, people: 3, known: 1 }])
  })

  test('looks at age only under the recorded exception, and never ranks by age or gender', async () => {
    const company = await aCompany()
    await company.work((work) => recordAgeException(work, '3-a'))
    const limited = await anOpening(company, { conditions: { ageLimit: { maximum: 34 } } })
    const open = await anOpening(company, { title: '年齢不問' })
    const young = await aPerson(company, { name: '若手 一', birthDate: '2000-01-01', gender: '女性' })
    const senior = await aPerson(company, { name: '熟練 二', birthDate: '1970-01-01', gender: '男性' })
    expect((await listFor(company, limited)).items.map(({ person }) => person?.id)).toEqual([young.personId])
    const { items } = await listFor(company, open)
    expect(new Set(items.map(({ person }) => person?.id))).toEqual(new Set([young.personId, senior.personId]))
    expect(new Set(items.map(({ score }) => score)).size).toBe(1)
  })

  test('has no order and no scores where the company turned ranking off', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company, { conditions: { requiredSkills: [{ skill: 'Java' }] } })
    await aPerson(company, { skills: ['Java'] })
    await company.work((work) => store.putSettings(work, { rankingOff: true }))
    const { items, ranked, unrankedBecause } = await listFor(company, openingId)
    expect({ ranked, unrankedBecause }).toEqual({ ranked: false, unrankedBecause: 'RANKING_OFF' })
    expect(items[0]).toMatchObject({ rank: null, score: null, parts: [] })
  })

  test('is logged with its inputs and who asked: the same inputs have the same fingerprint', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company)
    await aPerson(company)
    await listFor(company, openingId)
    await listFor(company, openingId)
    await aPerson(company, { name: '別の 人' })
    await listFor(company, openingId)
    const log = await company.work((work) => store.listRankings(work, { openingId, limit: 10 }))
    expect(log).toHaveLength(3)
    expect(log[0]!.inputsHash).not.toBe(log[1]!.inputsHash)
    expect(log[1]!.inputsHash).toBe(log[2]!.inputsHash)
    expect(log[0]).toMatchObject({ pool: 'OWN', considered: 2, askedBy: `staff/${company.staffId}` })
  })

  test('shows nothing of another company', async () => {
    const [ours, theirs] = await Promise.all([aCompany(), aCompany()])
    await aPerson(theirs)
    const openingId = await anOpening(theirs)
    const { installation, companyId, actor } = ours
    await expect(rankForOpening(installation, { companyId, actor }, openingId, first)).rejects.toMatchObject({
      code: 'request.not-found',
    })
  })
})
