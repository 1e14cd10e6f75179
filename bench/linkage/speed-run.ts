/** Links one file with the defaults of the command line, and prints what each phase consumed: `node speed-run.ts <file>`. */
import { linkFiles, type Stage } from '../../src/cli/link/link-files.ts'
import { Consumption } from './consumption.ts'

const consumption = new Consumption()
let under: Stage = 'READING'
consumption.begin(under.toLowerCase())
const linked = await linkFiles({
  paths: [process.argv[2]!],
  mapping: {},
  base: () => undefined,
  train: true,
  threshold: 0,
  onStage: (stage) => {
    if (stage === under) return
    under = stage
    consumption.begin(under.toLowerCase())
  },
})
consumption.end()
const { phases, total } = consumption
process.stdout.write(`${JSON.stringify({ pairs: linked.compared, phases, total })}\n`)
process.exit(0)
