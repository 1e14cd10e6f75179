import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import type { Module } from '../../kernel/module.ts'
import { testInstallation, type TestInstallation } from '../../kernel/testing.ts'
import { inMember, type MemberWork } from '../../kernel/work.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import * as consent from './index.ts'
import { consentModule } from './index.ts'

let dataDir: string
beforeAll(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'tasuki-consent-'))))
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const erased: string[] = []
/** Stands in for the modules to the right: it knows one person's records, and notes what it is told to erase. */
const people: Module = {
  name: 'people',
  contributions: {
    erase: async (_, { personId }) => void erased.push(personId),
    export: async (_, { personId }) => ({ personId }),
  },
}

async function aConsentCompany(): Promise<TestCompany> {
  const intents = consentModule.intents ?? []
  const installation = await testInstallation({ modules: [consentModule, people], intents })
  installation.config.dataDir = dataDir
  return aCompany({ installation })
}

const aSubject = () => ({ personId: newId(), sourceRecordId: newId() })
const items = ['氏名', '職歴']

async function shown(company: TestCompany): Promise<string> {
  const text = await company.work((work) =>
    consent.showText(work, { purpose: 'POOL', language: 'ja', company: 'さくら商事', recipient: 'さくら商事', items }),
  )
  return text.hash
}

async function decideOnPool(
  company: TestCompany,
  subject: ReturnType<typeof aSubject>,
  made: { decision: 'GIVEN' | 'REFUSED' | 'WITHDRAWN'; id?: string; occurredAt?: Date },
) {
  const textHash = await shown(company)
  return company.work((work) =>
    consent.decide(work, {
      ...subject,
      purpose: 'POOL',
      recipient: company.companyId,
      items,
      textHash,
      how: 'PORTAL',
      ...made,
    }),
  )
}

const holds = (company: TestCompany, sourceRecordIds: string[]) =>
  company.work((work) => consent.hasConsent(work, { sourceRecordIds, purpose: 'POOL', recipient: company.companyId }))

describe('a basis', () => {
  test('must be recorded before it is required, and the newest is in force', async () => {
    const company = await aConsentCompany()
    await expect(company.work((work) => consent.requireBasis(work, 'LETTER'))).rejects.toMatchObject({
      code: 'consent.basis-missing',
    })
    const basis = {
      kind: 'LETTER' as const,
      purpose: '選考結果の通知と、今後の就業機会のご案内のため',
      legalBasis: 'PUBLISHED_PURPOSE' as const,
      mailPermission: 'ADDRESS_GIVEN' as const,
      explanation: '応募者向け個人情報の取扱い 第3条',
    }
    await company.work((work) => consent.recordBasis(work, { id: newId(), ...basis }))
    company.installation.clock.advance({ days: 1 })
    await company.work((work) => consent.recordBasis(work, { id: newId(), ...basis, legalBasis: 'CONSENT' }))
    expect(await company.work((work) => consent.requireBasis(work, 'LETTER'))).toMatchObject({
      legalBasis: 'CONSENT',
      recordedBy: company.staffId,
    })
  })
})

