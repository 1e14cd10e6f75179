/**
 * An employer's list of the anonymous network as it grows: `npm run bench -- network [people]`, by default 100,000, over a
 * throw-away database, in classes of about fifteen people. Prints how long the whole request takes (permission, reading
 * what changed, ranking, one page, its row in the log), one after the other and sixteen at once; beside it, in the same run, the same
 * list with its people taken one by one in each request: the rule row by row and one HMAC for each.
 */
import { derivedKey, hmac } from '../src/server/kernel/crypto.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { inCompany, systemActor, type Work } from '../src/server/kernel/work.ts'
import { matchOpening } from '../src/engines/matching/index.ts'
import { company, openCompany } from '../src/server/modules/accounts/index.ts'
import { register } from '../src/server/modules/accounts/sign-in/set-up.ts'
import { applyWord } from '../src/server/modules/accounts/companies/standing.ts'
import { rankForOpening } from '../src/server/modules/matching/index.ts'
import { candidateOf } from '../src/server/modules/matching/network/anonymous.ts'
import { askedBy, relayWeights } from '../src/server/modules/matching/asked.ts'
import { heldNetwork } from '../src/server/modules/matching/network/held-network.ts'
import { networkFor } from '../src/server/modules/matching/network/network.ts'
import { listedPage } from '../src/server/modules/matching/store-listed.ts'
import { keepProfile, putPublished, removeProfile } from '../src/server/modules/matching/network/store-network.ts'
import type { Listed } from '../src/server/modules/matching/store-listed.ts'
import { shownByRows } from '../src/server/modules/matching/testing.ts'
import { opening, openOpening } from '../src/server/modules/selection/index.ts'
import { benchInstallation, say } from './throw-away.ts'

const people = Number(process.argv.at(-1)) || 100_000
const { installation: made, stop } = await benchInstallation({ connections: 4, subscriptions: [] })
const installation = { ...made, config: { ...made.config, OPERATING_MODE: 'PLACEMENT' as const } }
const operator = newId()
const employer = newId()
const openingId = newId()
const caller = { companyId: employer, actor: { kind: 'staff' as const, id: newId(), permissions: new Set<string>() } }
const asOperator = <T>(run: (opened: Work) => Promise<T>) =>
  inCompany(installation, { companyId: operator, actor: systemActor('bench') }, run)
const asEmployer = <T>(run: (opened: Work) => Promise<T>) => inCompany(installation, caller, run)

const occupations = [
  'sales',
  'it',
  'office',
  'planning',
  'service',
  'manufacturing',
  'medical',
  'logistics',
  'hr',
  'care',
]
const places = Array.from({ length: 47 }, (_, at) => String(at + 1).padStart(2, '0'))
const skills = ['法人営業', 'Java', 'SQL', '経理', '簿記', 'Excel', '採用', '接客', '溶接', '看護', 'Python', '英語']
const classes = Math.max(1, Math.floor(people / 15))
const published = (at: number) => {
  const one = at % classes
  return {
    occupation: occupations[one % occupations.length]!,
    places: places[Math.floor(one / 10) % places.length]!,
    skills: [skills[Math.floor(one / 470) % 12]!, skills[Math.floor(one / 5640) % 12]!].join(),
    terms: 'PERMANENT',
  }
}
const facts = (at: number) => ({
  occupation: published(at).occupation,
  places: [published(at).places],
  skills: published(at).skills.split(','),
  remote: null,
  salaryMin: 4_000_000 + (at % 5) * 500_000,
  startFrom: null,
  terms: ['PERMANENT'],
})
const report = (at: number) => ({
  people: 11,
  columns: Object.fromEntries(
    Object.entries(published(at)).map(([column, shown]) => [column, { shown, alike: 11, cause: 'AS_STATED' as const }]),
  ),
})
/** Whom members were referred by: they stay unknown to these alone. */
const referrers = Array.from({ length: 50 }, () => newId())

const memory = () => `heap ${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(0)} MB`

async function timed<T>(run: () => T | Promise<T>): Promise<{ ms: number; found: T }> {
  const started = performance.now()
  const found = await run()
  return { ms: performance.now() - started, found }
}

async function measured(title: string, times: number, run: () => unknown): Promise<void> {
  const each: number[] = []
  for (let time = 0; time < times; time += 1) each.push((await timed(run)).ms)
  tell(title, each)
}

function tell(title: string, each: readonly number[]): void {
  const sorted = each.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(0)
  say(`${title}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms (${each.length} times), ${memory()}`)
}

