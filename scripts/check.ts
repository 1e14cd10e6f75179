/**
 * `npm run check`: everything that must hold before a change lands, the fastest first; stops at the first that
 * fails. With names of steps as arguments it runs only those.
 */
import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { checkRooms } from './check-rooms.ts'

type Step = { name: string; run: () => boolean }

const environment = {
  ...process.env,
  PATH: `${join(process.cwd(), 'node_modules/.bin')}${delimiter}${process.env['PATH']}`,
}

const command = (name: string, ...words: string[]): Step => ({
  name,
  run: () => {
    const [program = '', ...rest] = words
    const { status } = spawnSync(program, rest, { stdio: 'inherit', env: environment })
    return status === 0
  },
})

const steps: readonly Step[] = [
  command('format', 'oxfmt', '--check', 'src', 'tests', 'scripts', 'bench', 'bin'),
  command('lint', 'oxlint', '--type-aware', '--quiet', 'src', 'tests', 'scripts', 'bench'),
  command('types', 'tsc', '-b'),
  { name: 'rooms', run: checkRooms },
  command('unused', 'knip', '--no-progress'),
  command('generated', process.execPath, 'scripts/generate.ts', '--verify'),
  command('tests', 'vitest', 'run'),
]

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => steps.every((step) => step.name !== name))
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}`)
  process.exitCode = 2
} else {
  for (const { name, run } of steps.filter((step) => wanted.length === 0 || wanted.includes(step.name))) {
    const began = performance.now()
    console.log(`${name} …`)
    const passed = run()
    console.log(`${name} ${passed ? 'passed' : 'FAILED'} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
    if (passed) continue
    process.exitCode = 1
    break
  }
}
