import { readFile, writeFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey } from './journey.ts'
import { found } from './steps/company.ts'
import { signIn, type Who } from './steps/entrance.ts'
import { counted } from './steps/importing.ts'
import { letAnswersReach, recordTheBasis, switchLettersOn } from './steps/letters.ts'
import { acceptIntroduction, aClient, registerByLetter, type Client } from './steps/outside.ts'
import { openRelay, registerByLetters, rejectAndWrite, standingOf, statementTable } from './steps/relay.ts'
import { openAnOpening } from './steps/selecting.ts'
import type { World } from './world.ts'

const hanako: Who = { name: '採用 花子', email: 'hanako@sakura.example', password: '夏の海に白い帆が見える-1' }
const jiro: Who = { name: '人事 次郎', email: 'jiro@minato.example', password: '冬の山に青い鳥が見える-2' }

/** A third of the year of 300 applications that `npm run bench -- reference` plays. */
const applications = Number(process.env['TASUKI_REFERENCE'] ?? 100)
const year = { rejected: 0.95, registering: 0.3, referralsPerSlot: 10 }
const rejections = Math.floor(applications * year.rejected)
const registrations = Math.floor(rejections * year.registering)
const slots = Math.floor(registrations / year.referralsPerSlot)
const left = registrations % year.referralsPerSlot
/** Of thirteen weeks each, so that every one begins on a Monday. */
const quarters = 4

const families = [
  '佐藤',
  '鈴木',
  '高橋',
  '田中',
  '伊藤',
  '渡辺',
  '山本',
  '中村',
  '小林',
  '加藤',
  '吉田',
  '山田',
  '松本',
  '井上',
  '木村',
  '清水',
  '山崎',
  '阿部',
  '森田',
  '池田',
]
const givens = [
  '翔太',
  '美咲',
  '健一',
  '陽菜',
  '大輔',
  '結衣',
  '拓也',
  '葵',
  '直樹',
  '彩花',
  '達也',
  '真由美',
  '亮',
  '恵子',
  '誠',
]

type Applied = { email: string; applicationId: string }

/** One after the other in four lines, as a system does that answers several of its own people. */
async function forEach<T>(all: readonly T[], run: (one: T) => Promise<unknown>): Promise<void> {
  const waiting = [...all]
  const line = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await run(next)
  }
  await Promise.all([line(), line(), line(), line()])
}

/** People apply by the other system. */
async function recruit(client: Client, { openingId, from, until }: { openingId: string; from: number; until: number }) {
  const applied: Applied[] = []
  const numbers = Array.from({ length: until - from }, (_, index) => from + index)
  await forEach(numbers, async (one) => {
    const email = `applicant-${one}@person.example`
    const name = `${families[one % families.length]} ${givens[Math.floor(one / families.length)]}`
    const { applicationId } = await client<{ applicationId: string }>('POST', '/people', {
      fields: { name, email },
      application: { openingId, channel: 'DIRECT' },
    })
    applied.push({ email, applicationId })
  })
  return applied
}

const rejected = [{ kind: 'REJECT', reason: 'SKILLS' }]
const hired = [{ kind: 'OFFER' }, { kind: 'ACCEPT' }, { kind: 'HIRE' }]

/** A year at the desk of the other system. Who is willing registers by their letter: two weeks are enough for it to come. */
async function aYear(world: World, client: Client, openingId: string): Promise<void> {
  const share = (whole: number, quarter: number) => Math.floor((whole * quarter) / quarters)
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    const of = (whole: number) => share(whole, quarter + 1) - share(whole, quarter)
    const [from, until] = [share(applications, quarter), share(applications, quarter + 1)]
    const applied = await recruit(client, { openingId, from, until })
    const refused = applied.slice(0, of(rejections))
    await forEach(applied, async (one) => {
      for (const decision of refused.includes(one) ? rejected : hired)
        await client('POST', `/applications/${one.applicationId}/decisions`, { decision })
    })
    await world.settle()
    // By weeks, for a Monday may be a holiday, on which no letter leaves.
    for (let week = 0; week < 2; week += 1) await world.pass({ days: 7 })
    const willing = refused.slice(0, of(registrations))
    // Over two days: twenty within an hour would go before the operator as a burst.
    for (const day of [willing.slice(0, 12), willing.slice(12)]) {
      await forEach(day, async ({ email }) =>
        registerByLetter(world, { address: email, mail: await world.mailTo(email, '選考結果') }),
      )
      await world.pass({ days: 1 })
    }
    await world.pass({ days: 7 * 11 - 2 })
  }
}

/** A key as the owner makes it, by the console's own session. */
async function aKey(page: Page): Promise<string> {
  const permissions = [
    'people:read',
    'people:write',
    'selection:read',
    'selection:write',
    'relay:read',
    'credits:read',
    'matching:read',
    'introductions:request',
    'company:read',
  ]
  const body = { id: crypto.randomUUID(), name: '採用管理システム', permissions, validDays: 366 }
  const { text } = await page.evaluate(async (made) => {
    const answer = await fetch('/api/v1/keys', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': made.id },
      body: JSON.stringify(made),
    })
    return (await answer.json()) as { text: string }
  }, body)
  return text
}

type Refs = { items: { anonymous: { refs: string[] } }[] }

