import { variations } from './english/variations.ts'
import { blockingRecall } from './measures.ts'
import { plainRule } from './plain-rule.ts'
import { linkSet, tableFile } from './sets.ts'
import { runSplink } from './splink-peer.ts'
import { print, share } from './printing.ts'

/** Nothing was tuned on it; the defaults were looked at with seeds 1 to 9. */
const seed = 603

/**
 * The made sets again under other headers, with fewer columns, more gaps, ages for dates: beside the plain rule, and
 * beside Splink where `SPLINK_PYTHON` names a Python that has it.
 */
export async function printVariations(rows: number): Promise<void> {
  print(
    'set                              blocked  pairs p>=.5 F1   clusters P / R / F1       plain F1   Splink pairs, clusters F1',
  )
  for (const [name, make] of Object.entries(variations)) {
    const { table, persons } = make({ rows, seed, dirt: 1 })
    const set = { name, paths: [tableFile(name.replace(/\W/g, ''), table)], persons }
    const measured = await linkSet(set)
    const { linked, clusters, pairs } = measured
    const splink = await runSplink(set, measured)
    const cells = [
      name.padEnd(31), share(blockingRecall(linked, persons)).padStart(8), share(pairs.f1).padStart(15),
      `  ${share(clusters.precision)} / ${share(clusters.recall)} / ${share(clusters.f1)}`,
      share(plainRule(table, linked.files[0]!.columns, persons).f1).padStart(10),
      splink ? `  ${share(splink.pairsF1)}, ${share(splink.clusters.f1)}` : '',
    ] // prettier-ignore
    print(cells.join(' '))
  }
}
