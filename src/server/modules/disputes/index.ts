import { onAcross } from '../../kernel/announcements.ts'
import type { Module } from '../../kernel/module.ts'
import { companyActed, disputeStands, memberActed, memberGone } from './announcements.ts'
import { contributions } from './contributions.ts'
import { applyCompany, applyGone, applyMember, disputeClock } from './deciding.ts'
import { routes } from './routes.ts'
import { tellSides } from './telling.ts'

export { disputeChanged } from './announcements.ts'
export { contest, contestAsMember, disputesAbout, stateAsMember, withdrawAsMember } from './contesting.ts'
export { networkDisputes } from './routes.ts'
export { countOpenCases } from './store-network.ts'
export type { Copy as DisputeCopy } from './store-copies.ts'

export const disputesModule: Module = {
  name: 'disputes',
  routes,
  subscriptions: [
    onAcross(companyActed, 'disputes.of-company', applyCompany),
    onAcross(memberActed, 'disputes.of-member', applyMember),
    onAcross(memberGone, 'disputes.gone', applyGone),
    onAcross(disputeStands, 'disputes.told', tellSides),
  ],
  jobs: [disputeClock],
  contributions,
}
