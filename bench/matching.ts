/**
 * The best 50 of many profiles: `npm run bench -- matching [profiles] [questions to PostgreSQL]`, by default 1,000,000 and 60.
 * Prints what one core answers, the memory, the time of a change, and in the same run the best single PostgreSQL query that
 * was found for the same answer, on the embedded server; the answers are compared.
 */
import { cpus, loadavg } from 'node:os'
import {
  emptyPool,
  facetCounts,
  poolBytes,
  poolSize,
  put,
  surveyOf,
  tidied,
  topOf,
} from '../src/engines/matching/index.ts'
import { print, timed, told } from './matching/figures.ts'
import { asOf, madeOpenings, madePeople, personOf } from './matching/people.ts'
import { withPostgres } from './matching/postgres.ts'
import { randomFrom } from './matching-quality/random.ts'

const [profiles = 1_000_000, asked = 60] = process.argv.slice(3).map(Number)
const question = { asOf, limit: 50 }

const load = () => loadavg()[0]!.toFixed(1)
print(`load of the machine before: ${load()} on ${cpus().length} cores`)
const started = performance.now()
let pool = emptyPool()
for (const person of madePeople(profiles)) put(pool, person)
const filled = performance.now()
pool = tidied(pool)
const built = performance.now()
print(
  `${poolSize(pool)} profiles: made and put in ${((filled - started) / 1000).toFixed(1)} s, ordered in ${((built - filled) / 1000).toFixed(1)} s; ${(poolBytes(pool) / 2 ** 20).toFixed(0)} MB of columns, bitmaps and lists (ids apart), process at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
)

const openings = madeOpenings(500)
const [warm, measured] = [openings.slice(0, 100), openings.slice(100)]
timed(warm, (opening) => topOf(pool, opening, question))
const names = ['prefecture', 'stage', 'occupation']
print(
  told(
    'best 50, exact',
    timed(measured, (opening) => topOf(pool, opening, question)),
  ),
)
print(
  told(
    'the same, every block visited',
    timed(measured.slice(0, 60), (opening) => topOf(pool, opening, { ...question, isPruned: false })),
  ),
)
timed(warm, (opening) => facetCounts(pool, opening, { names }))
print(
  told(
    'counts of three facets',
    timed(measured, (opening) => facetCounts(pool, opening, { names })),
  ),
)
print(
  told(
    'who does not fit, near misses',
    timed(measured.slice(0, 100), (opening) => surveyOf(pool, opening, {})),
  ),
)
const fitting = measured.map((opening) => surveyOf(pool, opening, {}).fitting).toSorted((a, b) => a - b)
print(
  `people who fit an opening: half of the openings have ${fitting[fitting.length >> 1]} or more, the most ${fitting.at(-1)}`,
)
for (const opening of measured.slice(0, 60)) {
  const [pruned, all] = [true, false].map((isPruned) => topOf(pool, opening, { ...question, isPruned }))
  if (JSON.stringify(pruned) !== JSON.stringify(all)) throw new Error(`${opening.id}: pruned and unpruned differ`)
}

await withPostgres(profiles, async ({ ask, loaded }) => {
  print(`\nPostgreSQL: ${loaded}`)
  const compared = measured.slice(0, asked)
  await ask(warm[0]!)
  const times: number[] = []
  let differing = 0
  for (const opening of compared) {
    const begun = performance.now()
    const rows = await ask(opening)
    times.push(performance.now() - begun)
    const ours = topOf(pool, opening, question).map(({ id, score }) => `${id} ${score}`)
    if (rows.map(({ id, score }) => `${id} ${score}`).join() !== ours.join()) differing += 1
  }
  print(told('one query, best 50', { each: times, processor: 0 }))
  print(
    `the same openings here${''.padEnd(12)} ${told(
      '',
      timed(compared, (opening) => topOf(pool, opening, question)),
    ).trim()}`,
  )
  print(
    `${compared.length - differing} of ${compared.length} answers are the same, person by person and point by point`,
  )
})

const random = randomFrom(5)
const changes = Array.from({ length: 10_000 }, () =>
  personOf(random, `p${String(random.between(0, profiles - 1)).padStart(8, '0')}`),
)
print(
  `\n${told(
    'a change, seen by the next question',
    timed(changes, (person) => put(pool, person)),
  )}`,
)
print(
  told(
    'best 50 after 10,000 changes',
    timed(measured.slice(0, 200), (opening) => topOf(pool, opening, question)),
  ),
)
print(`load of the machine after: ${load()}`)
