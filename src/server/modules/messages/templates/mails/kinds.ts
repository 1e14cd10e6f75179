import type { PlaceholderName } from '../placeholders.ts'

/** The placeholders of each mail that the product itself writes. */
export const allowed = {
  ONE_TIME_CODE: ['code'],
  LOST_LINK: ['company.name', 'link', 'link.expires'],
  STAFF_INVITATION: ['person.name', 'company.name', 'staff.name', 'link', 'link.expires'],
  PASSWORD_RESET: ['link', 'link.expires'],
  CONSENT_GIVEN: [
    'person.name',
    'receipt.number',
    'receipt.at',
    'consent.purpose',
    'consent.recipient',
    'consent.items',
    'consent.until',
    'link',
  ],
  CONSENT_WITHDRAWN: ['person.name', 'receipt.number', 'receipt.at', 'consent.purpose', 'consent.recipient', 'link'],
  REGISTRATION: ['person.name', 'service.name', 'receipt.at', 'consents.list', 'link'],
  RENEWAL: ['person.name', 'consent.until', 'consents.list', 'link'],
  BASIS_QUESTION: ['person.name', 'company.name', 'answer.by', 'link'],
  INTRODUCTION_REQUEST: ['person.name', 'employer.name', 'opening.title', 'answer.by', 'link'],
  INTRODUCTION_REMINDER: ['person.name', 'employer.name', 'opening.title', 'answer.by', 'link'],
  QUESTION_ANSWERED: ['person.name', 'employer.name', 'opening.title', 'answer.by', 'link'],
  DISPUTE_NEWS: ['person.name', 'employer.name', 'opening.title', 'link'],
  REFRESH_REQUEST: ['person.name', 'company.name', 'link', 'link.expires'],
  POOL_RENEWAL: ['person.name', 'company.name', 'consent.until', 'link'],
  ANSWER_ACCEPTED: ['staff.name', 'opening.title', 'link'],
  ANSWER_DECLINED: ['staff.name', 'opening.title', 'link'],
  ANSWER_LAPSED: ['staff.name', 'opening.title', 'link'],
  QUESTION_ASKED: ['staff.name', 'opening.title', 'answer.by', 'question', 'link'],
  UNSUBSCRIBED: ['company.name', 'mail.kind', 'link'],
  EXPORT_READY: ['person.name', 'link', 'link.expires'],
  ERASURE_ACCEPTED: ['receipt.number'],
  REQUEST_ACCEPTED: ['company.name', 'receipt.number', 'request.kind', 'answer.by', 'link'],
  REQUEST_GRANTED: ['person.name', 'company.name', 'receipt.number', 'request.kind', 'request.answer'],
  REQUEST_GRANTED_IN_PART: [
    'person.name',
    'company.name',
    'receipt.number',
    'request.kind',
    'request.refused',
    'request.grounds',
    'request.answer',
  ],
  REQUEST_REFUSED: [
    'person.name',
    'company.name',
    'receipt.number',
    'request.kind',
    'request.grounds',
    'request.answer',
  ],
  REQUESTS_DUE: ['staff.name', 'requests.list', 'link'],
} as const satisfies Record<string, readonly PlaceholderName[]>

export type MailKind = keyof typeof allowed
export type MailWords = Record<MailKind, { subject: string; body: string; button: string | null }>
