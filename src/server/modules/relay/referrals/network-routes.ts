import * as referralRoutes from '../../../../contract/network/network-referrals.ts'
import * as termRoutes from '../../../../contract/network/network-terms.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import { companyNames } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { changeNetworkTerms, countInNetwork, networkTerms, takeBackInNetwork } from './network-referrals.ts'
import * as store from './store-network.ts'

/** The operator's routes: its own realm alone, by the permissions that only its company has. */
export function networkRoutes(bind: Bind): void {
  bind.company(
    referralRoutes.listNetworkReferrals,
    async (work, { query: { cursor, limit, states, employerId, review } }) => {
      const found = await store.listNetworkReferrals(work, {
        states: states && [states].flat(),
        employerId,
        review,
        before: cursor,
        limit: limit + 1,
      })
      const page = found.slice(0, limit)
      const names = await companyNames(work)
      await record(work, { action: 'network.referrals-read', detail: { ids: page.map(({ id }) => id) } })
      return {
        referrals: page.map((one) => wire(one, names)),
        nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
      }
    },
  )
  bind.company(referralRoutes.listReferralSignals, async (work) => {
    const names = await companyNames(work)
    const companies = await store.referralSignals(work)
    return { companies: companies.map((one) => ({ ...one, employerName: names.get(one.employerId) ?? null })) }
  })
  bind.company(referralRoutes.takeBackNetworkReferral, async (work, { params: { id }, body: { reason } }) =>
    wire(await takeBackInNetwork(work, { id, reason }), await companyNames(work)),
  )
  bind.company(referralRoutes.countNetworkReferral, async (work, { params: { id } }) =>
    wire(await countInNetwork(work, id), await companyNames(work)),
  )
  bind.company(termRoutes.readNetworkTerms, networkTerms)
  bind.company(termRoutes.changeNetworkTerms, (work, { body }) => changeNetworkTerms(work, body))
}

const wire = (referral: store.NetworkReferral, names: ReadonlyMap<string, string>): referralRoutes.NetworkReferral => ({
  id: referral.id,
  employerId: referral.employerId,
  employerName: names.get(referral.employerId) ?? null,
  state: referral.state,
  reason: referral.reason,
  signals: referral.signals,
  heldUntil: referral.heldUntil?.toISOString() ?? null,
  clearedAt: referral.clearedAt?.toISOString() ?? null,
  registeredAt: referral.registeredAt.toISOString(),
  settledAt: referral.settledAt?.toISOString() ?? null,
  takeBackAskedAt: referral.takeBackAskedAt?.toISOString() ?? null,
})
