import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { DataRequest } from '../../../../contract/requests/data-requests.ts'
import { receiptNumber } from '../../../../contract/consent/receipt-number.ts'
import { idFrom, newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { addCorrection, answerRequest, checkIdentity, requests } from '../../consent/index.ts'
import { duplicates } from '../../linkage/index.ts'
import { person, recordSource } from '../../people/index.ts'
import { aLetter, openPortal, type TestBrowser } from '../testing.ts'

const { installation, portal } = await openPortal()

const asked = (company: TestCompany): Promise<DataRequest[]> =>
  company.work((work) => requests(work, { kind: 'CORRECTION', after: undefined, limit: 10 }))

const say = async (visiting: TestBrowser, field: string, said: Record<string, string>) => {
  await visiting.get(`/corrections/${field}`)
  return visiting.post(`/corrections/${field}`, said)
}

/** Returns once a transaction of this database waits for a row that another one holds. */
async function isWaiting(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waits: boolean }>`
      select exists (select from pg_locks where not granted) as waits`.execute(installation.databases.app)
    if (rows[0]?.waits) return
  }
}

const auditOf = async ({ tx, companyId }: Work, requestId: string): Promise<string[]> => {
  const { rows } = await sql<{ action: string }>`
    select action from audit_event where company_id = ${companyId} and subject_id = ${requestId}
    order by recorded_at, id`.execute(tx)
  return rows.map(({ action }) => action)
}

const valuesOf = async (company: TestCompany, personId: string) => {
  const { fields } = await company.work((work) => person(work, personId))
  return { phone: fields.phone?.value, city: fields.city?.value }
}

const granted = {
  state: 'ANSWERED',
  answer: '訂正いたしました。',
  grounds: [],
  refused: '',
  told: 'MAIL',
  erase: false,
} as const

async function answer(
  company: TestCompany,
  request: DataRequest,
  how: Partial<Parameters<typeof answerRequest>[1]> = {},
) {
  await company.work((work) => answerRequest(work, { ...granted, id: request.id, version: request.version, ...how }))
  await installation.settle(company.companyId)
}

async function aVisitor(fields: Parameters<typeof aLetter>[1] = {}) {
  const company = await aCompany({ installation })
  const letter = await aLetter(company, { phone: '090-1111-2222', city: '舞鶴市', ...fields })
  return { company, ...(await portal.arrived(company, letter)) }
}

test('the box for the right value is of the kind of its field', async () => {
  const { visiting } = await aVisitor({ note: '備考' })
  const box = async (field: string) =>
    /<(?:input|textarea)[^>]*id="value"[^>]*>/.exec((await visiting.get(`/corrections/${field}`)).html)?.[0]
  expect(await box('phone')).toContain('type="tel"')
  expect(await box('email')).toContain('type="email"')
  expect(await box('note')).toContain('<textarea')
})

test.each([
  '(03) 1234-5678',
  '（０６）６３４５－１２３４',
  'TEL 090-1111-3333',
  '+1 (415) 555-0132',
  '03-1234-5678 内線12',
])('a phone number is taken however it is written: %s', async (value) => {
  const { visiting } = await aVisitor()
  expect((await say(visiting, 'phone', { value })).status).toBe(200)
})

test('a phone number in words is refused, with how to write one', async () => {
  const { visiting } = await aVisitor()
  const refused = await say(visiting, 'phone', { value: '携帯の番号が変わりました' })
  expect([refused.status, refused.html.includes('090-1234-5678')]).toEqual([422, true])
})

test('a phone number that a person corrects puts them beside whoever else has it, at once, and shows them nobody', async () => {
  const company = await aCompany({ installation })
  const before = await aLetter(company, { name: '五百旗頭 航', phone: '090-1111-2222', city: '舞鶴市' })
  const earlier = await portal.arrived(company, before)
  await say(earlier.visiting, 'phone', { value: '090-1111-3333' })
  const letter = await aLetter(company, { name: '五百旗頭 航', phone: '090-9999-0000' })
  const { visiting } = await portal.arrived(company, letter)
  const done = await say(visiting, 'phone', { value: '090 1111 3333' })
  expect(done.status).toBe(200)
  const { candidates } = await company.work((work) => duplicates(work, { limit: 10 }))
  expect(candidates).toHaveLength(1)
  const [pair] = candidates
  expect(new Set([pair?.onePersonId, pair?.otherPersonId])).toEqual(new Set([before.personId, letter.personId]))
  expect(pair?.reasons).toContain('SAME_PHONE')
  expect((await visiting.get('/home')).html).not.toContain('舞鶴市')
  const { fields } = await company.work((work) => person(work, letter.personId))
  expect(fields.phone).toMatchObject({ source: { kind: 'PERSON' } })
})

