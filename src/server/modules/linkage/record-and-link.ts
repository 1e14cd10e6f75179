import type { Work } from '../../kernel/work.ts'
import { recordSource, type Recorded, type Source } from '../people/index.ts'
import { linkRecord } from './link-record.ts'
import type { Linked } from './link-records.ts'

/**
 * Keeps what one source says about one human and looks in the same Work whom else it is about: whoever comes next finds
 * the record, and pairs it makes likely stand in the review queue. Said again, it changes nothing.
 */
export async function recordAndLink(work: Work, source: Source): Promise<Recorded & Pick<Linked, 'outcome'>> {
  const recorded = await recordSource(work, source)
  if (!recorded.created && !recorded.changed) return { ...recorded, outcome: 'ALONE' }
  const { personId, outcome } = await linkRecord(work, recorded.sourceRecordId)
  return { ...recorded, personId, outcome }
}
