import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What went wrong in the browsers of one journey without stopping it; the journey fails for it in the end. */
export type Watch = {
  follow: (context: BrowserContext, how: { hasScript: boolean }) => void
  /** Looks at the page that is open with axe-core, which needs script, and keeps what would shut somebody out. */
  inspect: (page: Page, name: string) => Promise<void>
  troubles: readonly string[]
}

// The browser itself reports every answer that is not a success. A refusal is an answer that the page shows.
const isRefusal = (text: string) => /^Failed to load resource: .*status of 4\d\d/.test(text)

export function watch(): Watch {
  const troubles: string[] = []
  const withoutScript = new WeakSet<BrowserContext>()
  const followPage = (page: Page) => {
    const where = () => new URL(page.url()).pathname
    page.on('pageerror', (error) => troubles.push(`${where()}: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      const isBad = message.type() === 'error' || /content security policy/i.test(message.text())
      if (isBad && !isRefusal(message.text())) troubles.push(`${where()}: ${message.text()}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 500) troubles.push(`${where()}: ${response.status()} from ${response.url()}`)
    })
  }
  return {
    troubles,
    follow: (context, { hasScript }) => {
      if (!hasScript) withoutScript.add(context)
      context.on('page', followPage)
    },
    inspect: async (page, name) => {
      if (withoutScript.has(page.context())) return
      for (const found of await violations(page)) troubles.push(`${name}: ${found}`)
    },
  }
}

// As text, for these run in the page, whose globals the tests' own program does not have.
const atRest = `Promise.all(document.getAnimations()
  .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
  .map((animation) => animation.finished.catch(() => {}))).then(() => {})`
const look = `axe.run({ resultTypes: ['violations'] })`

/** What bars somebody at rest: a page that was still changing while it was looked at is looked at once more. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await seen(page)
  if (found.length === 0) return found
  await page.waitForTimeout(500)
  return seen(page)
}

async function seen(page: Page): Promise<string[]> {
  await page.evaluate(atRest)
  const results: AxeResults = await page.evaluate(look)
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
    )
}