describe('"this is wrong"', () => {
  test('is a request with a number and fourteen days, and all of one visit is one', async () => {
    const { company, letter, visiting } = await aVisitor()
    const first = await say(visiting, 'phone', { value: '080-5555-6666', note: '番号が変わりました。' })
    const [opened] = await asked(company)
    expect(first.html).toContain(receiptNumber(opened?.id ?? ''))
    expect(first.html).toContain('控えを、ご登録のメールアドレスにお送りします')
    expect(opened).toMatchObject({ state: 'OPEN', personId: letter.personId, identity: { how: 'CODE_BY_MAIL' } })
    const days = (Date.parse(opened?.dueAt ?? '') - Date.parse(opened?.openedAt ?? '')) / 86_400_000
    expect(days).toBe(14)
    expect((await valuesOf(company, letter.personId)).phone).toBe('080-5555-6666')
    const second = await say(visiting, 'city', { remove: 'yes' })
    expect(second.html).toContain('に加えました')
    const [both, ...others] = await asked(company)
    expect(others).toEqual([])
    expect(both?.corrections).toMatchObject([
      { field: 'phone', from: '090-1111-2222', value: '080-5555-6666', note: '番号が変わりました。' },
      { field: 'city', from: '舞鶴市', value: null, note: '' },
    ])
    // Nothing is deleted before the company has granted it.
    expect((await valuesOf(company, letter.personId)).city).toBe('舞鶴市')
    expect(both?.version).toBe(2)
    expect(await company.work((work) => auditOf(work, both?.id ?? ''))).toEqual([
      'consent.request-opened',
      'consent.correction-added',
    ])
  })

  test('has one receipt for what is said quickly, which says all of it, and another for what is said later', async () => {
    const { company, letter, visiting } = await aVisitor()
    const receipts = async () => {
      await installation.settle(company.companyId)
      return installation.mailer.sent.filter(
        ({ to, subject }) => to === letter.mail && subject.includes('訂正のご請求の受付'),
      )
    }
    await say(visiting, 'phone', { value: '080-5555-6666' })
    expect(await receipts()).toEqual([])
    installation.clock.advance({ minutes: 2 })
    await say(visiting, 'city', { remove: 'yes' })
    installation.clock.advance({ minutes: 4 })
    const [first, ...others] = await receipts()
    expect(others).toEqual([])
    expect(first?.text).toContain('・電話番号\n・市区町村（削除）')
    const [link] = /\/l\/[\w.-]+/.exec(first?.text ?? '') ?? []
    const arriving = portal.browser()
    await arriving.get(link ?? '')
    expect((await arriving.post(link ?? '')).status).toBe(200)
    await say(visiting, 'phone', { value: '080-7777-8888' })
    installation.clock.advance({ minutes: 6 })
    expect(await receipts()).toHaveLength(2)
  })

  test('that is answered before its receipt left is told by the answer alone', async () => {
    const { company, letter, visiting } = await aVisitor()
    await say(visiting, 'phone', { value: '080-5555-6666' })
    const [request] = await asked(company)
    await answer(company, request!)
    installation.clock.advance({ minutes: 6 })
    await installation.settle(company.companyId)
    const subjects = installation.mailer.sent.flatMap(({ to, subject }) => (to === letter.mail ? [subject] : []))
    expect(subjects.filter((subject) => subject.includes('訂正のご請求'))).toEqual([
      expect.stringContaining('訂正のご請求への回答'),
    ])
  })

  test('that comes while staff answer is the next request', async () => {
    const { company, letter, visiting } = await aVisitor()
    await say(visiting, 'phone', { value: '080-5555-6666' })
    const [request] = await asked(company)
    let said: ReturnType<typeof say> | undefined
    await company.work(async (work) => {
      await answerRequest(work, { ...granted, id: request!.id, version: request!.version })
      said = say(visiting, 'city', { remove: 'yes' })
      await isWaiting()
    })
    expect((await said)?.status).toBe(200)
    await installation.settle(company.companyId)
    const all = await asked(company)
    expect(all.map(({ state, corrections }) => [state, corrections.map(({ field }) => field)])).toEqual(
      expect.arrayContaining([
        ['ANSWERED', ['phone']],
        ['OPEN', ['city']],
      ]),
    )
    expect(await valuesOf(company, letter.personId)).toEqual({ phone: '080-5555-6666', city: '舞鶴市' })
  })

  test('that comes while it is being answered is to be read first', async () => {
    const { company, visiting } = await aVisitor()
    await say(visiting, 'phone', { value: '080-5555-6666' })
    const [request] = await asked(company)
    const city = { field: 'city', from: '舞鶴市', value: null, note: '' } as const
    let answering: Promise<unknown> = Promise.resolve()
    await company.work(async (work) => {
      await addCorrection(work, request!.id, city)
      answering = answer(company, request!).catch((error: unknown) => error)
      await isWaiting()
    })
    expect(await answering).toMatchObject({ code: 'consent.request-changed' })
    expect((await asked(company))[0]).toMatchObject({ state: 'OPEN', version: 2 })
  })

  test('corrects and deletes what is granted, and tells the person so', async () => {
    const { company, letter, visiting } = await aVisitor()
    await say(visiting, 'phone', { value: '080-5555-6666' })
    await say(visiting, 'city', { remove: 'yes' })
    const [request] = await asked(company)
    await answer(company, request!)
    expect(await valuesOf(company, letter.personId)).toEqual({ phone: '080-5555-6666', city: undefined })
    const { html } = await visiting.get('/requests')
    expect(html).toContain('対応済み')
    expect((await visiting.get('/home')).html).not.toContain('舞鶴市')
    // The visit goes on: what is said now is another request.
    await say(visiting, 'phone', { value: '080-7777-8888' })
    expect(await asked(company)).toHaveLength(2)
  })

  test('puts back what was refused, with the reasons, and leaves the rest corrected', async () => {
    const { company, letter, visiting } = await aVisitor()
    await say(visiting, 'phone', { value: '080-5555-6666' })
    await say(visiting, 'city', { value: '宮津市' })
    const [request] = await asked(company)
    await answer(company, request!, {
      state: 'PARTIAL',
      grounds: ['CORRECT_AS_IT_IS'],
      refused: '市区町村',
      refusedFields: ['city'],
    })
    expect(await valuesOf(company, letter.personId)).toEqual({ phone: '080-5555-6666', city: '舞鶴市' })
    const { html } = await visiting.get('/requests')
    expect(html).toContain('記録の内容が事実と異なるとは認められなかったため')
    await say(visiting, 'phone', { value: '080-0000-0000' })
    const next = (await asked(company)).find(({ state }) => state === 'OPEN')
    await answer(company, next!, { state: 'DECLINED', grounds: ['CORRECT_AS_IT_IS'] })
    expect((await valuesOf(company, letter.personId)).phone).toBe('080-5555-6666')
  })

  test('that deletes leaves what is stated after it was asked for', async () => {
    const { company, letter, visiting } = await aVisitor()
    await say(visiting, 'phone', { remove: 'yes' })
    await say(visiting, 'city', { remove: 'yes' })
    const [deletion] = await asked(company)
    installation.clock.advance({ minutes: 1 })
    const later = await portal.arrived(company, letter)
    await say(later.visiting, 'phone', { value: '080-7777-7777' })
    await company.work((work) =>
      recordSource(work, {
        id: newId(),
        kind: 'FORM',
        label: '応募',
        observedAt: work.now,
        personId: letter.personId,
        claims: [{ field: 'city', value: '宮津市' }],
      }),
    )
    await answer(company, deletion!)
    expect(await valuesOf(company, letter.personId)).toEqual({ phone: '080-7777-7777', city: '宮津市' })
    const correction = (await asked(company)).find(({ state }) => state === 'OPEN')
    await answer(company, correction!)
    expect((await valuesOf(company, letter.personId)).phone).toBe('080-7777-7777')
  })

  test('is granted with the value that the request names, whatever its record says', async () => {
    const { company, letter, visiting } = await aVisitor()
    await say(visiting, 'phone', { value: '080-5555-6666' })
    const [request] = await asked(company)
    await company.work((work) =>
      recordSource(work, {
        id: idFrom('portal.correction', request!.id, 'phone'),
        kind: 'PERSON',
        label: '',
        observedAt: work.now,
        claims: [{ field: 'phone', value: '080-0000-1111' }],
      }),
    )
    await answer(company, request!)
    expect((await valuesOf(company, letter.personId)).phone).toBe('080-5555-6666')
  })

  test('keeps its value where a note alone follows', async () => {
    const { company, visiting } = await aVisitor()
    await say(visiting, 'phone', { value: '080-5555-6666' })
    await say(visiting, 'phone', { note: '番号が変わりました。' })
    const [request] = await asked(company)
    expect(request?.corrections).toMatchObject([
      { field: 'phone', from: '090-1111-2222', value: '080-5555-6666', note: '番号が変わりました。' },
    ])
  })

  test('stays the request of the person who made it', async () => {
    const { company, letter, visiting } = await aVisitor()
    const other = await aLetter(company, { phone: '070-5555-5555' })
    await say(visiting, 'phone', { remove: 'yes' })
    const [request] = await asked(company)
    for (const personId of [other.personId, letter.personId])
      await expect(
        company.work((work) => checkIdentity(work, { id: request!.id, personId, how: 'DOCUMENT', note: '' })),
      ).rejects.toMatchObject({ code: 'consent.identity-stands' })
    expect((await asked(company))[0]).toMatchObject({ personId: letter.personId, identity: { how: 'CODE_BY_MAIL' } })
  })

  test('is not answered over a correction that nobody read, nor refused for what was not asked', async () => {
    const { company, visiting } = await aVisitor()
    await say(visiting, 'phone', { value: '080-5555-6666' })
    const [read] = await asked(company)
    await say(visiting, 'city', { remove: 'yes' })
    await expect(answer(company, read!)).rejects.toMatchObject({ code: 'consent.request-changed' })
    const [current] = await asked(company)
    const part = { state: 'PARTIAL', grounds: ['CORRECT_AS_IT_IS'], refused: '氏名' } as const
    for (const refusedFields of [[], ['name'], ['phone', 'city'], ['city', 'city', 'name']] as const)
      await expect(answer(company, current!, { ...part, refusedFields })).rejects.toMatchObject({
        code: 'consent.refused-fields-unfit',
      })
    await expect(answer(company, current!, { refusedFields: ['city'] })).rejects.toMatchObject({
      code: 'consent.refused-fields-unfit',
    })
  })

  test('of one entry is granted or refused, as it has no part', async () => {
    const { company, letter, visiting } = await aVisitor()
    await say(visiting, 'city', { remove: 'yes' })
    const [request] = await asked(company)
    const part = { state: 'PARTIAL', grounds: ['CORRECT_AS_IT_IS'], refused: '市区町村' } as const
    for (const refusedFields of [[], ['city']] as const)
      await expect(answer(company, request!, { ...part, refusedFields })).rejects.toMatchObject({
        code: 'consent.refused-fields-unfit',
      })
    expect((await valuesOf(company, letter.personId)).city).toBe('舞鶴市')
  })

  test('that the field cannot hold asks for nothing', async () => {
    const { company, visiting } = await aVisitor({ birthDate: '1990-04-01' })
    expect((await say(visiting, 'birthDate', { value: 'きのう' })).status).toBe(422)
    expect((await say(visiting, 'birthDate', {})).status).toBe(422)
    expect((await say(visiting, 'phone', { value: '本籍は大阪' })).status).toBe(422)
    expect(await asked(company)).toEqual([])
    for (const value of ['０９０−５５５０−０１９９', '+81 90 5550 0199', '03-5550-0199 内線12'])
      expect((await say(visiting, 'phone', { value })).status).not.toBe(422)
  })
})

