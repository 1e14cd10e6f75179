import { expect, test } from 'vitest'
import { createApp, wiring } from './app.ts'
import { testInstallation } from './kernel/testing.ts'

test('a host name beside the three leads to the console, whatever its path looks like', async () => {
  const installation = await testInstallation(wiring)
  const app = await createApp(installation)
  const { consoleUrl } = installation.config
  for (const url of ['/people?page=2', '//thief.example/people', '/\\thief.example/people', '///thief.example'])
    expect(
      new URL(String((await app.inject({ url, headers: { host: '127.0.0.1:8080' } })).headers.location)).origin,
    ).toBe(new URL(consoleUrl).origin)
  await app.close()
})
