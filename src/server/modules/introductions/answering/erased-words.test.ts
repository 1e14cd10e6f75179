import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import type { MemberWork } from '../../../kernel/work.ts'
import { eraseMember } from '../../consent/index.ts'
import { ask } from './answer.ts'
import { introductionOf } from '../index.ts'
import { aScene, anIntroduction, verifyInRealms } from '../testing.ts'

test('no words of a member who is erased are kept in what waits or was given up, and nobody is brought them', async () => {
  const scene = await aScene()
  const { id, member } = await anIntroduction(scene)
  const words = ['夜にお話しできますか。', '出社日は選べますか。']
  for (const question of words) await member.work((work) => ask(work, { id, questionId: newId(), question }))
  const asked = ({ tx, memberId }: MemberWork) =>
    tx.selectFrom('member_outbox').select(['id', 'payload']).where('member_id', '=', memberId).execute()
  const [given] = await member.work(async (work) =>
    (await asked(work)).filter(({ payload }) => JSON.stringify(payload).includes(words[0]!)),
  )
  await member.work(({ tx, memberId }) =>
    tx
      .updateTable('member_outbox')
      .set({ state: 'DEAD' })
      .where('member_id', '=', memberId)
      .where('id', '=', given!.id)
      .execute(),
  )
  await member.work((work) => eraseMember(work, newId()))
  const left = JSON.stringify(await member.work(asked))
  for (const question of words) expect(left).not.toContain(question)
  await scene.settle()
  expect(await scene.employer.work((work) => introductionOf(work, id))).toMatchObject({ talk: [] })
  expect(await verifyInRealms(scene)).toEqual([])
})
