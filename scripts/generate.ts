/**
 * Writes what is generated from the code and the migrations: table types, `db/schema.sql`, `openapi.json` and
 * `docs/configuration.md`. With `--verify` it changes nothing and fails when one of them is out of date.
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { startCluster } from '../src/server/kernel/database/cluster.ts'
import { migrate } from '../src/server/kernel/database/migrate.ts'
import { schemaText } from '../src/server/kernel/database/schema-text.ts'

const verify = process.argv.includes('--verify')
const folder = await mkdtemp(join(tmpdir(), 'tasuki-generate-'))
execFileSync('chmod', ['755', folder])
const cluster = await startCluster({ folder, throwAway: true })
const outdated: string[] = []

async function put(file: string, text: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => '')
  if (before === text) return
  if (verify) outdated.push(file)
  else await writeFile(file, text)
}

try {
  await migrate(cluster.ownerUrl)
  const types = join(folder, 'tables.ts')
  execFileSync(
    'kysely-codegen',
    [
      '--dialect',
      'postgres',
      '--url',
      cluster.ownerUrl,
      '--out-file',
      types,
      '--log-level',
      'silent',
      '--exclude-pattern',
      'queue.*',
      '--date-parser',
      'string',
      '--numeric-parser',
      'number',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  // The driver is told to read bigint as a number; the generator does not know.
  const text = (await readFile(types, 'utf8')).replace('Int8 = ColumnType<string,', 'Int8 = ColumnType<number,')
  await put('src/server/kernel/database/tables.ts', text)
  await put('db/schema.sql', await schemaText(cluster.ownerUrl))
  execFileSync(process.execPath, ['scripts/build-web.ts', '--routes-only'], { stdio: ['ignore', 'ignore', 'inherit'] })
  // Read last: the program's own modules need the table types only as types.
  const { openApiText } = await import('../src/server/openapi.ts')
  await put('openapi.json', await openApiText())
  const { configurationText } = await import('./configuration-text.ts')
  await put('docs/configuration.md', configurationText())
} finally {
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}
if (outdated.length > 0) {
  console.error(`Out of date, run npm run generate: ${outdated.join(', ')}`)
  process.exitCode = 1
}
