/**
 * How long an import of many rows takes, phase by phase, over a throw-away database: `npm run bench -- import [rows]`.
 * The rows come from the generator of the demonstration, in the manner of the three systems.
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
import { createLog } from '../src/server/kernel/log.ts'
import { migrate } from '../src/server/kernel/migrate.ts'
import { inCompany, systemActor } from '../src/server/kernel/work.ts'
import { openCompany } from '../src/server/modules/accounts/index.ts'
import { importFile } from '../src/server/modules/intake/index.ts'

const rows = Number(process.argv.at(-1)) || 10_000
const folder = await mkdtemp(join(tmpdir(), 'tasuki-bench-'))
await chmod(folder, 0o755)
const cluster = await startCluster({ folder, throwAway: true })
await migrate(cluster.ownerUrl)
const databases = openDatabases({ url: cluster.appUrl, size: 5 })
const installation = {
  ...wiring,
  config: readConfig({ NODE_ENV: 'test', TASUKI_SECRET: 'only for measuring how long it takes' }),
  log: createLog('error'),
  databases,
  clock: { offsetMs: () => 0 },
  queue: { send: async () => {} },
  wake: () => {},
} as unknown as Installation
const companyId = newId()
const actor = systemActor('bench')
await inCompany(installation, { companyId, actor }, (work) => openCompany(work, { name: '計測株式会社' }))
const file = applicantFiles({ seed: 7, rows: { ATS: rows, BOARD: 0, AGENCY: 0 }, asOf: '2026-09-30' })[0]!

async function measured(title: string): Promise<void> {
  const started = performance.now()
  const ends = new Map<string, number>()
  const done = await importFile(installation, {
    companyId,
    actor,
    bytes: file.bytes,
    fileName: file.name,
    onProgress: ({ phase }) => ends.set(phase, performance.now()),
  })
  const seconds = (performance.now() - started) / 1000
  const phases = [...ends].map(([phase, at]) => `${phase} until ${((at - started) / 1000).toFixed(1)} s`)
  const { created, changed, unchanged, refused, joined } = done
  process.stdout.write(
    `${title}: ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s (${phases.join(', ')}; ${JSON.stringify({ created, changed, unchanged, refused, joined })})\n`,
  )
}

try {
  await measured('import')
  await measured('the same again')
} finally {
  await databases.end()
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}
