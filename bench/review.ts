/**
 * How long the page of possible duplicates takes from a key to the next pair on the screen, in Chromium, against a running
 * installation; pairs are only turned over or put off, never decided:
 *
 *     npm run bench -- review <address of the console> <mail> <password> [presses]
 */
import { chromium } from 'playwright-core'
import { say } from './throw-away.ts'

const [origin = 'http://console.localhost:8080', mail = '', password = '', presses = '40'] = process.argv.slice(3)
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})

/**
 * Runs in the page: presses a key, and tells after how many milliseconds what it changed was drawn. The frame behind the
 * one that a change is drawn in begins when it stands on the screen.
 */
const drawnAfter = (key: string): string => `new Promise((resolve, reject) => {
  const late = setTimeout(() => reject(new Error('no other pair was shown within two seconds')), 2000)
  const started = performance.now()
  const observer = new MutationObserver(() => {
    observer.disconnect()
    clearTimeout(late)
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - started)))
  })
  observer.observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true })
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true }))
})`

try {
  const page = await browser.newPage({ locale: 'ja-JP', viewport: { width: 1280, height: 800 } })
  await page.goto(`${origin}/sign-in`)
  await page.locator('input[autocomplete=username]').fill(mail)
  await page.locator('input[autocomplete=current-password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  const listed = page.waitForResponse((response) => response.url().includes('/duplicates?'))
  await page.goto(`${origin}/duplicates`)
  const answer = await listed
  const { open } = (await answer.json()) as { open: number }
  await page.locator('[aria-current=true]').waitFor()
  const { requestStart, responseEnd } = answer.request().timing()
  say(`${open} pairs wait; the first twenty came in ${(responseEnd - requestStart).toFixed(0)} ms`)
  // A pair that was put off stands behind the others, and is not put off again.
  const mostPutOff = Math.min(Number(presses), open - 2)
  for (const [title, keys, count] of [
    ['turned over', ['j', 'k'], Number(presses)],
    ['put off and the next one shown', ['l'], mostPutOff],
  ] as const) {
    if (count < 1) continue
    const times: number[] = []
    for (let nth = 0; nth < count; nth++) times.push(await page.evaluate<number>(drawnAfter(keys[nth % keys.length]!)))
    times.sort((one, other) => one - other)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(0)
    say(`${title}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms (${times.length})`)
  }
} finally {
  await browser.close()
}
