/**
 * One engine over one file, in a process of its own so that its memory can be told: `node batch-peer.ts ours|sql <file>
 * <tight|loose>` prints one line of JSON. Both read the file, block by the same rules and score the same pairs.
 */
import { columnsOf, filePlan, inputFile } from '../../src/cli/link/input.ts'
import { readInto } from '../../src/cli/link/reading.ts'
import { scoreCandidates } from '../../src/cli/link/scoring.ts'
import { atomsOf, budgetFor, DatasetCollector, indexOf, modelFor } from '../../src/engines/linkage/index.ts'
import { planOfSql, rules, type Blocking } from './sql-plan.ts'

const [engine = '', path = '', kind = ''] = process.argv.slice(2)

/** Reading and block-and-score, each timed. */
type Run = { read: () => Promise<void>; score: () => Promise<number> }

function ours(blocking: Blocking): Run {
  const collector = new DatasetCollector({ japanese: false })
  return {
    read: async () => {
      const file = await inputFile(path)
      const plan = filePlan(file, columnsOf(file, {}))
      await readInto(collector, { file, plan, japanese: false }, () => {})
    },
    score: async () => {
      const dataset = collector.finish()
      const atoms = new Map(atomsOf(dataset).map((atom) => [atom.id, atom]))
      const indexes = rules[blocking].map(({ atoms: ids }) =>
        indexOf({ atoms: ids.map((id) => atoms.get(id)!), pairs: 0, crowded: 0 }, dataset.size, Infinity),
      )
      const blocks = { rules: [], indexes, budget: budgetFor(dataset.size), pairs: Infinity }
      return (await scoreCandidates(dataset, blocks, { model: modelFor(dataset), least: 0, onProgress: () => {} }))
        .compared
    },
  }
}

async function sql(blocking: Blocking): Promise<Run> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create()).connect()
  return {
    read: async () => {
      await connection.run(
        `create table people as select row_number() over () as id, * from read_csv('${path}', all_varchar = true, nullstr = '')`,
      )
    },
    score: async () => {
      const plan = planOfSql(rules[blocking].map((rule) => rule.sql))
      return Number((await connection.runAndReadAll(plan)).getRows()[0]![0])
    },
  }
}

const blocking = kind === 'tight' ? 'tight' : 'loose'
const run = engine === 'ours' ? ours(blocking) : await sql(blocking)
const cpuSeconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
const [began, cpuBegan] = [performance.now(), cpuSeconds()]
await run.read()
const [scoring, cpuScoring] = [performance.now(), cpuSeconds()]
const pairs = await run.score()
process.stdout.write(
  `${JSON.stringify({
    pairs,
    readWall: (scoring - began) / 1000,
    readCpu: cpuScoring - cpuBegan,
    wall: (performance.now() - scoring) / 1000,
    cpu: cpuSeconds() - cpuScoring,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  })}\n`,
)
process.exit(0)
