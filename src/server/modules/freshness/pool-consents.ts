import { endingConsents, consents } from '../consent/index.ts'
import { personOf, recordsOf } from '../people/index.ts'
import type { Work } from '../../kernel/work.ts'

const dayMs = 86_400_000
/** So long before a consent to stay in the pool ends its person is asked whether it goes on. */
const noticeDays = 30

export type Ending = { expiresAt: Date; sourceRecordId: string }

/** The person's consent to stay in the pool, where it ends soon or ended without a word from them. */
export async function endingPoolConsent(work: Work, personId: string): Promise<Ending | undefined> {
  const records = await recordsOf(work, personId)
  const given = (await consents(work, { sourceRecordIds: records.map(({ id }) => id) })).find(
    ({ purpose, decision }) => purpose === 'POOL' && decision === 'GIVEN',
  )
  if (!given?.expiresAt || given.expiresAt.getTime() > work.now.getTime() + noticeDays * dayMs) return undefined
  return { expiresAt: given.expiresAt, sourceRecordId: records[0]?.id ?? '' }
}

/** Whose consent to stay in the pool ends within the notice, with the record it was given by. */
export async function poolConsentsEnding(work: Work): Promise<{ personId: string; sourceRecordId: string }[]> {
  const until = new Date(work.now.getTime() + noticeDays * dayMs)
  const found = await endingConsents(work, { purpose: 'POOL', until })
  const people = new Map<string, string>()
  for (const { sourceRecordId } of found) {
    const personId = await personOf(work, sourceRecordId)
    if (!people.has(personId)) people.set(personId, sourceRecordId)
  }
  return [...people].map(([personId, sourceRecordId]) => ({ personId, sourceRecordId }))
}
