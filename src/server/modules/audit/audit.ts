import { Recorded } from './events.ts'
import * as store from './store.ts'

/**
 * Records who did or read what, in the Work's own transaction: it stands exactly if the Work commits. Only ids,
 * codes and numbers are taken, so that the log can outlive the erasure of the person it is about; anything else
 * is a bug and throws.
 */
export async function record(work: store.AnyWork, recorded: Recorded): Promise<void> {
  const { action, subject, detail } = Recorded.parse(recorded)
  await store.insertEvent(work, {
    action,
    subject: subject ?? null,
    detail,
    actor: { kind: work.actor.kind, id: work.actor.id },
    requestId: work.requestId,
    recordedAt: work.now,
  })
}
