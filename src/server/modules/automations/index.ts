import type { Module } from '../../kernel/module.ts'
import { subscriptions } from './events.ts'
import { routes } from './routes.ts'
import { sendings } from './sendings.ts'
import { processing } from './processing.ts'
import { forgetEvents, sendingsToNobody } from './store-sendings.ts'

/** What was told stays this long, to be looked into and sent again. */
const eventsKeptMs = 90 * 24 * 3_600_000

export const automationsModule: Module = {
  name: 'automations',
  routes,
  subscriptions,
  intents: [sendings],
  contributions: {
    processing,
    retain: async (work) => ({ webhookEvents: await forgetEvents(work, new Date(work.now.getTime() - eventsKeptMs)) }),
    verify: async (work) =>
      (await sendingsToNobody(work)).map((where) => ({
        rule: 'automations.nothing-is-sent-to-who-was-removed',
        where,
        saw: 'a sending that is due to an endpoint that was removed',
      })),
  },
}
