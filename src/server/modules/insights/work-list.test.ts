import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { inCompany } from '../../kernel/work.ts'
import { permissionsOf, type Role } from '../../../contract/accounts/permissions.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { answerRequest, openRequest } from '../consent/index.ts'
import { countReferrals } from '../credits/testing.ts'
import { aLetterCompany, aRejected } from '../relay/testing.ts'
import { anApplication } from '../selection/testing.ts'
import { workList } from './work-list.ts'

const seenBy = ({ installation, companyId, as }: TestCompany, role: Role) =>
  inCompany(installation, { companyId, actor: as(role) }, workList)
const kinds = ({ lines }: Awaited<ReturnType<typeof workList>>) => lines.map(({ kind }) => kind)

const granted = { state: 'ANSWERED' as const, grounds: [], refused: '', told: 'ELSEWHERE' as const, erase: false }

describe('the work list', () => {
  test('is empty and says so where nobody is yet', async () => {
    const company = await aCompany()
    expect(await company.work(workList)).toEqual({ lines: [], isFresh: true })
  })

  test('shows a request with its day, late when the day is over, and no more once it was answered', async () => {
    const company = await aCompany()
    const id = newId()
    await company.work((work) =>
      openRequest(work, { id, kind: 'DISCLOSURE', via: 'PHONE', said: '開示を求めます。', identity: 'CODE_BY_MAIL' }),
    )
    const before = await company.work(workList)
    expect(before.lines).toMatchObject([{ kind: 'DATA_REQUESTS', count: 1, overdue: 0 }])
    company.installation.clock.advance({ days: 15 })
    expect((await company.work(workList)).lines).toMatchObject([{ kind: 'DATA_REQUESTS', count: 1, overdue: 1 }])
    await company.work((work) =>
      answerRequest(work, { ...granted, id, answer: '書面で回答しました。', handover: { how: 'POST' } }),
    )
    expect((await company.work(workList)).lines).toEqual([])
  })

  test('shows letters that can still be undone, and the people behind them as not told', async () => {
    const { company, settle } = await aLetterCompany({ at: '2026-04-06T10:00:00+09:00' })
    await aRejected(company)
    await settle()
    const { lines } = await company.work(workList)
    expect(lines).toMatchObject([
      { kind: 'UNTOLD', count: 1, overdue: 0 },
      { kind: 'LETTERS_LEAVING', count: 1 },
      // Who was rejected is in the pool again, and fits the opening.
      { kind: 'MATCHES', count: 1 },
    ])
  })

  test('shows applications in use that stand still for two weeks, and never history', async () => {
    const company = await aCompany()
    const stage = { kind: 'STAGE', stage: 'DOCUMENT_SCREENING' } as const
    await anApplication(company, { course: [stage] })
    await anApplication(company, { course: [stage], live: false })
    company.installation.clock.advance({ days: 13 })
    expect(kinds(await company.work(workList))).toEqual([])
    company.installation.clock.advance({ days: 2 })
    expect((await company.work(workList)).lines).toMatchObject([{ kind: 'STUCK', count: 1 }])
  })

  test('warns of a slot a month before it goes', async () => {
    const company = await aCompany()
    await countReferrals(company, 10)
    company.installation.clock.advance({ days: 330 })
    expect(kinds(await company.work(workList))).toEqual([])
    company.installation.clock.advance({ days: 10 })
    expect((await company.work(workList)).lines).toMatchObject([{ kind: 'SLOTS_EXPIRING', count: 1 }])
  })

  test('tells each role only what it may see', async () => {
    const company = await aCompany()
    await company.work((work) =>
      openRequest(work, { id: newId(), kind: 'ERASURE', via: 'MAIL', said: '消去してください。' }),
    )
    await anApplication(company, { course: [{ kind: 'STAGE', stage: 'DOCUMENT_SCREENING' }] })
    company.installation.clock.advance({ days: 20 })
    expect(kinds(await seenBy(company, 'recruiter'))).toEqual(['DATA_REQUESTS', 'STUCK'])
    expect(kinds(await seenBy(company, 'auditor'))).toEqual(['DATA_REQUESTS'])
    expect(kinds(await seenBy(company, 'analyst'))).toEqual([])
    expect(permissionsOf.interviewer).not.toContain('company:read')
  })
})
