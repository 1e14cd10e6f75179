import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { messages } from '../src/contract/messages/index.ts'
import { permissions } from '../src/contract/accounts/permissions.ts'
import { modules, wiring } from '../src/server/app.ts'
import { verifyCatalogue } from '../src/server/kernel/database/catalogue.ts'
import { declaredCodes } from '../src/server/kernel/errors.ts'
import { testDatabase } from '../src/server/kernel/testing.ts'
import '../src/cli/main.ts'
import '../src/cli/owner.ts'
import '../src/server/backup/restore.ts'
import { everyRoute } from './contract.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

type Listed = { name: string; kinds: string[] }
let tables: Listed[]
let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ connectionString: (await testDatabase()).superUrl })
  await client.connect()
  tables = (await client.query<Listed>('select name, kinds from kernel_table order by name')).rows
  return () => client.end()
})

const isOfRealm = ({ kinds }: Listed) => kinds[0] === 'company' || kinds[0] === 'member'
/** The tables of the kernel itself, which erase and verify nothing of their own. */
const kernelTables = /^(kernel|company|member)_/
const moduleOf = (table: string) =>
  table.startsWith('signin.') ? 'accounts' : modules.find(({ name }) => table.startsWith(`${name}_`))?.name

const reading = ['from', 'join', 'selectFrom', 'innerJoin', 'leftJoin']
const writing = ['into', 'update', 'insertInto', 'updateTable', 'deleteFrom', 'delete from']

describe('the database', () => {
  test('keeps every rule for tables, keys and roles', async () => {
    expect(await verifyCatalogue(async (statement) => (await client.query(statement)).rows)).toEqual([])
  })

  test('lets the application neither change nor delete what is only ever added to', async () => {
    const { rows } = await client.query<{ name: string }>(`
      select name from kernel_table
      where name ~ '_(event|seal|claim|transition|evaluation|entry|provision|text|basis)$'
        and (has_table_privilege('tasuki_app', name, 'update') or has_table_privilege('tasuki_app', name, 'delete'))`)
    // A claim is personal data and nothing else: an erasure takes it away. Notes beside an event are blanked, by a
    // grant on their column alone.
    expect(rows.map(({ name }) => name)).toEqual(['people_claim'])
  })

  test('changes no rows in a migration, which row security would silently hide from an owner', () => {
    const folder = join(root, 'db/migrations')
    const changing = readdirSync(folder).filter((file) =>
      /^\s*(?:update|delete\s+from)\s/im.test(readFileSync(join(folder, file), 'utf8')),
    )
    expect(changing).toEqual([])
  })

  test('gives every table of a realm to one module, which contributes to erase, export, retain or verify', () => {
    const owners = new Set<string>()
    for (const { name } of tables.filter((table) => isOfRealm(table) && !kernelTables.test(table.name))) {
      const owner = moduleOf(name)
      expect(owner, `${name} begins with no module's name`).toBeDefined()
      if (owner) owners.add(owner)
    }
    const idle = modules.filter(
      ({ name, contributions }) => owners.has(name) && Object.keys(contributions).length === 0,
    )
    expect(idle.map(({ name }) => name)).toEqual([])
  })

  test('has a worker for every table of intents', () => {
    const wired = wiring.intents.map(({ table }) => table).toSorted()
    const listed = tables.filter(({ kinds }) => kinds.includes('intents')).map(({ name }) => name)
    expect(wired).toEqual(listed)
  })
})

/** Every file of a folder, but tests and makers for tests. */
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|testing\.ts$/.test(file))
    .map((file) => join(folder, file))

