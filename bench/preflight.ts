/**
 * How long the pre-flight of a campaign takes, from asking to its last letter scheduled, over a throw-away database:
 * `npm run bench -- preflight [people]`. Beside it, in the same run: judging each person alone, and inserting the rows of
 * the letters one by one with no rule at all.
 */
import { applicantFiles } from '../src/server/demonstration/people/applicants.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { drain, runDue } from '../src/server/kernel/intents.ts'
import { inCompany, type Work } from '../src/server/kernel/work.ts'
import { openCompany } from '../src/server/modules/accounts/index.ts'
import { recordBasis } from '../src/server/modules/consent/index.ts'
import { importFile } from '../src/server/modules/intake/index.ts'
import { approvePreflight, preflight, relayModule, shownPreflight } from '../src/server/modules/relay/index.ts'
import { preflightPage } from '../src/server/modules/relay/preflights/preflight-views.ts'
import { judge } from '../src/server/modules/relay/preflights/preflight-runs.ts'
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

let mostBytes = 0
const secondsSince = (started: number) => (performance.now() - started) / 1000

/** Does the work on the pre-flight until nothing of it is left; says how long that took. */
async function measured(title: string, id: string, begin: () => Promise<unknown>): Promise<void> {
  const started = performance.now()
  const seconds = () => secondsSince(started).toFixed(1)
  await begin()
  const answered = seconds()
  while ((await work((opened) => shownPreflight(opened, id))).progress.state === 'RUNNING') {
    await runDue(installation, { realmIds: [companyId] })
    mostBytes = Math.max(mostBytes, process.memoryUsage().rss)
  }
  const { people: all, sends, reasons, outcomes } = await work((opened) => shownPreflight(opened, id))
  say(
    `${title}: answered after ${answered} s, done after ${seconds()} s ${JSON.stringify({ all, sends, reasons, outcomes })}`,
  )
}

/** The same judgement, each person in statements of their own. */
async function oneByOne(preflightId: string): Promise<void> {
  const { rows } = await work((opened) => preflightPage(opened, preflightId, { limit: 500 }))
  const started = performance.now()
  await work(async (opened) => {
    for (const { applicationId } of rows) await judge(opened, [applicationId], 'CAMPAIGN')
  })
  const each = secondsSince(started) / rows.length
  say(
    `judging one by one: ${rows.length} in ${(each * rows.length).toFixed(1)} s, so ${people} in ${(each * people).toFixed(1)} s`,
  )
}

/** The floor of scheduling: a row for each letter, a statement for each row, in a company of its own. */
async function plainInserts(): Promise<void> {
  const other = newId()
  await inCompany(installation, { companyId: other, actor }, (opened) => openCompany(opened, { name: '比較株式会社' }))
  const started = performance.now()
  await inCompany(installation, { companyId: other, actor }, async ({ tx, now }) => {
    const moments = { due_at: now, ended_at: now, recorded_at: now, changed_at: now }
    for (let count = 0; count < people; count += 1)
      await tx
        .insertInto('relay_letter')
        .values({
          ...moments,
          company_id: other,
          id: newId(),
          kind: 'CAMPAIGN',
          state: 'READY',
          application_id: newId(),
          source_record_id: newId(),
        })
        .execute()
  })
  say(`plain inserts of ${people} letters, one by one: ${secondsSince(started).toFixed(1)} s`)
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
  say(`memory at most ${Math.round(mostBytes / 1_048_576)} MB`)
  await oneByOne(id)
  await plainInserts()
} finally {
  await stop()
}
