import { memberConsents } from '../../consent/index.ts'
import type { MemberWork } from '../../../kernel/work.ts'
import { reachableFrom } from '../members/contacts.ts'
import { noticeAt, renewables, sameEnding, type Renewable } from './renewals.ts'
import * as store from './store-clock.ts'
import { findMember, type Member } from '../members/store-members.ts'

/** The end of the last day, on Japan's clock, until which the member said to look for work in this way. */
export const searchEnds = ({ search }: Pick<Member, 'search'>): Date | null =>
  search.until === null ? null : new Date(Date.parse(`${search.until}T00:00:00+09:00`) + 86_400_000)

/** What ends ahead and was not asked about yet. */
export async function unasked(work: MemberWork, member: Member): Promise<Renewable[]> {
  const asked = await store.endingsAsked(work)
  return renewables(member, await memberConsents(work)).filter(
    (one) => one.endsAt > work.now && !asked.some(sameEnding(one)),
  )
}

/**
 * Sets the member's clock to the next moment at which something is to be asked about or ends. Called with the member's
 * row held whenever something about the member changed.
 */
export async function planClock(work: MemberWork): Promise<void> {
  const member = await findMember(work)
  if (!member) return
  const moments = member.state === 'ACTIVE' ? await momentsOf(work, member) : []
  const [next] = moments.toSorted((one, other) => one.getTime() - other.getTime())
  await store.setClock(work, next ?? null, work.now)
}

async function momentsOf(work: MemberWork, member: Member): Promise<Date[]> {
  const ends = renewables(member, await memberConsents(work)).map(({ endsAt }) => endsAt)
  const searching = searchEnds(member)
  const from = await reachableFrom(work)
  const asks = from === null ? [] : (await unasked(work, member)).map((one) => later(noticeAt(one), from))
  return [...[...ends, ...(searching ? [searching] : [])].filter((end) => end > work.now), ...asks]
}

const later = (one: Date, other: Date): Date => (one > other ? one : other)
