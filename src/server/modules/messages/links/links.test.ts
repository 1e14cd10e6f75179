import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { findLink, issueLink, readLink, type NewLink } from './links.ts'

const tokenOf = (url: string) => url.split('/l/')[1] ?? ''

async function aLink(company: TestCompany, made: Partial<NewLink> = {}) {
  const link = {
    id: newId(),
    purpose: 'LETTER' as const,
    personId: newId(),
    subjectId: newId(),
    expiresAt: new Date(Date.now() + 86_400_000),
    ...made,
  }
  return { link, token: tokenOf(await company.work((work) => issueLink(work, link))) }
}

describe('a personal link', () => {
  test('is found by its token as often as it is opened, and its secret stands nowhere', async () => {
    const company = await aCompany()
    const { link, token } = await aLink(company)
    for (let opened = 0; opened < 3; opened += 1)
      expect(await findLink(company.installation, token)).toMatchObject({ id: link.id, companyId: company.companyId })
    const stored = await company.work(({ tx, companyId }) =>
      tx.selectFrom('messages_link').selectAll().where('company_id', '=', companyId).execute(),
    )
    expect(JSON.stringify(stored)).not.toContain(token.split('.')[1])
  })

  test('stops when it expires, and when another is issued for the same purpose', async () => {
    const company = await aCompany()
    const { link, token } = await aLink(company)
    const { token: other } = await aLink(company, { personId: link.personId })
    const { token: next } = await aLink(company, { personId: link.personId, subjectId: link.subjectId })
    const read = (text: string) => company.work((work) => readLink(work, text))
    expect(await read(token)).toBeUndefined()
    expect(await read(other)).toBeDefined()
    expect(await read(next)).toBeDefined()
    company.installation.clock.advance({ days: 2 })
    expect(await read(next)).toBeUndefined()
  })

  test('of one company opens nothing in another', async () => {
    const [ours, theirs] = await Promise.all([aCompany(), aCompany()])
    const { token } = await aLink(ours)
    expect(await theirs.work((work) => readLink(work, token))).toBeUndefined()
    const moved = `${theirs.companyId}.${token.split('.')[1]}`
    expect(await findLink(ours.installation, moved)).toBeUndefined()
    expect(await findLink(ours.installation, 'nonsense')).toBeUndefined()
  })
})
