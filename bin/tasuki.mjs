#!/usr/bin/env node
// The program is TypeScript that Node runs as it is, which an older Node cannot. This file runs on any Node from 20
// and hands over to the one that was installed with the program.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const program = join(root, 'src', 'cli', 'main.ts')
const bundled = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

if (Number(process.versions.node.split('.')[0]) >= 24) {
  // What Node made of the program is kept among the installed packages: the next start takes less time and memory. Where
  // nothing can be written there, nothing is kept.
  module.enableCompileCache(process.env['NODE_COMPILE_CACHE'] ?? join(root, 'node_modules', '.cache', 'tasuki'))
  const { main } = await import(pathToFileURL(program).href)
  await main(process.argv.slice(2))
} else if (existsSync(bundled)) {
  // This file again, rather than `--eval`: threads inherit the options of Node, and one of a file refuses those of a text.
  const child = spawn(bundled, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  // A terminal signals the whole group; others signal this process alone. The child drains, then this one ends.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0)
  })
} else {
  console.error(`Tasuki needs Node 24; this is ${process.version}. Run "npm install" in ${root}, which brings it.`)
  process.exitCode = 1
}
