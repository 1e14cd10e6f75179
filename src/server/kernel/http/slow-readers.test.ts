import { connect } from 'node:net'
import { Readable } from 'node:stream'
import Fastify from 'fastify'
import { afterAll, describe, expect, test } from 'vitest'
import { testInstallation } from '../testing.ts'
import { createServer } from './server.ts'
import { endSlowReaders } from './slow-readers.ts'

const size = 64 * 1024 * 1024
const closing: (() => unknown)[] = []
afterAll(() => Promise.all(closing.map((close) => close())))

/** A server of large answers, and how the one that was asked for ended. */
async function asked(limits: { idleMs: number; wholeMs: number }, path: '/whole' | '/stream') {
  const app = Fastify()
  endSlowReaders(app, limits)
  const ended = new Promise<'taken' | 'cut off'>((resolve) => {
    app.addHook('onRequest', async (_request, { raw }) => {
      raw.once('close', () => resolve(raw.writableFinished ? 'taken' : 'cut off'))
    })
  })
  app.get('/whole', () => Buffer.alloc(size))
  app.get('/stream', (_request, reply) =>
    reply.send(Readable.from(Array.from({ length: 64 }, () => Buffer.alloc(size / 64)))),
  )
  const { port, hostname } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  closing.push(
    () => socket.destroy(),
    () => app.close(),
  )
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  return { socket, ended }
}

describe('who asks for a large answer', () => {
  test.each(['/whole', '/stream'] as const)('and never takes it is cut off: %s', async (path) => {
    const { ended } = await asked({ idleMs: 200, wholeMs: 60_000 }, path)
    expect(await ended).toBe('cut off')
  })

  test('and takes a little now and then is cut off once that took too long', async () => {
    const { socket, ended } = await asked({ idleMs: 60_000, wholeMs: 600 }, '/stream')
    const sip = setInterval(() => socket.read(1024), 50)
    closing.push(() => clearInterval(sip))
    expect(await ended).toBe('cut off')
  })

  test('and takes it has all of it', async () => {
    const { socket, ended } = await asked({ idleMs: 5_000, wholeMs: 60_000 }, '/stream')
    socket.resume()
    expect(await ended).toBe('taken')
  })
})

test('the server of the program cuts off who does not take its answers', async () => {
  const app = await createServer(await testInstallation())
  closing.push(() => app.close())
  const limits: (number | undefined)[] = []
  app.addHook('onSend', async (request) => void limits.push(request.raw.socket.timeout))
  app.get('/livez', () => 'ok')
  expect((await fetch(`${await app.listen({ port: 0, host: '127.0.0.1' })}/livez`)).status).toBe(200)
  expect(limits).toEqual([60_000])
})
