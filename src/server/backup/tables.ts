import type pg from 'pg'

export type Table = { table: string; columns: string[] }

type Row = { oid: number; name: string; columns: string[]; needs: number[] }

/**
 * The tables of the manifest, each after those that its foreign keys need, so that they can be filled in this
 * order. The queue is left out: it is not the record and fills itself again.
 */
export async function tablesInOrder(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Row>(`
    select c.oid::int as oid, k.name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(distinct f.confrelid::int) from pg_constraint f
        where f.contype = 'f' and f.conrelid = c.oid and f.confrelid <> c.oid), '{}') as needs
    from kernel_table k join pg_class c on c.oid = to_regclass(k.name) order by k.name`)
  const ordered: Row[] = []
  const waiting = new Map(rows.map((row) => [row.oid, row]))
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(({ needs }) => needs.every((oid) => !waiting.has(oid)))
    if (free.length === 0) throw new Error('the foreign keys of the tables go round in a circle')
    for (const row of free) {
      ordered.push(row)
      waiting.delete(row.oid)
    }
  }
  return ordered.map(({ name, columns }) => ({ table: name, columns }))
}
