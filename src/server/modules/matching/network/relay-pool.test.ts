import { companyKey } from '../../../../engines/japanese/index.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { testInstallation, type TestInstallation } from '../../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { changeCompany, company } from '../../accounts/index.ts'
import { setIndustry } from '../../accounts/companies/network-companies.ts'
import { putKnownCompany } from '../../accounts/companies/store-network.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { changeOpening } from '../../selection/index.ts'
import { anOpening } from '../../selection/testing.ts'
import { matchingModule, rankForOpening, resolveRef } from '../index.ts'
import { applyProfile } from './network.ts'
import { pseudonymsIn } from './pseudonyms.ts'
import { classKey, leastStrangers } from '../release/release.ts'
import { readNetwork } from './store-network.ts'
import { aNetwork, aRelayProfile, anEmptyNetwork, releaseNow } from '../testing.ts'

let installation: TestInstallation
beforeAll(async () => {
  installation = await testInstallation({ intents: matchingModule.intents ?? [] })
})

const relayFor = (company: TestCompany, openingId: string, limit = 100) =>
  rankForOpening(installation, company, openingId, { pool: 'RELAY', page: 1, limit })

const sales = {
  conditions: { occupations: ['営業'], requiredSkills: [{ skill: '法人営業' }], workPermitRequired: false },
}

