import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import type { Permission } from '../src/contract/accounts/permissions.ts'
import { createApp, wiring } from '../src/server/app.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { testInstallation } from '../src/server/kernel/testing.ts'
import { makeKey } from '../src/server/modules/accounts/staff/keys.ts'
import { aReceiver } from '../src/server/modules/automations/testing.ts'
import { aScene } from '../src/server/modules/introductions/testing.ts'
import { recordLetterBasis, switchOn } from '../src/server/modules/relay/testing.ts'

/** Those that the tour names. */
const permissions: Permission[] = [
  'intake:connect',
  'people:read',
  'people:write',
  'selection:write',
  'relay:read',
  'credits:read',
  'matching:read',
  'introductions:request',
  'relay:configure',
  'company:read',
]

/** What a reader would paste: the commands of the document, in their order. */
async function commands(): Promise<string> {
  const document = await readFile(new URL('../docs/api-tour.md', import.meta.url), 'utf8')
  return [...document.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, code]) => code).join('\n')
}

test('the tour of the API in docs runs as it is written', { timeout: 60_000 }, async () => {
  const installation = await testInstallation(wiring)
  Object.assign(installation.config, { WEBHOOKS_TO_PRIVATE_ADDRESSES: true })
  const { employer, openingId, settle } = await aScene({ installation })
  await recordLetterBasis(employer)
  await switchOn(employer)
  const KEY = await employer.work((work) => makeKey(work, { id: newId(), name: 'ATS', permissions, validDays: 1 }))
  const receiver = await aReceiver()
  let isWorking = true
  const worker = (async () => {
    while (isWorking) await settle().then(() => setTimeout(100))
  })()
  const app = await createApp(installation)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const TASUKI = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/v1`
  try {
    const script = `set -euo pipefail\n${await commands()}`
    const env = { ...process.env, TASUKI, KEY, OPENING: openingId, RECEIVER: receiver.url }
    const { stdout } = await promisify(execFile)('bash', ['-c', script], { env })

    const said = stdout.trim().split('\n')
    expect(said).toContain('REJECTED')
    expect(said).toContain('SCHEDULED')
    expect(said.at(-1)).toBe('request.not-found')
    isWorking = false
    await worker
    await settle()
    const kinds = receiver.heard.map(({ body }) => (JSON.parse(body) as { type: string }).type)
    expect(said).toContain('GUARANTEED_INTERVIEW null,ANSWER null')
    expect(said).toContain('disputes.not-contestable')
    expect(new Set(kinds)).toEqual(
      new Set(['endpoint.tested', 'letter.changed', 'introduction.changed', 'trial.changed']),
    )
  } finally {
    isWorking = false
    await worker
    await app.close()
    await receiver.close()
  }
})
