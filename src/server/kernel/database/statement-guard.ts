import type { LogEvent } from 'kysely'

/** Tables whose rows belong to nobody in particular, or are found by a keyed value instead of a realm. */
const free = new Set(['migration', 'kernel_table', 'kernel_installation', 'kernel_directory', 'accounts_directory'])

/**
 * Throws for a statement that reads or changes a table of a realm without naming the realm on it: row security
 * would still hold, but on a distributed database the statement would visit every shard.
 * Runs in tests and development, on the SQL that is about to be sent.
 */
export function guardStatement(event: LogEvent): void {
  if (event.level !== 'query') return
  const problem = unroutedTable(event.query.sql)
  if (problem) throw new Error(`statement names no realm for ${problem}: ${event.query.sql}`)
}

const mention = /\b(?:from|join|update|into)\s+"?([a-z]+_[a-z_]+)"?/gi

/** The first table of a realm that the statement mentions more often than it names a realm; nothing when all is well. */
export function unroutedTable(text: string): string | undefined {
  const tables = [...text.matchAll(mention)]
    .map((match) => match[1] ?? '')
    .filter((table) => !free.has(table) && !isSystem(table))
  if (tables.length === 0) return undefined
  const named = text.match(/(company|member|realm)_id"?\s*(=|in\b|,|\))|"(company|member)_id"/gi)?.length ?? 0
  return named < tables.length ? tables[named] : undefined
}

const isSystem = (table: string) =>
  /^(pg_|information_|json_|jsonb_|generate_|signin|shared_|regexp_|unnest)/.test(table)
