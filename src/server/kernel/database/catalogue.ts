import { roles } from './migrate.ts'
import type { Finding } from '../module.ts'

/** Sends one statement and answers its rows; the catalogue is readable for every role. */
export type Ask = (statement: string) => Promise<Record<string, unknown>[]>

type Rule = { rule: string; find: string }

/** Every table of the manifest with its kind, and the attribute that names its realm where it has one. */
const manifest = `
with listed as (
  select c.oid, k.name, k.kinds from kernel_table k
  left join (pg_class c join pg_namespace n on n.oid = c.relnamespace)
    on n.nspname || '.' || c.relname = case when k.name like '%.%' then k.name else 'public.' || k.name end
),
listed_column as (
  select listed.*, case kinds[1] when 'company' then 'company_id' when 'member' then 'member_id' end as realm_column from listed
),
realm as (
  select listed_column.*, a.attnum, a.attnotnull, a.atttypid from listed_column
  join pg_attribute a on a.attrelid = oid and a.attname = realm_column and not a.attisdropped
),
ours as (
  select c.oid, n.nspname, c.relname, c.relkind, c.relowner, c.relrowsecurity, c.relforcerowsecurity, c.reloptions
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'signin')
)`

const roleList = roles.map((role) => `'${role}'`).join(', ')

/** What would let a row of one realm be seen or referred to from another (ARCHITECTURE.md). */
const fenceRules: readonly Rule[] = [
  {
    rule: 'table.row-security-forced',
    find: `select realm.name as place, 'row security is not enabled and forced' as saw from realm join pg_class c on c.oid = realm.oid
      where not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    rule: 'table.fenced-by-its-realm',
    find: `select realm.name as place, coalesce(string_agg(p.polname, ', '), 'no policy') as saw
      from realm left join pg_policy p on p.polrelid = realm.oid
        and p.polroles = array[(select oid from pg_roles where rolname = 'tasuki_app')]
      group by realm.name, realm.realm_column
      having count(*) <> 1 or bool_or(
        coalesce(pg_get_expr(p.polqual, p.polrelid), '') <> format('(%s = (NULLIF(current_setting(''app.%s''::text, true), ''''::text))::uuid)', realm.realm_column, realm.realm_column)
        or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') <> format('(%s = (NULLIF(current_setting(''app.%s''::text, true), ''''::text))::uuid)', realm.realm_column, realm.realm_column))`,
  },
  {
    rule: 'policy.no-subquery',
    find: `select p.polrelid::regclass::text as place, p.polname as saw from pg_policy p join ours on ours.oid = p.polrelid
      where coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') ~* '\\mselect\\M'`,
  },
  {
    rule: 'policy.for-everyone-only-on-intents',
    find: `select p.polrelid::regclass::text as place, p.polname as saw from pg_policy p join realm on realm.oid = p.polrelid
      where pg_get_expr(p.polqual, p.polrelid) = 'true'
        and not ('intents' = any (realm.kinds) and p.polcmd = 'r' and p.polroles = array[(select oid from pg_roles where rolname = 'tasuki_dispatch')])
        and not (p.polcmd = 'r' and p.polroles = array[(select relowner from pg_class where oid = realm.oid)])`,
  },
  {
    rule: 'policy.person-sees-only-own-rows',
    find: `select p.polrelid::regclass::text as place, p.polname as saw from pg_policy p join realm on realm.oid = p.polrelid
      where (select oid from pg_roles where rolname = 'tasuki_portal') = any (p.polroles)
        and (pg_get_expr(p.polqual, p.polrelid) !~ 'company_id =' or pg_get_expr(p.polqual, p.polrelid) !~ 'person_id =')`,
  },
  {
    rule: 'dispatch.sees-only-when-an-intent-is-due',
    find: `select ours.relname as place, a.attname as saw from ours
      join pg_attribute a on a.attrelid = ours.oid and a.attnum > 0 and not a.attisdropped
      where ours.relkind in ('r', 'p') and has_column_privilege('tasuki_dispatch', ours.oid, a.attnum, 'select')
        and a.attname not in ('company_id', 'member_id', 'id', 'kind', 'state', 'due_at', 'lease_until')`,
  },
  {
    rule: 'view.seen-with-the-eyes-of-its-reader',
    find: `select relname as place, 'not security_invoker' as saw from ours
      where relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions) or 'security_invoker=on' = any (reloptions), false)
      union all
      select relname, 'materialized view readable by ' || role from ours, unnest(array[${roleList}]) as role
      where relkind = 'm' and has_table_privilege(role, oid, 'select')`,
  },
]

