import type { MemberWork, Work } from '../../../kernel/work.ts'
import { person, personOf } from '../../people/index.ts'
import { findAsk } from '../answering/store-asks.ts'
import { planMail } from '../answering/store-intents.ts'
import { findRequest, requestsOfRecords } from '../asking/store-requests.ts'

type Accepted = { id: string; settledAt: Date | null }

/** The company's introduction that the person said yes to; nothing for any other. */
export async function findAccepted(work: Work, id: string): Promise<Accepted | undefined> {
  const found = await findRequest(work, id)
  return found?.state === 'ACCEPTED' ? { id, settledAt: found.endedAt } : undefined
}

/** The introduction that the member said yes to, and whose it is; nothing for any other. */
export async function findAcceptedAsk(
  work: MemberWork,
  id: string,
): Promise<(Accepted & { employerId: string }) | undefined> {
  const found = await findAsk(work, id)
  return found?.state === 'ACCEPTED' ? { id, settledAt: found.endedAt, employerId: found.employerId } : undefined
}

/** The introductions whose person came with one of these records. */
export const introductionIdsOf = async (work: Work, sourceRecordIds: readonly string[]): Promise<string[]> =>
  (await requestsOfRecords(work, sourceRecordIds)).map(({ id }) => id)

/** Whether the person who came with an introduction was erased at the company since. */
export async function isErasedHere(work: Work, id: string): Promise<boolean> {
  const sourceRecordId = (await findRequest(work, id))?.sourceRecordId
  if (!sourceRecordId) return false
  return (await person(work, await personOf(work, sourceRecordId))).state === 'ERASED'
}

/** Tells the member by mail that there is something about an introduction that they said yes to; once for each id. */
export const mailAboutDispute = (work: MemberWork, { askId, id }: { askId: string; id: string }): Promise<void> =>
  planMail(work, { id, kind: 'DISPUTE', askId })
