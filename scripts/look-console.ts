/**
 * Pictures of the console or of the operator's pages of a running installation, for looking at: desktop and phone,
 * Japanese and English, light and dark. `node scripts/look-console.ts <folder> <mail> <password> [every | <path>…]`, with
 * `CONSOLE_URL` for another address and `LOOKS=ja-light-desktop,…` for fewer pictures. `every` walks all routes of the
 * application: an id in a route is taken from the first link that leads there, and routes that no link leads to are
 * named at the end. Beside each picture stand the faults a machine can see.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'
import { allPlaces } from './look-routes.ts'
import { faultsOf } from './look-faults.ts'

const [folder = '', mail = '', password = '', ...asked] = process.argv.slice(2)
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
const places = asked.includes('every')
  ? await allPlaces(page, origin)
  : { signedIn: asked, signedOut: [], unreached: [] }
await first.close()

for (const look of looks) {
  const [language = 'ja', scheme = 'light', size = 'desktop'] = look.split('-')
  const reader = {
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
    colorScheme: scheme === 'dark' ? ('dark' as const) : ('light' as const),
    viewport: size === 'phone' ? { width: 390, height: 844 } : { width: 1280, height: 800 },
  }
  await take(await browser.newContext({ ...reader, storageState }), look, places.signedIn)
  await take(await browser.newContext(reader), look, places.signedOut)
}
await browser.close()
if (places.unreached.length > 0) console.log('No link leads to', places.unreached.join(' '))

async function take(context: BrowserContext, look: string, paths: readonly string[]) {
  const shown = await context.newPage()
  const problems: string[] = []
  shown.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  shown.on('pageerror', (error) => problems.push(error.message))
  for (const path of paths) {
    await shown.goto(`${origin}${path}`)
    await shown.waitForLoadState('networkidle')
    // A busy machine draws late; a page that shows no heading is pictured as it is.
    await shown
      .locator('h1')
      .first()
      .waitFor({ timeout: 8_000 })
      .catch(() => undefined)
    await shown
      .locator('[aria-busy=true]')
      .first()
      .waitFor({ state: 'detached', timeout: 8_000 })
      .catch(() => undefined)
    const name = `${path.replaceAll(/[^\w-]+/g, '_').replace(/^_/, '') || 'home'}-${look}.png`
    await shown.screenshot({ path: join(folder, name), fullPage: true })
    console.log([name, ...(await shown.evaluate<string[]>(faultsOf)), ...problems.splice(0)].join('\n    '))
  }
  await context.close()
}
