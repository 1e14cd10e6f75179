import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../kernel/testing.ts'
import { inCompany, systemActor } from '../../kernel/work.ts'
import { matchingModule } from './index.ts'
import { build, shownNetwork } from './held-network.ts'
import { applyProfile } from './network.ts'
import type { Listed } from './store-network.ts'
import { anEmptyNetwork, aRelayProfile, releaseNow } from './testing.ts'

let installation: TestInstallation
let operator: string
beforeAll(async () => {
  installation = await testInstallation({ intents: matchingModule.intents ?? [] })
})

const leave = (memberId: string, version: number) =>
  applyProfile(installation, { realmId: memberId, version, payload: { profile: null, notTo: [], blocked: [] } })

const sorted = (all: Iterable<Listed>) => [...all].toSorted((one, other) => (one.id < other.id ? -1 : 1))

/** What is held after following the changes, beside what the tables say when they are read whole. */
const both = () =>
  inCompany(installation, { companyId: operator, actor: systemActor('test') }, async (work) => {
    const held = sorted(await shownNetwork(work))
    return { held, whole: sorted((await build(work)).people.values()) }
  })

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
              await inCompany(installation, { companyId: operator, actor: systemActor('test') }, ({ tx, companyId }) =>
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
    for (const { held } of lists) expect(held.map(({ id }) => id).toSorted()).toEqual(ids.slice(1).toSorted())
  })
})
