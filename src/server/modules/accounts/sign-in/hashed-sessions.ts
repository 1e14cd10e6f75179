import type { BetterAuthOptions } from 'better-auth'
import { getAdapter } from 'better-auth/db/adapter'
import { sha256 } from '../../../kernel/crypto.ts'
import type { Databases } from '../../../kernel/database/database.ts'

type Adapter = Awaited<ReturnType<typeof getAdapter>>
type Row = Record<string, unknown>
type Where = NonNullable<Parameters<Adapter['findMany']>[0]['where']>
type Asked = { model: string; where?: Where | undefined }

/**
 * The sign-in library's storage, except that a session's token is kept as its hash alone: who reads the table cannot
 * make a cookie of it, with or without the key that signs cookies. The library goes on working with the token itself,
 * which only the browser and the running request know. Tokens carry 190 random bits, so that a plain hash suffices.
 */
export function hashedSessions(db: Databases['signin']) {
  return (options: BetterAuthOptions): Adapter => {
    const opening = getAdapter({
      ...options,
      database: { db, type: 'postgres', schemaName: 'signin', transaction: true },
    })
    const adapter: Adapter = {
      ...hashing(() => opening),
      transaction: async (run) => (await opening).transaction((inside) => run(hashing(async () => inside))),
    }
    return adapter
  }
}

type Inner = Omit<Adapter, 'transaction'>

const hashing = (opened: () => Promise<Inner>): Inner => ({
  id: 'tasuki',
  create: async (asked) => {
    if (asked.model !== 'session') return (await opened()).create(asked)
    const { token } = asked.data as Row
    const data = { ...asked.data, token: hashOf(token) } as typeof asked.data
    const created: Row = await (await opened()).create({ ...asked, data })
    return { ...created, token } as never
  },
  findOne: async (asked) => given(asked, await (await opened()).findOne(hashed(asked))) as never,
  findMany: async (asked) =>
    (await (await opened()).findMany<Row>(hashed(asked))).map((row) => given(asked, row)) as never,
  count: async (asked) => (await opened()).count(hashed(asked)),
  update: async (asked) => given(asked, await (await opened()).update(hashed(asked))) as never,
  updateMany: async (asked) => (await opened()).updateMany(hashed(asked)),
  delete: async (asked) => (await opened()).delete(hashed(asked)),
  deleteMany: async (asked) => (await opened()).deleteMany(hashed(asked)),
  consumeOne: async (asked) => given(asked, await (await opened()).consumeOne(hashed(asked))) as never,
  incrementOne: async (asked) => given(asked, await (await opened()).incrementOne(hashed(asked))) as never,
})

const hashOf = (token: unknown): string => sha256(String(token))

/** The same question, asked by the hash where it asked by the token. */
function hashed<A extends Asked>(asked: A): A {
  if (asked.model !== 'session' || !asked.where) return asked
  const where = asked.where.map((condition) =>
    condition.field === 'token' ? { ...condition, value: hashedValue(condition.value) } : condition,
  )
  return { ...asked, where }
}

const hashedValue = (value: unknown): string | string[] => (Array.isArray(value) ? value.map(hashOf) : hashOf(value))

/** The row as the library expects it: with the token by which it was found. */
function given({ model, where = [] }: Asked, row: unknown): unknown {
  if (model !== 'session' || row === null) return row
  const asked = where.flatMap(({ field, value }): unknown[] => (field === 'token' ? [value].flat() : []))
  const kept = row as Row
  const token = asked.find((one) => hashOf(one) === kept['token'])
  return token === undefined ? row : { ...kept, token }
}
