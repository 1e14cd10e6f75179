import type { z } from 'zod'
import type { listReferrals, ReferralLine, ReferralStep, RelayStanding } from '../../../../contract/relay/referrals.ts'
import type { Work } from '../../../kernel/work.ts'
import { undelivered } from '../../messages/index.ts'
import { recordsOf, resolve } from '../../people/index.ts'
import { knownThroughRelay } from '../members/telling/flow-back.ts'
import { named } from './lists/named.ts'
import { soughtPage } from './lists/search.ts'
import { referralsOfLetters, type Referral } from '../referrals/store-referrals.ts'
import * as store from './store-steps.ts'

/** The person pressed on from a letter's link: that the page was opened is on record, once. */
export const letterOpened = (work: Work, letterId: string): Promise<void> => store.insertVisit(work, letterId)

type Query = z.output<(typeof listReferrals)['query']>

/** One page of what became of the letters, with how many came how far. */
export async function referralPage(work: Work, { cursor, limit, ...asked }: Query) {
  const { page, next } = await referralsAsked(work, asked, { after: cursor, limit })
  return { referrals: await referralLines(work, page), counts: await store.countSteps(work), nextCursor: next }
}

/** One page of the letters that left, of those who were asked for. */
export const referralsAsked = (
  work: Work,
  { step, text }: Omit<Query, 'cursor' | 'limit'>,
  place: { after: string | undefined; limit: number },
) =>
  soughtPage(work, {
    text,
    ...place,
    read: ({ after, limit }) => store.sentLetters(work, { step, text, before: after, limit }),
    placeOf: ({ id }) => id,
  })

const lettersShown = 10

/** What the person allows to be known, and their letters; nothing about who never opened a link but that. */
export async function relayStanding(work: Work, id: string): Promise<RelayStanding> {
  const personId = await resolve(work, id)
  const sourceRecordIds = (await recordsOf(work, personId)).map((one) => one.id)
  const { isMember, activity, asOf } = await knownThroughRelay(work, { sourceRecordIds })
  const letters =
    sourceRecordIds.length === 0 ? [] : await store.sentLetters(work, { sourceRecordIds, limit: lettersShown })
  return { isMember, activity, asOf: asOf?.toISOString() ?? null, letters: await referralLines(work, letters) }
}

/** How far each of these letters led. */
export async function referralLines(work: Work, letters: readonly store.SentLetter[]): Promise<ReferralLine[]> {
  const names = await named(work, letters)
  const latest = new Map<string, Referral>()
  for (const referral of await referralsOfLetters(
    work,
    letters.map(({ id }) => id),
  ))
    latest.set(referral.letterId, referral)
  const lost = await undelivered(
    work,
    letters.flatMap(({ mailId }) => mailId ?? []),
  )
  return letters.map((letter) => {
    const about = names.get(letter.applicationId)
    const referral = latest.get(letter.id)
    const registeredAt = referral?.registeredAt ?? letter.linkedAt
    return {
      letterId: letter.id,
      personId: about?.personId ?? '',
      personName: about?.personName ?? null,
      openingTitle: about?.openingTitle ?? '',
      step: stepOf({
        referral: referral?.state,
        isLinked: letter.linkedAt !== null,
        isOpened: letter.openedAt !== null,
        isLost: letter.mailId !== null && lost.has(letter.mailId),
      }),
      sentAt: letter.sentAt.toISOString(),
      openedAt: letter.openedAt?.toISOString() ?? null,
      registeredAt: registeredAt?.toISOString() ?? null,
      heldUntil: referral?.heldUntil?.toISOString() ?? null,
      settledAt: referral?.settledAt?.toISOString() ?? null,
      reason: referral?.reason ?? null,
    }
  })
}

type Seen = { referral: Referral['state'] | undefined; isLinked: boolean; isOpened: boolean; isLost: boolean }

/** Pure. The furthest step that is on record. */
export function stepOf({ referral, isLinked, isOpened, isLost }: Seen): ReferralStep {
  if (referral === 'HELD' || referral === 'COUNTED') return referral
  if (referral !== undefined) return 'NOT_COUNTED'
  if (isLinked) return 'REGISTERED'
  if (isOpened) return 'OPENED'
  return isLost ? 'NOT_DELIVERED' : 'SENT'
}
