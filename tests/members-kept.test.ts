import { expect, test } from 'vitest'
import { newId } from '../src/server/kernel/ids.ts'
import { memberTerm } from '../src/server/modules/consent/index.ts'
import { deleteMemberCopies, putMemberCopy } from '../src/server/modules/disputes/store-copies.ts'
import { insertAsk, listAsks, moveAsk } from '../src/server/modules/introductions/answering/store-asks.ts'
import { spendContact } from '../src/server/modules/relay/index.ts'
import { changeBudget } from '../src/server/modules/relay/members/member-settings.ts'
import { aMember, operatorName } from '../src/server/modules/relay/testing.ts'
import { aNetworkWithRule } from './members-network.ts'

const { installation, operator, company, days, listed, counts } = await aNetworkWithRule('members_kept')

test('a member is kept and counted by the reason: an introduction to answer, a dispute that is not decided, contacts of these weeks', async () => {
  const asked = await aMember(company)
  const contesting = await aMember(company)
  const spent = await aMember(company)
  await spent.work((work) => changeBudget(work, 1))
  days(740)
  const now = new Date(Date.now() + installation.clock.offsetMs())
  const both = { ja: '記載なし', en: 'Not stated' }
  await asked.work((work) =>
    insertAsk(work, {
      id: newId(),
      employerId: company.companyId,
      provider: { id: operator.companyId, name: operatorName, address: '東京都' },
      job: {
        companyName: '株式会社みなとシステムズ',
        companyRepresentative: '',
        companyAddress: '',
        openingTitle: '法人営業',
        occupation: both,
        places: both,
        employmentType: both,
        salary: both,
        remote: both,
        description: '',
      },
      message: 'ご経験に関心を持ちました。',
      promises: [],
      employerRecord: null,
      answerBy: new Date(now.getTime() + 7 * 86_400_000),
    }),
  )
  await contesting.work((work) =>
    putMemberCopy(work, {
      id: newId(),
      kind: 'CONDUCT',
      subjectId: newId(),
      state: 'REVIEW',
      told: {
        statements: [],
        statementDueAt: null,
        decideBy: now.toISOString(),
        outcome: null,
        reasons: null,
        effect: null,
        decidedAt: null,
      },
      version: 1,
      openedAt: now,
    }),
  )
  await spent.work((work) => spendContact(work, { id: newId(), kind: 'REFRESH' }))
  const run = await listed()
  expect(run.reasons).toEqual({ OPEN_INTRODUCTION: 1, OPEN_DISPUTE: 1, CONTACTS_SPENT: 1 })
  expect(counts(run)).toMatchObject({ asks: 0, deletes: 0, kept: 3 })
  expect((await memberTerm(installation, asked.memberId))?.verdict).toMatchObject({ reasons: ['OPEN_INTRODUCTION'] })
  // The budget is of ninety days: after that they are asked like anybody.
  days(91)
  expect(counts(await listed())).toMatchObject({ asks: 1, kept: 2 })
  await asked.work(async (work) => {
    for (const { id } of await listAsks(work))
      await moveAsk(work, { id, from: 'OPEN', state: 'DECLINED', cause: 'PERSON' })
  })
  await contesting.work(deleteMemberCopies)
  expect(counts(await listed())).toMatchObject({ asks: 3, kept: 0 })
})
