/**
 * Many clients race for a company's last slot, round after round; each round has exactly one winner and the ledger holds
 * its invariants: `npm run bench -- slots [rounds] [clients]` (10,000 rounds of 64 clients unless told).
 */
import { newId } from '../src/server/kernel/ids.ts'
import { inCompany, systemActor, type Work } from '../src/server/kernel/work.ts'
import { keepSettings, openCompany } from '../src/server/modules/accounts/index.ts'
import {
  balances,
  countReferral,
  creditsModule,
  holdReferral,
  reserveSlot,
  spendSlot,
} from '../src/server/modules/credits/index.ts'
import { benchInstallation, say } from './throw-away.ts'

const [rounds = 10_000, clients = 64] = process.argv.slice(3).map(Number)
const { installation, stop } = await benchInstallation({ connections: 16, subscriptions: [] })
const actor = systemActor('bench')
/** A company's ledger grows with the rounds; a fresh one every hundred keeps each round alike. */
const roundsOfOne = 100

try {
  const started = performance.now()
  let companyId = newId()
  const work = <T>(run: (opened: Work) => Promise<T>) => inCompany(installation, { companyId, actor }, run)
  const check = async () => {
    const findings = await work(creditsModule.contributions.verify!)
    if (findings.length > 0) throw new Error(JSON.stringify(findings))
  }
  for (let round = 1; round <= rounds; round += 1) {
    if (round % roundsOfOne === 1) {
      companyId = newId()
      await work(async (opened) => {
        await openCompany(opened, { name: '計測株式会社' })
        await keepSettings(opened, { referralsPerSlot: 1 })
      })
    }
    const referralId = newId()
    await work(async (opened) => {
      await holdReferral(opened, { id: referralId, reason: 'registered' })
      await countReferral(opened, { id: `${referralId}/count`, referralId, reason: 'hold over' })
    })
    const asked = Array.from({ length: clients }, newId)
    const answers = await Promise.allSettled(
      asked.map((id) => work((opened) => reserveSlot(opened, { id, reason: 'asked' }))),
    )
    const winners = asked.filter((_, at) => answers[at]?.status === 'fulfilled')
    const codes = answers.flatMap((one) =>
      one.status === 'rejected' ? [String((one.reason as { code?: string }).code)] : [],
    )
    if (winners.length !== 1 || codes.some((code) => code !== 'credits.no-slot'))
      throw new Error(`round ${round}: ${winners.length} winners, refusals ${[...new Set(codes)].join(', ')}`)
    await work((opened) => spendSlot(opened, { id: newId(), introductionId: winners[0] ?? '', reason: 'yes' }))
    const { slots } = await work(balances)
    if (slots.available !== 0 || slots.reserved !== 0) throw new Error(`round ${round}: ${JSON.stringify(slots)}`)
    if (round % roundsOfOne === 0 || round === rounds) await check()
    if (round % 1_000 === 0) say(`${round} rounds after ${((performance.now() - started) / 1000).toFixed(0)} s`)
  }
  const seconds = (performance.now() - started) / 1000
  say(`${rounds} rounds of ${clients} clients: exactly one winner in each, every ledger verified`)
  say(`${seconds.toFixed(1)} s, ${((rounds * clients) / seconds).toFixed(0)} requests/s`)
} finally {
  await stop()
}
