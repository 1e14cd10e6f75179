import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { PoolClient } from 'pg'

const mark = '/* prepared */ '

/**
 * Begins a statement that each connection parses once instead of every time: for long statements that single requests wait
 * for. It is planned once as well where the plan does not depend on the length of a list that is given: `unnest((select $1))`
 * hides it. The text must not depend on what is asked, or the server would keep a plan for every text.
 */
export const prepared = sql.raw(mark)

/** Lets a connection prepare the statements that ask for it, under a name made of their text. */
export function prepareMarked(client: PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  const asked = (text: unknown, ...rest: unknown[]) =>
    typeof text === 'string' && text.startsWith(mark)
      ? query({ name: hash('sha256', text).slice(0, 32), text, values: rest[0] })
      : query(text, ...rest)
  client.query = asked as PoolClient['query']
}
