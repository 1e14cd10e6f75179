import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wiring } from '../../src/server/app.ts'
import { newId } from '../../src/server/kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../src/server/kernel/testing.ts'
import { eraseMember } from '../../src/server/modules/consent/index.ts'
import { balances } from '../../src/server/modules/credits/index.ts'
import { answer } from '../../src/server/modules/introductions/answering/answer.ts'
import { memberBehind } from '../../src/server/modules/introductions/asking/arrival.ts'
import { introduction, introductionOf, request } from '../../src/server/modules/introductions/index.ts'
import { aScene, refsFor, verifyInRealms, type Scene } from '../../src/server/modules/introductions/testing.ts'
import { withdrawFromRelay } from '../../src/server/modules/relay/index.ts'
import type { TestMember } from '../../src/server/modules/relay/testing.ts'
import { killWorkerOnce, mailsOfAll } from './killing.ts'

let dataDir: string
let installation: TestInstallation
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tasuki-introductions-killed-'))
  installation = await testInstallation({ ...wiring, emptyDatabase: 'tasuki_introductions_killed' })
  installation.config.dataDir = dataDir
})
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true })
})

const killOnce = ({ referrer, employer, operatorId, members }: Scene, isSo: () => Promise<boolean>) =>
  killWorkerOnce(installation, {
    dataDir,
    companies: [employer.companyId, referrer.companyId, operatorId],
    members: members.map(({ memberId }) => memberId),
    isSo,
  })

const arrived = async (members: readonly TestMember[]): Promise<number> => {
  const asked = await Promise.all(
    members.map(({ work }) =>
      work(({ tx, memberId }) =>
        tx.selectFrom('introductions_ask').select('id').where('member_id', '=', memberId).execute(),
      ),
    ),
  )
  return asked.flat().length
}

test('introductions go on where killed workers stopped: each has one end, and each slot is settled once', async () => {
  const asks = 8
  const scene = await aScene({ installation, slots: asks, members: 14 })
  const { employer, openingId, members } = scene
  const refs = (await refsFor(scene)).slice(0, asks)
  const ids = refs.map(() => newId())
  const ask = (at: number) =>
    request(installation, employer, { id: ids[at]!, openingId, ref: refs[at]!, message: 'お話ししたく存じます。' })
  // Each is asked twice at once, as from two tabs.
  await Promise.allSettled(ids.flatMap((_, at) => [ask(at), ask(at)]))
  for (const at of ids.keys()) await ask(at)
  expect((await employer.work(balances)).slots).toMatchObject({ available: 0, reserved: asks })
  await killOnce(scene, async () => (await arrived(members)) >= 3)
  for (let pass = 0; pass < 3; pass += 1) await scene.settle()
  expect(await arrived(members)).toBe(asks)

  const people = await Promise.all(
    ids.map(async (id) => {
      const { memberId } = await memberBehind(installation, { id, employerId: employer.companyId })
      return members.find((one) => one.memberId === memberId)!
    }),
  )
  const yes = async (at: number) => {
    const { shown } = await people[at]!.work((work) => introduction(work, ids[at]!))
    await people[at]!.work((work) => answer(work, { id: ids[at]!, answer: 'ACCEPTED', consent: true, shown }))
  }
  const no = (at: number) => people[at]!.work((work) => answer(work, { id: ids[at]!, answer: 'DECLINED' }))
  const standing = () => Promise.all(ids.map((id) => employer.work((work) => introductionOf(work, id))))
  const ends = async () => {
    // The same yes twice, a yes and a leaving at once, an erasure in the middle.
    await Promise.allSettled([yes(0), yes(0), yes(1), no(2), no(2), yes(3), people[3]!.work(withdrawFromRelay)])
    await people[4]!.work((work) => eraseMember(work, newId()))
    await people[5]!.work(withdrawFromRelay)
  }
  await Promise.all([
    ends(),
    killOnce(scene, async () => (await standing()).filter(({ state }) => state !== 'ASKED').length >= 2),
  ])
  for (let pass = 0; pass < 4; pass += 1) await scene.settle()

  const states = (await standing()).map(({ state }) => state)
  expect(states.slice(0, 3)).toEqual(['ACCEPTED', 'ACCEPTED', 'DECLINED'])
  for (const state of states.slice(3, 6)) expect(state).not.toBe('ASKED')
  expect(states.slice(6)).toEqual(['ASKED', 'ASKED'])
  const spent = states.filter((state) => state === 'ACCEPTED').length
  expect((await employer.work(balances)).slots).toMatchObject({ reserved: 2, spent, available: asks - 2 - spent })
  const mails = await mailsOfAll(installation, dataDir)
  expect(mails.filter(({ subject }) => subject.includes('ご紹介が届いています')).length).toBeGreaterThanOrEqual(
    asks - 1,
  )
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length)
  // The companies of tests have no owner.
  const found = await verifyInRealms(scene)
  expect(found.filter(({ rule }) => rule !== 'accounts.has-an-owner')).toEqual([])
}, 120_000)
