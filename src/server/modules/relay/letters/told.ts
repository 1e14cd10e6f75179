import { businessDaysBetween, localTime } from '../../../../engines/japanese/index.ts'
import type { NoLetterReason, ToldHow } from '../../../../contract/relay/relay-terms.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { sendWindow } from '../../messages/index.ts'
import { longestDays } from './eligibility.ts'
import { rejectionNotFound } from './errors.ts'
import { stopLetterOf } from './letters.ts'
import { named } from './lists/named.ts'
import { soughtPage } from './lists/search.ts'
import type { Place } from './lists/store-letter-list.ts'
import { ownersOf } from './lists/owners.ts'
import { onTheirWay } from './store-letters.ts'
import * as store from './store-rejections.ts'

/** Records that a person was told another way: by the agency, by telephone, by post, or before this system knew. */
export async function recordTold(
  work: Work,
  { applicationId, how, at }: { applicationId: string; how: ToldHow; at: Date },
): Promise<void> {
  const isKnown = await store.putTold(work, { applicationId, how, at })
  if (!isKnown) throw rejectionNotFound({})
  await stopLetterOf(work, applicationId, 'ALREADY_TOLD')
  await record(work, {
    action: 'relay.record-told',
    subject: { kind: 'application', id: applicationId },
    detail: { how },
  })
}

export type Untold = {
  applicationId: string
  personId: string
  personName: string | null
  openingTitle: string
  endedAt: Date
  /** Business days of the company since the rejection. */
  businessDays: number
  reason: NoLetterReason | null
  /** Who ended the application, else the contact of the letters. */
  ownerName: string | null
  canSend: boolean
}

/** Who was rejected before this moment and not told has waited for too long. */
export const overdueBefore = ({ now }: Work): Date => new Date(now.getTime() - longestDays * 86_400_000)

/** Reasons that keep a letter from going by itself and not one that a human asks for; the rest is judged in the pre-flight. */
const mended: ReadonlySet<NoLetterReason> = new Set([
  'HISTORY',
  'TOO_LATE',
  'BEFORE_SWITCH_ON',
  'LETTERS_OFF',
  'NO_BASIS',
  'IN_PROCESS_ELSEWHERE',
  'NO_ADDRESS',
])

type Page = store.UntoldFilter & { after?: Place | undefined; limit: number }

/**
 * サイレントお祈り: who was rejected and never told, the longest waiting first, with why no letter goes. `next` is where
 * the page after it begins.
 */
export async function untoldPage(
  work: Work,
  { after, limit, ...filter }: Page,
): Promise<{ people: Untold[]; next: Place | null }> {
  const { page, next } = await soughtPage(work, {
    text: filter.text,
    limit,
    after,
    read: (from) => store.untold(work, { ...filter, ...from }),
    placeOf: ({ endedAt, applicationId }) => ({ at: endedAt, id: applicationId }),
  })
  return { people: await shown(work, page), next }
}

export const untold = async (work: Work, page: Page): Promise<Untold[]> => (await untoldPage(work, page)).people

async function shown(work: Work, found: readonly store.Rejection[]): Promise<Untold[]> {
  const { zone, closedDays } = await sendWindow(work)
  const today = localTime(work.now, zone).day
  const names = await named(work, found)
  const applicationIds = found.map(({ applicationId }) => applicationId)
  const ownerOf = await ownersOf(work, applicationIds)
  const waiting = await onTheirWay(work, applicationIds)
  return found.map(({ applicationId, endedAt, reason: kept }) => {
    // A campaign's letter is on its way although none would go by itself.
    const reason = waiting.has(applicationId) ? null : kept
    const about = names.get(applicationId)
    return {
      applicationId,
      personId: about?.personId ?? '',
      personName: about?.personName ?? null,
      openingTitle: about?.openingTitle ?? '',
      endedAt,
      businessDays: businessDaysBetween(localTime(endedAt, zone).day, today, closedDays),
      reason,
      ownerName: ownerOf(applicationId),
      canSend: reason !== null && mended.has(reason),
    }
  })
}
