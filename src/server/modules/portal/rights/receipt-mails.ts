import type { Purpose } from '../../../../contract/consent/consent.ts'
import { receiptNumber } from '../../../../contract/consent/receipt-number.ts'
import { textIn } from '../../../../portal/index.ts'
import { onAcross, onCompany, type Subscription } from '../../../kernel/announcements.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, inMember, systemActor, type Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import {
  consentChanged,
  consentsMade,
  memberConsentChanged,
  memberConsentsMade,
  memberTextShown,
  textShown,
  type Decided,
} from '../../consent/index.ts'
import { person, recordsOf, whoToday } from '../../people/index.ts'
import { findMember, memberCompanies, network, networkName } from '../../relay/index.ts'
import { momentText, queueProcedureMail } from './procedure-mail.ts'
import { wordsOf } from './receipts.ts'

const actor = systemActor('portal.receipts')

type Words = { body: string; language: string }
type Receipt = {
  decided: Decided
  text: Words
  recipient: string
  to: string
  name: string
  personId: string
  recordId: string | null
  until: Date | null
}

/** Where the request stands that a withdrawal from the company's pool is. */
const where = {
  ja: '状況は、次のリンクのメニュー「開示・利用停止などのご請求」からご確認いただけます。',
  en: ' The menu behind the link shows how your request stands.',
} as const

/** What a withdrawal leads to, as the page says it. */
const afterWithdrawal = (purpose: Purpose, language: 'ja' | 'en'): string =>
  textIn(language).sharing.consents.after[purpose] + (purpose === 'POOL' ? where[language] : '')

/** One mail per decision, under the decision's id. An address that is not written to gets none. */
async function queueReceipt(work: Work, { decided, text, recipient, until, name, ...to }: Receipt): Promise<void> {
  const language = text.language === 'en' ? 'en' : 'ja'
  const { timeZone } = await company(work)
  const { title, items } = wordsOf(text)
  const isGiven = decided.decision === 'GIVEN'
  const untilWithdrawn = language === 'ja' ? '撤回される' : 'you withdraw it'
  await queueProcedureMail(work, {
    ...to,
    id: idFrom('portal.receipt', decided.eventId),
    language,
    template: isGiven ? 'CONSENT_GIVEN' : 'CONSENT_WITHDRAWN',
    values: {
      'person.name': name,
      'receipt.number': receiptNumber(decided.receiptId),
      'receipt.at': momentText(decided.occurredAt, { language, timeZone }),
      'consent.purpose': title,
      'consent.recipient': recipient,
      ...(!isGiven && { 'consent.after': afterWithdrawal(decided.purpose, language) }),
      ...(isGiven && {
        'consent.items': items.join(language === 'ja' ? '、' : ', '),
        'consent.until': until ? momentText(until, { language, timeZone }) : untilWithdrawn,
      }),
    },
    withLink: true,
  })
}

/** What was answered while registering stands in the one mail of the registration. */
const hasOwnReceipt = ({ how, decision }: Decided) => how !== 'LETTER' && decision !== 'REFUSED'

type Heard = { personId: string; sourceRecordId: string; eventId: string }

/** A decision about the company's own pool; one that was made for each record of a person is one to the person. */
async function receiptOfCompany(work: Work, { eventId, ...decider }: Heard): Promise<void> {
  const { sourceRecordId } = decider
  const personId = await whoToday(work, decider)
  const sourceRecordIds = (await recordsOf(work, personId)).map(({ id }) => id)
  const made = await consentsMade(work, sourceRecordIds)
  const decided = made.find((one) => one.eventId === eventId)
  if (!decided || !hasOwnReceipt(decided)) return
  const same = made.filter((one) => one.purpose === decided.purpose && one.recipient === decided.recipient)
  if (same[same.indexOf(decided) + 1]?.decision === decided.decision) return
  const text = await textShown(work, decided.textHash)
  const { fields } = await person(work, personId)
  const to = fields.email?.value
  if (!text || typeof to !== 'string') return
  const { name: recipient } = await company(work)
  const name = typeof fields.name?.value === 'string' ? fields.name.value : ''
  const until = decided.expiresAt
  await queueReceipt(work, { decided, text, recipient, until, to, name, personId, recordId: sourceRecordId })
}

/** A decision of a member, told by the company whose letter brought them; nothing once the member is erased. */
async function receiptOfMember(
  installation: Installation,
  { realmId: memberId, payload }: { realmId: string; payload: { eventId: string } },
): Promise<void> {
  const found = await inMember(installation, { memberId, actor }, async (work) => {
    const decided = (await memberConsentsMade(work)).find(({ eventId }) => eventId === payload.eventId)
    const text = decided && (await memberTextShown(work, decided.textHash))
    return { member: await findMember(work), decided, text, companies: await memberCompanies(work) }
  })
  const { member, decided, text } = found
  const [by] = found.companies
  if (!by || !text || !decided || !hasOwnReceipt(decided) || !member?.mail) return
  const { companyId, personId, sourceRecordId: recordId } = by
  const isNetwork = decided.recipient === network
  const recipient = isNetwork
    ? networkName[text.language === 'en' ? 'en' : 'ja']
    : (await inCompany(installation, { companyId: decided.recipient, actor }, company)).name
  const { mail: to, displayName } = member
  const until = decided.expiresAt
  await inCompany(installation, { companyId, actor }, (work) =>
    queueReceipt(work, { decided, text, recipient, until, to, name: displayName ?? '', personId, recordId }),
  )
}

export const receiptMails: readonly Subscription[] = [
  onCompany(consentChanged, 'portal.receipt', (work, { payload }) => receiptOfCompany(work, payload)),
  onAcross(memberConsentChanged, 'portal.member-receipt', receiptOfMember),
]
