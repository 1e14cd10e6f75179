import { differencingGuard, type SafeTable } from '../../../../engines/anonymity/index.ts'
import { sha256 } from '../../../kernel/crypto.ts'
import type { Work } from '../../../kernel/work.ts'
import { companyRules } from '../../accounts/index.ts'
import * as store from './store-answers.ts'

/** What three and more answers give away together needs a limit on questions; then only what was told is told again. */
const mostAnswersPerCell = 50

export type Table = {
  statistic: string
  /** Whom each cell counts, by id. */
  cells: readonly (readonly (readonly string[])[])[]
  /** What the cells of a column count, whatever they were asked with: they are compared with each other. */
  name: (column: number) => string
}

/**
 * Tells a table as far as no cell of it can be subtracted from one that was told before: two that count the same and
 * differ by fewer than k people tell about those few. What is told is remembered. Questions of one company are judged
 * one after the other.
 */
export async function tellable(
  work: Work,
  { statistic, cells, name }: Table,
  judge: (mayTell: (row: number, column: number) => boolean) => SafeTable,
): Promise<SafeTable> {
  await store.holdGuard(work)
  const { kAnonymity: k } = await companyRules(work)
  const columns = cells[0]?.map((_, column) => name(column)) ?? []
  const given = Map.groupBy(await store.answersOf(work, { statistic, cells: columns }), ({ cell }) => cell)
  const may = cells.map((row) =>
    row.map((ids, column) => {
      const before = given.get(columns[column]!) ?? []
      const digest = digestOf(ids)
      if (ids.length === 0 || before.some((one) => one.digest === digest)) return true
      const told = before.map((one) => ({ id: one.digest, members: new Set(one.members) }))
      return before.length < mostAnswersPerCell && differencingGuard({ asked: new Set(ids), given: told, k }).allowed
    }),
  )
  // Cells of one question that differ by few are no danger to each other: they are of one table, with its own rules.
  const safe = judge((row, column) => may[row]?.[column] ?? false)
  const told = cells.flatMap((row, at) =>
    row.flatMap((members, column) => {
      const cell = safe.cells[at]?.[column]
      const isTold = cell !== undefined && 'count' in cell && members.length > 0
      return isTold ? [{ cell: columns[column]!, digest: digestOf(members), members }] : []
    }),
  )
  await store.keepAnswers(work, { statistic, told })
  return safe
}

export const digestOf = (ids: readonly string[]): string =>
  sha256(ids.toSorted((one, other) => (one < other ? -1 : 1)).join(','))

export type Frozen = { at: Date; sizes: number[] }

/**
 * A number nobody may open: told anew only when it and its complement stand for k people each and differ by k or none
 * from everything told before; until then the last answer stands, or none.
 */
export async function frozen(
  work: Work,
  { statistic, parts, k }: { statistic: string; parts: readonly (readonly string[])[]; k: number },
): Promise<Frozen | undefined> {
  await store.holdGuard(work)
  const names = parts.map((_, at) => String(at))
  const given = await store.answersOf(work, { statistic, cells: names })
  const last = given.reduce<Date | undefined>((at, one) => (at && at > one.at ? at : one.at), undefined)
  const answers = names.map((cell) => given.filter((one) => one.cell === cell))
  const told = parts.map((ids) => `${work.now.toISOString()}/${digestOf(ids)}`)
  const latest = answers.map((own) => own.findLast(({ at }) => at.getTime() === last?.getTime()))
  const isSame = parts.every((ids, at) => latest[at]?.digest.endsWith(`/${digestOf(ids)}`))
  const mayTell = parts.every(
    (ids, at) =>
      ids.length >= k &&
      differencingGuard({
        asked: new Set(ids),
        given: answers[at]!.map((one) => ({ id: one.digest, members: new Set(one.members) })),
        k,
      }).allowed,
  )
  if (!isSame && mayTell) {
    const anew = parts.map((members, at) => ({ cell: names[at]!, digest: told[at]!, members }))
    await store.keepAnswers(work, { statistic, told: anew })
    return { at: work.now, sizes: parts.map(({ length }) => length) }
  }
  if (!last) return undefined
  return { at: last, sizes: latest.map((own) => own?.members.length ?? 0) }
}
