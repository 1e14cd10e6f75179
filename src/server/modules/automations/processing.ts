import type { ProcessingActivity } from '../../../contract/consent/processing.ts'
import type { EventKind } from '../../../contract/webhooks.ts'
import type { ProcessingFact } from '../../kernel/module.ts'
import type { Work } from '../../kernel/work.ts'
import { listEndpoints } from './store-endpoints.ts'

/** To which processing of the register each notification belongs; a test says nothing of anybody. */
const activityOf: Record<Exclude<EventKind, 'endpoint.tested'>, ProcessingActivity> = {
  'letter.changed': 'LETTER',
  'referral.changed': 'RELAY',
  'introduction.changed': 'RELAY',
  'promise.changed': 'RELAY',
  'activity.changed': 'RELAY',
  'share.received': 'RELAY',
  'refresh.answered': 'POOL',
  'request.changed': 'REQUESTS',
  'person.erased': 'REQUESTS',
  'dispute.changed': 'RELAY',
  'trial.changed': 'LETTER',
  'notice.given': 'RELAY',
}

/** Whom the company has told of what happens: each endpoint under the processing that it hears of. */
export async function processing(work: Work): Promise<ProcessingFact[]> {
  return (await listEndpoints(work)).flatMap(({ url, label, state, kinds }) => {
    const { host } = new URL(url)
    const named = label === '' ? host : `${label} (${host})`
    const isPaused = state === 'PAUSED'
    const heard = kinds.flatMap((kind) => (kind === 'endpoint.tested' ? [] : activityOf[kind]))
    return [...new Set(heard)].map((activity) => ({
      activity,
      kind: 'RECIPIENT' as const,
      ja: `外部への通知(Webhook): ${named}${isPaused ? '(停止中)' : ''}`,
      en: `Webhook: ${named}${isPaused ? ' (paused)' : ''}`,
    }))
  })
}
