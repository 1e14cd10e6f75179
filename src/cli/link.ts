import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import { LinkageModel, roles, shippedModels, type Role } from '../engines/linkage/index.ts'
import { refusal } from '../server/kernel/errors.ts'
import { addLinkEvaluate } from './link-evaluate.ts'
import { unmapped, warningsOf } from './link/caps.ts'
import { keptWorkFolder, openKeptWork } from './link/kept-work.ts'
import { linkFiles, usualBase, type LinkedFiles } from './link/link-files.ts'
import { writeClusters, writeModel, writePairs } from './link/output.ts'
import { refuseOutputs } from './link/output-paths.ts'
import { stageProgress } from './link/stage-progress.ts'
import { bitsOf } from './link/thresholds.ts'
import { act, inHelp, verb } from './verb.ts'
import { counted, type Words } from './terminal.ts'

type Options = {
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

const invalidJson = refusal<{ file: string; reason: string }>('cli.link-json-invalid', 422)
const unknownRole = refusal<{ file: string; header: string; role: string; roles: string }>('cli.link-role-unknown', 422)
const unknownModel = refusal<{ given: string; models: string }>('cli.link-model-unknown', 422)
const invalidThreshold = refusal<{ given: string }>('cli.link-threshold', 422)

/** `tasuki link`: which rows of any CSV files are of one person, without a database. */
export function addLink(program: Command): void {
  const command = described(program)
  addLinkEvaluate(command)
  act<Options>(command, async (terminal, options) => {
    if (!options.input?.length || !options.output) return command.error(required[terminal.locale])
    const started = performance.now()
    refuseOutputs(options)
    const threshold = thresholdBits(options.threshold)
    const given = options.model ? await modelNamed(options.model) : undefined
    const mapping = options.mapping ? await mappingOf(options.mapping) : {}
    const train = options.train === true || given === undefined
    const kept = options.resume
      ? await openKeptWork(keptWorkFolder(options.output), {
          paths: options.input,
          version: program.version() ?? '',
          mapping,
          model: given ?? null,
          train,
          linkOnly: options.linkOnly === true,
        })
      : undefined
    const progress = stageProgress(terminal)
    const linked = await linkFiles({
      paths: options.input,
      mapping,
      base: (records) => given ?? usualBase(records),
      train,
      linkOnly: options.linkOnly === true,
      threshold,
      onStage: progress.update,
      kept,
    })
    progress.done()
    await writeClusters(options.output, linked)
    if (options.pairs) await writePairs(options.pairs, linked)
    if (options.saveModel) await writeModel(options.saveModel, linked)
    kept?.drop()
    const warnings = [...unmapped(mapping, linked), ...warningsOf(linked)]
    for (const warning of warnings) terminal.warn(warning)
    const summary = summaryOf(linked, performance.now() - started)
    for (const { file, columns } of summary.files)
      terminal.say(
        both(
          `${file}: ${Object.entries(columns)
            .map(([header, role]) => `${header} → ${role}`)
            .join(', ')}`,
        ),
      )
    terminal.result(
      { ...summary, ...(kept && { resumed: kept.found }), warnings: warnings.map((words) => words[terminal.locale]) },
      {
        ja: `${summary.rows} 行 → ${summary.clusters} 人(${summary.compared} 組を比較、${summary.seconds} 秒)`,
        en: `${counted(summary.rows, 'row')} → ${counted(summary.clusters, 'person', 'people')} (${counted(summary.compared, 'pair')} compared, ${summary.seconds} s)`,
      },
    )
  })
}

/** Asked for here: the verb `evaluate` of this one needs neither. */
const required: Words = {
  ja: 'エラー: --input に読み込むCSVを、--output に書き出し先を指定してください。',
  en: 'error: name the CSV files to read with --input, and where to write with --output',
}

/** The verb with what it is given and where it writes. */
function described(program: Command): Command {
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

/** A model that Tasuki ships, by its name, or one from a file. */
async function modelNamed(given: string): Promise<LinkageModel> {
  const shipped = Object.entries(shippedModels).find(([name]) => name === given)
  if (shipped) return shipped[1]
  if (!existsSync(given)) throw unknownModel({ given, models: Object.keys(shippedModels).join(', ') })
  return json(given, LinkageModel)
}

const both = (text: string): Words => ({ ja: text, en: text })

function summaryOf({ files, clusters, compared, blocks }: LinkedFiles, elapsedMs: number) {
  return {
    rows: clusters.length,
    clusters: new Set(clusters).size,
    compared,
    rules: blocks.rules.map(({ atoms }) => atoms.map(({ id }) => id).join(' + ')),
    seconds: Math.round(elapsedMs / 100) / 10,
    files: files.map(({ file, columns, oddities }) => ({
      file: file.name,
      rows: oddities.rows,
      encoding: file.encoding,
      delimiter: file.delimiter,
      columns: Object.fromEntries(
        columns.filter(({ role }) => role !== 'ignore').map(({ header, role }) => [header, role]),
      ),
    })),
  }
}

/** What columns mean, by their headers. */
async function mappingOf(file: string): Promise<Record<string, Role>> {
  const mapping = await json(file, z.record(z.string(), z.string()))
  for (const [header, role] of Object.entries(mapping))
    if (!isRole(role)) throw unknownRole({ file, header, role, roles: roles.join(', ') })
  return mapping as Record<string, Role>
}

const isRole = (word: string): word is Role => (roles as readonly string[]).includes(word)

async function json<Value>(path: string, schema: z.ZodType<Value>): Promise<Value> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw invalidJson({ file: path, reason: error instanceof z.ZodError ? z.prettifyError(error) : String(error) })
  }
}

function thresholdBits(given: string | undefined): number {
  const probability = given === undefined ? 0.5 : Number(given)
  if (!(probability > 0 && probability < 1)) throw invalidThreshold({ given: given ?? '' })
  return bitsOf(probability)
}