describe('the modules', () => {
  test('each stand in the list, and say what they own in a README', () => {
    const folders = readdirSync(join(root, 'src/server/modules'))
    expect(modules.map(({ name }) => name).toSorted()).toEqual(folders.toSorted())
    const without = folders.filter((name) => !readdirSync(join(root, 'src/server/modules', name)).includes('README.md'))
    expect(without).toEqual([])
  })

  test('write no tables but their own, and read others’ only to report across them', () => {
    const found: string[] = []
    for (const { name } of modules)
      for (const file of sources(`src/server/modules/${name}`)) {
        const text = read(file)
        const others = tables.filter((each) => !kernelTables.test(each.name) && moduleOf(each.name) !== name)
        for (const { name: table } of others) {
          const after = (words: readonly string[]) =>
            new RegExp(`\\b(${words.join('|')})\\b[\\s('"\`]+${table.replace('.', '\\.')}\\b`).test(text)
          if (after(writing)) found.push(`${file} writes ${table}`)
          else if (after(reading) && !/\/reports[^/]*$/.test(file)) found.push(`${file} reads ${table}`)
        }
      }
    expect(found).toEqual([])
  })

  test('take their time from the database, never from the machine', () => {
    const machine = /\bnew Date\(\)|\bDate\.now\(\)/
    // A session's age is kept by the sign-in library's own clock; a form's hour needs no database.
    // A fake of another system has a clock of its own.
    const allowed = [
      /accounts\/sign-in\/(credentials|sign-in)\.ts$/,
      /portal\/frames\.ts$/,
      /greenhouse\/fake-harvest\.ts$/,
    ]
    const found = ['src/server/modules', 'src/server/kernel']
      .flatMap((folder) => sources(folder))
      .filter((file) => machine.test(read(file)) && !allowed.some((one) => one.test(file)))
    expect(found).toEqual([])
  })

  test('say no day by the clock of Greenwich where a human reads it', () => {
    const ofGreenwich = [
      /\w\??\.toISOString\(\)\.slice\(0, (?:7|10)\)/,
      /(?:\bnow\b[^\n]*|new Date\(\))\.toISOString\(\)\.slice\(0, (?:7|10)\)/,
      // A moment that came as text.
      /\b\w*(?:At|Until|[Ss]ince)!?\??\.slice\(0, (?:7|10)\)/,
    ]
    // The keys of work that is done once a day, of a pool that is built anew each month, and of months of birth.
    const unread = [
      /\/(consent|freshness)\/jobs\.ts$/,
      /messages\/requests\/request-reminders\.ts$/,
      /matching\/own-pool\/pools\.ts$/,
      /pool\/search\.ts$/,
    ]
    const found = [
      'src/server/modules',
      'src/portal',
      'src/console',
      'src/operator',
      'src/program',
      'src/cli',
      'src/contract',
    ]
      .flatMap((folder) => sources(folder))
      .filter((file) => ofGreenwich.some((one) => one.test(read(file))) && !unread.some((one) => one.test(file)))
    expect(found).toEqual([])
  })

  test('look at once whom else a record is about that they keep, or take a word back from', () => {
    // A file's record states nothing; an import links what it kept all at once.
    const allowed = [/\/(people|linkage)\//, /files\/files\.ts$/, /intake\/imports\/commit\.ts$/]
    const found = sources('src/server/modules').filter(
      (file) => /\brecordSources?\b|\bwithdrawClaim\(/.test(read(file)) && !allowed.some((one) => one.test(file)),
    )
    expect(found).toEqual([])
  })

  test('hear each announcement under names of their own', () => {
    const names = wiring.subscriptions.map(({ announcement, subscriber }) => `${announcement} ${subscriber}`)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })
})

describe('the routes', () => {
  test('have an id, a path and a permission that is known, each once', async () => {
    const routes = await everyRoute()
    const known = new Set<string>([...permissions, 'public', 'signed-in'])
    expect(routes.filter(({ permission }) => !known.has(permission)).map(({ id }) => id)).toEqual([])
    const ids = routes.map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    const paths = routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`)
    expect(paths.filter((path, at) => paths.indexOf(path) !== at)).toEqual([])
  })

  test('that the contract declares are those that are served', async () => {
    const served = [...read('openapi.json').matchAll(/"operationId": "(\w+)"/g)].map(([, id]) => id)
    const declared = (await everyRoute()).map(({ id }) => id)
    expect(new Set(served)).toEqual(new Set(declared))
  })
})

/** Lists without pages, and what keeps each of them short. */
const short: Record<string, string> = {
  listRetentionRules: 'one for each class',
  readImpactAudit: 'the last 50 switches and 200 periods',
  listInvitations: 'the newest 500',
  listKeys: 'the newest 500',
  listStaff: 'the people who work with it',
  listBases: 'one for each purpose, as recorded by hand',
  readPersonConsents: 'of one person',
  readDataRequest: 'of one request',
  listBreaches: 'the newest 200',
  listPrivacyNotices: 'the newest 50 versions',
  listProcessing: 'what the product does, and 100 entries of a company’s own',
  listFiles: 'at most ten of one person',
  readFileText: 'the pages of one file, 100 at most',
  readEvaluationTrends: 'one for each interviewer',
  readPassages: 'the groups that a chart can show',
  readDurations: 'one for each stage',
  readCostPerHire: 'one for each channel',
  readPeopleBehind: 'pages by number',
  listConnections: 'the newest 500',
  listEndpoints: 'at most 20',
  listOwnInterviews: 'the 500 nearest',
  readIntroduction: 'of one introduction',
  listLetterTemplates: 'one for each stage, offer and language',
  readMailTimeline: 'of one person, the newest 500',
  listNetworkCompanies: 'the companies of one installation',
  listReferralSignals: 'the companies of one installation',
  readCreditGroup: 'at most 500 companies and the latest 100 transfers',
  listFlows: 'one for each opening that has its own',
  listOpenings: 'at most 2,000',
  listOpeningNews: 'the 100 latest of those that are open',
  readOpening: 'of one opening',
  listClaims: 'of one person',
  listFacets: 'the 60 most frequent of each kind',
  readTimeline: 'of one person',
  listSegments: 'at most 500',
  listTags: 'at most 1,000',
  readRelaySettings: 'one switch for each connection',
  listSessions: 'of one member of staff',
  readWorkList: 'one line for each kind of work',
  readFirstSteps: 'six steps',
  readFreshness: 'one for each field that ages',
  listPeopleByFreshness: 'pages of 50',
  readPersonFreshness: 'of one person',
  readRefreshPlan: 'at most 200 a day',
  readPromiseRecords: 'two hundred companies at most, those with most broken promises',
}

describe('the lists of the contract', () => {
  test('come in pages of a limit, or it is said what keeps them short', async () => {
    const lists = (await everyRoute()).filter(({ method, response }) => {
      const { properties = {} } = z.toJSONSchema(response, { unrepresentable: 'any' })
      return (
        method === 'GET' && Object.values(properties).some((one) => typeof one === 'object' && one.type === 'array')
      )
    })
    const endless = lists.filter(({ id, query }) => !(query && 'limit' in query.shape) && !short[id])
    expect(endless.map(({ id }) => id)).toEqual([])
    const ids = new Set(lists.map(({ id }) => id))
    expect(Object.keys(short).filter((id) => !ids.has(id))).toEqual([])
  })

  test('have at most 200 entries a page', async () => {
    const paged = (await everyRoute()).flatMap(({ id, query }) =>
      query && 'limit' in query.shape ? [{ id, query }] : [],
    )
    const larger = paged.filter(({ query }) => query.partial().safeParse({ limit: '201' }).success)
    expect(larger.map(({ id }) => id)).toEqual([])
  })
})

describe('the messages', () => {
  test('say every code that can be refused, in Japanese and English, with the same words to fill in', () => {
    const codes = [...declaredCodes].filter((code) => !code.startsWith('test.'))
    expect(codes.filter((code) => !messages.ja[code])).toEqual([])
    expect(codes.filter((code) => !messages.en[code])).toEqual([])
    const words = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([placeholder]) => placeholder).toSorted()
    const differing = Object.keys(messages.ja).filter(
      (code) => JSON.stringify(words(messages.ja[code])) !== JSON.stringify(words(messages.en[code])),
    )
    expect(differing).toEqual([])
  })
})
