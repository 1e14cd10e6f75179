import type { Module } from '../../kernel/module.ts'
import { listed } from '../../kernel/jobs.ts'
import { contributions } from './contributions.ts'
import { deliveries, settleLost } from './delivery.ts'
import { inboundMails } from './inbound.ts'
import { requestMails } from './request-mails.ts'
import { remindOfRequests } from './request-reminders.ts'
import { routes } from './routes.ts'
import { onCompany } from '../../kernel/announcements.ts'
import { dataRequestChanged } from '../consent/index.ts'
import { followRequest } from './suppression.ts'

export { mailSettled, replyArrived } from './announcements.ts'
export { contactsLeft, returnContact, spendContact } from './budget.ts'
export type { Rendered } from './content.ts'
export { startInbound } from './inbound-server.ts'
export type { InboundServer } from './inbound-server.ts'
export { mailKinds, mayPass } from './kinds.ts'
export type { MailKind, SuppressionReason } from './kinds.ts'
export { checkLetter, letterTemplate, letterTemplates, rewriteLetter } from './letter-templates.ts'
export type { LetterKey, LetterTemplate } from './letter-templates.ts'
export { deadLinkUrl, findLink, issueLink, linkUrl, readLink, revokeLinksOf } from './links.ts'
export type { Link, LinkPurpose, NewLink } from './links.ts'
export { countLinks, linkById, newestLink } from './store-links.ts'
export { cancelMail, mail, queueMail, rewriteMail } from './mails.ts'
export type { MailView, NewMail } from './mails.ts'
export { lockWaiting, mailsOf, type MailState } from './store.ts'
export { undelivered } from './store-events.ts'
export { isFoundRight, suppress, suppressed, suppressedOf, unsuppress } from './suppression.ts'
export { timelineOf, wasMailed } from './timeline.ts'
export type { TimelineEntry } from './timeline.ts'
export { waitingMail, type WaitingMail } from './reports.ts'
export { senderOf } from './preview.ts'
export { groundWords, requestKindWords } from './request-words.ts'
export { mailTemplate, renderMail } from './templates/index.ts'
export type { LetterOffer, LetterStage, MailLanguage, MailTemplate, RenderedMail, Sender } from './templates/index.ts'
export { settleUnknown } from './unknown.ts'
export { resubscribeByToken, unsubscribeByToken } from './unsubscribe.ts'
export { intoWindow, sendWindow } from './window.ts'

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
