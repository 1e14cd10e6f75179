import { mkdir } from 'node:fs/promises'
import { test } from 'vitest'
import { chromiumPath, hasBrowser, openWorld, type World } from './world.ts'

/**
 * One story told in a real browser, in a world of its own. It fails for what any of its pages complained about too:
 * errors on the console, refusals of the content security policy, barriers that axe-core found.
 */
export function journey(
  name: string,
  title: string,
  tell: (world: World) => Promise<void>,
  { minutes = 4 } = {},
): void {
  test(title, { timeout: minutes * 60_000 }, async (context) => {
    if (!hasBrowser) return context.skip(`there is no browser at ${chromiumPath}`)
    const world = await openWorld(name)
    try {
      await tell(world)
    } catch (error) {
      const kept = await picture(world, name)
      const note = [...world.watch.troubles, ...kept].join('\n')
      throw new Error(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${note}`)
    } finally {
      await world.close()
    }
    if (world.watch.troubles.length > 0) throw new Error(world.watch.troubles.join('\n'))
  })
}

/** What each open page showed when the story broke, for whoever reads the failure. */
async function picture({ browser }: World, name: string): Promise<string[]> {
  await mkdir('var/journeys', { recursive: true })
  const pages = browser.contexts().flatMap((context) => context.pages())
  return Promise.all(
    pages.map(async (page, at) => {
      const path = `var/journeys/${name}-${at}.png`
      await page.screenshot({ path, fullPage: true }).catch(() => {})
      return `${page.url()} is pictured in ${path}`
    }),
  )
}
