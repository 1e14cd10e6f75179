import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

/**
 * The addresses of all routes of the console or, on the operator's host, of the operator's pages. The page is signed in;
 * it is led from link to link until each route with an id has an example or nothing is left to follow.
 */
export async function allPlaces(page: Page, origin: string) {
  const application = new URL(origin).hostname.startsWith('operator.') ? 'operator' : 'console'
  const tree = await readFile(`src/${application}/route-tree.gen.ts`, 'utf8')
  const byId = tree.slice(tree.indexOf('interface FileRoutesById'))
  const ids = [...byId.slice(0, byId.indexOf('}')).matchAll(/'(\/[^']*)'/g)].map(([, id = '']) => id)
  const signedOut = ids.filter((id) => !id.startsWith('/_signed-in'))
  const routes = ids.filter((id) => id.startsWith('/_signed-in/')).map((id) => id.slice('/_signed-in'.length))
  const plain = routes
    .map((route) => (route === '/' ? route : route.replace(/\/$/, '')))
    .filter((route) => !route.includes('$'))
  const examples = new Map<string, string>()
  const questions = new Map<string, string>()
  const unasked = new Set<string>()
  const waiting = routes.filter((route) => route.includes('$'))
  const visited = new Set<string>()
  const toVisit = [...new Set(plain)]
  for (let path = toVisit.shift(); path !== undefined; path = toVisit.shift()) {
    if (visited.has(path)) continue
    visited.add(path)
    await page.goto(`${origin}${path}`)
    await page.waitForLoadState('networkidle')
    await page
      .locator('h1')
      .first()
      .waitFor({ timeout: 4_000 })
      .catch(() => undefined)
    // Some pages refuse to open without a question in their address.
    if ((await page.locator('h1').count()) === 0) unasked.add(path)
    const hrefs = await page
      .locator('a[href^="/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    for (const href of hrefs) {
      const [at = '', question] = (href ?? '').split('?')
      if (question !== undefined && plain.includes(at) && !questions.has(at)) questions.set(at, `${at}?${question}`)
      const route = plain.includes(at) ? undefined : waiting.find((candidate) => matches(candidate, at))
      if (route === undefined || examples.has(route)) continue
      examples.set(route, at)
      toVisit.push(at)
    }
  }
  const reached = plain.flatMap((route) => (unasked.has(route) ? (questions.get(route) ?? []) : route))
  return {
    signedIn: [...new Set([...reached, ...examples.values()])].toSorted(),
    signedOut,
    unreached: [
      ...waiting.filter((route) => !examples.has(route)),
      ...[...unasked].filter((route) => plain.includes(route) && !questions.has(route)),
    ],
  }
}

function matches(route: string, path: string) {
  const [asked, given] = [route.split('/'), path.split('/')]
  return asked.length === given.length && asked.every((part, at) => part.startsWith('$') || part === given[at])
}
