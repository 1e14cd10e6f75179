import type { Contributions } from '../../kernel/module.ts'
import { takeBackAnnounced } from '../../kernel/outbox.ts'
import type { Work } from '../../kernel/work.ts'
import { adjustmentState } from '../credits/index.ts'
import { introductionIdsOf } from '../introductions/index.ts'
import { lettersOfRecords } from '../relay/index.ts'
import { memberActed, memberGone } from './announcements.ts'
import { adjustmentIdOf, forgetWords } from './deciding.ts'
import * as store from './store-copies.ts'
import { movingCases } from './store-network.ts'
import { withoutWords } from './telling.ts'

/** What a company's disputes can be about where these records are whose they are: introductions, and letters. */
const subjectsOf = async (work: Work, sourceRecordIds: readonly string[]): Promise<string[]> => [
  ...(await introductionIdsOf(work, sourceRecordIds)),
  ...(await lettersOfRecords(work, sourceRecordIds)).map(({ id }) => id),
]

export const contributions: Contributions = {
  // That something was contested and how it was decided stays; what was said of it goes, by either side: a company's words may name the person.
  erase: async (work, { sourceRecordIds }) => {
    for (const { id, told } of await store.markBlank(work, await subjectsOf(work, sourceRecordIds)))
      await store.changeCopy(work, id, { told: withoutWords(told) })
  },
  export: async (work, { sourceRecordIds }) => {
    const subjects = new Set(await subjectsOf(work, sourceRecordIds))
    const copies = (await store.listCopies(work, { limit: 10_000 })).filter(({ subjectId }) => subjects.has(subjectId))
    return { disputes: copies.map(({ kind, state, openedAt, told }) => ({ kind, state, openedAt, ...told })) }
  },
  retain: async (work) => ({ disputeWords: await forgetWords(work) }),
  memberRetentionFacts: async (work) =>
    (await store.memberCopies(work))
      .filter(({ state }) => state === 'STATEMENT' || state === 'REVIEW')
      .slice(0, 1)
      .map(() => ({ kind: 'KEEPS', reason: 'OPEN_DISPUTE', until: null })),
  eraseMember: async (work) => {
    await takeBackAnnounced(work, [memberActed])
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
