import {
  adopted, blocksOf, cluster, copiesAreOne, everyRecord, fewRecords, learn, modelFor, namesAreJapanese, raisedByClusters, scorerOf,
  shippedModels, sourcesOf, withoutCopies,
  type Blocks, type Clustered, type Dataset, type Edges, type LinkageModel, type MappedColumn, type Originals, type Role, type Sources,
} from '../../engines/linkage/index.ts' // prettier-ignore
import { refusal } from '../../server/kernel/errors.ts'
import { readDataset } from './reading/dataset-reading.ts'
import { columnsOf, filePlan, inputFile, yearInName, type InputColumn, type InputFile } from './input.ts'
import type { Oddities } from './reading/oddities.ts'
import type { KeptWork } from './kept-work.ts'
import { scoreCandidates } from './scoring.ts'

export type LinkRequest = {
  paths: readonly string[]
  mapping: Readonly<Record<string, Role>>
  /** The model to begin with. */
  base: (records: { japanese: boolean; size: number }) => LinkageModel | undefined
  /** Whether to learn from the records; else the model is used as it is. */
  train: boolean
  /** Whether no file holds a person twice, so that rows are of one person across files alone. */
  linkOnly?: boolean
  /** The weight in bits from which records belong together. */
  threshold: number
  onStage: (stage: Stage, done: number, total: number) => void
  /** What an earlier run has left, and this one leaves in turn. */
  kept?: KeptWork | undefined
}

export type Stage = 'READING' | 'BLOCKING' | 'TRAINING' | 'SCORING' | 'CLUSTERING'

export type LinkedFiles = {
  files: readonly {
    file: InputFile
    columns: readonly InputColumn[]
    oddities: Oddities
    firstRow: number
  }[]
  dataset: Dataset
  originals: Originals
  blocks: Blocks
  model: LinkageModel
  edges: Edges
  compared: number
  clusters: Int32Array
  clustered: Clustered
  japanese: boolean
  /** Where no file holds a person twice, the file of each record. */
  sources: Sources | undefined
}

const sameName = refusal<{ file: string }>('cli.link-same-name', 422)
const oneFile = refusal('cli.link-only-one-file', 422)
const nothing = refusal<{ headers: string }>('cli.link-nothing-to-compare', 422)

/** Pairs less likely than about one in a hundred are forgotten at once. */
const leastBits = -6.6

/** As many records as one group may have before it is connected by surer pairs only. */
export const largestGroup = 400

/** The model to begin with where none is named: records too few to learn from lean on one that Tasuki ships. */
export const usualBase: LinkRequest['base'] = ({ japanese, size }) =>
  size < fewRecords ? shippedModels[japanese ? 'japanese' : 'english'] : undefined

/** Links the rows of all files, within and between them; where no file holds a person twice, between them alone. */
export async function linkFiles(request: LinkRequest): Promise<LinkedFiles> {
  if (request.linkOnly && request.paths.length < 2) throw oneFile({})
  const { dataset: all, files, japanese } = await readFiles(request)
  const originals = request.linkOnly ? everyRecord(all) : withoutCopies(all)
  const sources = request.linkOnly ? sourcesOf(files.map(({ oddities }) => oddities.rows)) : undefined
  const { dataset } = originals
  request.onStage('BLOCKING', 0, 1)
  const blocks = blocksOf(dataset)
  request.onStage('TRAINING', 0, 1)
  const base = request.base({ japanese, size: dataset.size })
  const learnt =
    request.kept?.model ?? (request.train ? learn(dataset, blocks, base, sources) : modelFor(dataset, base))
  request.kept?.keepModel(learnt)
  const { edges, compared } = await scoreCandidates(dataset, blocks, {
    model: learnt,
    least: leastBits,
    onProgress: (done, total) => request.onStage('SCORING', done, total),
    kept: request.kept,
    sources,
  })
  request.onStage('CLUSTERING', 0, 1)
  const options = { threshold: request.threshold, largest: largestGroup, sources }
  const told = request.train
    ? raisedByClusters(dataset, learnt, edges, options)
    : { model: learnt, edges, clustered: cluster(dataset.size, edges, scorerOf(dataset, learnt), options) }
  const linked = { files, dataset, originals, blocks, compared, japanese, sources, ...told }
  return { ...linked, clusters: clustersOfRows(linked, told.clustered, request.threshold) }
}

/** The cluster of every row at another threshold than the one asked for. */
export function clustersAt(linked: LinkedFiles, threshold: number): Int32Array {
  const { dataset, edges, model, sources } = linked
  const options = { threshold, largest: largestGroup, sources }
  return clustersOfRows(linked, cluster(dataset.size, edges, scorerOf(dataset, model), options), threshold)
}

type Standing = Pick<LinkedFiles, 'dataset' | 'originals' | 'edges' | 'model' | 'sources'>

/** Gives who stands alone to the person they are of, and every row the cluster of the record that it is. */
function clustersOfRows(
  { dataset, originals, edges, model, sources }: Standing,
  { clusters }: Clustered,
  threshold: number,
): Int32Array {
  const scorer = scorerOf(dataset, model)
  return spread(originals, adopted(clusters, { edges, scorer, threshold, sources }), copiesAreOne(scorer, dataset))
}

async function readFiles(request: LinkRequest) {
  const inputs: { file: InputFile; columns: InputColumn[] }[] = []
  for (const path of request.paths) {
    const file = await inputFile(path)
    if (inputs.some((other) => other.file.name === file.name)) throw sameName({ file: file.name })
    inputs.push({ file, columns: columnsOf(file, request.mapping) })
  }
  const japanese = inputs.some(({ file, columns }) => namesAreJapanese(columns, file.sample))
  const haveYears = inputs.every((input) => yearOfAges(input) !== undefined)
  const asBirths = inputs.some(({ columns }) =>
    columns.some(({ role }) => role === 'birthDate' || role === 'birthYear'),
  )
  const toRead = inputs.map(({ file, columns }) => ({
    file,
    plan: filePlan(
      file,
      columns,
      { asBirths, year: haveYears || asBirths ? yearInName(file) : undefined },
      inputs.length > 1 && !request.linkOnly ? file.name : undefined,
    ),
  }))
  const { dataset, files: read } = await readDataset({ inputs: toRead, japanese }, (done) =>
    request.onStage('READING', done, inputs.length),
  )
  const files = inputs.map((input, at) => ({ ...input, ...read[at]! }))
  if (inputs.every(({ columns }) => columns.every(({ role }) => role === 'ignore')))
    throw nothing({
      headers: inputs
        .flatMap(({ file }) => file.headers)
        .join(', ')
        .slice(0, 500),
    })
  return { dataset, files, japanese }
}

/** When the ages of a file were told, by a column or by its name; ages of several files meet only where all say so. */
const yearOfAges = ({ file, columns }: { file: InputFile; columns: readonly MappedColumn[] }) =>
  columns.every(({ role }) => role !== 'age') || columns.some(({ role }) => role === 'recordYear') || yearInName(file)

/** The cluster of every row: that of the first row like it, unless rows so alike need not be one person. */
function spread({ original, kept }: Originals, clusters: Int32Array, areOne: (record: number) => boolean): Int32Array {
  const place = new Map<number, number>()
  for (const [at, record] of kept.entries()) place.set(record, at)
  const decided = new Map<number, boolean>()
  return Int32Array.from(original, (first, row) => {
    const at = place.get(first)!
    const joined = kept[clusters[at]!]!
    if (first === row) return joined
    let one = decided.get(at)
    if (one === undefined) decided.set(at, (one = areOne(at)))
    return one ? joined : row
  })
}
