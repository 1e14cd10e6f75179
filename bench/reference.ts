/**
 * The reference year at full size: an employer with 300 applications, 95 % rejected, 30 % of those registering, played
 * through the API, the mails and the portal, and read from the statement in a browser. `npm run bench -- reference [300]`
 */
import { spawnSync } from 'node:child_process'

const applications = process.argv[3] ?? '300'
// 34 rejections of which 30 % register are the first ten referrals, which are the first slot.
const fewest = 36
if (!(Number(applications) >= fewest)) throw new Error(`a year with a slot has ${fewest} applications or more`)
const begun = Date.now()
const { status } = spawnSync('npx', ['vitest', 'run', 'tests/journeys/reference.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, TASUKI_REFERENCE: applications, TASUKI_JOURNEYS: 'required' },
})
process.stdout.write(`${applications} applications: ${Math.round((Date.now() - begun) / 1000)} s\n`)
process.exitCode = status ?? 1
