/**
 * What linking adds to keeping one record: `npm run bench -- link-one [records] [new records]`. Over a throw-away database
 * that keeps its promises (fsync on), filled with made-up applicants; then new ones come in, by turns kept alone and kept
 * and linked, each in a transaction of its own. Quality of what was linked is printed too: the makers of the records are known.
 *
 *     npm run bench -- link-one index [records]   the index in memory, without a database
 */
import { evaluate } from '../src/engines/linkage/index.ts'
import type { PersonField } from '../src/contract/person-fields.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { inCompany, systemActor, type Work } from '../src/server/kernel/work.ts'
import { openCompany } from '../src/server/modules/accounts/index.ts'
import { countAgain } from '../src/server/modules/linkage/counting.ts'
import { duplicates, linkRecord, linkRecords } from '../src/server/modules/linkage/index.ts'
import { personOf, recordSource, recordSources, type Source } from '../src/server/modules/people/index.ts'
import { madeApplicants } from './linkage/applicants.ts'
import { printIndex } from './linkage/index-speed.ts'
import { benchInstallation, say } from './throw-away.ts'

if (process.argv[3] === 'index') {
  printIndex(Number(process.argv[4] ?? 100_000))
  process.exit(0)
}

const [records = 20_000, fresh = 600] = process.argv.slice(3).map(Number)
const fields: readonly PersonField[] = ['name', 'nameKana', 'birthDate', 'email', 'phone', 'address', 'employer']
const made = madeApplicants(Math.ceil((records + fresh) * 1.05), 7)
const rows = made.table.slice(1, records + fresh + 1)

// Who hears of a change works later; what is measured is the change.
let statements = 0
const onQuery = () => void statements++
const { installation, stop } = await benchInstallation({ connections: 5, subscriptions: [], isDurable: true, onQuery })
const companyId = newId()
const work = <T>(run: (opened: Work) => Promise<T>) =>
  inCompany(installation, { companyId, actor: systemActor('bench') }, run)

const sourceOf = (cells: readonly string[], observedAt: Date): Source => ({
  id: newId(),
  kind: 'FORM',
  label: '計測',
  observedAt,
  claims: fields.flatMap((field, at) => (cells[at] ? [{ field, value: cells[at] }] : [])),
})

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0

async function timed(run: (opened: Work) => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work(run)
  return performance.now() - started
}

try {
  await work((opened) => openCompany(opened, { name: '計測株式会社' }))
  const ids: string[] = []
  let started = performance.now()
  for (let at = 0; at < records; at += 500) {
    const sources = rows.slice(at, Math.min(at + 500, records)).map((cells) => sourceOf(cells, new Date(2026, 0, 1)))
    await work(async (opened) => {
      await recordSources(opened, sources)
      await linkRecords(
        opened,
        sources.map(({ id }) => id),
      )
    })
    ids.push(...sources.map(({ id }) => id))
    if (at % 5_000 === 4_500) await work(countAgain)
  }
  const seconds = (performance.now() - started) / 1000
  say(`${records} records kept and linked in ${seconds.toFixed(1)} s, ${Math.round(records / seconds)} a second`)
  const persons = await work((opened) => Promise.all(ids.map((id) => personOf(opened, id))))
  const { pairs, bCubed } = evaluate(persons, made.persons.slice(0, records))
  const { open } = await work((opened) => duplicates(opened, { limit: 1 }))
  say(
    `linked by themselves: pairs precision ${pairs.precision.toFixed(5)}, recall ${pairs.recall.toFixed(4)}; B3 F1 ${bCubed.f1.toFixed(4)}; ${open} pairs wait for a human`,
  )
  const [alone, linked]: [number[], number[]] = [[], []]
  const asked = new Map<string, number[]>()
  started = performance.now()
  for (const [at, cells] of rows.slice(records).entries()) {
    const source = sourceOf(cells, new Date(2026, 0, 2))
    if (at % 2 === 0) alone.push(await timed((opened) => recordSource(opened, source)))
    else
      linked.push(
        await timed(async (opened) => {
          await recordSource(opened, source)
          const before = statements
          const { outcome } = await linkRecord(opened, source.id)
          asked.set(outcome, [...(asked.get(outcome) ?? []), statements - before])
        }),
      )
  }
  for (const [title, times] of [
    ['kept alone', alone],
    ['kept and linked', linked],
  ] as const)
    say(
      `${title}: p50 ${percentile(times, 0.5).toFixed(2)} ms, p99 ${percentile(times, 0.99).toFixed(2)} ms (${times.length})`,
    )
  for (const [outcome, counts] of asked)
    say(
      `statements of linking, ${outcome}: median ${percentile(counts, 0.5)}, most ${percentile(counts, 1)} (${counts.length})`,
    )
  const more = percentile(linked, 0.5) - percentile(alone, 0.5)
  say(
    `against ${records} records: p50 ${more.toFixed(2)} ms more (${(percentile(linked, 0.5) / percentile(alone, 0.5)).toFixed(2)} times), p99 ${(percentile(linked, 0.99) / percentile(alone, 0.99)).toFixed(2)} times`,
  )
} finally {
  await stop()
}
