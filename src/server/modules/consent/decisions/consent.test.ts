import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import type { Module } from '../../../kernel/module.ts'
import { testInstallation } from '../../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import * as consent from '../index.ts'
import { consentModule } from '../index.ts'

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

describe('an erasure', () => {
  test('reaches every module, blanks what was written, and keeps the address out', async () => {
    const company = await aConsentCompany()
    const { personId, sourceRecordId } = aSubject()
    await company.work((work) =>
      consent.openRequest(work, { id: newId(), kind: 'ERASURE', via: 'MAIL', personId, said: '山田太郎です' }),
    )
    await company.work((work) =>
      consent.openRequest(work, { id: newId(), kind: 'DISCLOSURE', via: 'MAIL', personId, said: '開示を' }),
    )
    const whom = { id: newId(), personId, sourceRecordIds: [sourceRecordId], addresses: ['Taro@Sakura.example'] }
    await company.work((work) => consent.eraseSubject(work, whom))
    await company.work((work) => consent.eraseSubject(work, whom))
    expect(erased.filter((id) => id === personId)).toHaveLength(1)
    // Nobody is left to answer, so nothing stays in the inbox.
    expect(await company.work((work) => consent.requestsOf(work, personId, []))).toMatchObject([
      { kind: 'ERASURE', said: '', state: 'ANSWERED', grounds: [] },
      { kind: 'DISCLOSURE', said: '', state: 'DECLINED', grounds: ['NOT_HELD'] },
    ])
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
    const pool = { id: company.companyId, name: 'さくら商事', contact: 'saiyo@sakura.example' }
    const made = consent.receipt({
      decided,
      circumstances: {
        subjectId: newId(),
        controller: pool,
        recipient: pool,
        text: { hash: decided.textHash, purpose: 'POOL', language: 'ja', version: 1, body: '…' },
        noticeAt: null,
        withdrawAt: 'https://portal.example/consents',
        storedIn: 'SG',
      },
    })
    expect(made).toMatchObject({
      '@type': 'dpv:ConsentReceipt',
      'dct:identifier': decided.receiptId,
      'dpv:hasRecordOfActivity': {
        'dpv:hasNotice': { 'dct:identifier': decided.textHash },
        'dpv:hasConsentStatus': { '@type': 'dpv:ConsentGiven' },
        'dpv:hasProcess': { 'dpv:hasStorageCondition': [{ 'dpv:hasLocation': 'loc:SG' }, {}] },
      },
    })
  })
})
