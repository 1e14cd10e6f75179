/**
 * Writes the models that Tasuki ships, src/engines/linkage/models/{japanese,english}.json: the Japanese one learnt from
 * 60,000 made-up applicants, the English one from the labelled sets of bench/sets, whose labels are not read. With
 * `--check` nothing is written, and it fails where the models that are there are not the ones it makes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { madeApplicants } from '../bench/linkage/applicants.ts'
import { tableFile } from '../bench/linkage/sets.ts'
import { linkFiles } from '../src/cli/link/link-files.ts'
import type { LinkageModel } from '../src/engines/linkage/index.ts'

async function learnt(...paths: string[]): Promise<LinkageModel> {
  const linked = await linkFiles({
    paths,
    mapping: {},
    base: () => undefined,
    train: true,
    threshold: 0,
    onStage: () => {},
  })
  return linked.model
}

/** The comparisons of several models; what two of them know, the earlier tells. Who lives with whom is each file's own. */
function joined(name: string, models: readonly LinkageModel[]): LinkageModel {
  const comparisons = new Map(models.toReversed().flatMap((model) => model.comparisons.map((one) => [one.id, one])))
  const { housemates: _, ...first } = models[0]!
  return { ...first, name, comparisons: [...comparisons.values()].map(rounded) }
}

type Comparison = LinkageModel['comparisons'][number]

const rounded = (comparison: Comparison): Comparison => ({
  ...comparison,
  levels: comparison.levels.map((level) => ({ ...level, ...fourDigits(level) })),
  ...(comparison.follows && {
    follows: comparison.follows.map(({ on, beside }) => ({
      on,
      beside: beside.map((shares) => shares.map(fourDigits)),
    })),
  }),
  ...(comparison.rarer && { rarer: comparison.rarer.map((bits) => Number(bits.toFixed(3))) }),
})

const fourDigits = ({ m, u }: { m: number; u: number }) => ({ m: fourOf(m), u: fourOf(u) })

const fourOf = (share: number): number => Math.min(Number(share.toPrecision(4)), 0.9999)

const folder = 'src/engines/linkage/models'
mkdirSync(folder, { recursive: true })
const isCheck = process.argv.includes('--check')

/** JSON as the formatter of the repository has it: a list of numbers in one line. */
const formatted = (model: LinkageModel): string =>
  `${JSON.stringify(model, null, 2)}\n`.replace(
    /\[\s+([\d\s.,-]+?)\s+\]/g,
    (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`,
  )

function write(name: string, model: LinkageModel): void {
  const [path, text] = [`${folder}/${name}.json`, formatted(model)]
  if (!isCheck) return writeFileSync(path, text)
  if (readFileSync(path, 'utf8') === text) return void process.stdout.write(`${path} is what is made\n`)
  process.stderr.write(`${path} is not what is made\n`)
  process.exitCode = 1
}

write('japanese', joined('japanese', [await learnt(tableFile('made', madeApplicants(60_000, 7).table))]))
write(
  'english',
  joined('english', [
    await learnt('bench/sets/febrl/dataset3.csv'),
    await learnt('bench/sets/fake_1000/fake_1000.csv'),
  ]),
)
