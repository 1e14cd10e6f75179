/**
 * Builds the browser programs into `dist/web` when their sources changed since the last build. Runs after `npm ci` too:
 * with `--if-missing-tools-skip` it does nothing where the development dependencies were left out. `--force` builds always,
 * `--routes-only` writes just the generated route trees.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '..')
const stampFile = join(root, 'dist/web/sources.sha256')
const has = (flag: string) => process.argv.includes(flag)

/** One hash over everything that the built files depend on. */
async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of ['src/contract', 'src/ui', 'src/program', 'src/console', 'src/operator']) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => [])
    const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    for (const path of files.map((file) => join(file.parentPath, file.name)).sort()) {
      hash
        .update(relative(root, path))
        .update('\0')
        .update(await readFile(path))
        .update('\0')
    }
  }
  for (const file of ['package-lock.json', 'vite.config.ts']) hash.update(await readFile(join(root, file)))
  return hash.digest('hex')
}

async function build(): Promise<void> {
  // Whatever calls this, the built programs hold the libraries' production halves; a test run would say otherwise.
  process.env['NODE_ENV'] = 'production'
  const { build: buildProgram, resolveConfig } = await import('vite')
  const { programConfig, programs } = await import('../vite.config.ts')
  if (has('--routes-only')) {
    // Resolving the configuration makes the router plugin write the route tree.
    for (const program of programs) await resolveConfig({ ...programConfig(program), configFile: false }, 'build')
    return
  }
  const hash = await sourcesHash()
  const built = await readFile(stampFile, 'utf8').catch(() => '')
  const isComplete = programs.every((program) => existsSync(join(root, 'dist/web', program, 'index.html')))
  if (built === hash && isComplete && !has('--force')) return
  const started = performance.now()
  for (const program of programs) await buildProgram({ ...programConfig(program), configFile: false })
  // Read again: the build may have written the route trees.
  await mkdir(join(root, 'dist/web'), { recursive: true })
  await writeFile(stampFile, await sourcesHash())
  console.log(`built ${programs.join(' and ')} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

const areToolsThere = ['vite', 'react', '@tanstack/router-plugin'].every((name) =>
  existsSync(join(root, 'node_modules', name, 'package.json')),
)
if (areToolsThere) await build()
else if (!has('--if-missing-tools-skip')) {
  console.error('The development dependencies are missing: run npm ci without --omit=dev.')
  process.exitCode = 1
}
