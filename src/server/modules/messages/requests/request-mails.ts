import { receiptNumber } from '../../../../contract/consent/receipt-number.ts'
import type { DataRequest } from '../../../../contract/requests/data-requests.ts'
import { onCompany, type Subscription } from '../../../kernel/announcements.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import {
  answerMailOf,
  dataRequestChanged,
  markUntold,
  recordOfRequest,
  releaseOrders,
  request,
  requestsOf,
  subjectOf,
} from '../../consent/index.ts'
import { person, recordsOf, whoToday } from '../../people/index.ts'
import { mailSettled, type SettledMail } from '../announcements.ts'
import { issueLink } from '../links/links.ts'
import { queueMail } from '../mails.ts'
import { senderOf } from '../preview.ts'
import { doneOf, groundWords, handoverLine, requestKindWords } from './request-words.ts'
import { mailTemplate, renderMail, type MailLanguage } from '../templates/index.ts'

const templates = {
  ANSWERED: 'REQUEST_GRANTED',
  PARTIAL: 'REQUEST_GRANTED_IN_PART',
  DECLINED: 'REQUEST_REFUSED',
} as const

/** The same where the person saves what is disclosed on their own page. */
const disclosedTemplates = { ANSWERED: 'REQUEST_DISCLOSED', PARTIAL: 'REQUEST_DISCLOSED_IN_PART' } as const
const linkDays = 90

/**
 * Sends a person the answer to what they asked about their data. Where it cannot leave, the request says that nobody
 * told them yet, and an erasure that waited for the mail waits no longer.
 */
async function sendAnswer(work: Work, requestId: string): Promise<void> {
  const answered = await request(work, requestId)
  if (answered.told !== 'MAIL' || answered.state === 'OPEN') return
  if (await queueAnswer(work, answered)) return
  await markUntold(work, requestId)
  await releaseOrders(work, answerMailOf(requestId))
}

async function queueAnswer(work: Work, answered: DataRequest, mailId = answerMailOf(answered.id)): Promise<boolean> {
  const { id, personId, state } = answered
  if (personId === null || state === 'OPEN' || !(await subjectOf(work, personId))) return false
  const { id: current, fields } = await person(work, personId)
  const to = fields.email?.value
  if (typeof to !== 'string') return false
  const own = await company(work)
  const language: MailLanguage = own.locale
  const isDisclosed = state !== 'DECLINED' && answered.handover?.how === 'PORTAL'
  const expiresAt = new Date(work.now.getTime() + linkDays * 86_400_000)
  const recordId = await recordOfRequest(work, id)
  const link = {
    id: idFrom(mailId, 'link'),
    purpose: 'PORTAL' as const,
    personId: current,
    recordId,
    subjectId: mailId,
    expiresAt,
  }
  const rendered = await renderMail({
    language,
    template: mailTemplate(isDisclosed ? disclosedTemplates[state] : templates[state], language),
    values: {
      'person.name': typeof fields.name?.value === 'string' ? fields.name.value : '',
      'company.name': own.name,
      'receipt.number': receiptNumber(id),
      'request.kind': requestKindWords[language][answered.kind],
      'request.done': doneOf(answered, language),
      'request.refused': answered.refused,
      'request.grounds': answered.grounds.map((ground) => groundWords[language][ground]).join('\n'),
      'request.answer': answered.answer ?? '',
      'request.handover': handoverLine(answered.handover, language),
      ...(isDisclosed && { link: await issueLink(work, link) }),
    },
    sender: senderOf(work, own),
    occasion: { kind: 'PROCEDURE' },
  })
  try {
    await queueMail(work, {
      id: mailId,
      kind: 'ANSWER',
      to,
      personId: current,
      recordId,
      rendered,
      fromName: own.name,
      dueAt: work.now,
    })
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return false
  }
}

/** The same answer, written once more where it was about to leave for an address that was somebody else's by then. */
const secondMailOf = (requestId: string): string => idFrom(answerMailOf(requestId), 'again')

/** The request that a mail answers. */
async function answeredBy(
  work: Work,
  { mailId, personId, recordId }: Pick<SettledMail, 'mailId' | 'personId' | 'recordId'>,
): Promise<DataRequest | undefined> {
  if (personId === null) return undefined
  const asker = await whoToday(work, { personId, sourceRecordId: recordId })
  const records = (await recordsOf(work, asker)).map(({ id }) => id)
  return (await requestsOf(work, asker, records)).find(({ id }) =>
    [answerMailOf(id), secondMailOf(id)].includes(mailId),
  )
}

/** An answer that never left leaves its request with nobody told, so that staff tell the person in another way. */
async function followAnswer(work: Work, settled: SettledMail): Promise<void> {
  const answered = await answeredBy(work, settled)
  if (!answered) return
  const first = answerMailOf(answered.id)
  const isFirst = settled.mailId === first
  if (isFirst && settled.isMisaddressed && (await queueAnswer(work, answered, secondMailOf(answered.id)))) return
  if (settled.outcome === 'REFUSED' || settled.outcome === 'CANCELLED') await markUntold(work, answered.id)
  await releaseOrders(work, first)
}

export const requestMails: readonly Subscription[] = [
  onCompany(dataRequestChanged, 'messages.request-answer', (work, { payload }) => sendAnswer(work, payload.requestId)),
  onCompany(mailSettled, 'messages.request-answered', async (work, { payload }) => {
    if (payload.kind === 'ANSWER') await followAnswer(work, payload)
  }),
]
