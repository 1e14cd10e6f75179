// Renders every page of the portal and every letter with made-up content, photographs them and asks axe about each.
// Usage: node scripts/look-portal.ts <folder> [part of a name]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { render } from '../src/portal/index.ts'
import { samplePages } from '../src/portal/samples.ts'
import { sampleMails } from '../src/server/modules/messages/templates/samples.ts'

interface Shot {
  name: string
  file: string
}

interface Look {
  width: number
  height: number
  colour: 'light' | 'dark'
}

const looks: readonly Look[] = [
  { width: 390, height: 844, colour: 'light' },
  { width: 390, height: 844, colour: 'dark' },
  { width: 1280, height: 900, colour: 'light' },
  { width: 1280, height: 900, colour: 'dark' },
]

async function writePages(folder: string, part: string): Promise<Shot[]> {
  const stylesheet = readFileSync(new URL('../src/portal/portal.css', import.meta.url), 'utf8')
  writeFileSync(resolve(folder, 'portal.css'), stylesheet)
  const shots: Shot[] = []
  const keep = (name: string, content: string): void => {
    if (!name.includes(part)) return
    const file = resolve(folder, `${name}.html`)
    writeFileSync(file, content)
    shots.push({ name, file })
  }
  for (const language of ['ja', 'en'] as const) {
    const pages = samplePages({ language })
    for (const { name, page } of [...pages.open, ...pages.personal]) {
      keep(
        `page-${name}-${language}`,
        render(page)
          .replace('/assets/portal.css', 'portal.css')
          .replace(/ integrity="[^"]*"/, ''),
      )
    }
    for (const { name, mail } of await sampleMails(language)) {
      keep(`mail-${name}-${language}`, mail.html)
      writeFileSync(resolve(folder, `mail-${name}-${language}.txt`), `Subject: ${mail.subject}\n\n${mail.text}`)
    }
  }
  return shots
}

async function photograph(
  browser: Browser,
  { folder, shots }: { folder: string; shots: readonly Shot[] },
): Promise<string[]> {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const found: string[] = []
  for (const look of looks) {
    const page = await browser.newPage({
      viewport: { width: look.width, height: look.height },
      colorScheme: look.colour,
    })
    for (const { name, file } of shots) {
      await page.goto(pathToFileURL(file).href)
      await page.screenshot({ path: resolve(folder, `${name}-${look.width}-${look.colour}.png`), fullPage: true })
      const overflow: unknown = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      if (typeof overflow === 'number' && overflow > 0) found.push(`${name} ${look.width}: ${overflow} px too wide`)
      await page.evaluate(axe)
      const violations: unknown = await page.evaluate(
        "axe.run().then((r) => r.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id + ' ' + v.nodes.map((n) => n.target + ' ' + n.failureSummary).slice(0, 3).join(' | ')))",
      )
      if (Array.isArray(violations))
        found.push(...violations.map((one) => `${name} ${look.width} ${look.colour}: ${one}`))
    }
    await page.close()
  }
  return found
}

const [folder = '', part = ''] = process.argv.slice(2)
if (folder === '') throw new Error('Usage: node scripts/look-portal.ts <folder> [part of a name]')
mkdirSync(folder, { recursive: true })
const shots = await writePages(resolve(folder), part)
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
})
const found = await photograph(browser, { folder: resolve(folder), shots })
await browser.close()
console.log(`${shots.length} pages, ${shots.length * looks.length} pictures`)
for (const one of found) console.log(one)
process.exitCode = found.length > 0 ? 1 : 0
