import type { Command } from 'commander'
import { Refusal } from '../server/kernel/errors.ts'
import { addLinkEvaluate } from './link-evaluate.ts'
import { askedOf } from './link/asked.ts'
import { unmapped, warningsOf } from './link/caps.ts'
import { keptWorkFolder, openKeptWork } from './link/kept-work.ts'
import { linkFiles, usualBase, type LinkedFiles } from './link/link-files.ts'
import { described, type Options } from './link/options.ts'
import { refuseOutputs } from './link/output-paths.ts'
import { writeClusters, writeModel, writePairs } from './link/output.ts'
import { stageProgress } from './link/stage-progress.ts'
import { counted, type Words } from './terminal.ts'
import { act } from './verb.ts'

/** `tasuki link`: which rows of any CSV files are of one person, without a database. */
export function addLink(program: Command): void {
  const command = described(program)
  addLinkEvaluate(command)
  act<Options>(command, async (terminal, options) => {
    if (!options.input?.length || !options.output) return command.error(required[terminal.locale])
    const started = performance.now()
    refuseOutputs(options)
    const { model, mapping, train, threshold } = await askedOf(options)
    const of = { paths: options.input, mapping, train, linkOnly: options.linkOnly === true }
    const version = program.version() ?? ''
    const kept = options.resume
      ? await openKeptWork(keptWorkFolder(options.output), { ...of, version, model: model ?? null })
      : undefined
    const progress = stageProgress(terminal)
    const linked = await linkFiles({
      ...of,
      base: (records) => model ?? usualBase(records),
      threshold,
      onStage: progress.update,
      kept,
    }).catch((error: unknown) => {
      // What was asked and is refused is refused again: there is nothing to go on with.
      if (error instanceof Refusal && error.status < 500) kept?.drop()
      throw error
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
