/**
 * The reference year at full size: an employer with 300 applications, 95 % rejected, 30 % of those registering, played
 * through the API, the mails and the portal, and read from the statement in a browser; what arithmetic says stands beside what
 * the statement says. `npm run bench -- reference [300]`
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const applications = process.argv[3] ?? '300'
// 34 rejections of which 30 % register are the first ten referrals, which are the first slot.
const fewest = 36
if (!(Number(applications) >= fewest)) throw new Error(`a year with a slot has ${fewest} applications or more`)

type Figures = {
  applications: number
  year: { rejected: number; registering: number; referralsPerSlot: number }
  expected: { rejections: number; registrations: number; slots: number; left: number }
  statement: { registrations: number; slots: number; used: number; left: number }
}

const folder = mkdtempSync(join(tmpdir(), 'tasuki-reference-'))
const file = join(folder, 'figures.json')
const begun = Date.now()
const { status } = spawnSync('npx', ['vitest', 'run', 'tests/journeys/reference.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, TASUKI_REFERENCE: applications, TASUKI_REFERENCE_FIGURES: file, TASUKI_JOURNEYS: 'required' },
})
const seconds = Math.round((Date.now() - begun) / 1000)
process.exitCode = status ?? 1
if (status === 0) print(JSON.parse(readFileSync(file, 'utf8')) as Figures)
rmSync(folder, { recursive: true })

function print({ applications: all, year, expected, statement }: Figures): void {
  const line = (step: string, said: number, read: number | string) =>
    `${step.padEnd(42)}${String(said).padStart(12)}${String(read).padStart(14)}\n`
  const { rejected, registering, referralsPerSlot } = year
  process.stdout.write(
    [
      `${''.padEnd(42)}${'arithmetic'.padStart(12)}${'statement'.padStart(14)}\n`,
      line('applications', all, '-'),
      line(`rejected, ${rejected * 100} %`, expected.rejections, '-'),
      line(`registered and counted, ${registering * 100} % of those`, expected.registrations, statement.registrations),
      line(`slots, one for ${referralsPerSlot}`, expected.slots, statement.slots),
      line('slots used', expected.slots, statement.used),
      line('referrals left towards the next slot', expected.left, statement.left),
      `${seconds} s\n`,
    ].join(''),
  )
}
