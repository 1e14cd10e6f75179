import type { Page } from 'playwright-core'
import { newId } from '../../../src/server/kernel/ids.ts'
import {
  recordLetterBasis,
  switchOn,
  aRejected,
  aMember,
  type TestMember,
} from '../../../src/server/modules/relay/testing.ts'
import { referralPage } from '../../../src/server/modules/relay/letters/steps.ts'
import { Wishes } from '../../../src/server/modules/relay/index.ts'
import { person, recordsOf } from '../../../src/server/modules/people/index.ts'
import type { World } from '../world.ts'
import type { Founded } from './company.ts'
import { counted } from './importing.ts'

/** What members wish who are to be shown in one class of the anonymity gate. */
export const alike = Wishes.parse({
  occupations: ['営業'],
  prefectures: ['東京都'],
  skills: ['法人営業'],
  salaryMin: 4_500_000,
})

/** Turns letters on, rejects people, so many and these, and lets the days pass after which their letters have left. */
export async function rejectAndWrite(
  world: World,
  company: Founded,
  { count, days, also = [] }: { count: number; days: number; also?: readonly string[] },
): Promise<void> {
  await recordLetterBasis(company)
  await switchOn(company)
  const addresses = Array.from({ length: count }, () => `${newId().slice(-12)}@person.example`)
  for (const email of [...also, ...addresses]) await aRejected(company, { email })
  await world.settle()
  await world.pass({ days })
}

/** Everyone who was written to registers by their own letter, alike but for `except`. */
export async function registerByLetters(
  world: World,
  company: Founded,
  { except = '' }: { except?: string } = {},
): Promise<TestMember[]> {
  const { referrals } = await company.work((work) => referralPage(work, { limit: 100 }))
  const members: TestMember[] = []
  for (const { letterId, personId, sentAt } of referrals) {
    const { mail, sourceRecordId } = await addressOf(company, personId)
    if (mail === except) continue
    const made = {
      personId,
      sourceRecordId,
      letterId,
      mail,
      sentAt: new Date(sentAt),
      wishes: alike,
      displayName: '髙橋 遥',
    }
    members.push(await aMember(company, { ...made, yes: ['RELAY_PROFILE', 'FLOW_BACK'] }))
  }
  await world.settle()
  return members
}

async function addressOf(company: Founded, personId: string) {
  return company.work(async (work) => {
    const { fields } = await person(work, personId)
    const [record] = await recordsOf(work, personId)
    const mail = fields.email?.value
    if (!record || typeof mail !== 'string') throw new Error('a person without a record or an address')
    return { mail, sourceRecordId: record.id }
  })
}

export async function openRelay(world: World, page: Page) {
  await page.goto(`${world.consoleUrl}/relay`)
  await page.getByRole('group', { name: '使える紹介枠', exact: true }).waitFor()
}

/** What the page says of the slots and of the referrals toward the next. */
export async function standingOf(page: Page) {
  const labels = {
    available: '使える紹介枠',
    reserved: '予約中',
    spent: '消化済み',
    counted: '次の枠までの紹介',
    held: '確認期間中',
  }
  const shown: Record<string, number> = {}
  for (const [name, label] of Object.entries(labels)) shown[name] = await counted(page, label)
  return shown as Record<keyof typeof labels, number>
}

export const referralTable = (page: Page) => page.getByRole('table', { name: 'お見送りメールのその後' })
export const statementTable = (page: Page) => page.getByRole('table', { name: '明細' })

/** Lists those letters alone that led to one step. */
export async function chooseStep(page: Page, step: RegExp) {
  await page.getByRole('radiogroup', { name: '段階' }).getByText(step).click()
}
