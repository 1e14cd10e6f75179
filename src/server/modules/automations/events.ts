import type { EventKind } from '../../../contract/webhooks.ts'
import { onCompany, type Announcement, type Subscription } from '../../kernel/announcements.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { noticeGiven } from '../accounts/index.ts'
import { dataRequestChanged } from '../consent/index.ts'
import { disputeChanged } from '../disputes/index.ts'
import { askAnswered } from '../freshness/index.ts'
import { introductionStands, promiseStands } from '../introductions/index.ts'
import { personErased } from '../people/index.ts'
import { activityChanged, letterChanged, referralChanged, shareReceived, trialChanged } from '../relay/index.ts'
import * as endpoints from './store-endpoints.ts'
import * as store from './store-sendings.ts'
import { endpointOf } from './endpoints.ts'

type Event = { id: string; kind: EventKind; data: object }

/** Keeps an event for every endpoint that hears its kind; where none does, nothing is kept. */
async function tell(work: Work, event: Event): Promise<void> {
  const hearing = (await endpoints.listEndpoints(work)).filter(({ kinds }) => kinds.includes(event.kind))
  if (hearing.length === 0 || !(await store.insertEvent(work, event))) return
  for (const { id: endpointId, state } of hearing)
    await store.insertSending(work, { eventId: event.id, endpointId, kind: event.kind, isHeld: state !== 'ACTIVE' })
}

/** Sends an endpoint an event that says nothing but that it arrives. */
export async function testEndpoint(work: Work, endpointId: string): Promise<void> {
  const { state } = await endpointOf(work, endpointId)
  const id = newId()
  await store.insertEvent(work, { id, kind: 'endpoint.tested', data: { endpointId } })
  await store.insertSending(work, { eventId: id, endpointId, kind: 'endpoint.tested', isHeld: state !== 'ACTIVE' })
}

/** An announcement as an event of this kind: ids and states, never what a person is called or said. */
const as = <P>(announcement: Announcement<P>, kind: EventKind, data: (payload: P) => object): Subscription =>
  onCompany(announcement, `automations.${kind}`, (work, { id, payload }) =>
    tell(work, { id, kind, data: data(payload) }),
  )

export const subscriptions: readonly Subscription[] = [
  as(letterChanged, 'letter.changed', (said) => said),
  as(referralChanged, 'referral.changed', ({ referralId, letterId, sourceRecordId, state, reason, settledAt }) => ({
    referralId,
    letterId,
    sourceRecordId,
    state,
    reason,
    settledAt,
  })),
  as(introductionStands, 'introduction.changed', ({ id, ...said }) => ({ introductionId: id, ...said })),
  as(promiseStands, 'promise.changed', (said) => said),
  onCompany(activityChanged, 'automations.activity.changed', async (work, { id, payload: data }) => {
    // The person takes back that this is known: what still waits to be sent, or could be replayed, says it no more.
    if (data.activity === null) await store.forgetActivity(work, data.sourceRecordId)
    await tell(work, { id, kind: 'activity.changed', data })
  }),
  as(shareReceived, 'share.received', ({ shareId, purpose, sourceRecordId, personId }) => ({
    shareId,
    purpose,
    sourceRecordId,
    personId,
  })),
  as(askAnswered, 'refresh.answered', (said) => said),
  as(dataRequestChanged, 'request.changed', (said) => said),
  as(personErased, 'person.erased', (said) => said),
  as(disputeChanged, 'dispute.changed', (said) => said),
  as(trialChanged, 'trial.changed', (said) => said),
  as(noticeGiven, 'notice.given', (said) => said),
]
