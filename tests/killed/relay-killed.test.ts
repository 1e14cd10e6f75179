import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wiring } from '../../src/server/app.ts'
import { testInstallation, type TestInstallation } from '../../src/server/kernel/testing.ts'
import { inCompany, systemActor } from '../../src/server/kernel/work.ts'
import { memberProvisions } from '../../src/server/modules/consent/index.ts'
import { balances } from '../../src/server/modules/credits/index.ts'
import { aScene, refsFor, verifyInRealms } from '../../src/server/modules/introductions/testing.ts'
import { keepMissing } from '../../src/server/modules/linkage/keeping/keep-missing.ts'
import { knownThroughRelay, noteActivity } from '../../src/server/modules/relay/index.ts'
import { aMember, type TestMember } from '../../src/server/modules/relay/testing.ts'
import { killWorkerOnce, mailsOfAll } from './killing.ts'

let dataDir: string
let installation: TestInstallation
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tasuki-relay-killed-'))
  installation = await testInstallation({ ...wiring, emptyDatabase: 'tasuki_relay_killed' })
  installation.config.dataDir = dataDir
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

test('counting, joining and flow-back go on where killed workers stopped: each once, and nobody is mailed twice', async () => {
  const scene = await aScene({ installation, slots: 0, members: 11 })
  const { referrer, operatorId, members } = scene
  const known = { yes: ['RELAY_PROFILE', 'FLOW_BACK'] as const }
  const wishes = members[0]!.registration.wishes
  // Eight more join, of whom nothing was handed on yet: a twentieth within the hour would wait for a look.
  for (let joined = 0; joined < 8; joined += 1) members.push(await aMember(referrer, { ...known, wishes }))
  const companies = [referrer.companyId, scene.employer.companyId, operatorId]
  const killOnce = (isSo: () => Promise<boolean>) =>
    killWorkerOnce(installation, { dataDir, companies, members: members.map(({ memberId }) => memberId), isSo })
  const settle = async () => {
    for (let pass = 0; pass < 4; pass += 1) {
      // What failed as a worker died is tried again after a while.
      installation.clock.advance({ minutes: 2 })
      await installation.settle(...companies, ...members.map(({ memberId }) => memberId))
    }
  }

  const held = async () => (await referrer.work(balances)).held
  await killOnce(async () => (await held()) >= 15)
  installation.clock.advance({ days: 8 })
  const counted = async () => {
    const { counted: rest, slots } = await referrer.work(balances)
    return rest + 10 * slots.available
  }
  // Across the tenth, which makes the first slot.
  for (const so of [4, 10, 16]) await killOnce(async () => (await counted()) >= so)
  await settle()
  expect(await referrer.work(balances)).toMatchObject({ held: 0, counted: 9, debt: 0, slots: { available: 1 } })

  const shown = () =>
    inCompany(installation, { companyId: operatorId, actor: systemActor('test') }, async ({ tx, companyId }) => {
      const rows = await tx
        .selectFrom('matching_profile')
        .select('published')
        .where('company_id', '=', companyId)
        .where('published', 'is not', null)
        .execute()
      return rows.length
    })
  installation.clock.advance({ minutes: 11 })
  await settle()
  expect(await shown()).toBe(19)
  expect(await refsFor(scene)).toHaveLength(19)

  for (const { work } of members) await work((opened) => noteActivity(opened, { activity: 'PLACED', by: null }))
  const told = async () => (await Promise.all(members.map(activity))).filter((one) => one === 'PLACED').length
  const activity = async ({ registration: { sourceRecordId } }: TestMember) =>
    (await referrer.work((work) => knownThroughRelay(work, { sourceRecordIds: [sourceRecordId] }))).activity
  for (const so of [3, 11]) await killOnce(async () => (await told()) >= so)
  await settle()
  expect(await told()).toBe(19)
  for (const { work } of members) {
    const shareIds = (await work(memberProvisions)).map(({ shareId, side }) => `${shareId} ${side}`)
    expect(new Set(shareIds).size).toBe(shareIds.length)
  }
  const sent = (await mailsOfAll(installation, dataDir)).map(({ messageId }) => messageId)
  expect(new Set(sent).size).toBe(sent.length)
  // As the job does that runs every hour, and the days that were skipped had none.
  await referrer.work((work) => keepMissing(work, null))
  // The companies of tests have no owner.
  const found = await verifyInRealms({ ...scene, members })
  expect(found.filter(({ rule }) => rule !== 'accounts.has-an-owner')).toEqual([])
}, 180_000)
