import { expect, test } from 'vitest'
import { claimRealm, findRealm, releaseRealm } from './directory.ts'
import { newId } from '../ids.ts'
import { testInstallation } from '../testing.ts'

const aMail = () => ({ kind: 'mail', value: `${newId()}@person.example` })

test('two that claim a value at once get the same realm, until it is given up', async () => {
  const installation = await testInstallation()
  const wanted = aMail()
  const [one, other] = await Promise.all([claimRealm(installation, wanted), claimRealm(installation, wanted)])
  expect(one).toBe(other)
  await releaseRealm(installation, wanted)
  expect(await findRealm(installation, wanted)).toBeUndefined()
})

test('a value is claimed at the installation’s time, not the machine’s', async () => {
  const installation = await testInstallation()
  installation.clock.advance({ days: 400 })
  const realmId = await claimRealm(installation, aMail())
  const row = await installation.databases.app
    .selectFrom('kernel_directory')
    .select('recorded_at')
    .where('realm_id', '=', realmId)
    .executeTakeFirstOrThrow()
  expect(row.recorded_at.getTime() - Date.now()).toBeGreaterThan(399 * 86_400_000)
})