test('a value says that its correction was asked for, then that it was refused, with the way to the request', async () => {
  const { company, visiting } = await aVisitor()
  await say(visiting, 'phone', { value: '090-1111-3333' })
  const [request] = await asked(company)
  const number = receiptNumber(request!.id)
  const page = async () => (await visiting.get('/home')).html
  expect((await page()).match(/訂正のご請求中（受付番号：[^、]+/g)).toEqual([`訂正のご請求中（受付番号：${number}`])
  expect(await page()).toContain(`/requests#request-${number}`)
  expect((await visiting.get('/requests')).html).toContain(`id="request-${number}"`)
  const ofPerson = (id: string) => company.work((work) => requests(work, { personId: id, after: undefined, limit: 10 }))
  expect(await ofPerson(request!.personId!)).toHaveLength(1)
  await expect(ofPerson(newId())).rejects.toMatchObject({ code: 'request.not-found' })
  await answer(company, request!, { state: 'DECLINED', grounds: ['CORRECT_AS_IT_IS'] })
  expect(await page()).toContain('訂正のご請求にお応えできませんでした')
  await say(visiting, 'phone', { value: '090-1111-4444' })
  const again = (await asked(company)).find(({ state }) => state === 'OPEN')
  await answer(company, again!)
  expect(await page()).not.toContain('訂正のご請求')
})
