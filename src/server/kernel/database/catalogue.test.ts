import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyCatalogue, type Ask } from './catalogue.ts'
import { testDatabase } from '../testing.ts'

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ connectionString: (await testDatabase()).superUrl })
  await client.connect()
})
afterAll(() => client.end())

const ask: Ask = async (statement) => (await client.query<Record<string, unknown>>(statement)).rows

/** What is found while the statements hold; they are rolled back. */
async function foundAfter(...statements: string[]): Promise<string[]> {
  await client.query('begin')
  try {
    for (const statement of statements) await client.query(statement)
    return [...new Set((await verifyCatalogue(ask)).map(({ rule }) => rule))].toSorted()
  } finally {
    await client.query('rollback')
  }
}

const aTable = (columns: string, kind = 'company') => [
  `create table broken (${columns})`,
  `insert into kernel_table (name, kinds) values ('broken', '{${kind}}')`,
]
const fenced = (column = 'company_id') => [
  'alter table broken enable row level security',
  'alter table broken force row level security',
  `create policy own_realm on broken to tasuki_app using (${column} = nullif(current_setting('app.${column}', true), '')::uuid)
    with check (${column} = nullif(current_setting('app.${column}', true), '')::uuid)`,
]
const whole = 'company_id uuid not null, id uuid not null, primary key (company_id, id)'

describe('the catalogue', () => {
  test('keeps every rule', async () => {
    expect(await verifyCatalogue(ask)).toEqual([])
  })

  test('of a table that keeps them all finds nothing', async () => {
    expect(await foundAfter(...aTable(whole), ...fenced())).toEqual([])
  })

  const broken: [string, string[], string][] = [
    ['no row security', aTable(whole), 'table.fenced-by-its-realm,table.row-security-forced'],
    [
      'row security that its owner passes',
      [...aTable(whole), ...fenced(), 'alter table broken no force row level security'],
      'table.row-security-forced',
    ],
    [
      'a second policy',
      [...aTable(whole), ...fenced(), 'create policy more on broken to tasuki_app using (true)'],
      'policy.for-everyone-only-on-intents,table.fenced-by-its-realm',
    ],
    [
      'a policy with a subquery',
      [
        ...aTable(whole),
        ...fenced(),
        'create policy more on broken to tasuki_portal using (company_id = (select company_id from accounts_company) and person_id = id)'.replace(
          'person_id',
          'id',
        ),
      ],
      'policy.no-subquery,policy.person-sees-only-own-rows',
    ],
    ['no entry in the manifest', ['create table broken (id uuid primary key)'], 'table.in-the-manifest'],
    ['no realm', aTable('id uuid primary key'), 'table.names-its-realm'],
    [
      'a key without the realm',
      [...aTable('company_id uuid not null, id uuid primary key'), ...fenced()],
      'key.begins-with-the-realm',
    ],
    ['a global unique key', [...aTable(`${whole}, email text unique`), ...fenced()], 'key.begins-with-the-realm'],
    [
      'a nullable realm',
      [...aTable('company_id uuid, id uuid, unique (company_id, id)'), ...fenced()],
      'key.begins-with-the-realm,table.names-its-realm',
    ],
    [
      'a foreign key across companies',
      [...aTable(`${whole}, other uuid references accounts_company (company_id)`), ...fenced()],
      'foreign-key.carries-the-realm',
    ],
    [
      'a key that a delete would change',
      [
        ...aTable(`${whole}, foreign key (company_id) references accounts_company (company_id) on delete set null`),
        ...fenced(),
      ],
      'foreign-key.no-action-that-changes-a-key',
    ],
    [
      'a deferrable constraint',
      [...aTable(`${whole}, x integer, unique (company_id, x) deferrable`), ...fenced()],
      'table.plain',
    ],
    ['a sequence', [...aTable(`${whole}, x serial`), ...fenced()], 'table.plain'],
    [
      'a trigger',
      [
        ...aTable(whole),
        ...fenced(),
        `create function nothing() returns trigger language plpgsql as 'begin return new; end'`,
        'create trigger often before update on broken for each row execute function nothing()',
      ],
      'table.plain',
    ],
    [
      'a view with the rights of its owner',
      ['create view broken as select * from accounts_company'],
      'view.seen-with-the-eyes-of-its-reader',
    ],
    [
      'a function with the rights of its owner',
      [`create function broken() returns integer language sql security definer as 'select 1'`],
      'function.none-with-the-rights-of-its-owner',
    ],
    [
      'a sweeper that sees more',
      ['grant select on accounts_company to tasuki_dispatch'],
      'dispatch.sees-only-when-an-intent-is-due',
    ],
    ['a role that owns a table', ['alter table accounts_company owner to tasuki_bi'], 'role.owns-nothing'],
    ['a role that bypasses row security', ['alter role tasuki_portal bypassrls'], 'role.cannot-pass-the-fence'],
  ]
  test.each(broken)('of %s finds it', async (_, statements, expected) => {
    expect((await foundAfter(...statements)).join(',')).toContain(expected)
  })
})
