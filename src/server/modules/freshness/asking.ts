import type { AskHindrance } from '../../../contract/pool/freshness.ts'
import { Refusal } from '../../kernel/errors.ts'
import { idFrom } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { company, type Company } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import {
  intoWindow,
  issueLink,
  mailTemplate,
  queueMail,
  renderMail,
  senderOf,
  type MailLanguage,
} from '../messages/index.ts'
import { askedToStop } from '../consent/index.ts'
import { idsOfPersons, person, personOf, recordsOf } from '../people/index.ts'
import { askPlanned } from './announcements.ts'
import { endingPoolConsent, type Ending } from './pool-consents.ts'
import { switchedOff } from './errors.ts'
import { planOfToday, type Planned } from './plan.ts'
import { settings } from './settings.ts'
import * as store from './store-asks.ts'

const dayMs = 86_400_000
/** An answer is waited for as long as the link opens. */
export const answerDays = 30

type Approved = { id: string; personIds: readonly string[] }

/**
 * Asks these people, as far as today's plan has them still. Repeating the id asks nobody twice. Refused while asking is
 * switched off (`freshness.switched-off`).
 */
export async function approvePlan(
  work: Work,
  { id, personIds }: Approved,
): Promise<{ asked: number; leftOut: number }> {
  if ((await settings(work)).onSince === null) throw switchedOff({})
  const { people } = await planOfToday(work)
  const chosen = people.filter(({ personId }) => personIds.includes(personId))
  let asked = 0
  for (const one of chosen)
    if (await planAsk(work, { id: idFrom(id, one.personId), kind: 'REFRESH', ...one })) asked += 1
  await record(work, {
    action: 'freshness.plan-approved',
    detail: { asked, ids: chosen.map(({ personId }) => personId) },
  })
  return { asked, leftOut: personIds.length - asked }
}

type NewAsk = Pick<store.Ask, 'id' | 'kind'> & Pick<Planned, 'personId' | 'sourceRecordId' | 'fields'>

/** Puts a question down and lets whoever knows the person's own limits decide whether it goes. */
export async function planAsk(work: Work, { id, kind, personId, sourceRecordId, fields }: NewAsk): Promise<boolean> {
  const isNew = await store.insertAsk(work, { id, kind, sourceRecordId, fields: fields.map(({ field }) => field) })
  if (!isNew) return false
  const sourceRecordIds = (await recordsOf(work, personId)).map((one) => one.id)
  await work.announce(askPlanned, { subjectId: id, version: 1, payload: { askId: id, sourceRecordIds } })
  return true
}

/** Stops a question before its mail exists, or because it never arrived; one that was answered stays answered. */
export async function stopAsk(work: Work, id: string, hindrance: AskHindrance): Promise<void> {
  const ask = await store.lockAsk(work, id)
  if (ask?.state === 'PLANNED' || ask?.state === 'SENT') await store.endAsk(work, { id, state: 'REFUSED', hindrance })
}

/**
 * Writes the mail of a planned question; once. `notBefore` moves a moment out of hours in which the person wants no mail.
 * What stands against it by now (switched off, erased, a request that the data is used no more, in no pool, a dead address, a spent budget) ends it instead.
 */
export async function releaseAsk(
  work: Work,
  id: string,
  notBefore: (moment: Date) => Date = (moment) => moment,
): Promise<void> {
  const ask = await store.lockAsk(work, id)
  if (ask?.state !== 'PLANNED') return
  if ((await settings(work)).onSince === null) return stopAsk(work, id, 'SWITCHED_OFF')
  const { id: personId, state, fields } = await person(work, await personOf(work, ask.sourceRecordId))
  const to = fields.email?.value
  if (state !== 'ACTIVE' || typeof to !== 'string') return stopAsk(work, id, 'NO_ADDRESS')
  if ((await askedToStop(work, await idsOfPersons(work, [personId]))).size > 0)
    return stopAsk(work, id, 'STOP_REQUESTED')
  const ending = ask.kind === 'POOL' ? await endingPoolConsent(work, personId) : undefined
  if (ask.kind === 'POOL' && !ending) return stopAsk(work, id, 'NOT_NEEDED')
  const dueAt = await leavingAt(work, notBefore)
  const own = await company(work)
  const expiresAt = new Date(dueAt.getTime() + answerDays * dayMs)
  try {
    await queueMail(work, {
      id,
      kind: 'REFRESH',
      to,
      personId,
      recordId: ask.sourceRecordId,
      fromName: own.name,
      dueAt,
      rendered: async ({ unsubscribeUrl }) => {
        const recordId = ask.sourceRecordId
        const link = await issueLink(work, { id, purpose: 'REFRESH', personId, recordId, subjectId: id, expiresAt })
        const name = typeof fields.name?.value === 'string' ? fields.name.value : ''
        return words(work, { own, name, link, expiresAt, unsubscribeUrl, ending })
      },
    })
    await store.markSent(work, { id, sentAt: dueAt })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await stopAsk(work, id, error.code === 'messages.budget-spent' ? 'BUDGET_SPENT' : 'SUPPRESSED')
  }
}

/** The next moment of the company's send window outside the person's own quiet hours. */
async function leavingAt(work: Work, notBefore: (moment: Date) => Date): Promise<Date> {
  let at = work.now
  for (let round = 0; round < 10; round += 1) {
    const next = await intoWindow(work, notBefore(at))
    if (next.getTime() === at.getTime()) break
    at = next
  }
  return at
}

type Words = {
  own: Company
  name: string
  /** The consent to stay in the pool that the question is about; nothing where it is about what is known. */
  ending: Ending | undefined
  link: string
  expiresAt: Date
  unsubscribeUrl: string
}

async function words(work: Work, { own, name, link, expiresAt, unsubscribeUrl, ending }: Words) {
  const language: MailLanguage = own.locale
  const format = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    dateStyle: 'long',
    timeZone: own.timeZone,
  })
  const common = { 'person.name': name, 'company.name': own.name, link }
  const values = ending
    ? { ...common, 'consent.until': format.format(ending.expiresAt) }
    : { ...common, 'link.expires': format.format(expiresAt) }
  return renderMail({
    language,
    template: mailTemplate(ending ? 'POOL_RENEWAL' : 'REFRESH_REQUEST', language),
    values,
    sender: senderOf(work, own),
    occasion: { kind: ending ? 'INVITATION' : 'QUESTION', unsubscribeUrl },
  })
}

/** What became of the mail of a question. */
export async function followAskMail(
  work: Work,
  { mailId, outcome }: { mailId: string; outcome: string },
): Promise<void> {
  if (outcome === 'REFUSED' || outcome === 'CANCELLED') await stopAsk(work, mailId, 'MAIL_FAILED')
}
