/**
 * What linking adds to keeping one record, over a database that keeps its promises (fsync on), filled with made-up
 * applicants; then new ones come in, by turns kept alone and kept and linked, each in a transaction of its own.
 *
 *     npm run bench -- link-one [records] [new records] [folder] [seconds]
 *     npm run bench -- link-one index [records]      the index in memory, without a database
 *
 * Up to 100,000 records are kept and linked as they would be, and the quality of what was linked is printed; more are
 * loaded as linking would have left them, for so many seconds (120). In a folder of one's own the database stays: every
 * run goes on loading, and measures against as many as stand there.
 */
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { evaluate } from '../src/engines/linkage/index.ts'
import { idFrom } from '../src/server/kernel/ids.ts'
import { inCompany, systemActor, type Work } from '../src/server/kernel/work.ts'
import { openCompany } from '../src/server/modules/accounts/index.ts'
import { countAgain } from '../src/server/modules/linkage/comparing/counting.ts'
import { duplicates, linkRecords } from '../src/server/modules/linkage/index.ts'
import { shownPairs } from '../src/server/modules/linkage/review/views.ts'
import { personsOf, recordSources } from '../src/server/modules/people/index.ts'
import { applicantRows } from './linkage/applicants.ts'
import { printIndex } from './linkage/index-speed.ts'
import { cameIn, fill, type Applicant } from './link-one/fill.ts'
import { counting, measure, sayShares, sourceOf, workBefore } from './link-one/measure.ts'
import { warm } from './link-one/warm.ts'
import { benchInstallation, say } from './throw-away.ts'

if (process.argv[3] === 'index') {
  printIndex(Number(process.argv[4] ?? 1_000_000))
  process.exit(0)
}

const [records = 20_000, fresh = 600] = process.argv.slice(3, 5).map(Number)
const folder = process.argv[5]
const mostLinked = 100_000
const mostSeconds = Number(process.argv[6] ?? 120)
/** So many runs over one folder find records that no run before them has kept. */
const runs = 10

const [known, arriving] = applicants()
const others = [...applicantRows(fresh, 8)].map(({ cells, person }) => ({ cells, person }))
const asked = counting()
// Who hears of a change works later; what is measured is the change.
const { installation, superUrl, stop } = await benchInstallation({
  connections: 5,
  subscriptions: [],
  isDurable: true,
  onQuery: asked.onQuery,
  ...(folder && { folder }),
})

/** Those who are there already, and those who come in: taken out evenly, so that they are like those who are there. */
function applicants(): [known: Applicant[], arriving: Applicant[]] {
  const held = fresh * runs
  const every = Math.floor((records + held) / held)
  const kinds: [Applicant[], Applicant[]] = [[], []]
  let at = 0
  for (const { cells, person } of applicantRows(records + held, 7))
    kinds[at++ % every === 1 && kinds[1].length < held ? 1 : 0].push({ cells, person })
  return [kinds[0].slice(0, records), kinds[1]]
}

const companyId = idFrom('bench', 'link-one')
const work = <T>(run: (opened: Work) => Promise<T>) =>
  inCompany(installation, { companyId, actor: systemActor('bench') }, run)

async function linkAll(): Promise<void> {
  const ids: string[] = []
  const started = performance.now()
  for (let at = 0; at < records; at += 500) {
    const sources = known.slice(at, at + 500).map(({ cells }) => sourceOf(cells, new Date(2026, 0, 1)))
    const own = sources.map(({ id }) => id)
    await work(async (opened) => {
      await recordSources(opened, sources)
      await linkRecords(opened, own)
    })
    ids.push(...own)
    if (at % 5_000 === 4_500) await work(countAgain)
  }
  const seconds = (performance.now() - started) / 1000
  say(`${records} records kept and linked in ${seconds.toFixed(1)} s, ${Math.round(records / seconds)} a second`)
  const persons = await work((opened) => personsOf(opened, ids))
  const { pairs, bCubed } = evaluate(
    ids.map((id) => persons.get(id)!),
    known.map(({ person }) => person),
  )
  const { open } = await work((opened) => duplicates(opened, { limit: 1 }))
  say(
    `linked by themselves: pairs precision ${pairs.precision.toFixed(5)}, recall ${pairs.recall.toFixed(4)}; B3 F1 ${bCubed.f1.toFixed(4)}; ${open} pairs wait for a human`,
  )
}

