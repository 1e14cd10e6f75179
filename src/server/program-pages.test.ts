import { get } from 'node:http'
import { expect, test } from 'vitest'
import { createApp, wiring } from './app.ts'
import { testInstallation } from './kernel/testing.ts'
import { serveProgramPages } from './program-pages.ts'

/** Where the server leads who asks for this path, sent as it is: a client of the web would tidy it. */
const ledTo = (port: number, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path }, (answer) => {
      answer.resume()
      resolve(answer.headers.location ?? `none: ${answer.statusCode}`)
    }).on('error', reject)
  })

test('a host name beside the three leads to the console, whatever its path looks like', async () => {
  const installation = await testInstallation(wiring)
  const app = await createApp(installation)
  await serveProgramPages(app, installation)
  const port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port)
  const { origin } = new URL(installation.config.consoleUrl)
  for (const path of ['/people?page=2', '//thief.example/people', '/\\thief.example/people', '///thief.example/'])
    expect(await ledTo(port, path), path).toMatch(new RegExp(`^${origin}/`))
  await app.close()
})