async function fill(): Promise<string[]> {
  const licensed = { operatingMode: 'PLACEMENT', licenceNumber: '13-ユ-000000' } as const
  await asOperator((opened) => openCompany(opened, { name: '運営', kind: 'OPERATOR', ...licensed }))
  await register(installation, { companyId: operator, kind: 'OPERATOR', name: '運営' })
  await asEmployer(async (opened) => {
    await openCompany(opened, { name: 'さくら商事株式会社', ...licensed, industry: 'G' })
    await applyWord(opened, { standing: 'VERIFIED', reason: null, isStopped: false, terms: {}, asOf: new Date(0) })
    const conditions = {
      occupations: ['sales'],
      prefectures: ['13', '14', '11'],
      requiredSkills: [{ skill: '法人営業' }],
      employmentTypes: ['PERMANENT'],
      workPermitRequired: false,
    }
    await openOpening(opened, { id: openingId, title: '法人営業', conditions })
  })
  await register(installation, { companyId: employer, kind: 'EMPLOYER', name: 'さくら商事株式会社' })
  const shownUntil = new Date(Date.now() + 90 * 86_400_000)
  const ids = Array.from({ length: people }, () => newId())
  for (let from = 0; from < people; from += 2_000)
    await asOperator(async (opened) => {
      const page = ids.slice(from, from + 2_000)
      for (const [at, id] of page.entries())
        await keepProfile(opened, {
          id,
          memberId: id,
          version: 1,
          facts: facts(from + at),
          shownUntil,
          introducedTo: [],
          notTo: [referrers[(from + at) % referrers.length]!],
          blockedNumbers: [],
          blockedNames: at % 10 === 0 ? ['みどり工業'] : [],
          blockedIndustries: at % 20 === 0 ? ['E'] : [],
        })
      await putPublished(
        opened,
        page.map((id, at) => ({ id, version: 1, published: published(from + at), report: report(from + at) })),
      )
    })
  return ids
}

async function everyRow(): Promise<Listed[]> {
  const rows: Listed[] = []
  for (let after: string | undefined; ;) {
    const page = await asOperator((opened) => listedPage(opened, after))
    rows.push(...page)
    after = page.at(-1)?.id
    if (after === undefined) return rows
  }
}

/** The list as it is when nothing is grouped beforehand; answers how many people fit. */
async function personByPerson(rows: readonly Listed[]): Promise<number> {
  const { own, asked } = await asEmployer(async (opened) => {
    const known = await company(opened)
    return { own: known, asked: askedBy(await opening(opened, openingId), known) }
  })
  const found = (await networkFor(installation, { companyId: employer, company: own }))!
  const key = derivedKey(installation.config.secret, 'bench.masked')
  const { shown } = shownByRows(rows, found.asker, found.now)
  const candidates = shown
    .map(({ id, published: told }) => ({
      ref: hmac(key, `${employer}/${openingId}/${id}`).toString('hex'),
      told: told!,
    }))
    .toSorted((one, other) => (one.ref < other.ref ? -1 : 1))
    .map(({ ref, told }) => candidateOf(ref, told, { asked, asOf: found.now }))
  return matchOpening(asked, candidates, { asOf: found.now, weights: relayWeights }).matches.length
}

const list = (page = 1) => rankForOpening(installation, caller, openingId, { pool: 'RELAY', page, limit: 20 })

try {
  const ids = await fill()
  say(`${people} people in the network, ${classes} classes, ${memory()}`)
  const first = await timed(() => list())
  say(`the first list, nothing held yet: ${first.ms.toFixed(0)} ms, ${memory()}`)
  await measured('a list', 100, () => list())
  const together = await Promise.all(
    Array.from({ length: 16 }, async () => {
      const each: number[] = []
      for (let time = 1; time <= 5; time += 1) each.push((await timed(() => list(time))).ms)
      return each
    }),
  )
  tell('sixteen at once over four connections', together.flat())
  await measured('of it reading what changed', 50, () => heldNetwork(installation))
  for (let time = 1; time <= 3; time += 1) {
    const id = ids[time]!
    await asOperator((opened) => removeProfile(opened, { id, memberId: id, version: 2 }))
    say(`a list after one person left: ${(await timed(() => list())).ms.toFixed(0)} ms`)
  }
  const rows = await everyRow()
  await measured('the same person by person, held rows', 5, () => personByPerson(rows))
  const fits = await personByPerson(await everyRow())
  const { people: listed, total } = await list()
  say(`${listed} people in ${total} rows fit; person by person ${fits}`)
  if (fits !== listed) throw new Error('the two lists differ')
} finally {
  await stop()
}
