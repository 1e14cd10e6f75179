import type { GateStanding } from '../../../../contract/introductions/gate-standing.ts'
import { gateReasonNames } from '../../../../contract/introductions/gate-words.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { company, staffMember } from '../../accounts/index.ts'
import { mailTemplate, queueMail, renderMail, type MailLanguage } from '../../messages/index.ts'
import { promiseSentence } from '../../../../contract/introductions/promise-words.ts'
import type { StatedPromise } from '../../../../contract/introductions/promises.ts'
import type { Promised } from '../promises/store-promises.ts'
import type { Request } from '../asking/store-requests.ts'

type Occasion =
  | { occasion: 'ACCEPTED' | 'DECLINED' | 'LAPSED' | 'WITHDRAWN' }
  | { occasion: 'GATE_ENDED'; gate: GateEnd }
  | { occasion: 'QUESTION'; questionId: string }
  | { occasion: 'PROMISE_DUE' | 'PROMISE_OBJECTED'; promise: Promised }

const templates = {
  ACCEPTED: 'ANSWER_ACCEPTED',
  DECLINED: 'ANSWER_DECLINED',
  LAPSED: 'ANSWER_LAPSED',
  // Why a person is gone is not told: to the company it is a no.
  WITHDRAWN: 'ANSWER_DECLINED',
  GATE_ENDED: 'GATE_ENDED',
  QUESTION: 'QUESTION_ASKED',
  PROMISE_DUE: 'PROMISE_DUE',
  PROMISE_OBJECTED: 'PROMISE_OBJECTED',
} as const

type GateEnd = Pick<GateStanding, 'reason' | 'note'>

const ranOut = { ja: '期限までに確認が終わりませんでした。', en: 'The time to look at it ran out.' }
const gateText = ({ reason, note }: GateEnd, language: MailLanguage): string =>
  [reason === null ? ranOut[language] : gateReasonNames[language][reason], note].filter(Boolean).join('\n')

/** Tells whoever asked for the introduction what became of it; nobody where they have left the company. */
export async function tellStaff(work: Work, request: Request, about: Occasion): Promise<void> {
  const asker = await staffMember(work, request.askedBy)
  if (!asker || asker.state !== 'ACTIVE') return
  const own = await company(work)
  const language: MailLanguage = own.locale
  const { consoleUrl } = work.installation.config
  const rendered = await renderMail({
    language,
    template: mailTemplate(templates[about.occasion], language),
    values: {
      'staff.name': asker.name,
      'opening.title': request.job.openingTitle,
      'answer.by': dayText('promise' in about ? about.promise.dueAt : request.answerBy, language, own.timeZone),
      'promises.list': promiseLines('promise' in about ? [about.promise] : request.promises, language),
      ...('gate' in about && { 'gate.reason': gateText(about.gate, language) }),
      link: new URL(`/introductions/${request.id}`, consoleUrl).href,
    },
    sender: {
      name: own.name,
      postalAddress: own.address ?? '',
      contactName: own.name,
      contactEmail: own.contactMail ?? work.installation.config.MAIL_FROM,
      privacyUrl: new URL('/privacy', work.installation.config.portalUrl).href,
      operatorName: null,
    },
    occasion: { kind: 'STAFF' },
  })
  await queueMail(work, {
    id: idFrom(request.id, 'staff-mail', partOf(about)),
    kind: 'STAFF',
    to: asker.email,
    rendered,
    fromName: own.name,
    dueAt: work.now,
  })
}

/** What tells one mail about an introduction from another. */
function partOf(about: Occasion): string {
  if ('questionId' in about) return about.questionId
  return 'promise' in about ? `${about.occasion} ${about.promise.id}` : about.occasion
}

/** Each promise as a line of a mail; nothing where none was made. */
export const promiseLines = (
  promises: readonly (Pick<StatedPromise, 'kind' | 'days'> & { steps: readonly string[] })[],
  language: MailLanguage,
): string => promises.map((one) => promiseSentence(one, language)).join('\n')

export const dayText = (at: Date, language: MailLanguage, timeZone: string): string =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { dateStyle: 'long', timeZone }).format(at)
