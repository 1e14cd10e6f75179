import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import type { Config } from '../kernel/config.ts'
import { derivedKey, hmac } from '../kernel/crypto.ts'
import { refusal } from '../kernel/errors.ts'

export const backupBroken = refusal<{ where: string }>('backup.broken', 422)
export const backupForged = refusal('backup.forged', 422)
export const backupUnsealed = refusal('backup.unsealed', 422)

/**
 * A backup is one gzip stream of lines and blocks: a header, then for each table a line with its columns, the
 * bytes of PostgreSQL's COPY text in blocks (length in decimal, line feed, bytes; the last of length 0), a line
 * with its count and SHA-256, and after all of them a trailer. A file without its trailer was cut off. The trailer
 * is sealed with the secret over the header, the columns and the digests: whoever can write where backups are kept can
 * make no other that is loaded.
 */
export const Header = z.object({
  tasukiBackup: z.literal(1),
  takenAt: z.iso.datetime(),
  program: z.string(),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** Tells, without the secret, whether two installations have the same one. */
  secretPrint: z.string(),
})
export type Header = z.output<typeof Header>

export const TableStart = z.object({
  table: z.string().regex(/^[a-z_]+(\.[a-z_]+)?$/),
  columns: z.array(z.string().regex(/^[a-z_][a-z0-9_]*$/)),
})
export const TableEnd = z.object({ rows: z.int(), sha256: z.string() })
export const Trailer = z.object({ tables: z.int(), rows: z.int(), seal: z.string() })
export type Trailer = z.output<typeof Trailer>

/** How a backup ended before it was sealed: by digests alone, which whoever can write the file can make anew. */
export const UnsealedTrailer = z.object({ tables: z.int(), rows: z.int(), sha256: z.string() })
export type UnsealedTrailer = z.output<typeof UnsealedTrailer>

type Done = z.output<typeof TableStart> & z.output<typeof TableEnd>

/** Names all that a backup holds, so that nothing can be taken out, put in or moved without the secret. */
export function trailerOf({ secret }: Pick<Config, 'secret'>, header: Header, tables: readonly Done[]): Trailer {
  const held = tables.map(({ table, columns, rows, sha256 }) => [table, columns, rows, sha256])
  const seal = hmac(derivedKey(secret, 'backup.seal'), JSON.stringify([header, held])).toString('hex')
  return { ...sizeOf(tables), seal }
}

export function unsealedTrailerOf(tables: readonly Done[]): UnsealedTrailer {
  const held = tables.map(({ table, rows, sha256 }) => [table, rows, sha256])
  return { ...sizeOf(tables), sha256: createHash('sha256').update(JSON.stringify(held)).digest('hex') }
}

const sizeOf = (tables: readonly Done[]) => ({
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
})

/** Two installations with the same secret have the same print; it does not tell the secret. */
export const secretPrint = ({ secret }: Pick<Config, 'secret'>): string =>
  hmac(derivedKey(secret, 'backup.print'), 'print').toString('hex').slice(0, 32)

const longestLine = 1_000_000

/** Reads lines and blocks from a stream without holding more than one of them. */
export function openReader(source: Readable) {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let held: Buffer = Buffer.alloc(0)
  const more = async (): Promise<boolean> => {
    const next = await chunks.next().catch((error: unknown) => {
      throw backupBroken({ where: error instanceof Error ? error.message : 'unreadable' })
    })
    if (next.done) return false
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value])
    return true
  }
  const line = async (): Promise<string> => {
    for (;;) {
      const end = held.indexOf(10)
      if (end >= 0) {
        const text = held.subarray(0, end).toString('utf8')
        held = held.subarray(end + 1)
        return text
      }
      if (held.length > longestLine || !(await more())) throw backupBroken({ where: 'cut off' })
    }
  }
  const bytes = async (length: number): Promise<Buffer> => {
    while (held.length < length) if (!(await more())) throw backupBroken({ where: 'cut off' })
    const taken = held.subarray(0, length)
    held = held.subarray(length)
    return taken
  }
  return {
    json: async <T>(Shape: z.ZodType<T>): Promise<T> => {
      const text = await line()
      const read = Shape.safeParse(parsed(text))
      if (!read.success) throw backupBroken({ where: text.slice(0, 80) })
      return read.data
    },
    /** The blocks of one table, one after the other. */
    blocks: async function* (): AsyncGenerator<Buffer> {
      for (;;) {
        const length = Number(await line())
        if (!Number.isInteger(length) || length < 0 || length > 64 * 1024 * 1024) throw backupBroken({ where: 'block' })
        if (length === 0) return
        yield await bytes(length)
      }
    },
  }
}
export type Reader = ReturnType<typeof openReader>

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
