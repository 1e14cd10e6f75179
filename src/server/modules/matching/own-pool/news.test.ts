import { describe, expect, test } from 'vitest'
import { aCompany } from '../../accounts/testing.ts'
import { aPerson } from '../../people/testing.ts'
import { anApplication, anOpening } from '../../selection/testing.ts'
import { ownMatches } from '../matches.ts'
import { openingNews, openingsFor } from './news.ts'
import * as store from '../store.ts'

const conditions = { conditions: { prefectures: ['東京都'], requiredSkills: [{ skill: 'Java' }] } }

describe('what is news for an opening', () => {
  test('is everyone who fits until somebody looks, then who came or changed since', async () => {
    const company = await aCompany()
    await aPerson(company, { prefecture: '東京都', skills: ['Java'] })
    const openingId = await anOpening(company, conditions)
    const news = async () => (await company.work(openingNews)).find((one) => one.openingId === openingId)
    expect(await news()).toMatchObject({ people: 1, fresh: 1, lookedAt: null })
    await company.work((work) => ownMatches(work, openingId, { pool: 'OWN', page: 1, limit: 20 }))
    expect(await news()).toMatchObject({ people: 1, fresh: 0, lookedAt: expect.any(String) })
    await aPerson(company, { name: '新しい 方', prefecture: '東京都', desiredPrefectures: ['東京都'] })
    await aPerson(company, { name: '合わない 方', prefecture: '北海道', desiredPrefectures: ['北海道'] })
    expect(await news()).toMatchObject({ people: 2, fresh: 1 })
  })
})

describe('the openings for a person', () => {
  test('are those they fit, the best first, with the same points as in the list of the opening', async () => {
    const company = await aCompany()
    const { personId } = await aPerson(company, {
      prefecture: '東京都',
      desiredPrefectures: ['東京都'],
      skills: ['Java'],
    })
    const java = await anOpening(company, conditions)
    const osaka = await anOpening(company, { conditions: { prefectures: ['福岡県'] } })
    const ruby = await anOpening(company, { title: 'Ruby', conditions: { requiredSkills: [{ skill: 'Ruby' }] } })
    const { items } = await company.work((work) => openingsFor(work, personId))
    expect(items.map(({ openingId }) => openingId)).toEqual([java, ruby])
    expect(items.map(({ openingId }) => openingId)).not.toContain(osaka)
    const listed = await company.work((work) => ownMatches(work, java, { pool: 'OWN', page: 1, limit: 20 }))
    expect(items[0]!.score).toBe(listed.items[0]!.score)
  })

  test('have no order and no points where ranking is off, and are none for who is in process', async () => {
    const company = await aCompany()
    const { personId } = await aPerson(company, { skills: ['Java'] })
    await anOpening(company, conditions)
    await company.work((work) => store.putSettings(work, { rankingOff: true }))
    const { items, ranked } = await company.work((work) => openingsFor(work, personId))
    expect(ranked).toBe(false)
    expect(items[0]).toMatchObject({ score: null, parts: [] })
    const { personId: busy, sourceRecordId } = await aPerson(company, { name: '選考中 の方' })
    await anApplication(company, { sourceRecordId, course: [{ kind: 'STAGE', stage: 'INTERVIEW_1' }] })
    expect(await company.work((work) => openingsFor(work, busy))).toMatchObject({ standing: 'IN_PROCESS', items: [] })
  })
})
