import type { Module } from '../../kernel/module.ts'
import { listed } from '../../kernel/jobs.ts'
import { contributions } from './contributions.ts'
import { deliveries, settleLost } from './sending/delivery.ts'
import { inboundMails } from './inbound/inbound.ts'
import { requestMails } from './requests/request-mails.ts'
import { remindOfRequests } from './requests/request-reminders.ts'
import { routes } from './routes.ts'
import { onCompany } from '../../kernel/announcements.ts'
import { dataRequestChanged } from '../consent/index.ts'
import { followRequest } from './sending/suppression.ts'

export { mailSettled, replyArrived } from './announcements.ts'
export { contactsLeft, returnContact, spendContact } from './sending/budget.ts'
export type { Rendered } from './content.ts'
export { startInbound } from './inbound/inbound-server.ts'
export type { InboundServer } from './inbound/inbound-server.ts'
export { mailKinds, mayPass } from './kinds.ts'
export type { MailKind, SuppressionReason } from './kinds.ts'
export { checkLetter, letterTemplate, letterTemplates, rewriteLetter } from './letter-templates.ts'
export type { LetterKey, LetterTemplate } from './letter-templates.ts'
export {
  countLinks,
  deadLinkUrl,
  findLink,
  issueLink,
  linkUrl,
  newestLink,
  readLink,
  revokeLinksOf,
} from './links/links.ts'
export type { Link, LinkPurpose, NewLink } from './links/links.ts'
export { linkById } from './links/store-links.ts'
export { cancelMail, mail, queueMail, rewriteMail } from './mails.ts'
export type { MailView, NewMail } from './mails.ts'
export { lockWaiting, type MailState } from './store.ts'
export { undelivered } from './store-events.ts'
export { isFoundRight, suppress, suppressed, suppressedOf, unsuppress } from './sending/suppression.ts'
export { mailsOf, timelineOf, wasMailed } from './timeline.ts'
export type { TimelineEntry } from './timeline.ts'
export { waitingMail, type WaitingMail } from './reports.ts'
export { senderOf } from './preview.ts'
export { groundWords, handoverWords, requestKindWords } from './requests/request-words.ts'
export { mailTemplate, renderMail } from './templates/index.ts'
export type { LetterOffer, LetterStage, MailLanguage, MailTemplate, RenderedMail, Sender } from './templates/index.ts'
export { settleUnknown } from './sending/unknown.ts'
export { resubscribeByToken, unsubscribeByToken } from './links/unsubscribe.ts'
export { intoWindow, sendWindow } from './sending/window.ts'

export const messagesModule: Module = {
  name: 'messages',
  routes,
  intents: [deliveries, inboundMails],
  jobs: [listed(settleLost), listed(remindOfRequests)],
  subscriptions: [
    ...requestMails,
    onCompany(dataRequestChanged, 'messages.suppression', (work, { payload }) =>
      followRequest(work, payload.requestId),
    ),
  ],
  contributions,
}
