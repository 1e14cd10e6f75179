import pg from 'pg'

/**
 * The schema as text, written from the catalogue: the embedded server carries no `pg_dump`. Tables with their
 * columns, constraints, indexes, policies and grants, each in a fixed order, so that a review sees what changed.
 */
export async function schemaText(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ text: string }>(query)
    return `-- Generated from the catalogue by \`npm run generate\`; never edited.\n\n${rows.map((row) => row.text).join('\n')}\n`
  } finally {
    await client.end()
  }
}

const query = `
with tables as (
  select c.oid, n.nspname, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, t.kinds
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  left join kernel_table t on t.name = case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end
  where n.nspname in ('public', 'signin') and c.relkind in ('r', 'p', 'v')
)
select text from (
  select nspname, relname, 0 as part, '' as sort,
    case when relkind = 'v' then 'create view ' || nspname || '.' || relname || ' as' || chr(10) || pg_get_viewdef(oid, true)
    else 'create table ' || nspname || '.' || relname || ' ( -- ' || coalesce(array_to_string(kinds, ', '), 'kernel') || chr(10) || (
      select string_agg('  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''), ',' || chr(10) order by a.attnum)
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = tables.oid and a.attnum > 0 and not a.attisdropped) || chr(10) || ');'
      || case when relforcerowsecurity and relrowsecurity then ' -- row security forced' else '' end end as text
  from tables
  union all
  select t.nspname, t.relname, 1, k.conname, '  constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
  from tables t join pg_constraint k on k.conrelid = t.oid where k.contype <> 'n'
  union all
  select t.nspname, t.relname, 2, i.indexrelid::regclass::text, '  ' || pg_get_indexdef(i.indexrelid)
  from tables t join pg_index i on i.indrelid = t.oid
  where not exists (select from pg_constraint k where k.conindid = i.indexrelid)
  union all
  select t.nspname, t.relname, 3, p.polname, '  policy ' || p.polname || ' to '
    || (select string_agg(r.rolname, ', ' order by r.rolname) from pg_roles r where r.oid = any (p.polroles))
    || ' using (' || coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ')'
  from tables t join pg_policy p on p.polrelid = t.oid
  union all
  select t.nspname, t.relname, 4, g.grantee, '  grant ' || string_agg(g.privilege_type, ', ' order by g.privilege_type) || ' to ' || g.grantee
  from tables t join information_schema.role_table_grants g on g.table_schema = t.nspname and g.table_name = t.relname
  where g.grantee like 'tasuki\\_%' and g.grantee <> 'tasuki_owner'
  group by t.nspname, t.relname, g.grantee
) parts order by nspname, relname, part, sort`