/** What the page of possible duplicates asks for when it opens, and again when few of its pairs are left. */
async function readQueue(): Promise<void> {
  const times: number[] = []
  let open = 0
  for (let nth = 0; nth < 20; nth++) {
    const started = performance.now()
    const found = await work(async (opened) => {
      const queue = await duplicates(opened, { limit: 20 })
      await shownPairs(opened, queue.candidates)
      return queue
    })
    open = found.open
    times.push(performance.now() - started)
  }
  say(`the first twenty of ${open} pairs that wait, ranked and explained: ${sayShares(times)}`)
}

/** Makes the queue as long as given by pairs of records that lie side by side, each of two others, and takes them out again after `run`. */
async function withQueueOf(pairs: number, run: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    await client.query(
      `insert into linkage_candidate (company_id, id, one_record_id, other_record_id, reasons, score, state, route, rules_version, model, recorded_at)
        select company_id, gen_random_uuid(), least(id, next), greatest(id, next), '["LIKE_NAME"]', 0.5 + random() / 2,
          case when random() < 0.05 then 'LATER' else 'OPEN' end, 'FORM', 0, $1, now()
        from (
          select company_id, person_id, source_record_id as id, row_number() over in_order as nth, lead(source_record_id) over in_order as next, lead(person_id) over in_order as other
          from (select * from people_link where company_id = $2 limit $3) as link
          window in_order as (order by source_record_id)
        ) as sided where nth % 2 = 1 and other <> person_id
        on conflict do nothing`,
      [made, companyId, pairs * 2],
    )
    await run()
    await client.query('delete from linkage_candidate where model = $1', [made])
  } finally {
    await client.end()
  }
}
const made = 'bench'

/** How often each table of more than a thousand rows was read from its beginning to its end. */
async function wholeReads(): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  // A connection tells what it did at most once a second.
  await setTimeout(2_000)
  const { rows } = await client.query<{ name: string; times: number }>(
    `select relname as name, seq_scan as times from pg_stat_user_tables where n_live_tup > 1000`,
  )
  await client.end()
  return Object.fromEntries(rows.map(({ name, times }) => [name, Number(times)]))
}

/** Loads records, for so long; how many stand there. */
async function load(): Promise<number> {
  const started = performance.now()
  const loaded = await fill(superUrl, { companyId, applicants: known, stopAt: started + mostSeconds * 1000 })
  say(`${loaded} of ${records} records stand there, ${((performance.now() - started) / 1000).toFixed(0)} s`)
  const counted = performance.now()
  if (await work(countAgain))
    say(`their values counted in ${((performance.now() - counted) / 1000).toFixed(1)} s, as a job does behind the work`)
  return loaded
}

try {
  await work((opened) => openCompany(opened, { name: '計測株式会社' }))
  const isLoaded = records > mostLinked || folder !== undefined
  const standing = isLoaded ? await load() : records
  if (!isLoaded) await linkAll()
  const there = new Set(known.slice(0, standing).map(({ person }) => person))
  const from = isLoaded ? await cameIn(superUrl) : 0
  if (from + fresh > arriving.length) throw new Error(`${runs} runs used up who comes in: take another folder`)
  await workBefore(work, others)
  if (folder) await warm(superUrl)
  const before = await wholeReads()
  await measure(work, arriving.slice(from, from + fresh), {
    asked,
    records: standing,
    isKnown: ({ person }) => there.has(person),
  })
  const read = Object.entries(await wholeReads()).filter(([table, times]) => times > (before[table] ?? 0))
  say(`tables read whole meanwhile: ${read.map(([table]) => table).join(', ') || 'none'}`)
  await readQueue()
  await withQueueOf(20_000, readQueue)
  if (standing < records) say('A run with the same folder goes on loading.')
} finally {
  await stop()
}
