/**
 * How long the pre-flight of a campaign takes, from asking to its last letter scheduled, over a throw-away database:
 * `npm run bench -- preflight [people]`.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { wiring } from '../src/server/app.ts'
import { applicantFiles } from '../src/server/demonstration/applicants.ts'
import { startCluster } from '../src/server/kernel/cluster.ts'
import { readConfig } from '../src/server/kernel/config.ts'
import { openDatabases } from '../src/server/kernel/database.ts'
import { newId } from '../src/server/kernel/ids.ts'
import type { Installation } from '../src/server/kernel/installation.ts'
import { drain, runDue } from '../src/server/kernel/intents.ts'
import { createLog } from '../src/server/kernel/log.ts'
import { migrate } from '../src/server/kernel/migrate.ts'
import { inCompany, type Work } from '../src/server/kernel/work.ts'
import { openCompany } from '../src/server/modules/accounts/index.ts'
import { recordBasis } from '../src/server/modules/consent/index.ts'
import { importFile } from '../src/server/modules/intake/index.ts'
import { approvePreflight, preflight, relayModule, shownPreflight } from '../src/server/modules/relay/index.ts'

const people = Number(process.argv.at(-1)) || 10_000
const rows = Math.ceil(people * 1.25)
const folder = await mkdtemp(join(tmpdir(), 'tasuki-bench-'))
await chmod(folder, 0o755)
const cluster = await startCluster({ folder, throwAway: true })
await migrate(cluster.ownerUrl)
const databases = openDatabases({ url: cluster.appUrl, size: 5 })
const installation = {
  ...wiring,
  // Only what the letters hear of: everybody else's work on so many applications is not what is measured.
  subscriptions: relayModule.subscriptions ?? [],
  config: readConfig({ NODE_ENV: 'test', TASUKI_SECRET: 'only for measuring how long it takes' }),
  log: createLog('error'),
  databases,
  clock: { offsetMs: () => 0 },
  queue: { send: async () => {} },
  wake: () => {},
} as unknown as Installation
const companyId = newId()
const actor = { kind: 'staff' as const, id: newId(), permissions: new Set<string>() }
const work = <T>(run: (opened: Work) => Promise<T>) => inCompany(installation, { companyId, actor }, run)
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Does the work on the pre-flight until nothing of it is left; says how long that took. */
async function measured(title: string, id: string, begin: () => Promise<unknown>): Promise<void> {
  const started = performance.now()
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1)
  await begin()
  const answered = seconds()
  while ((await work((opened) => shownPreflight(opened, id))).progress.state === 'RUNNING')
    await runDue(installation, { realmIds: [companyId] })
  const { people: all, sends, reasons, outcomes } = await work((opened) => shownPreflight(opened, id))
  say(
    `${title}: answered after ${answered} s, done after ${seconds()} s ${JSON.stringify({ all, sends, reasons, outcomes })}`,
  )
}

try {
  await work((opened) => openCompany(opened, { name: '計測株式会社' }))
  // About four in five applications of the generator end in a rejection.
  const [file] = applicantFiles({ seed: 7, rows: { ATS: rows, BOARD: 0, AGENCY: 0 }, asOf: '2026-09-30' })
  if (!file) throw new Error('the generator made no file')
  await importFile(installation, { companyId, actor, bytes: file.bytes, fileName: file.name })
  say(`imported ${rows} applications after ${(performance.now() / 1000).toFixed(0)} s`)
  await drain(installation, { realmIds: [companyId] }, 10_000)
  say(`heard of their ends after ${(performance.now() / 1000).toFixed(0)} s`)
  await work((opened) =>
    recordBasis(opened, {
      id: newId(),
      kind: 'LETTER',
      purpose: '選考結果の通知のため',
      legalBasis: 'PUBLISHED_PURPOSE',
      mailPermission: 'ADDRESS_GIVEN',
      explanation: '計測のため',
    }),
  )
  const id = newId()
  await measured('judged', id, () => work((opened) => preflight(opened, { id, kind: 'CAMPAIGN', filter: {} })))
  const { fingerprint } = await work((opened) => shownPreflight(opened, id))
  await measured('scheduled', id, () =>
    work((opened) => approvePreflight(opened, { id, fingerprint: fingerprint ?? '' })),
  )
} finally {
  await databases.end()
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}
