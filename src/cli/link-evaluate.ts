import type { Command } from 'commander'
import type { Measures } from '../engines/linkage/index.ts'
import { evaluateFiles } from './link/evaluate-files.ts'
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
    const lines = [
      heading,
      ...evaluated.map(
        ({ threshold, pairs, bCubed }) =>
          `${(threshold === null ? 'clusters' : String(threshold)).padEnd(9)} ${shown(pairs)}   ${shown(bCubed)}`,
      ),
    ].join('\n')
    terminal.result({ evaluated }, { ja: lines, en: lines })
  })
}

const heading = 'threshold precision  recall      F1   B3 prec.  recall      F1'
const shown = ({ precision, recall, f1 }: Measures): string =>
  [precision, recall, f1].map((share) => share.toFixed(4).padStart(8)).join('')
