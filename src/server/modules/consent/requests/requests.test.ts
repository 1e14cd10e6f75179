import { describe, expect, test } from 'vitest'
import { receiptNumber } from '../../../../contract/consent/receipt-number.ts'
import { newId } from '../../../kernel/ids.ts'
import { testInstallation } from '../../../kernel/testing.ts'
import { inCompany } from '../../../kernel/work.ts'
import { aCompany } from '../../accounts/testing.ts'
import * as consent from '../index.ts'
import { consentModule } from '../index.ts'

const aConsentCompany = async () =>
  aCompany({ installation: await testInstallation({ modules: [consentModule], intents: consentModule.intents ?? [] }) })

const aSubject = () => ({ personId: newId(), sourceRecordId: newId() })
const granted = { state: 'ANSWERED' as const, grounds: [], refused: '', told: 'ELSEWHERE' as const, erase: false }

describe('a request of a person', () => {
  test('is due in fourteen days, and is answered once', async () => {
    const company = await aConsentCompany()
    const id = newId()
    const identity = 'CODE_BY_MAIL' as const
    const opened = await company.work((work) =>
      consent.openRequest(work, { id, kind: 'DISCLOSURE', via: 'PHONE', said: '保有する情報を知りたい', identity }),
    )
    expect(Date.parse(opened.dueAt) - Date.parse(opened.openedAt)).toBe(14 * 86_400_000)
    const answer = { ...granted, id, answer: '書面でお送りしました', handover: { how: 'POST' } } as const
    expect(await company.work((work) => consent.answerRequest(work, answer))).toMatchObject({ state: 'ANSWERED' })
    await expect(company.work((work) => consent.answerRequest(work, answer))).rejects.toMatchObject({
      code: 'consent.request-closed',
    })
  })

  test('to disclose keeps the wish for paper, and how and when it was handed over', async () => {
    const company = await aConsentCompany()
    const opening = { kind: 'DISCLOSURE', via: 'PHONE', said: '開示を', identity: 'CODE_BY_MAIL' } as const
    const ask = async (wish?: 'PAPER') => {
      const id = newId()
      await company.work((work) => consent.openRequest(work, { ...opening, id, wish }))
      return id
    }
    const answer = (id: string, said: Partial<consent.Answering>) =>
      company
        .work((work) => consent.answerRequest(work, { ...granted, id, answer: '開示いたします', ...said }))
        .catch(({ code }: { code: string }) => code)
    const [paper, none] = [await ask('PAPER'), await ask()]
    expect(await company.work((work) => consent.request(work, paper))).toMatchObject({ wish: 'PAPER', handover: null })
    expect(await answer(paper, {})).toBe('consent.handover-missing')
    expect(await answer(paper, { handover: { how: 'MAIL' } })).toBe('consent.wish-unmet')
    expect(await answer(paper, { handover: { how: 'POST', on: '2199-01-01' } })).toBe('consent.handover-unfit')
    const refusing = { state: 'DECLINED', grounds: ['NOT_HELD'], handover: { how: 'POST' } } as const
    expect(await answer(paper, { ...refusing, grounds: [...refusing.grounds] })).toBe('consent.handover-unfit')
    expect(await answer(paper, { handover: { how: 'POST', on: '2026-01-05' } })).toMatchObject({
      handover: { how: 'POST', on: '2026-01-05', note: '' },
    })
    const note = '書庫の復旧中で印刷できないため'
    const again = await ask('PAPER')
    expect(await answer(again, { handover: { how: 'MEDIA', note } })).toMatchObject({
      handover: { how: 'MEDIA', note },
    })
    expect(await answer(none, { handover: { how: 'IN_PERSON' } })).toMatchObject({ handover: { how: 'IN_PERSON' } })
    const other = { ...opening, kind: 'STOP', id: newId(), wish: 'PAPER' } as const
    await expect(company.work((work) => consent.openRequest(work, other))).rejects.toMatchObject({
      code: 'consent.wish-unfit',
    })
  })

  test('is found by its number, however it was typed, and nobody finds that of another company', async () => {
    const company = await aConsentCompany()
    const [id, other] = [newId(), newId()]
    for (const one of [id, other])
      await company.work((work) => consent.openRequest(work, { id: one, kind: 'STOP', via: 'MAIL', said: '停止を' }))
    const found = async ({ work }: Pick<typeof company, 'work'>, number: string) =>
      (await work((inside) => consent.requests(inside, { number, after: undefined, limit: 10 }))).map((one) => one.id)
    const number = receiptNumber(id)
    expect(await found(company, number)).toEqual([id])
    expect(await found(company, number.toLowerCase().slice(0, 11))).toEqual([id])
    const wide = number.replaceAll(/[0-9A-F]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0))
    expect(await found(company, wide)).toEqual([id])
    expect(await found(company, '%')).toEqual([])
    expect(await found(await aConsentCompany(), number)).toEqual([])
  })

  test('is answered only once it is known who asks, and refused only on a ground of the law for its kind', async () => {
    const company = await aConsentCompany()
    const id = newId()
    await company.work((work) => consent.openRequest(work, { id, kind: 'DISCLOSURE', via: 'MAIL', said: '開示を' }))
    const refused = async (answer: Partial<consent.Answering>) => {
      const said = { ...granted, id, answer: 'ご回答いたします', ...answer }
      return company.work((work) => consent.answerRequest(work, said)).catch(({ code }: { code: string }) => code)
    }
    expect(await refused({})).toBe('consent.identity-unchecked')
    expect(await refused({ state: 'DECLINED', grounds: ['HINDRANCE'] })).toBe('consent.identity-unchecked')
    expect(await refused({ state: 'DECLINED', grounds: ['IDENTITY_NOT_CONFIRMED'] })).toMatchObject({
      state: 'DECLINED',
    })

    const second = newId()
    const identity = 'CODE_BY_MAIL' as const
    await company.work((work) =>
      consent.openRequest(work, { id: second, kind: 'DISCLOSURE', via: 'PORTAL', said: '開示を', identity }),
    )
    const answering = { id: second, answer: 'ご回答いたします', handover: { how: 'IN_PERSON' } } as const
    expect(await refused({ ...answering, state: 'PARTIAL', refused: '所見' })).toBe('consent.grounds-missing')
    expect(await refused({ ...answering, state: 'PARTIAL', grounds: ['HINDRANCE'] })).toBe('consent.grounds-missing')
    expect(await refused({ ...answering, state: 'DECLINED', grounds: ['NO_VIOLATION'] })).toBe('consent.ground-unfit')
    expect(await refused({ ...answering, erase: true })).toBe('consent.not-an-erasure')
    expect(
      await refused({ ...answering, state: 'PARTIAL', grounds: ['HINDRANCE'], refused: '面接官の所見' }),
    ).toMatchObject({ state: 'PARTIAL', grounds: ['HINDRANCE'], refused: '面接官の所見' })
  })

  test('to erase is granted by nobody who may not erase', async () => {
    const company = await aConsentCompany()
    const id = newId()
    const opening = { kind: 'ERASURE', via: 'PHONE', said: '消去を', identity: 'CODE_BY_MAIL' } as const
    await company.work((work) => consent.openRequest(work, { id, ...opening }))
    const { installation, companyId, actor } = company
    const permissions = new Set([...actor.permissions].filter((one) => one !== 'people:erase'))
    const answering = inCompany(installation, { companyId, actor: { ...actor, permissions } }, (work) =>
      consent.answerRequest(work, { ...granted, id, answer: '消去いたします', erase: true }),
    )
    await expect(answering).rejects.toMatchObject({ code: 'auth.forbidden' })
  })

  test('to stop counts for whoever has the record it was asked through, until it is declined', async () => {
    const company = await aConsentCompany()
    const { personId, sourceRecordId } = aSubject()
    const id = newId()
    const opening = { kind: 'STOP', via: 'PORTAL', said: '', identity: 'MEMBER_SESSION' } as const
    await company.work((work) => consent.openRequest(work, { id, ...opening, sourceRecordId }))
    const asker = { personId, sourceRecordIds: [newId(), sourceRecordId], personIds: [personId] }
    const stranger = { personId: newId(), sourceRecordIds: [newId()], personIds: [] }
    const stopped = () => company.work((work) => consent.askedToStop(work, [asker, stranger]))
    expect(await stopped()).toEqual(new Set([personId]))
    const refusing = { state: 'DECLINED', answer: '応じかねます', grounds: ['NO_VIOLATION'] } as const
    await company.work((work) =>
      consent.answerRequest(work, { ...granted, ...refusing, grounds: [...refusing.grounds], id }),
    )
    expect(await stopped()).toEqual(new Set())
  })

  test('the one that is due first stands at the top, page by page, and late ones are found', async () => {
    const company = await aConsentCompany()
    const open = (id: string) =>
      company.work((work) => consent.openRequest(work, { id, kind: 'STOP', via: 'PHONE', said: '停止を' }))
    const [first, second] = [newId(), newId()]
    await open(first)
    company.installation.clock.advance({ days: 12 })
    await open(second)
    const list = (filter: object) =>
      company.work(async (work) =>
        (await consent.requests(work, { after: undefined, limit: 10, ...filter })).map(({ id }) => id),
      )
    expect(await list({})).toEqual([first, second])
    expect(await list({ after: first })).toEqual([second])
    expect(await list({ due: 'SOON' })).toEqual([first])
    company.installation.clock.advance({ days: 3 })
    expect(await list({ due: 'LATE' })).toEqual([first])
    expect(await list({ identity: 'CHECKED' })).toEqual([])
  })
})
