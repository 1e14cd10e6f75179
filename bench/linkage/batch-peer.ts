/**
 * One engine over one file, in a process of its own: `node batch-peer.ts ours|sql <file> <tight|loose> <records>` prints one
 * line of JSON. Both read the file, block by the same rules and score the same pairs over the same seven comparisons.
 */
import { readDataset } from '../../src/cli/link/reading/dataset-reading.ts'
import { columnsOf, filePlan, inputFile } from '../../src/cli/link/input.ts'
import { scoreCandidates } from '../../src/cli/link/scoring.ts'
import { atomsOf, budgetFor, cluster, indexOf, modelFor, scorerOf } from '../../src/engines/linkage/index.ts'
import { Consumption, type Consumed } from './consumption.ts'
import { planOfSql, rulesFor, type Blocking } from './sql-plan.ts'

const [engine = '', path = '', kind = '', size = ''] = process.argv.slice(2)
const rules = rulesFor((kind === 'tight' ? 'tight' : 'loose') satisfies Blocking, Number(size))
const consumption = new Consumption()

/** What was consumed before clusters were made, which the SQL plan does not. */
let total: Consumed['total'] | null = null

type Found = { pairs: number; matching: number }

async function ours(): Promise<Found> {
  consumption.begin('reading')
  const file = await inputFile(path)
  const plan = filePlan(file, columnsOf(file, {}))
  const { dataset } = await readDataset({ inputs: [{ file, plan }], japanese: false }, () => {})
  consumption.begin('blocking')
  const atoms = new Map(atomsOf(dataset).map((atom) => [atom.id, atom]))
  const chosen = rules.map(({ atoms: ids }) => ({ atoms: ids.map((id) => atoms.get(id)!), pairs: 0, crowded: 0 }))
  const index = indexOf(chosen, dataset.size, Infinity)
  const blocks = { rules: chosen, index, budget: budgetFor(dataset.size), pairs: Infinity }
  consumption.begin('scoring')
  const model = modelFor(dataset)
  const { compared, edges } = await scoreCandidates(dataset, blocks, {
    model,
    least: 0,
    onProgress: () => {},
  })
  consumption.end()
  total = consumption.total
  consumption.begin('clustering')
  cluster(dataset.size, edges, scorerOf(dataset, model), { threshold: 0, largest: 400 })
  return { pairs: compared, matching: edges.count }
}

async function sql(): Promise<Found> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create()).connect()
  consumption.begin('reading')
  await connection.run(
    `create table people as select row_number() over () as id, * from read_csv('${path}', all_varchar = true, nullstr = '')`,
  )
  consumption.begin('scoring')
  const [row] = (await connection.runAndReadAll(planOfSql(rules.map((rule) => rule.sql)))).getRows()
  return { pairs: Number(row![0]), matching: Number(row![1]) }
}

const found = engine === 'ours' ? await ours() : await sql()
consumption.end()
const { phases } = consumption
process.stdout.write(`${JSON.stringify({ ...found, phases, total: total ?? consumption.total })}\n`)
process.exit(0)
