import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** Every table of every schema, the queue's among them, in which one of the texts stands, seen past every fence. */
export async function tablesWith(superUrl: string, texts: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`,
    )
    const found: string[] = []
    for (const { name } of rows) {
      const { rowCount } = await client.query(`select from ${name} as r where r::text ilike any ($1) limit 1`, [
        texts.map((text) => `%${text}%`),
      ])
      if (rowCount) found.push(name.replace('public.', ''))
    }
    return found
  } finally {
    await client.end()
  }
}

/** Every file below a folder, whole. */
export async function textsBelow(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
  return (await Promise.all(files.map((one) => readFile(join(one.parentPath, one.name), 'utf8')))).join('\n')
}
