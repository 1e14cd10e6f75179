import { z } from 'zod'
import { Purpose, type Consent } from '../../../../contract/consent/consent.ts'
import { companyAnnouncement, memberAnnouncement } from '../../../kernel/announcements.ts'
import { violated } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { MemberWork, Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { itemsMissing, textUnknown } from '../errors.ts'
import { noticeRefInForce } from '../notices/notices.ts'
import * as store from './store-consents.ts'
import * as ofMembers from './store-member-consents.ts'
import * as texts from './store-texts.ts'
import { expiryOf } from './terms.ts'
import { consentText, type ConsentText, type Shown } from './texts.ts'

export type Decided = store.Decided
export type NoticeRef = store.NoticeRef
export type CompanyDecided = store.CompanyDecided
/** The records through which a company knows a person; decisions hang on the record they were made by. */
export type Records = { sourceRecordIds: readonly string[] }
export type Place = Pick<Consent, 'purpose' | 'recipient'>

const decision = z.enum(['GIVEN', 'REFUSED', 'WITHDRAWN'])
const about = { eventId: z.uuid(), purpose: Purpose, recipient: z.string(), decision }

/** A person decided. Its subject is the decision itself, so that each is heard; read what holds when applying it. */
export const consentChanged = companyAnnouncement(
  'consent.changed',
  z.object({ ...about, personId: z.uuid(), sourceRecordId: z.uuid() }),
)
export const memberConsentChanged = memberAnnouncement('consent.member-changed', z.object(about))

export type Decision = Place & {
  /** The caller's own id: repeating it changes nothing. */
  id?: string
  decision: Consent['decision']
  /** The fields or facts the decision is about; at least one to give consent. */
  items: readonly string[]
  /** Of the words that were shown, as `showText` answered. */
  textHash: string
  how: Consent['how']
  occurredAt?: Date
  /** The operator's notice that a member was shown; a company's own is looked up with the decision. */
  notice?: store.NoticeRef | null
}

/** Keeps the words that are about to be shown, and answers them with their hash. */
export async function showText(work: Work, shown: Shown): Promise<ConsentText> {
  const text = consentText(shown)
  await texts.keepText(work, text)
  return text
}

export async function showMemberText(work: MemberWork, shown: Shown): Promise<ConsentText> {
  const text = consentText(shown)
  await texts.keepMemberText(work, text)
  return text
}

const requireItems = ({ decision: made, items }: Decision): void => {
  if (made === 'GIVEN' && items.length === 0) throw itemsMissing({})
}

const decidedOf = (made: Decision, now: Date): Decided => ({
  eventId: made.id ?? newId(),
  purpose: made.purpose,
  recipient: made.recipient,
  decision: made.decision,
  items: [...made.items],
  textHash: made.textHash,
  how: made.how,
  receiptId: newId(),
  occurredAt: made.occurredAt ?? now,
  notice: made.notice ?? null,
  expiresAt: made.decision === 'GIVEN' ? expiryOf(made.purpose, made.occurredAt ?? now) : null,
})

async function refusingUnknownText<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    const broken = violated(error)
    if (broken === 'consent_event_text' || broken === 'consent_member_event_text') throw textUnknown({})
    throw error
  }
}

/**
 * Records what a person decided about one purpose and one recipient. Refused with `consent.text-unknown` when the
 * words were never shown here, and with `consent.items-missing` for a consent to nothing.
 */
export async function decide(
  work: Work,
  made: Decision & { personId: string; sourceRecordId: string },
): Promise<CompanyDecided> {
  const { personId, sourceRecordId } = made
  requireItems(made)
  const moment = await store.momentOfDecision(work, made, made)
  // Kept with the decision, so that it stands on the notice of its day whatever is published later.
  const notice = await noticeRefInForce(work)
  const decided = { ...decidedOf({ ...made, notice }, moment), personId, sourceRecordId }
  const kept = { recordedAt: moment, noticeId: notice?.id ?? null }
  const isFirst = await refusingUnknownText(() => store.insertEvent(work, decided, kept))
  if (!isFirst) return repeated(await store.history(work, [sourceRecordId]), decided)
  await store.moveState(work, decided)
  await record(work, { ...auditOf(decided), subject: { kind: 'person', id: personId } })
  await work.announce(consentChanged, {
    subjectId: decided.eventId,
    version: 1,
    payload: { ...saidOf(decided), personId, sourceRecordId },
  })
  return decided
}

