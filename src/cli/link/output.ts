import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { probabilityOf, scorerOf } from '../../engines/linkage/index.ts'
import { clustersAt, type LinkedFiles } from './link-files.ts'
import { isWritable, keepsWhatIsWritten, partOf, placeOf, unwritten } from './output-paths.ts'
import { bitsOf, mostRowsAtThresholds, thresholds, thresholdsPath } from './thresholds.ts'

/** A cell of RFC 4180. */
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/**
 * Writes lines as they come, waiting whenever the disk is behind. The file is closed when it returns or throws: one that was
 * still being opened when its lines failed would come to be after its removal.
 */
async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(bundled(lines))
  } finally {
    await file.close()
  }
}

/** Lines by the thousand, each ended. */
function* bundled(lines: Iterable<string>): Generator<string> {
  let held: string[] = []
  for (const line of lines) {
    held.push(line)
    if (held.length < 5000) continue
    yield `${held.join('\n')}\n`
    held = []
  }
  if (held.length) yield `${held.join('\n')}\n`
}

/**
 * Writes a file beside its place and then puts it there, whole, after `before`: a run that is stopped, or whose disk is full,
 * leaves what was there, and is told so (`cli.link-disk-full`, `cli.link-not-written`). What cannot be replaced (a device, a file in a closed folder) is written where it stands.
 */
async function replaceFile(
  path: string,
  lines: Iterable<string>,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const place = placeOf(path)
  const isReplaced = keepsWhatIsWritten(path) && isWritable(dirname(place))
  const part = partOf(place)
  try {
    if (!isReplaced) {
      await before()
      return await writeLines(path, lines)
    }
    await writeLines(part, lines)
    await before()
    await rename(part, place)
  } catch (error) {
    if (isReplaced) await rm(part, { force: true })
    throw unwritten(path, error)
  }
}

/**
 * Writes `file,row,cluster_id` for every row of every file, in order; beside a file of few enough rows `file,row` and the
 * cluster at every threshold, by which `tasuki link evaluate` tells how each would have done. Such a file of an earlier run
 * does not outlive the clusters that it belongs to.
 */
export async function writeClusters(path: string, linked: LinkedFiles): Promise<void> {
  const beside = keepsWhatIsWritten(path) ? thresholdsPath(path) : undefined
  await replaceFile(path, clusterLines(linked), async () => {
    if (beside) await rm(beside, { force: true })
  })
  if (beside && linked.clusters.length <= mostRowsAtThresholds) await replaceFile(beside, thresholdLines(linked))
}

/** Writes the model that was used, as `--model` takes it. */
export async function writeModel(path: string, { model }: LinkedFiles): Promise<void> {
  await replaceFile(path, [JSON.stringify(model, null, 2)])
}

function* clusterLines({ files, clusters }: LinkedFiles): Generator<string> {
  yield 'file,row,cluster_id'
  for (const { file, firstRow, oddities } of files) {
    const name = quoted(file.name)
    for (let row = 0; row < oddities.rows; row++) yield `${name},${row + 1},${clusters[firstRow + row]! + 1}`
  }
}

function* thresholdLines(linked: LinkedFiles): Generator<string> {
  yield ['file', 'row', ...thresholds.map(String)].join(',')
  const at = thresholds.map((probability) => clustersAt(linked, bitsOf(probability)))
  for (const { file, firstRow, oddities } of linked.files) {
    const name = quoted(file.name)
    for (let row = 0; row < oddities.rows; row++)
      yield `${name},${row + 1},${at.map((clusters) => clusters[firstRow + row]! + 1).join(',')}`
  }
}

/** Each pair that was likely enough to keep, with its probability and the bits of each comparison. */
export async function writePairs(path: string, linked: LinkedFiles): Promise<void> {
  await replaceFile(path, pairLines(linked))
}

function* pairLines({ files, edges, dataset, model, originals, clusters }: LinkedFiles): Generator<string> {
  const scorer = scorerOf(dataset, model)
  yield ['file_a', 'row_a', 'file_b', 'row_b', 'probability', ...scorer.ids.map(quoted)].join(',')
  const placeOf = (record: number): string => {
    const { file, firstRow } = files.findLast((one) => one.firstRow <= record)!
    return `${quoted(file.name)},${record - firstRow + 1}`
  }
  for (let edge = 0; edge < edges.count; edge++) {
    const [one, other] = [edges.one[edge]!, edges.other[edge]!]
    const weights = Array.from(scorer.weigh(scorer.look(one, other)), (bits) => bits.toFixed(3))
    const probability = probabilityOf(edges.weights[edge]!).toFixed(6)
    yield [placeOf(originals.kept[one]!), placeOf(originals.kept[other]!), probability, ...weights].join(',')
  }
  // A row in nothing different from an earlier one is paired with that one alone.
  const same = scorer.ids.map(() => '')
  for (const [record, first] of originals.original.entries())
    if (first !== record && clusters[record] === clusters[first])
      yield [placeOf(first), placeOf(record), '1.000000', ...same].join(',')
}
