import { longestList, Recorded } from './events.ts'
import * as store from './store.ts'

/**
 * Records who did or read what, in the Work's own transaction: it stands exactly if the Work commits. Only ids,
 * codes and numbers are taken, so that the log can outlive the erasure of the person it is about; anything else
 * is a bug and throws. A list of more than a thousand ids stands in as many rows as it needs, each with its `part`.
 */
export async function record(work: store.AnyWork, recorded: Recorded): Promise<void> {
  for (const part of inParts(recorded)) {
    const { action, subject, detail } = Recorded.parse(part)
    await store.insertEvent(work, {
      action,
      subject: subject ?? null,
      detail,
      actor: { kind: work.actor.kind, id: work.actor.id },
      requestId: work.requestId,
      recordedAt: work.now,
    })
  }
}

/** The same, cut where a list in its detail is longer than one row holds; what is no list stands in each part. */
function inParts(recorded: Recorded): Recorded[] {
  const details = Object.entries(recorded.detail ?? {})
  const longest = Math.max(0, ...details.map(([, value]) => (Array.isArray(value) ? value.length : 0)))
  if (longest <= longestList) return [recorded]
  const parts = Math.ceil(longest / longestList)
  return Array.from({ length: parts }, (_, at) => {
    const from = at * longestList
    const cut = details.map(([name, value]) => [
      name,
      Array.isArray(value) && value.length > longestList ? value.slice(from, from + longestList) : value,
    ])
    return { ...recorded, detail: { ...Object.fromEntries(cut), part: at + 1, parts } }
  })
}