/** What a distributed database would refuse, or do differently without saying so. */
const shapeRules: readonly Rule[] = [
  {
    rule: 'table.in-the-manifest',
    find: `select nspname || '.' || relname as place, 'no kind' as saw from ours
      where relkind in ('r', 'p') and relname not in ('migration', 'kernel_table') and oid not in (select oid from listed where oid is not null)
      union all
      select name, 'no such table' from listed where oid is null
      union all
      select name, 'kind ' || kinds[1] from listed where kinds[1] not in ('company', 'member', 'directory', 'shared', 'local')`,
  },
  {
    rule: 'table.names-its-realm',
    find: `select listed_column.name as place, 'no ' || realm_column as saw from listed_column
      where realm_column is not null and oid not in (select oid from realm)
      union all
      select name, realm_column || ' is nullable or not a uuid' from realm where not attnotnull or atttypid <> 'uuid'::regtype`,
  },
  {
    rule: 'key.begins-with-the-realm',
    find: `select realm.name as place, i.indexrelid::regclass::text as saw from pg_index i join realm on realm.oid = i.indrelid
      where (i.indisunique or i.indisexclusion) and (i.indkey::int2[])[0] <> realm.attnum
      union all
      select name, 'no primary key' from listed where not exists (select from pg_index i where i.indrelid = listed.oid and i.indisprimary)`,
  },
  {
    rule: 'foreign-key.carries-the-realm',
    find: `select f.conrelid::regclass::text as place, f.conname as saw from pg_constraint f
      join realm here on here.oid = f.conrelid join realm there on there.oid = f.confrelid
      where f.contype = 'f' and (here.kinds[1] <> there.kinds[1]
        or not exists (select from unnest(f.conkey, f.confkey) as pair (mine, theirs) where pair.mine = here.attnum and pair.theirs = there.attnum))
      union all
      select f.conrelid::regclass::text, f.conname from pg_constraint f
      where f.contype = 'f' and f.confrelid in (select oid from realm) and f.conrelid not in (select oid from realm)
      union all
      select f.conrelid::regclass::text, f.conname from pg_constraint f join listed on listed.oid = f.confrelid
      where f.contype = 'f' and f.conrelid in (select oid from realm) and listed.kinds[1] = 'local'`,
  },
  {
    rule: 'foreign-key.no-action-that-changes-a-key',
    find: `select conrelid::regclass::text as place, conname as saw from pg_constraint join ours on ours.oid = conrelid
      where contype = 'f' and (confdeltype in ('n', 'd') or confupdtype in ('c', 'n', 'd'))`,
  },
  {
    rule: 'table.plain',
    find: `select tgrelid::regclass::text as place, 'trigger ' || tgname as saw from pg_trigger join ours on ours.oid = tgrelid where not tgisinternal
      union all
      select ev_class::regclass::text, 'rule ' || rulename from pg_rewrite join ours on ours.oid = ev_class where rulename <> '_RETURN'
      union all
      select conrelid::regclass::text, 'deferrable ' || conname from pg_constraint join ours on ours.oid = conrelid where condeferrable
      union all
      select inhrelid::regclass::text, 'inherits ' || inhparent::regclass::text from pg_inherits join pg_class p on p.oid = inhparent
        join ours on ours.oid = inhrelid where p.relkind = 'r'
      union all
      select relname, 'sequence' from ours where relkind = 'S'
      union all
      select ours.relname, 'generated ' || a.attname from ours join pg_attribute a on a.attrelid = ours.oid where a.attidentity <> '' and not a.attisdropped`,
  },
]

/** What would let a role past the fence. */
const roleRules: readonly Rule[] = [
  {
    rule: 'role.cannot-pass-the-fence',
    find: `select rolname as place, case when rolsuper then 'superuser' else 'bypassrls' end as saw from pg_roles
      where rolname in (${roleList}) and (rolsuper or rolbypassrls)`,
  },
  {
    rule: 'role.owns-nothing',
    find: `select ours.relname as place, r.rolname as saw from ours join pg_roles r on r.oid = ours.relowner where r.rolname in (${roleList})
      union all
      select nspname, r.rolname from pg_namespace n join pg_roles r on r.oid = n.nspowner where r.rolname in (${roleList})
      union all
      select ours.relname, role || ' may become the owner' from ours join pg_roles owner on owner.oid = ours.relowner, unnest(array[${roleList}]) as role
      where ours.relkind in ('r', 'p') and pg_has_role(role, owner.oid, 'member')`,
  },
  {
    rule: 'function.none-with-the-rights-of-its-owner',
    find: `select p.oid::regprocedure::text as place, 'security definer' as saw from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('public', 'signin') and p.prosecdef`,
  },
]

async function findBroken(ask: Ask, rules: readonly Rule[]): Promise<Finding[]> {
  const found: Finding[] = []
  for (const { rule, find } of rules)
    for (const { place, saw } of await ask(`${manifest}\n${find}`))
      found.push({ rule, where: String(place), saw: String(saw) })
  return found
}

/** What every start checks: nothing lets one realm, or a role, see another realm's rows. */
export const findUnfenced = (ask: Ask): Promise<Finding[]> => findBroken(ask, [...fenceRules, ...roleRules])

/** Every rule for a table, a key and a role, asked of the database's own catalogue. */
export const verifyCatalogue = (ask: Ask): Promise<Finding[]> =>
  findBroken(ask, [...fenceRules, ...shapeRules, ...roleRules])
