import { request } from 'node:http'
import type { Page } from 'playwright-core'
import type { Sent } from '../../../src/server/modules/intake/connectors/greenhouse/fake.ts'
import type { World } from '../world.ts'

export type Connected = { address: URL; secret: string }

/** Connects Greenhouse by the form, with a key that the program makes, and reads the address off the page. */
export async function connectGreenhouse(world: World, page: Page): Promise<Connected> {
  await page.goto(`${world.consoleUrl}/connections/new`)
  await page.getByRole('button', { name: '安全なキーを作る' }).click()
  const secret = await page.getByRole('textbox', { name: 'シークレットキー' }).inputValue()
  await world.watch.inspect(page, 'a connection')
  await page.getByRole('button', { name: '連携を作る' }).click()
  await page.getByRole('heading', { name: 'Greenhouseでの設定' }).waitFor()
  const address = await page.getByText(/\/hooks\/greenhouse\//).innerText()
  return { address: new URL(address), secret }
}

/** What the system outside would do: a POST to the address it was given. Answers the status. */
export async function deliver({ address }: Connected, { body, headers }: Sent): Promise<number> {
  const { port, host, pathname } = address
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path: pathname, method: 'POST', headers: { ...headers, host } },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Waits until so many deliveries are used and none waits its turn: two about one person at once take a second try. */
export async function untilUsed(world: World, page: Page, count: number) {
  const table = page.getByRole('table', { name: '受信した通知' })
  for (let tried = 0; tried < 20; tried += 1) {
    await world.pass({ minutes: 1 })
    await page.reload()
    await table
      .getByText(/処理済み|処理待ち/)
      .first()
      .waitFor()
    const [used, waiting] = [await table.getByText('処理済み').count(), await table.getByText('処理待ち').count()]
    if (used === count && waiting === 0) return
  }
  throw new Error(`not all of ${count} deliveries were used`)
}
