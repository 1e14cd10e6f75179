import { expect, test } from 'vitest'
import { testInstallation } from '../../../kernel/testing.ts'
import { aCompany } from '../../accounts/testing.ts'
import { putKnownCompany } from '../../accounts/companies/store-network.ts'
import { putStanding } from '../../introductions/settling/store-network.ts'
import { newId } from '../../../kernel/ids.ts'
import { NetworkHealth } from '../../../../contract/network/network-health.ts'
import { putNetworkReferral } from '../../relay/referrals/store-network.ts'
import { networkHealth } from './health.ts'

test('an empty network has months without anything, and no group that is judged', async () => {
  const operator = await aCompany({ installation: await testInstallation(), kind: 'OPERATOR' })
  const health = NetworkHealth.parse(await operator.work(networkHealth))
  expect(health.whole).toMatchObject({ companies: 0, given: 0, received: 0, stands: null })
  expect(health.months).toHaveLength(12)
})

test('what companies gave and received is told by what they say of themselves, and by the month it happened', async () => {
  const operator = await aCompany({ installation: await testInstallation(), kind: 'OPERATOR' })
  const health = await operator.work(async (work) => {
    const known = { corporateNumber: null, licenceNumber: null, groupNumber: null, groupName: null, industry: 'G' }
    for (let made = 0; made < 12; made += 1) {
      const employerId = newId()
      const told = { ...known, operatingMode: 'PLACEMENT', employees: 'UNDER_300', region: 'KANTO' } as const
      await putKnownCompany(work, { ...told, id: employerId, name: `企業${made}`, asOf: work.now })
      const at = work.now
      for (let count = 0; count < 20; count += 1)
        await putNetworkReferral(work, {
          id: newId(),
          employerId,
          state: 'COUNTED',
          reason: null,
          signals: [],
          version: 1,
          registeredAt: at,
          heldUntil: null,
          settledAt: at,
        })
      await putStanding(work, {
        id: newId(),
        employerId,
        state: 'ACCEPTED',
        progress: null,
        steps: [],
        askedAt: new Date(at.getTime() - 48 * 3_600_000).toISOString(),
        endedAt: at.toISOString(),
        answerBy: null,
        version: 1,
      })
    }
    return networkHealth(work)
  })
  expect(health.groups.region).toMatchObject([
    {
      key: 'KANTO',
      companies: 12,
      given: 240,
      received: 12,
      perTen: { value: 0.5 },
      accepted: { of: 12, value: null },
    },
  ])
  expect(health.months.at(-1)).toMatchObject({ registrations: 240, counted: 240, accepted: 12, medianHours: 48 })
})
