/**
 * `node scripts/kill.ts [kills] [seed]`: starts the program on an empty folder and kills it at a random moment while
 * the demonstration imports, writes letters, registers members and introduces them; its database server is left
 * running, as a crash leaves it. Then starts it again and verifies every invariant. Each kill has a folder of its own.
 * Ends with 1 when a finding is left or it does not start again.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const program = join(import.meta.dirname, '../bin/tasuki.mjs')
const kills = Number(process.argv[2] ?? 5)
const seed = Number(process.argv[3] ?? 1)
/** The demonstration takes about this long; later kills would only meet a server at rest. */
const longestMs = 60_000
const startMs = 120_000
const settleMs = 90_000

/** A fraction for each kill that the seed repeats (mulberry32). */
function fraction(at: number): number {
  let state = (seed * 7919 + at * 104_729) >>> 0
  state = (state + 0x6d2b79f5) >>> 0
  let mixed = Math.imul(state ^ (state >>> 15), state | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

type Place = { folder: string; port: number }

const environmentOf = ({ folder, port }: Place) => ({
  ...process.env,
  DATA_DIR: folder,
  PORT: String(port),
  LOG_LEVEL: 'error',
})

function serve(place: Place, ...words: string[]): ChildProcess {
  // Straight to the program: a parent in between would die in its stead and leave it running.
  return spawn(process.execPath, [program, 'serve', ...words], { env: environmentOf(place), stdio: 'ignore' })
}

async function ready({ port }: Place): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < startMs) {
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return (performance.now() - began) / 1000
    await setTimeout(100)
  }
  throw new Error('not ready again')
}

const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((resolve) => child.once('exit', () => resolve()))

const verify = (place: Place) =>
  spawnSync(process.execPath, [program, 'verify', '--json'], { env: environmentOf(place), encoding: 'utf8' })

async function killOnce(at: number): Promise<boolean> {
  const place: Place = { folder: mkdtempSync(join(tmpdir(), 'tasuki-kill-')), port: await freePort() }
  // The database server runs as a user of its own where this runs as root, and must reach its folder.
  chmodSync(place.folder, 0o755)
  const started: ChildProcess[] = []
  const begin = (...words: string[]) => {
    const child = serve(place, ...words)
    started.push(child)
    return child
  }
  try {
    const first = begin('--demo')
    await ready(place)
    const afterMs = Math.round(fraction(at) * longestMs)
    await setTimeout(afterMs)
    first.kill('SIGKILL')
    await ended(first)
    begin('--empty')
    const seconds = await ready(place)
    // What the killed worker left is taken over within its lease, so findings that pass are none.
    let found = verify(place)
    for (let waited = 0; found.status !== 0 && waited < settleMs; waited += 5_000) {
      await setTimeout(5_000)
      found = verify(place)
    }
    const { status, stdout } = found
    console.log(
      `kill ${at + 1} after ${(afterMs / 1000).toFixed(1)} s: ready again in ${seconds.toFixed(1)} s, verify ${status} ${stdout.trim()}`,
    )
    return status === 0
  } finally {
    for (const child of started) child.kill('SIGTERM')
    await Promise.all(started.map(ended))
    rmSync(place.folder, { recursive: true, force: true })
  }
}

for (let at = 0; at < kills; at += 1) if (!(await killOnce(at))) process.exitCode = 1