describe('a decision', () => {
  test('holds until a later one, in whatever order they arrive', async () => {
    const company = await aConsentCompany()
    const subject = aSubject()
    await decideOnPool(company, subject, { decision: 'WITHDRAWN', occurredAt: new Date('2026-05-02T00:00:00Z') })
    await decideOnPool(company, subject, { decision: 'GIVEN', occurredAt: new Date('2026-05-01T00:00:00Z') })
    expect(await holds(company, [subject.sourceRecordId])).toBe(false)
    await decideOnPool(company, subject, { decision: 'GIVEN', occurredAt: new Date('2026-05-03T00:00:00Z') })
    expect(await holds(company, [subject.sourceRecordId])).toBe(true)
  })

  test('is later than one that a transaction begun afterwards made first', async () => {
    const company = await aConsentCompany()
    const subject = aSubject()
    const textHash = await shown(company)
    const made = { ...subject, purpose: 'POOL', recipient: company.companyId, items, textHash, how: 'PORTAL' } as const
    await company.work(async (early) => {
      await decideOnPool(company, subject, { decision: 'GIVEN' })
      await consent.decide(early, { ...made, decision: 'WITHDRAWN' })
    })
    expect(await holds(company, [subject.sourceRecordId])).toBe(false)
    const [last] = await company.work((work) => consent.consents(work, { sourceRecordIds: [subject.sourceRecordId] }))
    expect(last?.decision).toBe('WITHDRAWN')
  })

  test('of one record counts for every record of the person', async () => {
    const company = await aConsentCompany()
    const [one, other] = [aSubject(), aSubject()]
    await decideOnPool(company, one, { decision: 'GIVEN', occurredAt: new Date('2026-05-01T00:00:00Z') })
    await decideOnPool(company, other, { decision: 'WITHDRAWN', occurredAt: new Date('2026-05-02T00:00:00Z') })
    expect(await holds(company, [one.sourceRecordId])).toBe(true)
    expect(await holds(company, [one.sourceRecordId, other.sourceRecordId])).toBe(false)
    expect(await holds(company, [])).toBe(false)
  })

  test('repeated under its id answers the same receipt and changes nothing', async () => {
    const company = await aConsentCompany()
    const subject = aSubject()
    const id = newId()
    const first = await decideOnPool(company, subject, { id, decision: 'GIVEN' })
    const again = await decideOnPool(company, subject, { id, decision: 'GIVEN' })
    expect(again.receiptId).toBe(first.receiptId)
  })

  test('on words that were never shown is refused, and so is consent to nothing', async () => {
    const company = await aConsentCompany()
    const made = { ...aSubject(), purpose: 'POOL', recipient: 'NETWORK', decision: 'GIVEN', how: 'PORTAL' } as const
    await expect(
      company.work((work) => consent.decide(work, { ...made, items, textHash: 'unknown' })),
    ).rejects.toMatchObject({ code: 'consent.text-unknown' })
    const textHash = await shown(company)
    await expect(company.work((work) => consent.decide(work, { ...made, items: [], textHash }))).rejects.toMatchObject({
      code: 'consent.items-missing',
    })
  })

  test('cannot be rewritten by the application', async () => {
    const company = await aConsentCompany()
    await decideOnPool(company, aSubject(), { decision: 'REFUSED' })
    const rewrite = company.work(({ tx, companyId }) =>
      tx.updateTable('consent_event').set({ decision: 'GIVEN' }).where('company_id', '=', companyId).execute(),
    )
    await expect(rewrite).rejects.toMatchObject({ code: '42501' })
  })
})

/** Returns once a transaction of this database waits for what another one holds. */
async function isWaiting({ databases }: TestInstallation): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waits: boolean }>`
      select exists (select from pg_locks where not granted) as waits`.execute(databases.app)
    if (rows[0]?.waits) return
  }
}

