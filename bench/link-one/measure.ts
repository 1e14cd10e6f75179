import { availableParallelism, loadavg } from 'node:os'
import type { LogEvent } from 'kysely'
import { newId } from '../../src/server/kernel/ids.ts'
import type { Work } from '../../src/server/kernel/work.ts'
import { recordAndLink } from '../../src/server/modules/linkage/index.ts'
import { recordSource, type Source } from '../../src/server/modules/people/index.ts'
import { say } from '../throw-away.ts'
import { fields, type Applicant } from './fill.ts'

export const sourceOf = (cells: readonly string[], observedAt: Date): Source => ({
  id: newId(),
  kind: 'FORM',
  label: '応募フォーム',
  observedAt,
  claims: fields.flatMap((field, at) => (cells[at] ? [{ field, value: cells[at] }] : [])),
})

/** What the database was asked since it was last forgotten. */
export type Asked = { count: number; onQuery: (event: LogEvent) => void }

export const counting = (): Asked => {
  const asked: Asked = { count: 0, onQuery: () => void asked.count++ }
  return asked
}

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0

type InCompany = <T>(run: (work: Work) => Promise<T>) => Promise<T>

/** Of every so many records that come in on an ordinary day, one is of somebody who has another there: an assumption. */
const ordinary = 10

/** The times, with those of `known` thinned out until they are one in so many. */
function thinned(others: readonly number[], known: readonly number[], oneIn: number): number[] {
  const wanted = Math.min(known.length, Math.round(others.length / (oneIn - 1)))
  return [...others, ...Array.from({ length: wanted }, (_, nth) => known[Math.floor((nth * known.length) / wanted)]!)]
}

class Undone extends Error {}

/**
 * Others come in before, each undone again: a server that has worked for a while has its connections open, its statements
 * planned and its code compiled.
 */
export async function workBefore(work: InCompany, others: readonly Applicant[]): Promise<void> {
  for (const [at, { cells }] of others.entries()) {
    const source = sourceOf(cells, new Date(2026, 0, 2))
    await work(async (opened) => {
      await (at % 2 === 0 ? recordSource(opened, source) : recordAndLink(opened, source))
      throw new Undone()
    }).catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error
    })
  }
}

/** Records come in by turns kept alone and kept and linked, each in a transaction of its own that is on disk at its end. */
export async function measure(
  work: InCompany,
  fresh: readonly Applicant[],
  { asked, records, isKnown }: { asked: Asked; records: number; isKnown: (applicant: Applicant) => boolean },
) {
  const [alone, ofOthers, ofKnown]: [number[], number[], number[]] = [[], [], []]
  const byOutcome = new Map<string, { times: number[]; statements: number[] }>()
  let ofKeeping = 0
  for (const [at, applicant] of fresh.entries()) {
    const source = sourceOf(applicant.cells, new Date(2026, 0, 2))
    const started = performance.now()
    if (at % 2 === 0) {
      const before = asked.count
      await work((opened) => recordSource(opened, source))
      ofKeeping = asked.count - before
      alone.push(performance.now() - started)
      continue
    }
    const before = asked.count
    const { outcome } = await work((opened) => recordAndLink(opened, source))
    const statements = asked.count - before - ofKeeping
    const took = performance.now() - started
    ;(isKnown(applicant) ? ofKnown : ofOthers).push(took)
    const same = byOutcome.get(outcome) ?? { times: [], statements: [] }
    same.times.push(took)
    same.statements.push(statements)
    byOutcome.set(outcome, same)
  }
  sayTimes('kept alone', alone)
  for (const [outcome, { times, statements }] of byOutcome) {
    sayTimes(
      `kept and linked, ${outcome}, ${percentile(statements, 0.5)} statements more (most ${percentile(statements, 1)})`,
      times,
    )
    sayMore(alone, times)
  }
  const all = [...ofOthers, ...ofKnown]
  sayTimes(
    `kept and linked against ${records} records, ${Math.round((ofKnown.length / all.length) * 100)} of 100 of somebody who is there`,
    all,
  )
  sayMore(alone, all)
  const everyday = thinned(ofOthers, ofKnown, ordinary)
  sayTimes(`the same times where one in ${ordinary} is of somebody who is there`, everyday)
  sayMore(alone, everyday)
  say(`load of the machine: ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores`)
}

function sayMore(alone: readonly number[], linked: readonly number[]): void {
  const [one, other] = [0.5, 0.99].map((share) => [percentile(alone, share), percentile(linked, share)] as const)
  say(
    `  p50 ${(one![1] - one![0]).toFixed(2)} ms more (${(one![1] / one![0]).toFixed(2)} times), p99 ${(other![1] / other![0]).toFixed(2)} times`,
  )
}

const sayTimes = (title: string, times: readonly number[]): void => say(`${title}: ${sayShares(times)}`)

export const sayShares = (times: readonly number[]): string =>
  `p50 ${percentile(times, 0.5).toFixed(2)} ms, p95 ${percentile(times, 0.95).toFixed(2)} ms, p99 ${percentile(times, 0.99).toFixed(2)} ms (${times.length})`
