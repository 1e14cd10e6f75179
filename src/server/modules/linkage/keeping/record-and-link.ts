import type { Work } from '../../../kernel/work.ts'
import { beginningOf, recordSource, withdrawClaim, type Recorded, type Source } from '../../people/index.ts'
import { linkRecord } from '../link-record.ts'
import { linkRecords, type Linked } from '../link-records.ts'

/**
 * Keeps what one source says about one human and looks in the same Work whom else it is about: whoever comes next finds
 * the record, and pairs it makes likely stand in the review queue. Said again, it changes nothing.
 */
export async function recordAndLink(work: Work, source: Source): Promise<Recorded & Pick<Linked, 'outcome'>> {
  const recorded = await recordSource(work, source)
  if (!recorded.created && !recorded.changed) return { ...recorded, outcome: 'ALONE' }
  // A person of its own is known by nothing else: what was just written need not be read.
  const known = recorded.created && !source.personId ? beginningOf(work, source, recorded) : undefined
  const { personId, outcome } = await linkRecord(work, recorded.sourceRecordId, known)
  return { ...recorded, personId, outcome }
}

type Withdrawn = { sourceRecordId: string; claimId: string }

/**
 * Takes claims back and looks in the same Work whom else their records are about without them: nobody is found by what was
 * taken back, and it keeps nobody apart. Merges made while it stood remain until somebody undoes them.
 */
export async function withdrawAndLink(work: Work, claims: readonly Withdrawn[]): Promise<void> {
  if (claims.length === 0) return
  for (const claim of claims) await withdrawClaim(work, claim)
  await linkRecords(
    work,
    claims.map(({ sourceRecordId }) => sourceRecordId),
  )
}
