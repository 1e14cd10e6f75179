/**
 * How long the pre-flight of a campaign takes, from asking to its last letter scheduled, over a throw-away database:
 * `npm run bench -- preflight [people]`.
 */
import { applicantFiles } from '../src/server/demonstration/applicants.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { drain, runDue } from '../src/server/kernel/intents.ts'
import { inCompany, type Work } from '../src/server/kernel/work.ts'
import { openCompany } from '../src/server/modules/accounts/index.ts'
import { recordBasis } from '../src/server/modules/consent/index.ts'
import { importFile } from '../src/server/modules/intake/index.ts'
import { approvePreflight, preflight, relayModule, shownPreflight } from '../src/server/modules/relay/index.ts'
import { benchInstallation, say } from './throw-away.ts'

const people = Number(process.argv.at(-1)) || 10_000
const rows = Math.ceil(people * 1.25)
// Only what the letters hear of: everybody else's work on so many applications is not what is measured.
const { installation, stop } = await benchInstallation({
  connections: 5,
  subscriptions: relayModule.subscriptions ?? [],
})
const companyId = newId()
const actor = { kind: 'staff' as const, id: newId(), permissions: new Set<string>() }
const work = <T>(run: (opened: Work) => Promise<T>) => inCompany(installation, { companyId, actor }, run)

/** Does the work on the pre-flight until nothing of it is left; says how long that took. */
async function measured(title: string, id: string, begin: () => Promise<unknown>): Promise<void> {
  const started = performance.now()
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1)
  await begin()
  const answered = seconds()
  while ((await work((opened) => shownPreflight(opened, id))).progress.state === 'RUNNING')
    await runDue(installation, { realmIds: [companyId] })
  const { people: all, sends, reasons, outcomes } = await work((opened) => shownPreflight(opened, id))
  say(
    `${title}: answered after ${answered} s, done after ${seconds()} s ${JSON.stringify({ all, sends, reasons, outcomes })}`,
  )
}

try {
  await work((opened) => openCompany(opened, { name: '計測株式会社' }))
  // About four in five applications of the generator end in a rejection.
  const [file] = applicantFiles({ seed: 7, rows: { ATS: rows, BOARD: 0, AGENCY: 0 }, asOf: '2026-09-30' })
  if (!file) throw new Error('the generator made no file')
  await importFile(installation, { companyId, actor, bytes: file.bytes, fileName: file.name })
  say(`imported ${rows} applications after ${(performance.now() / 1000).toFixed(0)} s`)
  await drain(installation, { realmIds: [companyId] }, 10_000)
  say(`heard of their ends after ${(performance.now() / 1000).toFixed(0)} s`)
  await work((opened) =>
    recordBasis(opened, {
      id: newId(),
      kind: 'LETTER',
      purpose: '選考結果の通知のため',
      legalBasis: 'PUBLISHED_PURPOSE',
      mailPermission: 'ADDRESS_GIVEN',
      explanation: '計測のため',
    }),
  )
  const id = newId()
  await measured('judged', id, () => work((opened) => preflight(opened, { id, kind: 'CAMPAIGN', filter: {} })))
  const { fingerprint } = await work((opened) => shownPreflight(opened, id))
  await measured('scheduled', id, () =>
    work((opened) => approvePreflight(opened, { id, fingerprint: fingerprint ?? '' })),
  )
} finally {
  await stop()
}
