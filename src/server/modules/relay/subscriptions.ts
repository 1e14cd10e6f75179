import { onCompany, type Subscription } from '../../kernel/announcements.ts'
import { mailSettled } from '../messages/index.ts'
import { applicationChanged } from '../selection/index.ts'
import { followQuestion } from './asking-mails.ts'
import { followMail, propose, stopLetterOf } from './letters.ts'
import { scopeOf } from './settings.ts'
import * as rejections from './store-rejections.ts'

export const subscriptions: readonly Subscription[] = [
  onCompany(applicationChanged, 'relay.rejections', async (work, { payload }) => {
    const { applicationId, state, endedAt } = payload
    if (state !== 'REJECTED' || endedAt === null) {
      await stopLetterOf(work, applicationId, state === 'ACTIVE' ? 'REOPENED' : state)
      return rejections.dropRejection(work, applicationId)
    }
    await rejections.putRejection(work, {
      ...payload,
      scope: scopeOf(payload.connectionId),
      endedAt: new Date(endedAt),
    })
    if (payload.live) await propose(work, applicationId)
    else await rejections.putReason(work, { applicationId, reason: 'HISTORY' })
  }),
  onCompany(mailSettled, 'relay.letters', async (work, { payload }) => {
    if (payload.kind === 'LETTER') await followMail(work, payload)
    if (payload.kind === 'NOTICE') await followQuestion(work, payload)
  }),
]
