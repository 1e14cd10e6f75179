import type { Contributions } from '../../kernel/module.ts'
import { adjustmentState } from '../credits/index.ts'
import { introductionIdsOf } from '../introductions/index.ts'
import { memberGone } from './announcements.ts'
import { adjustmentIdOf } from './deciding.ts'
import * as store from './store-copies.ts'
import { movingCases } from './store-network.ts'
import { withoutPerson } from './telling.ts'

export const contributions: Contributions = {
  // That something was contested and how it was decided stays; what the person said of it goes.
  erase: async (work, { sourceRecordIds }) => {
    const introductions = await introductionIdsOf(work, sourceRecordIds)
    for (const { id, told } of await store.markBlank(work, introductions))
      await store.changeCopy(work, id, { told: withoutPerson(told) })
  },
  export: async (work, { sourceRecordIds }) => {
    const introductions = new Set(await introductionIdsOf(work, sourceRecordIds))
    const copies = (await store.listCopies(work, { limit: 10_000 })).filter(({ subjectId }) =>
      introductions.has(subjectId),
    )
    return { disputes: copies.map(({ kind, state, openedAt, told }) => ({ kind, state, openedAt, ...told })) }
  },
  eraseMember: async (work) => {
    for (const { id } of await store.memberCopies(work))
      await work.announce(memberGone, { subjectId: id, version: 1, payload: { caseId: id } })
    await store.deleteMemberCopies(work)
  },
  exportMember: async (work) => ({
    disputes: (await store.memberCopies(work)).map(({ kind, state, openedAt, told }) => ({
      kind,
      state,
      openedAt,
      ...told,
    })),
  }),
  verify: async (work) => {
    const missing = []
    for (const id of await movingCases(work))
      if ((await adjustmentState(work, adjustmentIdOf(id))) === null)
        missing.push({ rule: 'disputes.effect-is-a-correction', where: id, saw: 'no correction was proposed' })
    return missing
  },
}
