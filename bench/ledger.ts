/**
 * What the ledger costs: operations a second on one company's account and over many, beside plain inserts of as many
 * rows into the same database in the same run: `npm run bench -- ledger [operations]`. Every operation is a transaction
 * of its own, by 16 clients; one is a referral that is held, or one that is counted and may make a slot.
 */
import { sql } from 'kysely'
import { newId } from '../src/server/kernel/ids.ts'
import { inCompany, systemActor, type Work } from '../src/server/kernel/work.ts'
import { openCompany } from '../src/server/modules/accounts/index.ts'
import { countReferral, creditsModule, holdReferral } from '../src/server/modules/credits/index.ts'
import { benchInstallation, say } from './throw-away.ts'

const [operations = 4_000] = process.argv.slice(3).map(Number)
const clients = 16
const { installation, stop } = await benchInstallation({ connections: clients, subscriptions: [] })
const actor = systemActor('bench')
const inIt = <T>(companyId: string, run: (opened: Work) => Promise<T>) =>
  inCompany(installation, { companyId, actor }, run)

/** Runs `operations` of them, by clients that each begin the next as one ends; answers operations a second. */
async function measured(title: string, once: (index: number) => Promise<unknown>): Promise<number> {
  let next = 0
  const times: number[] = []
  const started = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let index = next++; index < operations; index = next++) {
        const began = performance.now()
        await once(index)
        times.push(performance.now() - began)
      }
    }),
  )
  const perSecond = operations / ((performance.now() - started) / 1000)
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
  say(`${title}: ${perSecond.toFixed(0)}/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`)
  return perSecond
}

async function companies(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, newId)
  for (const id of ids) await inIt(id, (work) => openCompany(work, { name: '計測株式会社' }))
  return ids
}

/** Half of the operations hold, the other half count what was held. */
async function ledgerOver(ids: readonly string[]): Promise<(index: number) => Promise<unknown>> {
  const held = Array.from({ length: Math.ceil(operations / 2) }, newId)
  const of = (at: number) => ids[at % ids.length] ?? ''
  const begun = held.map((id) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    return { id, promise, resolve }
  })
  return async (index) => {
    const at = index >> 1
    const one = begun[at]
    if (!one) return
    const { id } = one
    if (index % 2 === 0) {
      await inIt(of(at), (work) => holdReferral(work, { id, reason: 'registered' }))
      return one.resolve()
    }
    await one.promise
    await inIt(of(at), (work) => countReferral(work, { id: `${id}/count`, referralId: id, reason: 'hold over' }))
  }
}

const plainInsert = (companyId: string) => (index: number) =>
  inIt(companyId, (work) =>
    sql`insert into audit_event (company_id, id, action, actor_kind, actor_id, request_id, detail, recorded_at)
      values (${companyId}, ${newId()}, 'bench.plain', 'system', ${String(index)}, 'bench', '{}', ${work.now})`.execute(
      work.tx,
    ),
  )

try {
  const [one = ''] = await companies(1)
  const many = await companies(100)
  const plain = await measured('plain inserts, one row in a transaction of its own', plainInsert(one))
  const onOne = await measured("ledger, one company's account", await ledgerOver([one]))
  const overMany = await measured('ledger, over 100 companies', await ledgerOver(many))
  say(`one account ${(onOne / plain).toFixed(2)}, many ${(overMany / plain).toFixed(2)} of plain inserts`)
  for (const id of [one, ...many]) {
    const findings = await inIt(id, creditsModule.contributions.verify!)
    if (findings.length > 0) throw new Error(JSON.stringify(findings))
  }
  say('every ledger verified')
} finally {
  await stop()
}
