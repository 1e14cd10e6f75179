import { businessDaysBetween, localTime } from '../../../engines/japanese/index.ts'
import type { NoLetterReason, ToldHow } from '../../../contract/relay-terms.ts'
import type { Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { sendWindow } from '../messages/index.ts'
import { people, personOf } from '../people/index.ts'
import { staff } from '../accounts/index.ts'
import { application, rejectedBy } from '../selection/index.ts'
import { relaySettings } from './settings.ts'
import { rejectionNotFound } from './errors.ts'
import { stopLetterOf } from './letters.ts'
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

/** By whom each application was ended; what a connected system ended belongs to the letters' own contact. */
async function owners(
  work: Work,
  found: readonly store.Rejection[],
): Promise<(applicationId: string) => string | null> {
  const names = new Map((await staff(work)).map(({ id, name }) => [id, name]))
  const ended = await rejectedBy(
    work,
    found.map(({ applicationId }) => applicationId),
  )
  const { contactStaffId } = await relaySettings(work)
  const contact = (contactStaffId !== null && names.get(contactStaffId)) || null
  return (applicationId) => {
    const [kind, id = ''] = (ended.get(applicationId) ?? '').split(':')
    return (kind === 'staff' && names.get(id)) || contact
  }
}

type Page = store.RejectionFilter & { after?: { endedAt: Date; id: string }; limit: number }

/** サイレントお祈り: who was rejected and never told, the longest waiting first, with why no letter goes. */
export async function untold(work: Work, page: Page): Promise<Untold[]> {
  const found = await store.untold(work, page)
  const { zone, closedDays } = await sendWindow(work)
  const today = localTime(work.now, zone).day
  const personIds = new Map<string, string>()
  for (const { sourceRecordId } of found) personIds.set(sourceRecordId, await personOf(work, sourceRecordId))
  const profiles = new Map((await people(work, [...new Set(personIds.values())])).map((one) => [one.personId, one]))
  const ownerOf = await owners(work, found)
  const shown: Untold[] = []
  for (const { applicationId, sourceRecordId, endedAt, reason } of found) {
    const personId = personIds.get(sourceRecordId) ?? ''
    const name = profiles.get(personId)?.fields.name?.value
    shown.push({
      applicationId,
      personId,
      personName: typeof name === 'string' ? name : null,
      openingTitle: (await application(work, applicationId)).openingTitle,
      endedAt,
      businessDays: businessDaysBetween(localTime(endedAt, zone).day, today, closedDays),
      reason,
      ownerName: ownerOf(applicationId),
      canSend: reason !== null && mended.has(reason),
    })
  }
  return shown
}