describe('a share of a member', () => {
  type Member = { installation: TestInstallation; work: <T>(run: (work: MemberWork) => Promise<T>) => Promise<T> }
  const place = { purpose: 'INTRODUCTION' as const, recipient: newId() }

  async function aConsentingMember(): Promise<
    Member & { decide: (decision: 'GIVEN' | 'WITHDRAWN') => Promise<string> }
  > {
    const installation = await testInstallation({ modules: [consentModule] })
    const memberId = newId()
    const actor = { kind: 'member' as const, id: memberId, permissions: new Set<string>() }
    const work: Member['work'] = (run) => inMember(installation, { memberId, actor }, run)
    const decide = (decision: 'GIVEN' | 'WITHDRAWN') =>
      work(async (opened) => {
        const { hash } = await consent.showMemberText(opened, {
          ...place,
          language: 'ja',
          company: '襷ネットワーク',
          recipient: '若葉工業',
          items,
        })
        const decided = await consent.decideAsMember(opened, {
          ...place,
          decision,
          items,
          textHash: hash,
          how: 'PORTAL',
        })
        return decided.eventId
      })
    return { installation, work, decide }
  }

  const provision = (shareId: string, side: 'PROVIDER' | 'RECIPIENT') => ({
    shareId,
    side,
    provider: { id: newId(), name: '運営' },
    recipient: { id: place.recipient, name: '若葉工業' },
    items,
    receiptId: newId(),
    howObtained: 'REGISTERED_BY_THE_PERSON' as const,
    subjectName: '山田 太郎',
  })
  const verify = consentModule.contributions.verifyMember ?? (async () => [])

  test('is recorded once on each side, and the person may see the records', async () => {
    const member = await aConsentingMember()
    const consentEventId = await member.decide('GIVEN')
    const shareId = newId()
    for (const side of ['PROVIDER', 'RECIPIENT', 'RECIPIENT'] as const)
      await member.work((work) => consent.recordMemberProvision(work, { ...provision(shareId, side), consentEventId }))
    const records = await member.work(consent.memberProvisions)
    expect(records.map(({ side }) => side).toSorted()).toEqual(['PROVIDER', 'RECIPIENT'])
    expect(records[0]?.subjectName).toBe('山田 太郎')
    expect(await member.work(verify)).toEqual([])
  })

  test('with one record only, or after a withdrawal, is found by verify', async () => {
    const member = await aConsentingMember()
    const consentEventId = await member.decide('GIVEN')
    member.installation.clock.advance({ minutes: 1 })
    await member.decide('WITHDRAWN')
    member.installation.clock.advance({ minutes: 1 })
    await member.work((work) =>
      consent.recordMemberProvision(work, { ...provision(newId(), 'PROVIDER'), consentEventId }),
    )
    const rules = (await member.work(verify)).map(({ rule }) => rule).toSorted()
    expect(rules).toEqual(['consent.no-share-after-withdrawal', 'consent.two-provision-records'])
  })

  test('is stopped by a withdrawal whose transaction began before the consent was given', async () => {
    const member = await aConsentingMember()
    await member.work(async (early) => {
      await member.decide('GIVEN')
      const [given] = await consent.memberConsents(early)
      if (!given) throw new Error('no consent was given')
      const { textHash } = given
      await consent.decideAsMember(early, { ...place, decision: 'WITHDRAWN', items, textHash, how: 'PORTAL' })
    })
    expect(await member.work((work) => consent.holdMemberConsent(work, place))).toBeUndefined()
    expect(await member.work(verify)).toEqual([])
  })

  test('forgets whose data it was once the record need not be kept', async () => {
    const member = await aConsentingMember()
    const consentEventId = await member.decide('GIVEN')
    await member.work((work) =>
      consent.recordMemberProvision(work, { ...provision(newId(), 'PROVIDER'), consentEventId }),
    )
    const retain = consentModule.contributions.retainMember ?? (async () => ({}))
    expect(await member.work(retain)).toEqual({ provisionSubjects: 0 })
    member.installation.clock.advance({ days: 3 * 366 })
    expect(await member.work(retain)).toEqual({ provisionSubjects: 1 })
  })

  test('may not be made once the consent has run out', async () => {
    const member = await aConsentingMember()
    await member.decide('GIVEN')
    expect(await member.work((work) => consent.hasMemberConsent(work, place))).toBe(true)
    member.installation.clock.advance({ days: 185 })
    expect(await member.work((work) => consent.hasMemberConsent(work, place))).toBe(false)
    expect(await member.work((work) => consent.holdMemberConsent(work, place))).toBeUndefined()
  })

  test('holds the consent: a withdrawal waits until it has committed', async () => {
    const member = await aConsentingMember()
    await member.decide('GIVEN')
    const order: string[] = []
    let withdrawal: Promise<unknown> = Promise.resolve()
    await member.work(async (work) => {
      expect(await consent.holdMemberConsent(work, place)).toBeDefined()
      withdrawal = member.decide('WITHDRAWN').then(() => order.push('withdrawn'))
      await isWaiting(member.installation)
      order.push('shared')
    })
    await withdrawal
    expect(order).toEqual(['shared', 'withdrawn'])
    expect(await member.work((work) => consent.holdMemberConsent(work, place))).toBeUndefined()
  })
})

describe('a request of a person', () => {
  test('is due in fourteen days, and is answered once', async () => {
    const company = await aConsentCompany()
    const id = newId()
    const opened = await company.work((work) =>
      consent.openRequest(work, { id, kind: 'DISCLOSURE', via: 'PHONE', said: '保有する情報を知りたい' }),
    )
    expect(Date.parse(opened.dueAt) - Date.parse(opened.openedAt)).toBe(14 * 86_400_000)
    const answer = { id, state: 'ANSWERED' as const, answer: '書面でお送りしました' }
    expect(await company.work((work) => consent.answerRequest(work, answer))).toMatchObject({ state: 'ANSWERED' })
    await expect(company.work((work) => consent.answerRequest(work, answer))).rejects.toMatchObject({
      code: 'consent.request-closed',
    })
  })
})

