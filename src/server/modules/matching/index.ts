import type { Module } from '../../kernel/module.ts'
import { contributions } from './contributions.ts'
import { onAcross } from '../../kernel/announcements.ts'
import { relayProfileChanged } from '../relay/index.ts'
import { listRanked, profileShown } from './announcements.ts'
import { noteList } from './assessed/assessed-lists.ts'
import { applyProfile, releaseOverdue, releases } from './network/network.ts'
import { routes } from './routes.ts'
import { keepShown } from './release/shown.ts'

export { factsShown as anonymousFacts, publishedWords } from './network/anonymous.ts'
export { assessmentSetting, introductionKeyOf, isAssessing, noteAsked, subjectKeyOf } from './assessed/assessed.ts'
export { modeForbids, noNetwork, notShown } from './errors.ts'
export { ownMatches, rankForOpening } from './matches.ts'
export { openingNews } from './own-pool/news.ts'
export { applyProfile, networkIndex, resolveRef } from './network/network.ts'
export type { Heard } from './network/network.ts'
export { networkK } from './release/recoding.ts'
export type { Published } from './release/release.ts'
export { ownView, shownLog } from './release/shown.ts'
export type { OwnView, ShownSince } from './release/shown.ts'
export { assessedBetween, forgetAssessed } from './assessed/store-assessed.ts'
export { requireNetworkMode } from './network/relay-pool.ts'
export {
  employmentTypeCode,
  employmentTypeWords,
  occupationCode,
  occupationWords,
  prefectureCodes,
  prefectureWords,
} from './terms.ts'

export const matchingModule: Module = {
  name: 'matching',
  routes,
  subscriptions: [
    onAcross(relayProfileChanged, 'matching.index', applyProfile),
    onAcross(profileShown, 'matching.shown', keepShown),
    onAcross(listRanked, 'matching.assessed', noteList),
  ],
  intents: [releases],
  jobs: [releaseOverdue],
  contributions,
}
