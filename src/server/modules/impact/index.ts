import { onAcross, onMember } from '../../kernel/announcements.ts'
import type { Module } from '../../kernel/module.ts'
import { memberConsentChanged } from '../consent/index.ts'
import { answerChanged } from './announcements.ts'
import { applyAnswer } from './auditing.ts'
import { contributions } from './contributions.ts'
import { routes } from './routes.ts'
import { followConsent } from './volunteering.ts'

export { runningAudit, switchAudit, type RunningAudit } from './auditing.ts'
export { makeReport as makeImpactReport } from './reporting.ts'
export type { Volunteered } from './store-member.ts'
export { ownAnswer, takeBackAnswer, volunteer } from './volunteering.ts'

export const impactModule: Module = {
  name: 'impact',
  routes,
  subscriptions: [
    onMember(memberConsentChanged, 'impact.consent', followConsent),
    onAcross(answerChanged, 'impact.answers', applyAnswer),
  ],
  contributions,
}
