/** Checks which room may look into which (`.dependency-cruiser.cjs`), and that the check itself sees the rooms. */
import { execFileSync } from 'node:child_process'
import { z } from 'zod'

/** A check that finds hardly any module has lost its way to them and passes for nothing. */
const fewestModules = 400

const Cruised = z.object({
  summary: z.object({
    totalCruised: z.int(),
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string(), severity: z.string() }) }),
    ),
  }),
})

/** Prints each violation as one line; true when there is none. */
export function checkRooms(): boolean {
  const words = ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const text = execFileSync('node_modules/.bin/depcruise', words, { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 })
  const { totalCruised, violations } = Cruised.parse(JSON.parse(text)).summary
  const errors = violations.filter(({ rule }) => rule.severity === 'error')
  for (const { from, to, rule } of errors) console.error(`${rule.name}: ${from} -> ${to}`)
  if (totalCruised < fewestModules)
    console.error(`Only ${totalCruised} modules were seen, of at least ${fewestModules}.`)
  return errors.length === 0 && totalCruised >= fewestModules
}

if (import.meta.main) process.exitCode = checkRooms() ? 0 : 1
