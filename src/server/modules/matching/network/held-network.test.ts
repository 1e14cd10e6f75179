import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../../kernel/testing.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { matchingModule } from '../index.ts'
import { build, catchUp, heldNetwork, tellWhenFull } from './held-network.ts'
import { applyProfile } from './network.ts'
import { shownTo, type NetworkClasses } from './network-classes.ts'
import { listedPage } from '../store-listed.ts'
import { anEmptyNetwork, aRelayProfile, releaseNow, shownByRows } from '../testing.ts'

let installation: TestInstallation
let operator: string
beforeAll(async () => {
  installation = await testInstallation({ intents: matchingModule.intents ?? [] })
})

const leave = (memberId: string, version: number) =>
  applyProfile(installation, { realmId: memberId, version, payload: { profile: null, notTo: [], blocked: [] } })

/** All that is held, in an order that depends on nothing. */
function contents({ people, classes, knownTo, soonKnownTo, leavesOut, ending }: NetworkClasses) {
  const sets = (all: Map<string | number, Set<string>>) =>
    [...all].map(([key, ids]) => `${key}: ${[...ids].toSorted().join()}`).toSorted()
  return {
    people: [...people].map(([id, { of, ...one }]) => ({ id, of: of?.digest, ...one })).toSorted(byId),
    classes: sets(new Map([...classes].map(([key, one]) => [key, one.people]))),
    knownTo: sets(knownTo),
    soonKnownTo: sets(soonKnownTo),
    leavesOut: [...leavesOut].toSorted(),
    ending: sets(ending),
  }
}
const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)

/** What is held after following the changes, beside what the tables say when they are read whole. */
async function both() {
  const held = await heldNetwork(installation)
  const whole = await asOperator((work) => build(work))
  return { held: contents(held!.network), whole: contents(whole) }
}
const asOperator = <T>(run: (work: Work) => Promise<T>) =>
  inCompany(installation, { companyId: operator, actor: systemActor('test') }, run)
const rows = () => asOperator(async (work) => listedPage(work, undefined))

