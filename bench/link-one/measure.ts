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

/** Records come in by turns kept alone and kept and linked, each in a transaction of its own that is on disk at its end. */
export async function measure(
  work: InCompany,
  fresh: readonly Applicant[],
  { asked, records }: { asked: Asked; records: number },
) {
  const [alone, linked]: [number[], number[]] = [[], []]
  const byOutcome = new Map<string, { times: number[]; statements: number[] }>()
  // The first ones open connections, plan statements and warm the compiler, as those after a start of the server do.
  let ofKeeping = 0
  const warming = Math.min(100, Math.floor(fresh.length / 4))
  for (const [at, { cells }] of fresh.entries()) {
    const source = sourceOf(cells, new Date(2026, 0, 2))
    const started = performance.now()
    if (at % 2 === 0) {
      const before = asked.count
      await work((opened) => recordSource(opened, source))
      ofKeeping = asked.count - before
      if (at >= warming) alone.push(performance.now() - started)
      continue
    }
    const before = asked.count
    const { outcome } = await work((opened) => recordAndLink(opened, source))
    const statements = asked.count - before - ofKeeping
    if (at < warming) continue
    const took = performance.now() - started
    linked.push(took)
    const same = byOutcome.get(outcome) ?? { times: [], statements: [] }
    same.times.push(took)
    same.statements.push(statements)
    byOutcome.set(outcome, same)
  }
  sayTimes('kept alone', alone)
  sayTimes('kept and linked', linked)
  for (const [outcome, { times, statements }] of byOutcome)
    sayTimes(
      `  ${outcome}, ${percentile(statements, 0.5)} statements of linking (most ${percentile(statements, 1)})`,
      times,
    )
  const more = (share: number) => percentile(linked, share) - percentile(alone, share)
  say(
    `against ${records} records: p50 ${more(0.5).toFixed(2)} ms more (${(percentile(linked, 0.5) / percentile(alone, 0.5)).toFixed(2)} times), p99 ${(percentile(linked, 0.99) / percentile(alone, 0.99)).toFixed(2)} times`,
  )
}

const sayTimes = (title: string, times: readonly number[]): void => say(`${title}: ${sayShares(times)}`)

export const sayShares = (times: readonly number[]): string =>
  `p50 ${percentile(times, 0.5).toFixed(2)} ms, p95 ${percentile(times, 0.95).toFixed(2)} ms, p99 ${percentile(times, 0.99).toFixed(2)} ms (${times.length})`
