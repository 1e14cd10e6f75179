import { beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { newId } from '../../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../../kernel/testing.ts'
import { inCompany, systemActor } from '../../../kernel/work.ts'
import { matchingModule } from '../index.ts'
import { tooFewToShow } from './joining.ts'
import { networkIndex, releaseOverdue } from './network.ts'
import { classKey, leastStrangers, type Published } from '../release/release.ts'
import { readNetwork } from './store-network.ts'
import { aNetwork, aRelayProfile, releaseNow } from '../testing.ts'

let installation: TestInstallation
beforeAll(async () => {
  installation = await testInstallation({ intents: matchingModule.intents ?? [] })
})

const read = <T>(operator: string, run: Parameters<typeof inCompany<T>>[2]) =>
  inCompany(installation, { companyId: operator, actor: systemActor('test') }, run)
const shownIn = async (operator: string) =>
  (await read(operator, readNetwork)).filter(({ published }) => published !== null).length
const join = async (people: number, made: { notTo?: string[] } = {}) => {
  for (let joined = 0; joined < people; joined += 1) await aRelayProfile(installation, made)
}

describe('people who join the network', () => {
  test('are shown five at a time, and counted as waiting until then', async () => {
    const { operator } = await aNetwork(installation, { people: 12 })
    await join(4)
    await releaseNow(installation, operator)
    expect(await shownIn(operator)).toBe(12)
    expect(await read(operator, networkIndex)).toMatchObject({ shown: 12, waiting: 4, withheld: 0 })
    await join(1)
    await releaseNow(installation, operator)
    expect(await shownIn(operator)).toBe(17)
  })

  test('are shown after thirty days, however few they are', async () => {
    const { operator } = await aNetwork(installation, { people: 12 })
    await join(1)
    await releaseNow(installation, operator)
    installation.clock.advance({ days: 29 })
    await releaseOverdue.run(installation, {})
    await releaseNow(installation, operator)
    expect(await shownIn(operator)).toBe(12)
    installation.clock.advance({ days: 1 })
    await releaseOverdue.run(installation, {})
    await releaseNow(installation, operator)
    expect(await shownIn(operator)).toBe(13)
  })

  test('wait as well where one company knows all of them but one by name', async () => {
    const { operator } = await aNetwork(installation, { people: 12 })
    const [referrer, other] = [newId(), newId()]
    await join(4, { notTo: [referrer] })
    await join(1, { notTo: [other] })
    await releaseNow(installation, operator)
    expect(await shownIn(operator)).toBe(12)
    await join(1, { notTo: [referrer] })
    await releaseNow(installation, operator)
    expect(await shownIn(operator)).toBe(17)
  })

  test('hold up nobody who was shown before, and change what others are shown as by nothing', async () => {
    const { operator, memberIds } = await aNetwork(installation, { people: 12 })
    const before = new Map((await read(operator, readNetwork)).map((one) => [one.id, one.published]))
    await join(3)
    await aRelayProfile(installation, { memberId: memberIds[0]!, version: 2, salaryMin: 4_300_000 })
    await releaseNow(installation, operator)
    const after = (await read(operator, readNetwork)).filter(({ id }) => memberIds.includes(id))
    expect(after).toHaveLength(12)
    expect(after.every(({ id, published }) => classKey(published!) === classKey(before.get(id)!))).toBe(true)
  })
})

const company = fc.constantFrom<string[]>('A', 'B', 'C')
const row = fc.record({
  published: fc.option(fc.constant<Published>({}), { nil: null }),
  notTo: fc.uniqueArray(company, { maxLength: 2 }),
  of: fc.constantFrom<Published>({ occupation: '営業' }, { occupation: '経理' }),
})

test('no company sees fewer than five new people in any release, whoever knows whom', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (made) => {
      const rows = made.map(({ published, notTo }, at) => ({ id: String(at), published, notTo, waitsSince: null }))
      const next = made.map(({ of }) => of)
      const few = new Set(tooFewToShow(rows, next))
      for (const asking of ['A', 'B', 'C', 'somebody else']) {
        const seen = rows.filter((one, at) => {
          const inClass = rows.filter((_, other) => next[other] === next[at])
          const strangers = inClass.filter(({ notTo }) => !notTo.includes(asking)).length
          const isShown = strangers >= leastStrangers && !one.notTo.includes(asking)
          return !one.published && !few.has(one) && isShown
        })
        expect(seen.length === 0 || seen.length >= leastStrangers).toBe(true)
      }
    }),
  )
})
