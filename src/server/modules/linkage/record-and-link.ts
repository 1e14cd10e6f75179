import { inOneGo } from '../../kernel/database/in-one-go.ts'
import type { Work } from '../../kernel/work.ts'
import { recordSource, showBegun, withdrawClaim, writeBegun, type Begun, type Recorded, type Source } from '../people/index.ts' // prettier-ignore
import { linkRecord } from './link-record.ts'
import { linkRecords, type Linked } from './link-records.ts'

/**
 * Keeps what one source says about one human and looks in the same Work whom else it is about: whoever comes next finds
 * the record, and pairs it makes likely stand in the review queue. Said again, it changes nothing.
 */
export async function recordAndLink(work: Work, source: Source): Promise<Recorded & Pick<Linked, 'outcome'>> {
  let linked: Linked | undefined
  const recorded = await recordSource(work, source, async (begun) => {
    linked = await writeAndLink(work, begun)
  })
  if (!recorded.created && !recorded.changed) return { ...recorded, outcome: 'ALONE' }
  const { personId, outcome } = linked ?? (await linkRecord(work, recorded.sourceRecordId))
  return { ...recorded, personId, outcome }
}

/**
 * Writes a record with the person it begins, links it and shows the person. The three go to the database together, in this
 * order: linking reads behind the writing, and while it is weighed who else the record is about the database shows the
 * person, whom a merge takes out of the lists again.
 */
async function writeAndLink(work: Work, begun: Begun): Promise<Linked> {
  const [, linked] = await inOneGo(work, (tx) => {
    const both = { ...work, tx }
    return Promise.all([
      writeBegun(both, [begun]),
      linkRecord(both, begun.recorded.sourceRecordId, begun),
      showBegun(both, begun),
    ])
  })
  return linked
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
