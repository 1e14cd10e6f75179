import { idFrom } from '../../../kernel/ids.ts'
import type { MemberWork } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { introductionEnded } from '../announcements.ts'
import * as store from './store-asks.ts'
import { planMail } from './store-intents.ts'

type End = {
  id: string
  /** What it stands in; an accepted one ends only because its share was voided before it was delivered. */
  from?: 'OPEN' | 'ACCEPTED'
  state: 'DECLINED' | 'LAPSED' | 'WITHDRAWN' | 'CANCELLED'
  cause: store.Cause
  reason?: string | undefined
}

/**
 * Ends an introduction without a yes, by compare and set on its one row, and tells the company. Who said yes or
 * asked something, and waits, is mailed where the employer's side ends it. Answers whether it did: whoever comes second
 * changes nothing.
 */
export async function endAsk(work: MemberWork, { from = 'OPEN', ...end }: End): Promise<boolean> {
  const { id, state, cause } = end
  const version = await store.moveAsk(work, { ...end, from })
  if (version === undefined) return false
  const ask = await store.findAsk(work, id)
  if (!ask) throw new Error('an introduction that was ended is gone')
  await record(work, { action: 'introductions.ended', subject: { kind: 'introduction', id }, detail: { state, cause } })
  await work.announce(introductionEnded, {
    subjectId: id,
    version,
    payload: { id, employerId: ask.employerId, state, endedAt: work.now.toISOString() },
  })
  if (state === 'CANCELLED' && cause !== 'LIMIT' && (from === 'ACCEPTED' || (await hasAsked(work, id))))
    await planMail(work, { id: idFrom(id, 'ENDED'), kind: 'ENDED', askId: id })
  return true
}

const hasAsked = async (work: MemberWork, id: string): Promise<boolean> =>
  (await store.linesOf(work, id)).some(({ by }) => by === 'PERSON')
