import { newId } from '../../kernel/ids.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { recordBasis } from '../consent/index.ts'
import { changeSettings } from './settings.ts'

type Made = Parameters<typeof aCompany>[0] & { mode?: 'BY_HAND' | 'EVERY_DAY'; dailyLimit?: number }

/** A company whose admin recorded why it asks, and switched it on. */
export async function anAskingCompany({ mode = 'BY_HAND', dailyLimit = 20, ...made }: Made = {}): Promise<TestCompany> {
  const company = await aCompany(made)
  await company.work(async (work) => {
    await recordBasis(work, {
      id: newId(),
      kind: 'REFRESH',
      purpose: 'ご登録内容を最新に保ち、合う募集をご案内するため',
      legalBasis: 'PUBLISHED_PURPOSE',
      mailPermission: 'ADDRESS_GIVEN',
      explanation: '採用ページの個人情報の取扱いに記載しています。',
    })
    await changeSettings(work, { isOn: true, mode, dailyLimit })
  })
  return company
}
