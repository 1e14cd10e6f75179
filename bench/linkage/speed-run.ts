/** Links one file with the defaults of the command line, and prints what each phase consumed: `node speed-run.ts <file>`. */
import type { Stage } from '../../src/cli/link/link-files.ts'
import { Consumption } from './consumption.ts'
import { linkByDefault } from './sets.ts'

const consumption = new Consumption()
let under: Stage = 'READING'
consumption.begin(under.toLowerCase())
const linked = await linkByDefault([process.argv[2]!], {
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
