import type { z } from 'zod'
import type { readPassages } from '../../../../contract/selection/insights.ts'
import { suppressCounts } from '../../../../engines/anonymity/index.ts'
import type { Rate, StageResult } from '../../../../engines/statistics/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { companyRules } from '../../accounts/index.ts'
import { tellable } from './answers.ts'
import { passages } from './passage.ts'

/** Numbers stand for `k` people or are withheld; `k` is the company's `kAnonymity`. */
export type Limit = { k: number }

/**
 * How the numbers are limited for who acts in the Work, on the page and in the file they take: not at all where they
 * may open the lists behind them.
 */
export async function limitFor(work: Work): Promise<Limit | null> {
  return work.actor.permissions.has('people:read') ? null : { k: (await companyRules(work)).kAnonymity }
}

export const limitCount = (count: number, limit: Limit | null): number | null =>
  limit && count > 0 && count < limit.k ? null : count

type Told = Rate | (Omit<Extract<Rate, { suppressed: true }>, 'trials'> & { trials: number | null })

/** A rate tells two counts: of those who did, and of those who did not. */
export function limitRate(shown: Rate, limit: Limit | null): Told {
  if (!limit) return shown
  if (shown.suppressed) return { ...shown, trials: limitCount(shown.trials, limit) }
  const { successes, trials } = shown
  const isSmall = [successes, trials - successes].some((count) => limitCount(count, limit) === null)
  return isSmall ? tooFew(limit, trials) : shown
}

const tooFew = (limit: Limit, trials: number | null): Told => ({
  suppressed: true,
  reason: 'BELOW_MINIMUM',
  trials: trials === null ? null : limitCount(trials, limit),
  minimumN: limit.k,
})

type Stages = ReturnType<typeof passages>
export type Group = { key: string; label: string; stages: Stages }
type Shown = z.input<(typeof readPassages)['response']>['groups'][number]

/**
 * The stages of every group as they may be told. Groups and results of a stage are one table with its sums, in which
 * counts below k and as many others as would give them away are withheld, and what the guard refuses. A stage begins
 * with those who passed the one before: where their number is withheld, so is everything after it.
 */
export async function limitStages(work: Work, groups: readonly Group[], limit: Limit | null): Promise<Shown[]> {
  if (!limit) return groups.map((group) => ({ ...group, ...exact(group) }))
  const names = [...new Set(groups.flatMap(({ stages }) => stages.map(({ stage }) => stage)))]
  const told = new Map<string, ReadonlyMap<string, ToldStage>>()
  for (const name of names) told.set(name, await tellStage(work, name, { groups, limit }))
  return groups.map(({ key, label, stages }) => {
    let isOpen = true
    const shown = stages.map((stage) => {
      const safe = told.get(stage.stage)?.get(key)
      const limited = safe && isOpen ? limitStage(stage, safe, limit) : withheldStage(stage, limit)
      isOpen = isOpen && safe?.results.PASSED !== null
      return limited
    })
    return { key, label, applications: shown[0]?.reached ?? null, stages: shown }
  })
}

const exact = ({ stages }: Group): Pick<Shown, 'applications' | 'stages'> => {
  const shown = stages.map(({ applications, ...stage }) => ({ ...stage, results: countsOf(applications) }))
  return { applications: shown[0]?.reached ?? 0, stages: shown }
}

type Stage = Stages[number]
type Results<Value> = Record<StageResult, Value>
type ToldStage = { reached: number | null; results: Results<number | null> }

const countsOf = (applications: Stage['applications']): Results<number> =>
  Object.fromEntries(Object.entries(applications).map(([result, ids]) => [result, ids.length])) as Results<number>

type Asked = { groups: readonly Group[]; limit: Limit }

async function tellStage(work: Work, name: string, { groups, limit }: Asked): Promise<Map<string, ToldStage>> {
  const rows = groups.flatMap(({ key, stages }) => {
    const stage = stages.find((one) => one.stage === name)
    return stage ? [{ key, stage }] : []
  })
  const results = Object.keys(rows[0]?.stage.applications ?? {}) as StageResult[]
  const cells = rows.map(({ stage }) => results.map((result) => stage.applications[result]))
  const judge = (mayTell: (row: number, column: number) => boolean) =>
    suppressCounts(
      cells.map((row) => row.map((ids) => ids.length)),
      limit.k,
      (row, column) => row < rows.length && column < results.length && !mayTell(row, column),
    )
  const asked = { statistic: 'passages', cells, name: (column: number) => `${name}/${results[column]}` }
  const safe = await tellable(work, asked, judge)
  const value = (cell: (typeof safe)['total']) => ('count' in cell ? cell.count : null)
  return new Map(
    rows.map(({ key }, row) => [
      key,
      {
        reached: value(safe.rowTotals[row]!),
        results: Object.fromEntries(
          results.map((result, column) => [result, value(safe.cells[row]![column]!)]),
        ) as Results<number | null>,
      },
    ]),
  )
}

function limitStage(stage: Stage, { reached, results }: ToldStage, limit: Limit): Shown['stages'][number] {
  const { applications: _, ...shown } = stage
  const isWhole = reached !== null && Object.values(results).every((count) => count !== null)
  if (isWhole) return { ...shown, reached, results }
  return { ...withheldStage(stage, limit), reached, results }
}

function withheldStage({ stage, applications }: Stage, limit: Limit): Shown['stages'][number] {
  const rate = tooFew(limit, null)
  const results = Object.fromEntries(Object.keys(applications).map((result) => [result, null])) as Results<null>
  return {
    stage,
    reached: null,
    passRate: rate,
    yieldRate: rate,
    withdrawalRate: rate,
    censoredShare: null,
    passBounds: null,
    results,
  }
}