describe('an erasure', () => {
  test('reaches every module, blanks what was written, and keeps the address out', async () => {
    const company = await aConsentCompany()
    const { personId, sourceRecordId } = aSubject()
    await company.work((work) =>
      consent.openRequest(work, { id: newId(), kind: 'ERASURE', via: 'MAIL', personId, said: '山田太郎です' }),
    )
    const whom = { id: newId(), personId, sourceRecordIds: [sourceRecordId], addresses: ['Taro@Sakura.example'] }
    await company.work((work) => consent.eraseSubject(work, whom))
    await company.work((work) => consent.eraseSubject(work, whom))
    expect(erased.filter((id) => id === personId)).toHaveLength(1)
    const [request] = await company.work((work) => consent.requestsOf(work, personId, []))
    expect(request?.said).toBe('')
    const asked = ['taro@sakura.example', 'hanako@sakura.example']
    expect(await company.work((work) => consent.erasedAddresses(work, asked))).toEqual(new Set(['taro@sakura.example']))
    const other = await aConsentCompany()
    expect(await other.work((work) => consent.erasedAddresses(work, asked))).toEqual(new Set())
  })

  test('is copied out of the database without personal data, and is replayed after a restore', async () => {
    const company = await aConsentCompany()
    const { personId, sourceRecordId } = aSubject()
    const whom = { id: newId(), personId, sourceRecordIds: [sourceRecordId], addresses: ['jiro@sakura.example'] }
    await company.work((work) => consent.eraseSubject(work, whom))
    await company.installation.settle(company.companyId)
    const text = await readFile(consent.erasuresFile(company.installation), 'utf8')
    const line = text.split('\n').find((each) => each.includes(personId)) ?? ''
    expect(line).not.toContain('jiro')
    expect(await consent.replayErasures(company.installation, line)).toEqual({ erased: 0 })
    // A database restored from before the erasure knows nothing of it: another company stands for that one here.
    const restored = await aConsentCompany()
    await expect(
      consent.replayErasures(restored.installation, line.replaceAll(company.companyId, restored.companyId)),
    ).rejects.toThrow('not signed')
  })

  test('leaves the record of a provision, whose name is unreadable in the database', async () => {
    const company = await aConsentCompany()
    const { personId, sourceRecordId } = aSubject()
    await company.work((work) =>
      consent.recordProvision(work, {
        shareId: newId(),
        side: 'RECIPIENT',
        provider: { id: newId(), name: '運営' },
        recipient: { id: company.companyId, name: 'さくら商事' },
        items,
        receiptId: newId(),
        howObtained: 'REGISTERED_BY_THE_PERSON',
        subjectName: '鈴木 次郎',
        sourceRecordId,
      }),
    )
    await company.work((work) =>
      consent.eraseSubject(work, { id: newId(), personId, sourceRecordIds: [sourceRecordId] }),
    )
    const [record] = await company.work((work) => consent.provisionsOf(work, { sourceRecordIds: [sourceRecordId] }))
    expect(record?.subjectName).toBe('鈴木 次郎')
    const sealed = await company.work(({ tx, companyId }) =>
      tx.selectFrom('consent_provision_subject').select('sealed_name').where('company_id', '=', companyId).execute(),
    )
    expect(JSON.stringify(sealed)).not.toContain('鈴木')
  })

  test('of what need not be kept any more forgets whose data a provision was', async () => {
    const company = await aConsentCompany()
    const { sourceRecordId } = aSubject()
    await company.work((work) =>
      consent.recordProvision(work, {
        shareId: newId(),
        side: 'PROVIDER',
        provider: { id: company.companyId, name: 'さくら商事' },
        recipient: { id: newId(), name: '若葉工業' },
        items,
        receiptId: newId(),
        howObtained: 'APPLICATION_TO_THE_PROVIDER',
        subjectName: '鈴木 次郎',
        sourceRecordId,
      }),
    )
    const retain = consentModule.contributions.retain ?? (async () => ({}))
    expect(await company.work(retain)).toEqual({ provisionSubjects: 0 })
    company.installation.clock.advance({ days: 3 * 366 })
    expect(await company.work(retain)).toEqual({ provisionSubjects: 1 })
  })
})

describe('a receipt', () => {
  test('says what was agreed, on which words, and how to withdraw', async () => {
    const company = await aConsentCompany()
    const decided = await decideOnPool(company, aSubject(), { decision: 'GIVEN' })
    const made = consent.receipt(decided, {
      subjectId: newId(),
      controller: { id: company.companyId, name: 'さくら商事' },
      text: { hash: decided.textHash, purpose: 'POOL', language: 'ja', version: 1, body: '…' },
      withdrawAt: 'https://portal.example/consents',
      keptFor: 'P1Y',
    })
    expect(made).toMatchObject({
      '@type': 'dpv:ConsentReceipt',
      'dct:identifier': decided.receiptId,
      'dpv:hasRecordOfActivity': {
        'dpv:hasNotice': { 'dct:identifier': decided.textHash },
        'dpv:hasConsentStatus': { '@type': 'dpv:ConsentGiven' },
      },
    })
  })
})
