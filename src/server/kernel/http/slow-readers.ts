import { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

type Limits = {
  /** So long an answer may stand without the other side taking any of it. */
  idleMs: number
  /** So long all of it may take. A large file still arrives by a slow line. */
  wholeMs: number
}
const usual: Limits = { idleMs: 60_000, wholeMs: 30 * 60_000 }

/**
 * Ends the connection of who asks and does not take the answer: it would be held in memory, with its connection, for as long
 * as they like. Counted from where the answer begins to leave, so that what takes long to make is not cut short.
 */
export function endSlowReaders(app: FastifyInstance, { idleMs, wholeMs }: Limits = usual): void {
  app.addHook('onSend', async (request, { raw }) => {
    // Once it has left, the server sets the connection's own timeout for the next request. A request that came by no
    // connection, as in tests, has none.
    if (request.raw.socket instanceof Socket) raw.setTimeout(idleMs)
    const whole = setTimeout(() => raw.destroy(), wholeMs).unref()
    raw.once('close', () => clearTimeout(whole))
  })
}
