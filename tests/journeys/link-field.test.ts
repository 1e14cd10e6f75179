import { expect } from 'vitest'
import { fakeHarvest } from '../../src/server/modules/intake/connectors/greenhouse/fake-harvest.ts'
import { applicationEvent, signed } from '../../src/server/modules/intake/connectors/greenhouse/fake.ts'
import { journey } from './journey.ts'
import { found } from './steps/company.ts'
import { connectGreenhouse, deliver } from './steps/connecting.ts'
import { signIn, type Who } from './steps/entrance.ts'
import { recordTheBasis } from './steps/letters.ts'

const owner: Who = { name: '採用 花子', email: 'hanako@sakura.example', password: '夏の海に白い帆が見える-1' }
const candidate = { id: 77, first_name: '結衣', last_name: '高橋', email: 'yui.takahashi@mail.example' }

journey(
  'link_field',
  'a company that goes on sending from Greenhouse has each rejected person’s link written there, and taken out again',
  async (world) => {
    const harvest = await fakeHarvest()
    try {
      Object.assign(world.running.installation.config, {
        GREENHOUSE_API_URL: harvest.url,
        GREENHOUSE_AUTH_URL: harvest.url,
      })
      harvest.put(String(candidate.id), { interest: '高い' })
      await found(world, { name: 'さくら商事株式会社', owner })
      const { page } = await world.visitor()
      await signIn(world, page, owner)
      await recordTheBasis(world, page)
      const connected = await connectGreenhouse(world, page)

      await page.getByRole('link', { name: /専用リンクの書き込み/ }).click()
      await page.getByText('まだ設定されていません').waitFor()
      await world.watch.inspect(page, 'before links are written')
      await page.getByRole('button', { name: '認証情報を設定' }).click()
      await page.getByRole('textbox', { name: 'クライアントID' }).fill(harvest.credentials.clientId)
      await page.getByLabel(/^クライアントシークレット/).fill('not this one')
      await page.getByRole('button', { name: '保存して確認する' }).click()
      await page.getByText('保存しました。接続を確認しています').waitFor()
      await world.settle()
      await page.reload()
      await page.getByRole('button', { name: '認証情報を変更' }).click()
      await page.getByLabel(/^クライアントシークレット/).fill(harvest.credentials.secret)
      await page.getByRole('button', { name: '保存して確認する' }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await world.settle()
      await page.reload()
      await page.getByRole('combobox', { name: '書き込む項目' }).selectOption({ label: '専用リンク' })
      await page.getByText('{{TASUKI_LINK}}').waitFor()
      await page.getByRole('button', { name: '書き込みをオンにする' }).click()
      await page.getByText('書き込み中').waitFor()

      await world.pass({ minutes: 5 })
      const at = world.now()
      const event = applicationEvent('reject_candidate', {
        id: 501,
        candidate,
        job: '経理担当',
        stage: 'Phone Interview',
        applied_at: new Date(at.getTime() - 5 * 86_400_000).toISOString(),
        last_activity_at: at.toISOString(),
        rejected_at: at.toISOString(),
        rejection: { name: 'Skills', type: 'We rejected them' },
      })
      expect(await deliver(connected, signed(event, { secret: connected.secret }))).toBeLessThan(300)
      await world.settle()
      await page.reload()
      const line = page.getByRole('table', { name: '書き込みの状況' }).getByRole('row').filter({ hasText: '高橋 結衣' })
      await line.getByText('書き込み済み').waitFor()
      await world.watch.inspect(page, 'links that were written')
      const { tasuki_link: link, interest } = harvest.valuesOf(String(candidate.id))
      expect(interest).toBe('高い')
      const { page: phone } = await world.visitor({ phone: true })
      await phone.goto(link!)
      await phone.getByRole('heading', { level: 1 }).waitFor()
      expect(new URL(phone.url()).origin).toBe(new URL(world.portalUrl).origin)
      expect(await phone.content()).toContain('さくら商事株式会社')

      await page.getByRole('button', { name: '書き込みをやめる' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '書き込みをやめる' }).click()
      await page.getByText('書き込みをやめました').waitFor()
      await world.settle()
      await page.reload()
      await line.getByText('空にしました').waitFor()
      expect(harvest.valuesOf(String(candidate.id))).toEqual({ interest: '高い' })
    } finally {
      await harvest.close()
    }
  },
)
