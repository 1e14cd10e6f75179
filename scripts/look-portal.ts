/**
 * Renders every page of the portal and every mail with made-up content, photographs them, and tells what would trouble
 * a reader: what axe-core finds grave, pages wider than the screen, headings that skip a level, and what is too small
 * to be pressed by a thumb. Says how big the two files of every page are. `node scripts/look-portal.ts <folder> [part of
 * a name]`, with `LOOKS=ja-light-phone,…` for fewer pictures.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { portalAssets, render } from '../src/portal/index.ts'
import { samplePages } from '../src/portal/samples.ts'
import { sampleMails } from '../src/server/modules/messages/templates/samples.ts'

interface Shot {
  name: string
  language: 'ja' | 'en'
  file: string
}

const every = ['ja', 'en'].flatMap((language) =>
  ['light', 'dark'].flatMap((scheme) => ['phone', 'desktop'].map((size) => `${language}-${scheme}-${size}`)),
)
const looks = process.env['LOOKS']?.split(',') ?? every
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function writePages(folder: string, part: string): Promise<Shot[]> {
  const stylesheet = readFileSync(new URL('../src/portal/portal.css', import.meta.url), 'utf8')
  writeFileSync(resolve(folder, 'portal.css'), stylesheet)
  const shots: Shot[] = []
  for (const language of ['ja', 'en'] as const) {
    const keep = (name: string, content: string): void => {
      if (!name.includes(part) || !looks.some((look) => look.startsWith(language))) return
      const file = resolve(folder, `${name}-${language}.html`)
      writeFileSync(file, content)
      shots.push({ name, language, file })
    }
    const pages = samplePages({ language })
    for (const { name, page } of [...pages.open, ...pages.personal]) {
      keep(
        `page-${name}`,
        render(page)
          .replace('/assets/portal.css', 'portal.css')
          .replace(/ integrity="[^"]*"/, ''),
      )
    }
    for (const { name, mail } of await sampleMails(language)) {
      keep(`mail-${name}`, mail.html)
      writeFileSync(resolve(folder, `mail-${name}-${language}.txt`), `Subject: ${mail.subject}\n\n${mail.text}`)
    }
  }
  return shots
}

// As text, for these run in the page, whose globals this program does not have.
const graveBarriers =
  "axe.run().then((r) => r.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id + ' ' + v.nodes.map((n) => n.target + ' ' + n.failureSummary).slice(0, 3).join(' | ')))"
const tooWide = `(() => { const by = document.documentElement.scrollWidth - document.documentElement.clientWidth; return by > 0 ? [by + ' px too wide'] : [] })()`
const skippedLevels = `(() => { let before = 0; return [...document.querySelectorAll('h1, h2, h3, h4')].filter((one) => one.checkVisibility()).flatMap((one) => {
  const level = Number(one.tagName[1]); const skips = level > before + 1; before = level
  return skips ? ['h' + level + ' skips a level: ' + one.textContent.trim()] : [] }) })()`
// Links inside a sentence are as tall as its lines (WCAG 2.5.8 leaves them out).
const smallTargets = `[...document.querySelectorAll('button, select, textarea, summary, .button, .choice, nav a, main p > a:only-child, footer li a, .tools a, input:not([type=hidden], [type=checkbox], [type=radio])')].flatMap((one) => {
  const { width, height } = one.getBoundingClientRect()
  return one.checkVisibility() && width > 1 && !(one.matches('p > a') && one.textContent.trim() !== one.parentElement.textContent.trim()) && (height < 43.5 || width < 43.5) ? ['small target ' + Math.round(width) + ' × ' + Math.round(height) + ': ' + (one.textContent.trim() || one.name).slice(0, 30)] : [] })`

async function troublesOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found: string[] = []
  for (const check of [graveBarriers, tooWide, skippedLevels, smallTargets]) {
    const told: unknown = await page.evaluate(check)
    if (Array.isArray(told)) found.push(...told.map(String))
  }
  return found
}

async function photograph(
  browser: Browser,
  { folder, shots }: { folder: string; shots: readonly Shot[] },
): Promise<string[]> {
  const found: string[] = []
  for (const look of looks) {
    const [language, scheme, size] = look.split('-')
    const page = await browser.newPage({
      viewport: size === 'desktop' ? { width: 1280, height: 900 } : { width: 390, height: 844 },
      colorScheme: scheme === 'dark' ? 'dark' : 'light',
    })
    for (const { name, file } of shots.filter((shot) => shot.language === language)) {
      await page.goto(pathToFileURL(file).href)
      await page.screenshot({ path: resolve(folder, `${name}-${look}.png`), fullPage: true })
      found.push(...(await troublesOf(page)).map((one) => `${name} ${look}: ${one}`))
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
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
const found = await photograph(browser, { folder: resolve(folder), shots })
await browser.close()
console.log(`${shots.length} pages in ${looks.length} looks`)
for (const { href, content } of Object.values(portalAssets()))
  console.log(`${href}: ${gzipSync(content).length} bytes gzipped`)
for (const one of found) console.log(one)
process.exitCode = found.length > 0 ? 1 : 0
