/**
 * `node scripts/kill.ts [kills] [seed]`: starts the program on an empty folder and kills it while the demonstration
 * imports, decides and writes letters, registers members, introduces them, or selects: each kill takes the next of
 * these, at a random moment of it. The database server is left running, as a crash leaves it. Then starts the program
 * again and verifies every invariant. Each kill has a folder of its own. Ends with 1 when a finding is left, what was
 * to be killed did not begin, or the program does not start (again); its last words are shown then.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const program = join(import.meta.dirname, '../bin/tasuki.mjs')
const kills = Number(process.argv[2] ?? 5)
const seed = Number(process.argv[3] ?? 1)
/** What the demonstration says when it begins with something, and for how long it goes on at least. */
const during = [
  { says: 'Registrations by', forMs: 8_000 },
  { says: 'Asking for introductions', forMs: 3_000 },
  { says: 'Selecting', forMs: 8_000 },
  { says: 'Importing past applicants', forMs: 8_000 },
  { says: 'Applications of the last three weeks', forMs: 4_000 },
]
const beginsMs = 400_000
const startMs = 180_000
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
  const log = openSync(logOf(place), 'a')
  const child = spawn(process.execPath, [program, 'serve', ...words], {
    env: environmentOf(place),
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return child
}

const logOf = ({ folder }: Place) => join(folder, 'program.log')
const saidBy = (place: Place) => readFileSync(logOf(place), 'utf8')

type Waiting = { until: () => boolean | Promise<boolean>; child: ChildProcess; longestMs: number }

/** Waits for it and answers after how many seconds it came; undefined when it did not, or the program ended. */
async function waited({ until, child, longestMs }: Waiting): Promise<number | undefined> {
  const began = performance.now()
  while (performance.now() - began < longestMs && child.exitCode === null) {
    if (await until()) return (performance.now() - began) / 1000
    await setTimeout(50)
  }
  return undefined
}

const isReady = ({ port }: Place) =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )

function failed(at: number, why: string, place: Place): false {
  console.error(`kill ${at + 1}: ${why}\n${saidBy(place).split('\n').slice(-15).join('\n')}`)
  return false
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
    const { says, forMs } = during[at % during.length]!
    const hasBegun = () => saidBy(place).includes(says)
    if ((await waited({ until: hasBegun, child: first, longestMs: beginsMs })) === undefined)
      return failed(at, `the demonstration never came to “${says}”`, place)
    const afterMs = Math.round(fraction(at) * forMs)
    await setTimeout(afterMs)
    first.kill('SIGKILL')
    await ended(first)
    const again = begin('--empty')
    const seconds = await waited({ until: () => isReady(place), child: again, longestMs: startMs })
    if (seconds === undefined) return failed(at, 'not ready again', place)
    // What the killed worker left is taken over within its lease, so findings that pass are none.
    let found = verify(place)
    for (let passedMs = 0; found.status !== 0 && passedMs < settleMs; passedMs += 5_000) {
      await setTimeout(5_000)
      found = verify(place)
    }
    const { status, stdout } = found
    console.log(
      `kill ${at + 1}, ${(afterMs / 1000).toFixed(1)} s into “${says}”: ready again in ${seconds.toFixed(1)} s, verify ${status} ${stdout.trim()}`,
    )
    return status === 0
  } finally {
    for (const child of started) child.kill('SIGTERM')
    await Promise.all(started.map(ended))
    rmSync(place.folder, { recursive: true, force: true })
  }
}

for (let at = 0; at < kills; at += 1) if (!(await killOnce(at))) process.exitCode = 1
