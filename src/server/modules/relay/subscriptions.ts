import { onCompany, type Subscription } from '../../kernel/announcements.ts'
import { dataRequestChanged } from '../consent/index.ts'
import { accessWorks } from '../intake/index.ts'
import { mailSettled } from '../messages/index.ts'
import { recordsOf } from '../people/index.ts'
import { applicationChanged } from '../selection/index.ts'
import { followQuestion } from './asking/asking-mails.ts'
import { followMail, propose, stopLetterOf } from './letters/letters.ts'
import { followApplication, releaseHeld, reviewWritings } from './link-field/link-field.ts'
import { scopeOf } from './letters/settings.ts'
import * as rejections from './letters/store-rejections.ts'

export const subscriptions: readonly Subscription[] = [
  onCompany(accessWorks, 'relay.links-held', async (work, { payload }) => void (await releaseHeld(work, payload))),
  onCompany(dataRequestChanged, 'relay.links-stopped', async (work, { payload: { personId } }) => {
    if (personId === null) return
    const sourceRecordIds = (await recordsOf(work, personId)).map(({ id }) => id)
    await reviewWritings(work, { sourceRecordIds })
  }),
  onCompany(applicationChanged, 'relay.rejections', async (work, { payload }) => {
    const { applicationId, state, endedAt } = payload
    if (state !== 'REJECTED' || endedAt === null) {
      await stopLetterOf(work, applicationId, state === 'ACTIVE' ? 'REOPENED' : state)
      await rejections.dropRejection(work, applicationId)
      return followApplication(work, payload)
    }
    await rejections.putRejection(work, {
      ...payload,
      scope: scopeOf(payload.connectionId),
      endedAt: new Date(endedAt),
    })
    if (payload.live) await propose(work, applicationId)
    else await rejections.putReason(work, { applicationId, reason: 'HISTORY' })
    // After the rejection is on record: a link that is made counts the person as told.
    await followApplication(work, payload)
  }),
  onCompany(mailSettled, 'relay.letters', async (work, { payload }) => {
    if (payload.kind === 'LETTER') await followMail(work, payload)
    if (payload.kind === 'NOTICE') await followQuestion(work, payload)
  }),
]
