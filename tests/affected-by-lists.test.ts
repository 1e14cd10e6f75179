import { expect, test } from 'vitest'
import type { PersonField } from '../src/contract/people/person-fields.ts'
import { createApp, wiring } from '../src/server/app.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { testInstallation } from '../src/server/kernel/testing.ts'
import { aCompany, signedIn } from '../src/server/modules/accounts/testing.ts'
import { affected } from '../src/server/modules/consent/breaches/breaches.ts'
import { recordAndLink } from '../src/server/modules/linkage/index.ts'
import { insertReply } from '../src/server/modules/messages/inbound/store-inbound.ts'
import { personOf } from '../src/server/modules/people/index.ts'
import { recordInterview } from '../src/server/modules/selection/index.ts'
import { anApplication } from '../src/server/modules/selection/testing.ts'

test('who stood on a list of interviews, replies or likely duplicates is found among the affected of a breach', async () => {
  const installation = await testInstallation(wiring)
  const app = await createApp(installation)
  const company = await aCompany({ installation })
  const { headers, staffId } = await signedIn(company)
  const { applicationId, sourceRecordId } = await anApplication(company)
  const personId = await company.work((work) => personOf(work, sourceRecordId))
  await company.work((work) =>
    recordInterview(work, { id: newId(), applicationId, stage: 'INTERVIEW_1', startsAt: null, staffIds: [staffId] }),
  )
  await company.work((work) =>
    insertReply(work, {
      id: newId(),
      mailId: newId(),
      personId,
      recordId: sourceRecordId,
      messageId: newId(),
      fromAddress: 'naoko@person.example',
      subject: '返信',
      body: 'よろしくお願いいたします。',
      attachments: 0,
    }),
  )
  const says = (
    kind: 'FORM' | 'PERSON',
    claims: Partial<Record<PersonField, string>>,
    more: { personId?: string } = {},
  ) =>
    company.work((work) =>
      recordAndLink(work, {
        id: newId(),
        kind,
        label: '',
        observedAt: work.now,
        claims: Object.entries(claims).map(([field, value]) => ({ field: field as PersonField, value })),
        ...more,
      }),
    )
  const hers = { name: '五百旗頭 航', birthDate: '1990-04-01', phone: '090-1111-2222' }
  const one = await says('FORM', hers)
  const other = await says('FORM', { name: '大野 健太', email: 'kenta@mail.example' })
  expect(await says('PERSON', hers, { personId: other.personId })).toMatchObject({ outcome: 'QUEUED' })
  const readBy = async (url: string) => {
    const from = await company.work(async (work) => work.now.toISOString())
    expect((await app.inject({ url: `/api${url}`, headers })).statusCode).toBe(200)
    const { people } = await company.work((work) => {
      const to = new Date(work.now.getTime() + 60_000).toISOString()
      return affected(work, { from, to, actions: '', actorId: staffId })
    })
    return people.map((found) => found.personId).toSorted()
  }
  expect.soft(await readBy('/v1/interviews/mine')).toEqual([personId])
  expect.soft(await readBy('/v1/messages/replies')).toEqual([personId])
  expect.soft(await readBy('/v1/duplicates')).toEqual([one.personId, other.personId].toSorted())
  await app.close()
})
