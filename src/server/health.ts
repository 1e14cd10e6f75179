import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import type { Installation } from './kernel/installation.ts'

export type Readiness = { isReady: () => boolean }

/** `/livez`: the process answers. `/readyz`: it can do its work; says which part cannot. Both on any host name. */
export function serveHealth(app: FastifyInstance, { databases }: Installation, readiness: Readiness): void {
  const hide = { schema: { hide: true }, config: { rateLimit: false } }
  app.get('/livez', hide, () => ({ live: true }))
  app.get('/readyz', hide, async (_, reply) => {
    const database = await sql`select 1`.execute(databases.app).then(
      () => true,
      () => false,
    )
    const ready = database && readiness.isReady()
    return reply.code(ready ? 200 : 503).send({ ready, database, started: readiness.isReady() })
  })
}
