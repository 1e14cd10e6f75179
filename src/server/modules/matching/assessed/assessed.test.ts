import { beforeAll, expect, test } from 'vitest'
import { testInstallation, type TestInstallation } from '../../../kernel/testing.ts'
import { aCompany } from '../../accounts/testing.ts'
import { today } from './assessed.ts'
import { matchingModule } from '../index.ts'
import { assessedBetween, markAsked, putAssessed } from './store-assessed.ts'

let installation: TestInstallation
beforeAll(async () => {
  installation = await testInstallation()
})

test('of who was asked for and of whom no list was ranked nothing stays after thirty days', async () => {
  const { work: inRealm } = await aCompany({ installation })
  const day = await inRealm(today)
  const asked = (subjectKey: string) => ({ day, placeKey: 'place', subjectKey, introductionKey: `asked ${subjectKey}` })
  await inRealm((work) => markAsked(work, asked('never ranked')))
  await inRealm((work) => markAsked(work, asked('ranked a moment later')))
  await inRealm((work) =>
    putAssessed(work, {
      day,
      all: [{ placeKey: 'place', subjectKey: 'ranked a moment later', isAbove: true, isShown: true }],
    }),
  )
  const disposed = () => inRealm((work) => matchingModule.contributions!.retain!(work))
  expect(await disposed()).toMatchObject({ matchingUnranked: 0 })
  installation.clock.advance({ days: 32 })
  expect(await disposed()).toMatchObject({ matchingUnranked: 1 })
  const left = await inRealm((work) => assessedBetween(work, { from: '2000-01-01', until: '2999-01-01' }))
  expect(left).toEqual([
    expect.objectContaining({ subjectKey: 'ranked a moment later', introductionKeys: ['asked ranked a moment later'] }),
  ])
})
