import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCluster, startPostgres } from './postgres-program.ts'

const password = 'of this test alone'
let folder: string
let data: string
let port: number
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tasuki-postgres-'))
  // The server may run as another user than the tests.
  await chmod(folder, 0o755)
  data = join(folder, 'data')
  await makeCluster(data, password)
  port = await freePort()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: found } = probe.address() as { port: number }
      probe.close(() => resolve(found))
    })
  })
const flags = (more: Record<string, string> = {}) =>
  Object.entries({ port, listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off', ...more }).flatMap(
    ([name, value]) => ['-c', `${name}=${value}`],
  )

test('a server whose log goes elsewhere is known to be ready', async () => {
  const server = await startPostgres(data, flags({ logging_collector: 'on', log_directory: 'log' }), {
    longestMs: 60_000,
  })
  const client = new pg.Client({
    connectionString: `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
  })
  await client.connect()
  await client.end()
  await server.stop()
  expect(await readdir(data)).not.toContain('postmaster.pid')
})

test('a server that never becomes ready is refused in the end, and stopped', async () => {
  const standby = join(data, 'standby.signal')
  await writeFile(standby, '')
  const starting = startPostgres(data, flags({ hot_standby: 'off' }), { longestMs: 2_000 })
  await expect(starting).rejects.toThrow('It was not ready after 2 seconds')
  await rm(standby)
  const again = await startPostgres(data, flags(), { longestMs: 60_000 })
  await again.stop()
})

test('a server that cannot start is refused with its own words', async () => {
  await expect(startPostgres(data, flags({ no_such_setting: '1' }))).rejects.toThrow('no_such_setting')
})
