/** Runs one bench of `bench/`, or lists them: `npm run bench -- import 10000`. */
import { existsSync, readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'

const [name] = process.argv.slice(2)
const file = resolve('bench', `${name ?? ''}.ts`)
if (name && existsSync(file)) {
  await import(pathToFileURL(file).href)
} else {
  const names = readdirSync('bench').flatMap((entry) => (entry.endsWith('.ts') ? [entry.slice(0, -3)] : []))
  process.stdout.write(`npm run bench -- <name>\n${names.map((one) => `  ${one}\n`).join('')}`)
  if (name) process.exitCode = 2
}
