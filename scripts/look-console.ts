/**
 * Pictures of the console of a running installation, for looking at: desktop and phone, Japanese and English, light and
 * dark. `node scripts/look-console.ts <folder> <mail> <password> <path>…`, with `CONSOLE_URL` for another address and
 * `LOOKS=ja-light-desktop,…` for fewer pictures.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const [folder = '', mail = '', password = '', ...paths] = process.argv.slice(2)
const origin = process.env['CONSOLE_URL'] ?? 'http://console.localhost:8080'
const every = ['ja', 'en'].flatMap((language) =>
  ['light', 'dark'].flatMap((scheme) => ['desktop', 'phone'].map((size) => `${language}-${scheme}-${size}`)),
)
const looks = process.env['LOOKS']?.split(',') ?? every

await mkdir(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
const first = await browser.newContext({ locale: 'ja-JP' })
const page = await first.newPage()
await page.goto(`${origin}/sign-in`)
await page.locator('input[autocomplete=username]').fill(mail)
await page.locator('input[autocomplete=current-password]').fill(password)
await page.locator('button[type=submit]').click()
await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
const storageState = await first.storageState()
for (const look of looks) {
  const [language = 'ja', scheme = 'light', size = 'desktop'] = look.split('-')
  const context = await browser.newContext({
    storageState,
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
    viewport: size === 'phone' ? { width: 390, height: 844 } : { width: 1440, height: 900 },
  })
  const shown = await context.newPage()
  const problems: string[] = []
  shown.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  shown.on('pageerror', (error) => problems.push(error.message))
  for (const path of paths) {
    await shown.goto(`${origin}${path}`)
    await shown.waitForLoadState('networkidle')
    const name = `${path.replaceAll(/[^\w-]+/g, '_').replace(/^_/, '') || 'home'}-${look}.png`
    await shown.screenshot({ path: join(folder, name), fullPage: true })
    const wide = await shown.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
    console.log(name, wide ? 'WIDER THAN THE SCREEN' : '', ...problems.splice(0))
  }
  await context.close()
}
await browser.close()
