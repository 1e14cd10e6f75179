import { expect } from 'vitest'
import { aLetter } from '../../src/server/modules/portal/testing.ts'
import { journey } from './journey.ts'
import { found } from './steps/company.ts'
import type { Who } from './steps/entrance.ts'
import { enterMailedCode, registerWithoutConsent } from './steps/portal.ts'

const owner: Who = { name: '採用 花子', email: 'hanako@sakura.example', password: '夏の海に白い帆が見える-1' }
const mail = 'naoko@person.example'

journey('passkey', 'a member adds a passkey, signs in by it alone, and takes it back', async (world) => {
  const company = await found(world, { name: 'さくら商事株式会社', owner })
  const letter = await aLetter(company, { mail })
  const { context, page } = await world.visitor({ phone: true })
  // A device as the browser sees one: a platform authenticator that knows its holder's finger.
  const device = await context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(`${world.portalUrl}/l/${letter.token}`)
  await page.getByRole('button', { name: '続ける' }).click()
  await page.goto(`${world.portalUrl}/register`)
  await enterMailedCode(world, page, mail)
  await registerWithoutConsent(world, page, { displayName: '佐藤', occupation: '営業', prefecture: '東京都' })

  await page.goto(`${world.portalUrl}/visits`)
  await page.getByLabel(/^端末の名前/).fill('自分のスマートフォン')
  await page.getByRole('button', { name: 'この端末のパスキーを登録する' }).click()
  await page.getByText('パスキーを登録しました。').waitFor()
  await page.getByRole('heading', { name: '自分のスマートフォン' }).waitFor()
  await world.watch.inspect(page, 'passkeys of a member')
  await page.getByRole('button', { name: '表示を終了する' }).click()
  await page.getByRole('heading', { name: '専用リンクの再送' }).waitFor()

  await world.mailTo(mail, 'パスキーが登録されました')
  const before = (await world.mails(mail)).length
  await page.getByRole('link', { name: /^パスキーでサインイン/ }).click()
  await world.watch.inspect(page, 'signing in by a passkey')
  await page.getByRole('button', { name: 'パスキーでサインインする' }).click()
  await page.getByRole('heading', { name: 'プロフィール', exact: true }).waitFor()
  expect(await page.getByRole('main').innerText()).toContain(mail)
  expect((await world.mails(mail)).length).toBe(before)

  await page.goto(`${world.portalUrl}/visits`)
  await page.getByRole('listitem').filter({ hasText: '自分のスマートフォン' }).getByRole('button').click()
  await page.getByText('パスキーを削除しました。').waitFor()
  await world.mailTo(mail, 'パスキーが削除されました')
  await page.getByRole('button', { name: '表示を終了する' }).click()
  await page.goto(`${world.portalUrl}/passkey`)
  await page.getByRole('button', { name: 'パスキーでサインインする' }).click()
  await page.getByText('このパスキーではサインインできませんでした').waitFor()

  // Whoever does not confirm is told so, and can try again.
  await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.goto(`${world.portalUrl}/passkey`)
  await page.getByRole('button', { name: 'パスキーでサインインする' }).click()
  await page.getByText('パスキーの操作が完了しませんでした').waitFor()
})