/** Spends every slot: so many people of another company are asked, and each says yes. */
async function useTheSlots(world: World, client: Client, openingId: string, mails: readonly string[]): Promise<void> {
  const { items } = await client<Refs>('GET', `/openings/${openingId}/matches?pool=RELAY&limit=20`)
  const refs = items.flatMap(({ anonymous }) => anonymous.refs).slice(0, slots)
  expect(refs).toHaveLength(slots)
  for (const ref of refs)
    await client('POST', '/introductions', {
      id: crypto.randomUUID(),
      openingId,
      ref,
      message: '法人営業のご経験に関心を持ちました。ぜひお話しさせてください。',
    })
  await world.settle()
  const asked = await Promise.all(
    mails.map(async (address) => {
      const mail = (await world.mails(address)).find(({ subject }) => subject.includes('企業からのご紹介'))
      return mail ? [{ address, mail }] : []
    }),
  )
  expect(asked.flat()).toHaveLength(slots)
  await Promise.all(asked.flat().map((one) => acceptIntroduction(world, one)))
  await world.settle()
}

async function downloaded(page: Page, button: 'CSV' | 'PDF'): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return readFile(await file.path())
}

type Read = { granted: number; used: number; counted: readonly string[]; left: number }

/** Leaves what arithmetic says and what the statement said for `npm run bench -- reference` to print. */
async function tellFigures(read: Read): Promise<void> {
  const file = process.env['TASUKI_REFERENCE_FIGURES']
  if (!file) return
  const counting = read.counted.filter((one) => one.includes('紹介の計上')).length
  const statement = { registrations: counting, slots: read.granted, used: read.used, left: read.left }
  const expected = { rejections, registrations, slots, left }
  await writeFile(file, JSON.stringify({ applications, year, expected, statement }))
}

journey(
  'reference',
  `of ${applications} applications in a year 95 % are rejected, 30 % of those register, and the slots that this makes are used`,
  async (world) => {
    await world.moveTo('2030-04-01T10:00:00+09:00')
    await found(world, { name: 'さくら商事株式会社', owner: hanako })
    const minato = await found(world, { name: 'みなと物流株式会社', owner: jiro })
    const { page } = await world.visitor()
    await signIn(world, page, hanako)
    await recordTheBasis(world, page)
    await letAnswersReach(page, hanako.name)
    await switchLettersOn(world, page)
    await openAnOpening(world, page, '法人営業(東京)')
    const lastYear = aClient(world, await aKey(page))
    const { items } = await lastYear<{ items: { id: string }[] }>('GET', '/openings?limit=1')
    const openingId = items[0]?.id ?? ''
    await aYear(world, lastYear, openingId)

    // A key lasts a year at most.
    const client = aClient(world, await aKey(page))
    await rejectAndWrite(world, minato, { count: 12, days: 7 })
    const members = await registerByLetters(world, minato)
    await world.pass({ days: 8 })
    expect(await client('GET', '/credits/balance')).toMatchObject({
      held: 0,
      counted: left,
      slots: { available: slots, reserved: 0, spent: 0, expired: 0 },
    })
    await useTheSlots(
      world,
      client,
      openingId,
      members.map(({ mail }) => mail),
    )

    await openRelay(world, page)
    await expect
      .poll(() => standingOf(page), { timeout: 10_000 })
      .toEqual({ available: 0, reserved: 0, spent: slots, counted: left, held: 0 })
    await page.getByText(`送信 ${rejections}`).waitFor()
    await page.getByText(`計上 ${registrations}`).waitFor()
    const sums = page.locator('dl', { hasText: '紹介枠の付与' })
    expect(await sums.innerText()).toMatch(
      new RegExp(
        `紹介枠の付与\\s+\\+${slots}\\s+紹介の依頼による予約\\s+-${slots}\\s+紹介の成立による消化\\s+${slots}件\\s+現在の残高\\s+0`,
      ),
    )
    expect(await statementTable(page).getByRole('link', { name: '紹介を開く' }).count()).toBe(2 * slots)
    await page.getByText('すべて一致しています。').waitFor()
    await world.watch.inspect(page, 'statement of a year')

    const slotLines = (await downloaded(page, 'CSV')).toString('utf8').trim().split('\r\n')
    const granted = slotLines.filter((one) => one.includes('紹介枠の付与'))
    expect(granted).toHaveLength(slots)
    const used = slotLines.filter((one) => one.includes('紹介の成立による消化'))
    expect(used).toHaveLength(slots)
    expect(used.at(-1)).toMatch(new RegExp(`,0,0,0,${slots}$`))
    expect((await downloaded(page, 'PDF')).subarray(0, 5).toString()).toBe('%PDF-')
    await page.getByRole('radiogroup', { name: '明細' }).getByText('紹介', { exact: true }).click()
    const counting = page.locator('dl', { hasText: '紹介の計上' })
    expect(await counting.innerText()).toMatch(
      new RegExp(
        `紹介の計上\\s+\\+${registrations}\\s+紹介枠への引き換え\\s+-${10 * slots}\\s*${slots}件\\s+現在の残高\\s+${left}`,
      ),
    )
    const referralLines = (await downloaded(page, 'CSV')).toString('utf8').trim().split('\r\n')
    expect(referralLines.filter((one) => one.includes('紹介の計上'))).toHaveLength(registrations)
    const towardsNext = await counted(page, '次の枠までの紹介')
    expect(towardsNext).toBe(left)
    await tellFigures({ granted: granted.length, used: used.length, counted: referralLines, left: towardsNext })
  },
  { minutes: 20 },
)
