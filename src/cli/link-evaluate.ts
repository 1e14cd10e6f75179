import type { Command } from 'commander'
import type { Measures } from '../engines/linkage/index.ts'
import { evaluateFiles, type Evaluated } from './link/evaluate-files.ts'
import type { Words } from './terminal.ts'
import { act, inHelp, verb } from './verb.ts'

type Options = { clusters: string; truth: string; pairs?: string }

/** `tasuki link evaluate`: how well clusters find the persons that are known. */
export function addLinkEvaluate(link: Command): void {
  const command = verb(link, 'evaluate', {
    ja: '名寄せの結果を正解と比べる',
    en: 'compare clusters with the truth',
  })
    .requiredOption(
      '--clusters <file>',
      inHelp({ ja: 'tasuki link の出力(file,row,cluster_id)', en: 'what tasuki link wrote: file,row,cluster_id' }),
    )
    .requiredOption('--truth <file>', inHelp({ ja: '正解(file,row,person)', en: 'the truth: file,row,person' }))
    .option(
      '--pairs <file>',
      inHelp({
        ja: 'tasuki link --pairs の出力。あれば、しきい値ごとに評価する',
        en: 'the pairs that tasuki link wrote, for every threshold',
      }),
    )
  act<Options>(command, async (terminal, options) => {
    const evaluated = await evaluateFiles(options)
    terminal.result({ evaluated }, { ja: tableOf(evaluated, headings.ja), en: tableOf(evaluated, headings.en) })
  })
}

type Headings = { threshold: string; given: string; measures: readonly [string, string, string] }

const headings: Record<keyof Words, Headings> = {
  ja: { threshold: 'しきい値', given: '出力の通り', measures: ['適合率', '再現率', 'F1'] },
  en: { threshold: 'threshold', given: 'as written', measures: ['precision', 'recall', 'F1'] },
}

/** A line for each threshold: over pairs of rows, and by cluster (B³). */
function tableOf(evaluated: readonly Evaluated[], { threshold, given, measures }: Headings): string {
  const line = (first: string, pairs: readonly string[], bCubed: readonly string[]) =>
    [first + spaces(10, first), ...[...pairs, ...bCubed].map((cell) => spaces(14, cell) + cell)].join('')
  return [
    line(
      threshold,
      measures,
      measures.map((measure) => `B³ ${measure}`),
    ),
    ...evaluated.map((one) =>
      line(one.threshold === null ? given : String(one.threshold), shown(one.pairs), shown(one.bCubed)),
    ),
  ].join('\n')
}

const shown = ({ precision, recall, f1 }: Measures): string[] =>
  [precision, recall, f1].map((share) => share.toFixed(4))

/** What is missing to so many places on a terminal, on which Japanese takes two for a character. */
const spaces = (places: number, text: string): string =>
  ' '.repeat(Math.max(0, places - Array.from(text).reduce((sum, one) => sum + (one > '\u3000' ? 2 : 1), 0)))