describe('the relay people for an opening', () => {
  test('are shown once eleven share what is told of them, by facts in words and no id of their own', async () => {
    const { memberIds } = await aNetwork(installation, { people: 11 })
    const company = await aCompany({ installation })
    const openingId = await anOpening(company, sales)
    const { items, ranked, suppressed } = await relayFor(company, openingId)
    expect(items.flatMap(({ anonymous }) => anonymous!.refs)).toHaveLength(11)
    expect(ranked).toBe(true)
    expect(suppressed).toBeNull()
    expect(new Set(items.map(({ score }) => score)).size).toBe(1)
    expect(items[0]!.anonymous!.facts).toContainEqual({ fact: 'places', ja: '東京都', en: 'Tokyo' })
    const told = JSON.stringify(items)
    for (const id of memberIds) expect(told).not.toContain(id)
  })

  test('have neither rank nor points for an opening that asks for no skills, which nobody has met', async () => {
    await aNetwork(installation, { people: 11 })
    const company = await aCompany({ installation })
    const openingId = await anOpening(company, { conditions: { workPermitRequired: false } })
    const { items, people, known } = await relayFor(company, openingId)
    expect([people, known]).toEqual([11, 11])
    for (const one of items) expect(one).toMatchObject({ rank: null, score: null, maximum: 0, parts: [] })
  })

  test('bear another reference for another company and another opening, which resolves in its place alone', async () => {
    await aNetwork(installation, { people: 11 })
    const [one, other] = await Promise.all([aCompany({ installation }), aCompany({ installation })])
    const [first, second, theirs] = [
      await anOpening(one, sales),
      await anOpening(one, sales),
      await anOpening(other, sales),
    ]
    const refsOf = async (company: TestCompany, openingId: string) =>
      (await relayFor(company, openingId)).items.flatMap(({ anonymous }) => anonymous!.refs)
    const refs = [await refsOf(one, first), await refsOf(one, second), await refsOf(other, theirs)]
    expect(new Set(refs.flat()).size).toBe(33)
    const of = (companyId: string, openingId: string) =>
      resolveRef(installation, {
        companyId,
        openingId,
        company: { id: companyId, name: 'x', nameEn: null, corporateNumber: null, groupNumber: null, groupName: null },
        ref: refs[0]![0]!,
      })
    expect(await of(one.companyId, first)).toMatchObject({ memberId: expect.any(String) })
    expect(await of(one.companyId, second)).toBeUndefined()
    expect(await of(other.companyId, first)).toBeUndefined()
  })

  test('cannot be joined across companies or openings by reference, order or anything that tells a time', async () => {
    const operator = await anEmptyNetwork(installation)
    const memberIds: string[] = []
    for (let made = 0; made < 30; made += 1)
      memberIds.push(await aRelayProfile(installation, { salaryMin: 4_000_000 + (made % 3) * 500_000 }))
    await releaseNow(installation, operator)
    const [one, other] = [await aCompany({ installation }), await aCompany({ installation })]
    const places = [
      { companyId: one.companyId, openingId: await anOpening(one, sales) },
      { companyId: one.companyId, openingId: await anOpening(one, sales) },
      { companyId: other.companyId, openingId: await anOpening(other, sales) },
    ]
    const orders = []
    for (const [asking, { openingId, ...place }] of [one, one, other].map((by, at) => [by, places[at]!] as const)) {
      const { items } = await relayFor(asking, openingId)
      const { idBehind } = pseudonymsIn(installation, { ...place, openingId })
      expect(JSON.stringify(items)).not.toMatch(/\d{4}-\d{2}-\d{2}T|T\d{2}:/)
      for (const { anonymous } of items) expect(anonymous!.refs).toEqual(anonymous!.refs.toSorted())
      orders.push(items.flatMap(({ anonymous }) => anonymous!.refs).map(idBehind))
    }
    // The same people each time, in orders of which none is another's, nor that of their registration.
    expect(
      new Set(orders.map((order) => [...new Set(order)].toSorted((a, b) => (a! < b! ? -1 : 1)).join())),
    ).toHaveLength(1)
    expect(new Set([...orders, memberIds].map((order) => order.join()))).toHaveLength(4)
  })

  test('stand among eleven in whatever three companies see together, each of which knows others by name', async () => {
    const operator = await anEmptyNetwork(installation)
    const companies = [
      await aCompany({ installation }),
      await aCompany({ installation }),
      await aCompany({ installation }),
    ]
    const openings = await Promise.all(companies.map((company) => anOpening(company, sales)))
    for (let made = 0; made < 45; made += 1)
      await aRelayProfile(installation, {
        prefectures: [['13', '14', '27'][made % 3]!],
        salaryMin: 4_000_000 + (made % 4) * 500_000,
        // Some know a single person of a kind, some nobody, and one person is known to two.
        notTo:
          made === 7
            ? [companies[0]!.companyId, companies[1]!.companyId]
            : made % 9 === 0
              ? [companies[2]!.companyId]
              : [],
      })
    await releaseNow(installation, operator)
    const inNetwork = await inCompany(installation, { companyId: operator, actor: systemActor('test') }, readNetwork)
    const sizes = Map.groupBy(inNetwork, ({ published }) => (published ? classKey(published) : null))
    expect(
      Math.min(...[...sizes].flatMap(([of, people]) => (of === null ? [] : [people.length]))),
    ).toBeGreaterThanOrEqual(11)
    const lists = await Promise.all(companies.map((company, at) => relayFor(company, openings[at]!)))
    const refs = lists.flatMap(({ items }) => items.flatMap(({ anonymous }) => anonymous!.refs))
    expect(new Set(refs).size).toBe(refs.length)
    // Nothing that one of them is told parts a class that another is told whole.
    const told = lists.map(({ items }) => new Set(items.map(({ anonymous }) => JSON.stringify(anonymous!.facts))))
    const all = new Set(told.flatMap((facts) => [...facts]))
    expect(all.size).toBeLessThanOrEqual(sizes.size)
    for (const { people, suppressed } of lists) {
      expect(people === 0 || people >= 5).toBe(true)
      expect(suppressed === null || suppressed.count === null || suppressed.count >= 11).toBe(true)
    }
  })

  test('are withheld below eleven, and the company is told so without the exact number', async () => {
    await aNetwork(installation, { people: 10 })
    const company = await aCompany({ installation })
    const { items, suppressed } = await relayFor(company, await anOpening(company, sales))
    expect(items).toEqual([])
    expect(suppressed).toEqual({ count: null, k: 11 })
  })

  test('come with coarser values where their own are rare, and never alone', async () => {
    const operator = await anEmptyNetwork(installation)
    for (let made = 0; made < 22; made += 1)
      await aRelayProfile(installation, { prefectures: [made < 20 ? '13' : '14'] })
    await releaseNow(installation, operator)
    const company = await aCompany({ installation })
    const { items } = await relayFor(company, await anOpening(company, sales))
    expect(items.flatMap(({ anonymous }) => anonymous!.refs)).toHaveLength(22)
    for (const { anonymous } of items) expect(anonymous!.refs.length).toBeGreaterThanOrEqual(11)
    const places = items.map(({ anonymous }) => anonymous!.facts.find(({ fact }) => fact === 'places')?.ja)
    expect(new Set(places)).toEqual(new Set(['東京都', '関東']))
  })

  test('are not shown to whom they blocked, nor to a company that knows them, nor while they look later', async () => {
    const operator = await anEmptyNetwork(installation)
    const blocked = await aCompany({ installation, name: '株式会社ブロック', corporateNumber: '1234567890123' })
    const [named, knows] = [
      await aCompany({ installation, name: '（株）みどり工業' }),
      await aCompany({ installation }),
    ]
    for (let made = 0; made < 12; made += 1) await aRelayProfile(installation)
    await aRelayProfile(installation, { blocked: [{ corporateNumber: '1234567890123', nameKey: 'x' }] })
    await aRelayProfile(installation, {
      blocked: [{ corporateNumber: null, nameKey: companyKey('株式会社みどり工業') }],
    })
    await aRelayProfile(installation, { notTo: [knows.companyId] })
    await aRelayProfile(installation, { search: 'LATER' })
    await releaseNow(installation, operator)
    for (const company of [blocked, named, knows]) {
      expect((await relayFor(company, await anOpening(company, sales))).people).toBe(14)
    }
    const free = await aCompany({ installation })
    expect((await relayFor(free, await anOpening(free, sales))).people).toBe(15)
  })

  test('leave the list of a company that learns their names five at a time, so that no name has one reference', async () => {
    const { operator, memberIds } = await aNetwork(installation, { people: 30 })
    const company = await aCompany({ installation })
    const openingId = await anOpening(company, sales)
    const refsOf = async () => (await relayFor(company, openingId)).items.flatMap(({ anonymous }) => anonymous!.refs)
    const before = await refsOf()
    const left: number[] = []
    for (const [at, memberId] of memberIds.slice(0, 11).entries()) {
      await aRelayProfile(installation, { memberId, version: 2, notTo: [company.companyId] })
      if (at % 2 === 0) await releaseNow(installation, operator)
      left.push(before.length - (await refsOf()).length)
    }
    expect(left).toEqual([0, 0, 0, 0, 5, 5, 5, 5, 5, 5, 11])
    // Who was asked by reference and said yes is known behind it, and leaves at once.
    const [, , , , , , , , , , , introduced] = memberIds
    const known = { notTo: [company.companyId], introducedTo: [company.companyId] }
    await aRelayProfile(installation, { memberId: introduced!, version: 2, ...known })
    expect(await refsOf()).toHaveLength(18)
  })

  test('are withheld from a company whose group knows all but few of them', async () => {
    const operator = await anEmptyNetwork(installation)
    const head = '5234567890123'
    const made = { installation, groupNumber: head }
    const [one, sister, stranger] = [
      await aCompany({ ...made, name: 'あさひ物流株式会社', corporateNumber: '6234567890123' }),
      await aCompany({ ...made, name: '株式会社あさひ商事', corporateNumber: '7234567890123' }),
      await aCompany({ installation }),
    ]
    for (const { companyId, work } of [one, sister]) {
      const own = await work(company)
      await inCompany(installation, { companyId: operator, actor: systemActor('test') }, (opened) =>
        putKnownCompany(opened, { ...own, region: null, id: companyId, asOf: opened.now }),
      )
    }
    for (let count = 0; count < 12; count += 1)
      await aRelayProfile(installation, { notTo: count < 4 ? [one.companyId] : count < 8 ? [sister.companyId] : [] })
    await releaseNow(installation, operator)
    const peopleFor = async (asking: TestCompany) => (await relayFor(asking, await anOpening(asking, sales))).people
    expect([await peopleFor(one), await peopleFor(sister), await peopleFor(stranger)]).toEqual([0, 0, 12])
  })

  test('are shown to nobody in a line of business they do not want, nor to who does not say theirs', async () => {
    const { operator, memberIds } = await aNetwork(installation, { people: 13 })
    await aRelayProfile(installation, { memberId: memberIds[0]!, version: 2, blockedIndustries: ['G', 'J'] })
    await releaseNow(installation, operator)
    const shownTo = async (industry: string | null) => {
      const asking = await aCompany({ installation, ...(industry && { industry }) })
      const openingId = await anOpening(asking, sales)
      return (await relayFor(asking, openingId)).items.flatMap(({ anonymous }) => anonymous!.refs).length
    }
    expect(await shownTo('E')).toBe(13)
    expect(await shownTo('G')).toBe(12)
    expect(await shownTo(null)).toBe(12)
  })

  test('are known to fit an opening that needs a permission to work, which no anonymous profile tells', async () => {
    await aNetwork(installation, { people: 13 })
    const asking = await aCompany({ installation })
    const needing = await anOpening(asking, { conditions: { ...sales.conditions, workPermitRequired: true } })
    const not = await anOpening(asking, sales)
    const { people, known, items } = await relayFor(asking, needing)
    expect({ people, known }).toEqual({ people: 13, known: (await relayFor(asking, not)).known })
    expect(known).toBeGreaterThan(0)
    expect(JSON.stringify(items)).not.toContain('WORK_PERMIT')
  })

  test('stand in lists of open openings alone; the own pool is listed for any', async () => {
    await aNetwork(installation, { people: 13 })
    const asking = await aCompany({ installation })
    const openingId = await anOpening(asking, sales)
    const list = (pool: 'OWN' | 'RELAY') =>
      rankForOpening(installation, asking, openingId, { pool, page: 1, limit: 20 })
    expect((await list('RELAY')).people).toBe(13)
    for (const status of ['PAUSED', 'CLOSED', 'DRAFT'] as const) {
      await asking.work((work) => changeOpening(work, openingId, { status }))
      await expect(list('RELAY')).rejects.toMatchObject({ code: 'matching.opening-not-open', detail: { status } })
      expect(await list('OWN')).toMatchObject({ pool: 'OWN' })
    }
    await asking.work((work) => changeOpening(work, openingId, { status: 'OPEN' }))
    expect((await list('RELAY')).people).toBe(13)
  })

  test('are hidden by the line of business that the operator set, until the company’s own holds again', async () => {
    const { operator, memberIds } = await aNetwork(installation, { people: 13 })
    await aRelayProfile(installation, { memberId: memberIds[0]!, version: 2, blockedIndustries: ['J'] })
    await releaseNow(installation, operator)
    const asking = await aCompany({ installation, industry: 'E' })
    const id = asking.companyId
    const inNetwork = <T>(run: (work: Work) => Promise<T>) =>
      inCompany(installation, { companyId: operator, actor: systemActor('test') }, run)
    const own = await asking.work(company)
    await inNetwork((work) => putKnownCompany(work, { ...own, region: null, id, asOf: work.now }))
    const openingId = await anOpening(asking, sales)
    const shown = async () =>
      (await relayFor(asking, openingId)).items.flatMap(({ anonymous }) => anonymous!.refs).length
    expect(await shown()).toBe(13)
    await inNetwork((work) => setIndustry(work, { id, industry: 'J', reason: '定款の目的による' }))
    expect(await shown()).toBe(12)
    await inNetwork((work) => setIndustry(work, { id, industry: null, reason: '登録が改められた' }))
    expect(await shown()).toBe(13)
  })

  test('are shown to no company of a group when they blocked one of it, by number or by name', async () => {
    const operator = await anEmptyNetwork(installation)
    const head = '2234567890123'
    const made = { installation, groupName: 'わかばグループ', groupNumber: head }
    const [subsidiary, sister] = [
      await aCompany({ ...made, name: 'わかば物流株式会社', corporateNumber: '3234567890123' }),
      await aCompany({ ...made, name: '株式会社わかば商事', corporateNumber: '4234567890123' }),
    ]
    for (const { companyId, work } of [subsidiary, sister]) {
      const own = await work(company)
      const opening = { companyId: operator, actor: systemActor('test') }
      await inCompany(installation, opening, (opened) =>
        putKnownCompany(opened, { ...own, region: null, id: companyId, asOf: opened.now }),
      )
    }
    for (let count = 0; count < 12; count += 1) await aRelayProfile(installation)
    const blocks = [
      { corporateNumber: head, nameKey: 'x' },
      { corporateNumber: '4234567890123', nameKey: 'x' },
      { corporateNumber: null, nameKey: companyKey('株式会社わかば商事') },
      { corporateNumber: null, nameKey: companyKey('わかばグループ') },
    ]
    for (const block of blocks) await aRelayProfile(installation, { blocked: [block] })
    await releaseNow(installation, operator)
    for (const one of [subsidiary, sister]) expect((await relayFor(one, await anOpening(one, sales))).people).toBe(12)
    const free = await aCompany({ installation })
    expect((await relayFor(free, await anOpening(free, sales))).people).toBe(16)
  })

  test('leave at once, and take the others with them who would stand among fewer than eleven', async () => {
    const { operator, memberIds } = await aNetwork(installation, { people: 11 })
    const company = await aCompany({ installation })
    const openingId = await anOpening(company, sales)
    const leaving = { realmId: memberIds[0]!, version: 2, payload: { profile: null, notTo: [], blocked: [] } }
    await applyProfile(installation, leaving)
    expect((await relayFor(company, openingId)).people).toBe(0)
    await aRelayProfile(installation, { memberId: memberIds[0]!, version: 1 })
    for (let made = 0; made < leastStrangers; made += 1) await aRelayProfile(installation)
    await releaseNow(installation, operator)
    expect((await relayFor(company, openingId)).people).toBe(15)
  })

  test('leave when the shelf life is over', async () => {
    await aNetwork(installation, { people: 11 })
    const company = await aCompany({ installation })
    const openingId = await anOpening(company, sales)
    installation.clock.advance({ days: 181 })
    expect((await relayFor(company, openingId)).people).toBe(0)
  })

  test('are shown to nobody whom the operator has not verified, or has to verify again', async () => {
    await aNetwork(installation, { people: 11 })
    const unverified = await aCompany({ installation, standing: 'UNVERIFIED' })
    const openingId = await anOpening(unverified, sales)
    await expect(relayFor(unverified, openingId)).rejects.toMatchObject({ code: 'matching.not-verified' })
    const own = await rankForOpening(installation, unverified, openingId, { pool: 'OWN', page: 1, limit: 20 })
    expect(own.people).toBe(0)
    const renamed = await aCompany({ installation })
    const theirs = await anOpening(renamed, sales)
    expect((await relayFor(renamed, theirs)).people).toBe(11)
    await renamed.work((work) => changeCompany(work, { name: '株式会社べつの会社' }))
    await expect(relayFor(renamed, theirs)).rejects.toMatchObject({ code: 'matching.not-verified' })
  })

  test('stay unranked in INFO_PROVISION, and unseen in house', async () => {
    await aNetwork(installation, { people: 11 })
    const company = await aCompany({ installation, operatingMode: 'INFO_PROVISION' })
    const openingId = await anOpening(company, { conditions: { occupations: ['介護'] } })
    const { items, ranked, unrankedBecause } = await relayFor(company, openingId)
    expect({ ranked, unrankedBecause }).toEqual({ ranked: false, unrankedBecause: 'INFO_PROVISION' })
    expect(items.flatMap(({ anonymous }) => anonymous!.refs)).toHaveLength(11)
    expect(items.every(({ rank, score }) => rank === null && score === null)).toBe(true)
    await company.work((work) => changeCompany(work, { operatingMode: 'IN_HOUSE' }))
    await expect(relayFor(company, openingId)).rejects.toMatchObject({
      code: 'matching.mode-forbids',
      detail: { mode: 'IN_HOUSE' },
    })
  })
})
