/**
 * How long an import of many rows takes, phase by phase, over a throw-away database: `npm run bench -- import [rows]`.
 * The rows come from the generator of the demonstration, in the manner of the three systems.
 */
import { applicantFiles } from '../src/server/demonstration/people/applicants.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { inCompany, systemActor } from '../src/server/kernel/work.ts'
import { openCompany } from '../src/server/modules/accounts/index.ts'
import { importFile } from '../src/server/modules/intake/index.ts'
import { benchInstallation, say } from './throw-away.ts'

const rows = Number(process.argv.at(-1)) || 10_000
const { installation, stop } = await benchInstallation({ connections: 5 })
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
  say(
    `${title}: ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s (${phases.join(', ')}; ${JSON.stringify({ created, changed, unchanged, refused, joined })})`,
  )
}

try {
  await measured('import')
  await measured('the same again')
} finally {
  await stop()
}
