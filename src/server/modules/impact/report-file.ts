import { impactWords } from '../../../contract/impact/impact-words.ts'
import type { ImpactReport } from '../../../contract/impact/impact.ts'
import { byteOrderMark, line } from '../../kernel/csv.ts'

const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value * 10_000) / 10_000

/** A report as CSV: one line for each category of each step, with what is not known under a line of its own. */
export function reportCsv({ tables, from, until }: ImpactReport, language: 'ja' | 'en'): string {
  const words = impactWords[language]
  const lines = tables.flatMap(({ step, kind, lines: all, unknown }) => [
    ...all.map((one) =>
      line([
        from,
        until,
        words.steps[step],
        words.kinds[kind],
        one.race ? words.races[one.race] : '',
        one.sex ? words.sexes[one.sex] : '',
        one.assessed ?? words.withheld,
        one.selected ?? words.withheld,
        rounded(one.rate),
        rounded(one.rateInterval?.low),
        rounded(one.rateInterval?.high),
        rounded(one.ratio),
        rounded(one.ratioInterval?.low),
        rounded(one.ratioInterval?.high),
        one.isReference ? words.reference : one.fourFifths ? words.fourFifths[one.fourFifths] : '',
        one.leftOut ? words.leftOut[one.leftOut] : '',
      ]),
    ),
    line([from, until, words.steps[step], words.kinds[kind], words.unknown, '', unknown ?? words.withheld]),
  ])
  return `${byteOrderMark}${line(words.columns)}${lines.join('')}`
}
