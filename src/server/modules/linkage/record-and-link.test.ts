import { describe, expect, test } from 'vitest'
import type { PersonField, SourceKind } from '../../../contract/people/person-fields.ts'
import { newId } from '../../kernel/ids.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { claimsOf as claimsOfPerson, person, personOf } from '../people/index.ts'
import { aPerson } from '../people/testing.ts'
import { decide, duplicates, recordAndLink, withdrawAndLink } from './index.ts'

type Fields = Partial<Record<PersonField, string>>

const claimsOf = (fields: Fields) =>
  Object.entries(fields).map(([field, value]) => ({ field: field as PersonField, value }))
const source = (kind: SourceKind, fields: Fields) => ({
  id: newId(),
  kind,
  label: '',
  observedAt: new Date(),
  claims: claimsOf(fields),
})

const arrives = (company: TestCompany, fields: Fields) =>
  company.work((work) => recordAndLink(work, source('FORM', fields)))
const saysOfThemselves = (company: TestCompany, personId: string, fields: Fields) =>
  company.work((work) => recordAndLink(work, { ...source('PERSON', fields), personId }))
const queue = async (company: TestCompany) => (await company.work((work) => duplicates(work, { limit: 50 }))).candidates

const hers = { name: '五百旗頭 航', birthDate: '1990-04-01', phone: '090-1111-2222', email: 'wataru@mail.example' }

describe('what a person says of themselves', () => {
  test('brings the pair it makes likely to the review queue at once, with its reason', async () => {
    const company = await aCompany()
    const known = await arrives(company, hers)
    await arrives(company, { name: '大野 健太', phone: '090-3333-4444' })
    const { personId } = await arrives(company, { name: '五百旗頭 航', prefecture: '大阪府' })
    const { outcome } = await saysOfThemselves(company, personId, { phone: hers.phone })
    expect(outcome).toBe('QUEUED')
    const [pair, ...others] = (await queue(company)).filter(({ reasons }) => reasons.includes('SAME_PHONE'))
    expect(others).toEqual([])
    expect(pair?.reasons).toContain('OWN_WORDS')
    expect(new Set([pair?.onePersonId, pair?.otherPersonId])).toEqual(new Set([personId, known.personId]))
  })

  test('joins nobody by itself, neither at once nor when the other one’s record comes again', async () => {
    const company = await aCompany()
    const victim = await arrives(company, hers)
    const { personId } = await arrives(company, { name: '大野 健太', email: 'kenta@mail.example' })
    const { name, birthDate, phone } = hers
    expect(await saysOfThemselves(company, personId, { name, birthDate, phone })).toMatchObject({ outcome: 'QUEUED' })
    const again = await arrives(company, hers)
    expect(again).toMatchObject({ personId: victim.personId })
    expect(await company.work((work) => personOf(work, victim.sourceRecordId))).not.toBe(personId)
    expect((await queue(company))[0]?.reasons).toContain('OWN_WORDS')
  })

  test('does not keep from joining what is certain without it', async () => {
    const company = await aCompany()
    const first = await arrives(company, hers)
    await saysOfThemselves(company, first.personId, { name: hers.name, phone: hers.phone })
    expect(await arrives(company, hers)).toMatchObject({ personId: first.personId, outcome: 'LINKED' })
  })
})

