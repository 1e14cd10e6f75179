import type { Command } from 'commander'
import { inHelp, verb } from '../verb.ts'

export type Options = {
  input: string[]
  output: string
  pairs?: string
  mapping?: string
  model?: string
  train?: boolean
  saveModel?: string
  threshold?: string
  linkOnly?: boolean
  resume?: boolean
}

/** The verb with what it is given and where it writes. */
export function described(program: Command): Command {
  return verb(program, 'link', {
    ja: 'CSVファイルの行を名寄せする(データベース不要)',
    en: 'say which rows of CSV files are of one person, without a database',
  })
    .option('--input <file...>', inHelp({ ja: '入力CSV(複数可)', en: 'the files to link, within and between them' }))
    .option('--output <file>', inHelp({ ja: 'file,row,cluster_id を書き出す先', en: 'where to write the clusters' }))
    .option(
      '--pairs <file>',
      inHelp({ ja: '組ごとの確率と内訳を書き出す先', en: 'where to write pairs with their weights' }),
    )
    .option(
      '--mapping <file>',
      inHelp({ ja: '列の意味を記したJSON {"見出し":"役割"}', en: 'JSON that says what columns mean' }),
    )
    .option(
      '--model <file>',
      inHelp({
        ja: '使用するモデル(JSON、または japanese・english)',
        en: 'the model to use (JSON, or japanese or english); with --train, to begin with',
      }),
    )
    .option('--train', inHelp({ ja: '入力から学習する(既定)', en: 'learn from the input, which is the default' }))
    .option('--save-model <file>', inHelp({ ja: '使ったモデルの保存先', en: 'where to keep the model that was used' }))
    .option(
      '--threshold <probability>',
      inHelp({ ja: '同一とみなす確率(既定 0.5)', en: 'how likely one person has to be (0.5)' }),
    )
    .option(
      '--link-only',
      inHelp({
        ja: 'どのファイルにも同じ人は2度現れないものとし、ファイルの間だけで名寄せする(1人につき各ファイル1行まで)',
        en: 'no file holds a person twice: link between files alone, one row of each at most',
      }),
    )
    .option(
      '--resume',
      inHelp({
        ja: '途中経過を出力先の横に残し、中断した実行の続きから始める',
        en: 'keep what is worked out beside the output, and go on from a run that was cut off',
      }),
    )
}
