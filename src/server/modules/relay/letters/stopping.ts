import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import * as refusals from './errors.ts'
import { stopLettersOf } from './letters.ts'
import * as store from '../preflights/store-preflights.ts'

/**
 * Stops an approved campaign half way: letters that have not left are taken back, and nobody else's is scheduled. Says how
 * many were taken back and how many had left. Stopping twice stops once; a campaign that was not approved is refused.
 */
export async function stopPreflight(work: Work, id: string): Promise<{ takenBack: number; left: number }> {
  const found = await store.lockPreflight(work, id)
  if (!found) throw refusals.preflightNotFound({})
  if (found.kind !== 'CAMPAIGN' || (found.state !== 'APPROVED' && found.state !== 'STOPPED'))
    throw refusals.preflightClosed({ state: found.state })
  const undoneBy = `${work.actor.kind}:${work.actor.id}`
  const takenBack = await stopLettersOf(work, id, { reason: 'CAMPAIGN_STOPPED', undoneBy })
  const outcomes = await store.countRows(work, id)
  const scheduled = outcomes.reduce((sum, { outcome, people }) => sum + (outcome === 'SCHEDULED' ? people : 0), 0)
  if (found.state === 'APPROVED') {
    await store.stopPreflight(work, id)
    await record(work, {
      action: 'relay.stop-preflight',
      subject: { kind: 'preflight', id },
      detail: { takenBack, scheduled },
    })
  }
  return { takenBack, left: scheduled - takenBack }
}

/** Goes on with a pre-flight whose work was given up, from where it stopped; refused where none was. */
export async function retryPreflight(work: Work, id: string): Promise<void> {
  const found = await store.lockPreflight(work, id)
  if (!found) throw refusals.preflightNotFound({})
  if (!(await store.reviveRun(work, id))) throw refusals.preflightClosed({ state: found.state })
  await record(work, { action: 'relay.retry-preflight', subject: { kind: 'preflight', id } })
  work.installation.wake()
}