describe('a mail address that only its writer vouches for', () => {
  const come = async (company: TestCompany, kind: SourceKind, fields: Fields) =>
    company.work((work) => recordAndLink(work, source(kind, fields)))
  const { name, birthDate, email } = hers
  const otherMail = { name, birthDate, email: 'somebody@else.example' }

  test.each(['FORM', 'MAIL', 'WEBHOOK', 'MEMBER'] as const)(
    'does not become that of somebody known by name and birth date: %s',
    async (kind) => {
      const company = await aCompany()
      const known = await come(company, 'IMPORT', hers)
      const { outcome, personId } = await come(company, kind, otherMail)
      expect(outcome).toBe('QUEUED')
      expect((await queue(company))[0]?.reasons).toContain('UNCONFIRMED_MAIL')
      for (const id of [known.personId, personId])
        expect((await company.work((work) => person(work, id))).fields.email?.value).toBe(
          id === personId ? otherMail.email : hers.email,
        )
    },
  )

  test.each([
    ['a list without addresses', 'IMPORT', { name, birthDate }],
    ['a list with another address', 'IMPORT', { name, birthDate, email }],
    ['a form without one', 'FORM', { name, birthDate }],
  ] as const)('is not handed who comes later in %s', async (_name, kind, fields) => {
    const company = await aCompany()
    await come(company, 'FORM', otherMail)
    expect(await come(company, kind, fields)).toMatchObject({ outcome: 'QUEUED' })
  })

  const ofHers = { name, birthDate, phone: '03-9876-5432' }

  test('does not come by way of a number that its writer made known as theirs first', async () => {
    const company = await aCompany()
    const known = await come(company, 'IMPORT', hers)
    await come(company, 'WEBHOOK', ofHers)
    await come(company, 'WEBHOOK', { ...otherMail, phone: ofHers.phone })
    expect((await company.work((work) => person(work, known.personId))).fields.email?.value).toBe(email)
  })

  test('does not wait under a number of its writer for whom a list brings later', async () => {
    const company = await aCompany()
    await come(company, 'WEBHOOK', { ...otherMail, phone: ofHers.phone })
    await come(company, 'WEBHOOK', ofHers)
    const { personId } = await come(company, 'IMPORT', hers)
    expect((await company.work((work) => person(work, personId))).fields.email?.value).toBe(email)
  })

  test('does not come to somebody whom staff brought in by way of an application with the address that is known', async () => {
    const company = await aCompany()
    const known = await come(company, 'IMPORT', hers)
    await come(company, 'WEBHOOK', { ...ofHers, email })
    expect(await come(company, 'WEBHOOK', { ...otherMail, phone: ofHers.phone })).toMatchObject({ outcome: 'QUEUED' })
    expect((await queue(company))[0]?.reasons).toContain('UNCONFIRMED_MAIL')
    expect((await company.work((work) => person(work, known.personId))).fields.email?.value).toBe(email)
  })

  test('does not wait under an address that its writer knows for whom a list brings later', async () => {
    const company = await aCompany()
    await come(company, 'WEBHOOK', { ...ofHers, email })
    await come(company, 'WEBHOOK', { ...otherMail, phone: ofHers.phone })
    const { personId } = await come(company, 'IMPORT', hers)
    expect((await company.work((work) => person(work, personId))).fields.email?.value).toBe(email)
  })

  test('is theirs once a human said so: they are known by it from then on', async () => {
    const company = await aCompany()
    await come(company, 'IMPORT', hers)
    const { outcome } = await come(company, 'WEBHOOK', otherMail)
    expect(outcome).toBe('QUEUED')
    const [pair] = await queue(company)
    await company.work((work) => decide(work, { candidateId: pair!.id, decision: 'SAME' }))
    expect(await come(company, 'WEBHOOK', otherMail)).toMatchObject({ outcome: 'LINKED' })
  })

  test('is not confirmed by its writer who enters the other’s on the own page', async () => {
    const company = await aCompany()
    const { personId } = await come(company, 'FORM', otherMail)
    await saysOfThemselves(company, personId, { email, phone: hers.phone })
    expect(await come(company, 'IMPORT', hers)).toMatchObject({ outcome: 'QUEUED' })
  })

  test('is not confirmed by a number that many use', async () => {
    const company = await aCompany()
    const ofAgency = { phone: '03-1234-5678' }
    for (const one of ['佐藤 一', '鈴木 二郎', '高橋 三枝', '田中 四郎'])
      await come(company, 'IMPORT', { name: one, ...ofAgency })
    await come(company, 'IMPORT', { ...hers, ...ofAgency })
    expect(await come(company, 'FORM', { ...otherMail, ...ofAgency })).toMatchObject({ outcome: 'QUEUED' })
  })

  test.each(['なし', '不明', '-', '内線 204'])(
    'is not confirmed by what stands where a number is not known: %s',
    async (phone) => {
      const company = await aCompany()
      await come(company, 'IMPORT', { ...hers, phone })
      expect(await come(company, 'FORM', { ...otherMail, phone })).toMatchObject({ outcome: 'QUEUED' })
    },
  )

  test('keeps nobody apart who is known by it or by a number, or whose addresses staff brought in', async () => {
    const company = await aCompany()
    const known = await come(company, 'FORM', hers)
    const { personId } = known
    expect(await come(company, 'WEBHOOK', { name, email })).toMatchObject({ outcome: 'LINKED', personId })
    expect(await come(company, 'FORM', { ...otherMail, phone: '09011112222' })).toMatchObject({ outcome: 'LINKED', personId }) // prettier-ignore
    const listed = { name: '小鳥遊 陽菜', birthDate: '2001-07-15', email: 'hina@c.example' }
    const first = await come(company, 'IMPORT', listed)
    const other = await come(company, 'STAFF', { ...listed, email: 'hina@d.example' })
    expect(other).toMatchObject({ outcome: 'LINKED', personId: first.personId })
  })
})

const keysOf = (company: TestCompany, sourceRecordId: string) =>
  company.work(({ tx, companyId }) =>
    tx
      .selectFrom('linkage_key')
      .select('key')
      .where('company_id', '=', companyId)
      .where('source_record_id', '=', sourceRecordId)
      .execute(),
  )

describe('what is taken back', () => {
  const takesBack = (company: TestCompany, personId: string, field: PersonField) =>
    company.work(async (work) => {
      const claims = await claimsOfPerson(work, personId, field)
      await withdrawAndLink(
        work,
        claims.map(({ id, sourceRecordId }) => ({ sourceRecordId, claimId: id })),
      )
    })

  test('keeps nobody apart any more: the person is known at once for whom they are', async () => {
    const company = await aCompany()
    const known = await arrives(company, hers)
    const typo = await arrives(company, { ...hers, birthDate: '1985-11-23' })
    expect(typo.personId).not.toBe(known.personId)
    await takesBack(company, typo.personId, 'birthDate')
    expect(await company.work((work) => personOf(work, typo.sourceRecordId))).toBe(known.personId)
  })

  test('leads to nobody any more', async () => {
    const company = await aCompany()
    const { personId, sourceRecordId } = await arrives(company, { name: '大野 健太', phone: hers.phone })
    const keys = await keysOf(company, sourceRecordId)
    await takesBack(company, personId, 'phone')
    expect(await keysOf(company, sourceRecordId)).toHaveLength(keys.length - 1)
    await arrives(company, { name: '大野 健太', phone: hers.phone })
    expect((await queue(company)).filter(({ reasons }) => reasons.includes('SAME_PHONE'))).toEqual([])
  })
})

test('said again under its id it is not compared again', async () => {
  const company = await aCompany()
  await aPerson(company, hers)
  const one = source('FORM', hers)
  const first = await company.work((work) => recordAndLink(work, one))
  expect(await company.work((work) => recordAndLink(work, one))).toMatchObject({
    personId: first.personId,
    created: false,
    changed: false,
    outcome: 'ALONE',
  })
})