describe('the network that is held in memory', () => {
  test('is what the tables say after any changes, releases and removals, in any order', async () => {
    const act = fc.oneof(
      fc.record({ does: fc.constant('come' as const), place: fc.constantFrom('13', '27') }),
      fc.record({
        does: fc.constantFrom('change' as const, 'block' as const, 'leave' as const, 'vanish' as const),
        at: fc.nat(30),
      }),
      fc.record({ does: fc.constant('release' as const) }),
      fc.record({ does: fc.constant('ask' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
        operator = await anEmptyNetwork(installation)
        const members: { memberId: string; version: number }[] = []
        const come = async (place: string) => {
          members.push({ memberId: await aRelayProfile(installation, { prefectures: [place] }), version: 1 })
        }
        for (let first = 0; first < 11; first += 1) await come('13')
        for (const one of acts) {
          if (one.does === 'come') await come(one.place)
          else if (one.does === 'release') await releaseNow(installation, operator)
          else if (one.does === 'ask') await both()
          else {
            const of = members[one.at % members.length]!
            of.version += 1
            const { memberId, version } = of
            if (one.does === 'change') await aRelayProfile(installation, { memberId, version, prefectures: ['27'] })
            if (one.does === 'block') await aRelayProfile(installation, { memberId, version, notTo: [newId()] })
            if (one.does === 'leave') await leave(memberId, version)
            if (one.does === 'vanish')
              await asOperator(({ tx, companyId }) =>
                tx
                  .deleteFrom('matching_profile')
                  .where('company_id', '=', companyId)
                  .where('id', '=', memberId)
                  .execute(),
              )
          }
        }
        const { held, whole } = await both()
        expect(held).toEqual(whole)
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  test('lacks who left in the very next list, also where lists are asked for at once', async () => {
    operator = await anEmptyNetwork(installation)
    const ids: string[] = []
    for (let made = 0; made < 12; made += 1) ids.push(await aRelayProfile(installation))
    await releaseNow(installation, operator)
    await both()
    await leave(ids[0]!, 2)
    const lists = await Promise.all(Array.from({ length: 8 }, both))
    for (const { held } of lists) expect(held.people.map(({ id }) => id)).toEqual(ids.slice(1).toSorted())
  })

  test('shows a company what the rule says when it is applied to the rows one by one', async () => {
    const companies = [newId(), newId()]
    const names = ['みどり工業', 'わかば物流']
    const someone = fc.record({
      prefectures: fc.constantFrom(['13'], ['27'], ['01']),
      notTo: fc.subarray(companies),
      blocked: fc.subarray(names.map((nameKey) => ({ corporateNumber: null, nameKey }))),
      blockedIndustries: fc.subarray(['E', 'G']),
      days: fc.constantFrom(2, 180),
    })
    const asker = fc.record({
      companyId: fc.constantFrom(...companies),
      keys: fc.record({
        numbers: fc.constant(new Set<string>()),
        names: fc.subarray(names).map((some) => new Set(some)),
        industry: fc.constantFrom(null, 'E', 'J'),
      }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(someone, { minLength: 12, maxLength: 40 }), asker, async (people, asking) => {
        operator = await anEmptyNetwork(installation)
        for (const { days, ...one } of people) {
          const shownUntil = new Date(Date.now() + installation.clock.offsetMs() + days * 86_400_000).toISOString()
          await aRelayProfile(installation, { ...one, shownUntil })
        }
        await releaseNow(installation, operator)
        const { network, now } = (await heldNetwork(installation))!
        for (const later of [0, 3]) {
          const at = new Date(now.getTime() + later * 86_400_000)
          const expected = shownByRows(await rows(), asking, at)
          const found = shownTo(network, asking, at)
          expect(found.classes.flatMap(({ ids }) => ids()).toSorted()).toEqual(
            expected.shown.map(({ id }) => id).toSorted(),
          )
          expect(found.classes.map(({ count, ids }) => count - ids().length).filter(Boolean)).toEqual([])
          expect(found.suppressed).toBe(expected.suppressed)
        }
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  test('is read once for all who ask meanwhile, none of whom holds a connection', async () => {
    operator = await anEmptyNetwork(installation)
    for (let made = 0; made < 12; made += 1) await aRelayProfile(installation)
    await heldNetwork(installation)
    const asked = Array.from({ length: 200 }, () => heldNetwork(installation))
    // The reading that runs, and one for everybody who came since.
    expect(new Set(asked).size).toBeLessThanOrEqual(2)
    for (const one of await Promise.all(asked)) expect(one?.network.people.size).toBe(12)
  })

  test('holds no more people than it may, and is whole again when there is room', async () => {
    operator = await anEmptyNetwork(installation)
    const ids: string[] = []
    for (let made = 0; made < 12; made += 1) ids.push(await aRelayProfile(installation))
    const held = await asOperator((work) => build(work, 10))
    expect(held.people.size).toBe(10)
    expect(await asOperator((work) => catchUp(work, held))).toBe(true)
    await leave(ids[0]!, 2)
    expect(await asOperator((work) => catchUp(work, held))).toBe(false)
    expect((await asOperator((work) => build(work, 10))).people.size).toBe(10)
    await leave(ids[1]!, 2)
    await leave(ids[2]!, 2)
    expect((await asOperator((work) => build(work, 10))).people.size).toBe(9)
  })
})

test('a network of more people than are held warns once, and again when there was room in between', async () => {
  operator = await anEmptyNetwork(installation)
  for (let at = 0; at < 3; at += 1) await aRelayProfile(installation)
  const held = await asOperator((work) => build(work, 2))
  const warned: unknown[] = []
  const look = () => tellWhenFull({ warn: (what: unknown) => warned.push(what) }, held)
  look()
  look()
  expect(warned).toEqual([{ most: 2 }])
  held.most = 3
  look()
  held.most = 2
  look()
  expect(warned).toHaveLength(2)
})
