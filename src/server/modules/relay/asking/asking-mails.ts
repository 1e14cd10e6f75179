import { Refusal } from '../../../kernel/errors.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { intoWindow, issueLink, mailTemplate, queueMail, renderMail, senderOf } from '../../messages/index.ts'
import { whyNotAsked } from './asking.ts'
import { basisOf, type BasisRow } from './reports-basis.ts'
import * as store from './store-asking.ts'

/** So many people are written to in one transaction. */
const perBatch = 20
/** The next day's mails are looked at so long after the last of a day's, and then wait for the window. */
const nextDayMs = 20 * 3_600_000
/** How long a person has to answer; after that a deletion of who never did may be looked at. */
export const answerDays = 30
const linkDays = 120
const dayMs = 86_400_000

/** Writes to the next people, at most as many as are left of the day; true while there is more to do at once. */
async function askBatch(work: Work, found: store.KeptAsking): Promise<boolean> {
  const window = await intoWindow(work, work.now)
  if (window > work.now) return wait(work, found, window)
  const next = await store.toAsk(work, found.id, Math.min(perBatch, found.leftToday))
  const rows = await basisOf(work, next)
  const why = await whyNotAsked(work, [...rows.values()])
  let left = found.leftToday
  for (const personId of next) {
    const row = rows.get(personId)
    const reason = row ? (why.get(personId) ?? null) : 'GONE'
    const mailId = row && reason === null ? await ask(work, row, found.id) : null
    const outcome = mailId === null ? (reason ?? 'BUDGET') : 'QUEUED'
    await store.putOutcome(work, { askingId: found.id, personId, outcome, mailId })
    if (mailId !== null) left -= 1
  }
  if ((await store.toAsk(work, found.id, 1)).length === 0) {
    await store.changeAsking(work, found.id, { dueAt: null, over: 'DONE' })
    return false
  }
  if (left > 0) {
    await store.spendToday(work, found.id, left)
    return true
  }
  return wait(work, found, await intoWindow(work, new Date(work.now.getTime() + nextDayMs)))
}

/** Goes on at a later time, with the number of another day. */
async function wait(work: Work, { id, perDay }: store.KeptAsking, dueAt: Date): Promise<false> {
  await store.changeAsking(work, id, { dueAt, leftToday: perDay })
  return false
}

/** Puts the question to one person; nothing where their contacts are used up at this moment. */
async function ask(work: Work, row: BasisRow, askingId: string): Promise<string | null> {
  const own = await company(work)
  const language = own.locale
  const id = idFrom('relay.asking', askingId, row.id)
  const answerBy = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    dateStyle: 'long',
    timeZone: own.timeZone,
  }).format(new Date(work.now.getTime() + answerDays * dayMs))
  const link = await issueLink(work, {
    id: idFrom('relay.asking-link', askingId, row.id),
    purpose: 'BASIS',
    personId: row.id,
    subjectId: askingId,
    expiresAt: new Date(work.now.getTime() + linkDays * dayMs),
  })
  try {
    return await queueMail(work, {
      id,
      kind: 'NOTICE',
      to: row.email ?? '',
      personId: row.id,
      rendered: ({ unsubscribeUrl }) =>
        renderMail({
          language,
          template: mailTemplate('BASIS_QUESTION', language),
          values: { 'person.name': row.name ?? '', 'company.name': own.name, 'answer.by': answerBy, link },
          sender: senderOf(work, own),
          occasion: { kind: 'QUESTION', unsubscribeUrl },
        }),
      fromName: own.name,
      dueAt: work.now,
    })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'messages.budget-spent') return null
    throw error
  }
}

async function run(installation: Installation, intent: Claimed): Promise<void> {
  const opening = { companyId: intent.realmId, actor: systemActor('relay.asking') }
  for (;;) {
    const isMore = await inCompany(installation, opening, async (work) => {
      const found = await store.lockAskingTry(work, intent)
      return found?.phase === 'MAILING' && askBatch(work, found)
    })
    if (!isMore) return
  }
}

export const askingIntents: IntentTable = { table: 'relay_asking', realm: 'company', attempts: 12, run }

type Settled = { mailId: string; outcome: 'SENT' | 'REFUSED' | 'UNKNOWN' | 'CANCELLED'; at: string }

/** Whoever's mail did not leave was not asked; one whose end nobody knows may have arrived and counts as asked. */
export async function followQuestion(work: Work, { mailId, outcome, at }: Settled): Promise<void> {
  const left = outcome === 'SENT' || outcome === 'UNKNOWN'
  await store.putMailEnd(work, {
    mailId,
    sentAt: left ? new Date(at) : null,
    outcome: left ? 'QUEUED' : 'BOUNCED',
  })
}
