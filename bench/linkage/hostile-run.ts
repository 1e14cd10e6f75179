/** `tasuki link` over one file, in a process of its own: `node hostile-run.ts <file>` prints what it told as one line of JSON. */
import { main } from '../../src/cli/main.ts'
import { Consumption } from './consumption.ts'
import type { Told } from './hostile.ts'

const consumption = new Consumption()
const path = process.argv[2]!
const [answer, errors]: [string[], string[]] = [[], []]
const writeAnswer = process.stdout.write.bind(process.stdout)
const writeError = process.stderr.write.bind(process.stderr)
const keptIn = (kept: string[]) => (text: string | Uint8Array) => Boolean(kept.push(String(text)))
process.stdout.write = keptIn(answer)
process.stderr.write = keptIn(errors)
await main(['link', '--input', path, '--output', path.replace(/\.csv$/, '.clusters.csv'), '--json', '--lang', 'en'])
process.stdout.write = writeAnswer
process.stderr.write = writeError
const told: Told = {
  ...consumption.total,
  exit: Number(process.exitCode ?? 0),
  answer: answer.join(''),
  errors: errors.join(''),
}
process.stdout.write(`${JSON.stringify(told)}\n`)
process.exit(0)
