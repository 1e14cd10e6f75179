/**
 * What it costs to be shown together with others for the first time (docs/decisions/0016): how long people wait, how many appear
 * alone, and how well two companies together could guess who a newly shown person is. People join at random times, by letters
 * of some companies in equal parts; the rule is that of the network. `npm run bench -- joins`
 */
import { longestWaitDays, tooFewToShow } from '../src/server/modules/matching/network/joining.ts'
import { leastStrangers } from '../src/server/modules/matching/release/release.ts'

const days = 3650
const shown = { occupation: '営業' }

/** Numbers between 0 and 1 that are the same in each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Joined = { id: string; published: null | typeof shown; notTo: string[]; waitsSince: null; at: number }
type Appeared = { waited: number; among: number }

/** The class stands already and is unknown to all: only who joins is looked at. */
const standing: Joined[] = Array.from({ length: 11 }, (_, at) => ({
  id: `standing ${at}`,
  published: shown,
  notTo: [],
  waitsSince: null,
  at: 0,
}))

function play({
  perMonth,
  companies,
  together,
}: {
  perMonth: number
  companies: number
  together: boolean
}): Appeared[] {
  const random = seeded(7)
  const appeared: Appeared[] = []
  let waiting: Joined[] = []
  for (let at = 0, number = 0; at < days; number += 1) {
    at += (-Math.log(1 - random()) * 30) / perMonth
    const overdue = waiting.filter((one) => at - one.at >= longestWaitDays)
    for (const one of overdue) {
      const due = one.at + longestWaitDays
      appeared.push({
        waited: longestWaitDays,
        among: overdue.filter((other) => Math.abs(other.at + longestWaitDays - due) < 1 / 24).length,
      })
    }
    waiting = waiting.filter((one) => !overdue.includes(one))
    waiting.push({
      id: String(number),
      published: null,
      notTo: [String(Math.floor(random() * companies))],
      waitsSince: null,
      at,
    })
    const rows = [...standing, ...waiting]
    const few = new Set(
      together
        ? tooFewToShow(
            rows,
            rows.map(() => shown),
          )
        : [],
    )
    const now = waiting.filter((one) => !few.has(one))
    for (const one of now) appeared.push({ waited: at - one.at, among: now.length })
    waiting = waiting.filter((one) => few.has(one))
  }
  return appeared
}

const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
const at = (all: readonly number[], share: number) => all.toSorted((a, b) => a - b)[Math.floor(all.length * share)] ?? 0
const percent = (share: number) => `${(share * 100).toFixed(1)} %`

process.stdout.write(`at least ${leastStrangers} together, after ${longestWaitDays} days alone; ten years of joining\n`)
process.stdout.write('joins a month, companies | days waited: mean, p90 | after 30 days | guessed rightly, before\n')
for (const companies of [1, 3, 10])
  for (const perMonth of [3, 6, 12, 30, 100]) {
    const all = play({ perMonth, companies, together: true })
    const before = play({ perMonth, companies, together: false })
    const waited = all.map((one) => one.waited)
    const guessed = (people: readonly Appeared[]) => percent(mean(people.map(({ among }) => 1 / among)))
    process.stdout.write(
      `${String(perMonth).padStart(4)}, ${String(companies).padStart(2)} | ${mean(waited).toFixed(1)}, ${at(waited, 0.9).toFixed(1)} | ` +
        `${percent(mean(waited.map((one) => (one >= longestWaitDays ? 1 : 0))))} | ${guessed(all)}, ${guessed(before)}\n`,
    )
  }
