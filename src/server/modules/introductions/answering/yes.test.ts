import { expect, test } from 'vitest'
import type { MemberWork } from '../../../kernel/work.ts'
import { memberConsentsMade, memberProvisions, memberTextShown, provisionsOf } from '../../consent/index.ts'
import { introduction } from '../index.ts'
import { anIntroduction, aScene, verifyInRealms } from '../testing.ts'
import { answer } from './answer.ts'

/** The words of the last consent to an introduction, line by line. */
async function wordsKept(work: MemberWork): Promise<string[]> {
  const decided = (await memberConsentsMade(work)).findLast(({ purpose }) => purpose === 'INTRODUCTION')
  return (await memberTextShown(work, decided?.textHash ?? ''))?.body.split('\n') ?? []
}

test('a yes is for the opening that the page named, in the words that are kept, on record on both sides', async () => {
  const scene = await aScene()
  const { id, member } = await anIntroduction(scene)
  const { job, consent, shown } = await member.work((work) => introduction(work, id))
  expect(consent?.purpose).toContain(`求人「${job.openingTitle}」`)
  await member.work((work) => answer(work, { id, answer: 'ACCEPTED', consent: true, shown }))
  await scene.settle()
  const kept = await member.work(wordsKept)
  expect([consent?.purpose, consent?.uses, consent?.stop]).toEqual([kept[0], kept[1], kept[3]])
  const own = (await member.work(memberProvisions)).filter(({ shareId }) => shareId === id)
  const received = await scene.employer.work((work) => provisionsOf(work, { sourceRecordIds: [id] }))
  expect([...own, ...received].map(({ side, opening }) => `${side} ${opening}`).toSorted()).toEqual(
    ['PROVIDER', 'RECIPIENT', 'RECIPIENT'].map((side) => `${side} ${job.openingTitle}`),
  )
  expect(await verifyInRealms(scene)).toEqual([])
})