/** The same in the realm of a member, who decides for themselves. */
export async function decideAsMember(work: MemberWork, made: Decision): Promise<Decided> {
  requireItems(made)
  const moment = await ofMembers.momentOfMemberDecision(work, made)
  const decided = decidedOf(made, moment)
  const isFirst = await refusingUnknownText(() => ofMembers.insertMemberEvent(work, decided, moment))
  if (!isFirst) return repeated(await ofMembers.memberHistory(work), decided)
  await ofMembers.moveMemberState(work, decided)
  await record(work, { ...auditOf(decided), subject: { kind: 'member', id: work.memberId } })
  await work.announce(memberConsentChanged, { subjectId: decided.eventId, version: 1, payload: saidOf(decided) })
  return decided
}

/** A repetition answers with the receipt of the first time. */
const repeated = <T extends Decided>(made: readonly Decided[], again: T): T => ({
  ...again,
  ...made.find(({ eventId }) => eventId === again.eventId),
})

const saidOf = ({ eventId, purpose, recipient, decision: made }: Decided) => ({
  eventId,
  purpose,
  recipient,
  decision: made,
})

const auditOf = ({ eventId, purpose, recipient, decision: made, how }: Decided) => ({
  action: `consent.${made.toLowerCase() as Lowercase<typeof made>}` as const,
  detail: { eventId, purpose, recipient, how },
})

/** What holds per purpose and recipient; where several records of one person differ, the latest decision. */
export async function consents(work: Work, { sourceRecordIds }: Records): Promise<Decided[]> {
  return latest(await store.states(work, sourceRecordIds))
}

const dayMs = 86_400_000

/**
 * Yeses to one purpose that end before `until`, or ended without a word within a month, by the record they hang on. What
 * the person said since by another record is not looked at here.
 */
export const endingConsents = (work: Work, { purpose, until }: { purpose: Place['purpose']; until: Date }) =>
  store.endingStates(work, { purpose, since: new Date(work.now.getTime() - 30 * dayMs), until })

export const memberConsents = (work: MemberWork): Promise<Decided[]> => ofMembers.memberStates(work)

const latest = (oldestFirst: readonly Decided[]): Decided[] => [
  ...new Map(oldestFirst.map((decided) => [`${decided.purpose} ${decided.recipient}`, decided])).values(),
]

const isFor =
  ({ purpose, recipient }: Place) =>
  (decided: Decided) =>
    decided.purpose === purpose && decided.recipient === recipient

/** A yes that has not run out. */
export const isStanding = (decided: Decided | undefined, now: Date): boolean =>
  decided?.decision === 'GIVEN' && (decided.expiresAt === null || decided.expiresAt > now)

/** Whether the person's latest decision about this purpose and recipient is a yes that has not run out. */
export async function hasConsent(work: Work, { sourceRecordIds, ...place }: Records & Place): Promise<boolean> {
  return isStanding((await consents(work, { sourceRecordIds })).find(isFor(place)), work.now)
}

/**
 * The consent that stands, held until this Work ends: a withdrawal waits, and so comes after what is committed
 * under it. Nothing when the latest decision is not yes.
 */
export async function holdConsent(
  work: Work,
  { sourceRecordIds, ...place }: Records & Place,
): Promise<Decided | undefined> {
  await store.lockStates(work, sourceRecordIds, place)
  const found = (await consents(work, { sourceRecordIds })).find(isFor(place))
  return isStanding(found, work.now) ? found : undefined
}

export async function hasMemberConsent(work: MemberWork, place: Place): Promise<boolean> {
  return isStanding((await ofMembers.memberStates(work, place))[0], work.now)
}

/** As `holdConsent`, in the realm of a member: what a share commits under. */
export async function holdMemberConsent(work: MemberWork, place: Place): Promise<Decided | undefined> {
  const [found] = await ofMembers.memberStates(work, place, true)
  return isStanding(found, work.now) ? found : undefined
}
