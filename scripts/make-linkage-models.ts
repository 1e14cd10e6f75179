/**
 * Writes the models that Tasuki ships, src/engines/linkage/models/{japanese,english}.json: the Japanese one learnt from
 * 60,000 made-up applicants, the English one from the labelled sets of bench/sets, whose labels are not read.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
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

/** The comparisons of several models; what two of them know, the earlier tells. */
function joined(name: string, models: readonly LinkageModel[]): LinkageModel {
  const comparisons = new Map(models.toReversed().flatMap((model) => model.comparisons.map((one) => [one.id, one])))
  return { ...models[0]!, name, comparisons: [...comparisons.values()].map(rounded) }
}

const rounded = (comparison: LinkageModel['comparisons'][number]) => ({
  ...comparison,
  levels: comparison.levels.map((level) => ({ ...level, m: fourDigits(level.m), u: fourDigits(level.u) })),
})

const fourDigits = (share: number): number => Math.min(Number(share.toPrecision(4)), 0.9999)

const folder = 'src/engines/linkage/models'
mkdirSync(folder, { recursive: true })
const write = (name: string, model: LinkageModel) =>
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(model, null, 2)}\n`)
write('japanese', joined('japanese', [await learnt(tableFile('made', madeApplicants(60_000, 7).table))]))
write(
  'english',
  joined('english', [
    await learnt('bench/sets/febrl/dataset3.csv'),
    await learnt('bench/sets/fake_1000/fake_1000.csv'),
  ]),
)
