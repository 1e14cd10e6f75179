import type { MailWords } from './mails.ts'

export const mailsEn: MailWords = {
  ONE_TIME_CODE: {
    subject: 'Your code',
    button: null,
    body: `Here is your code:

{{code}}

It is valid for 10 minutes. Please enter it on the page you have open.

Do not pass it on; nobody of ours will ask you for it. If you did not ask for a code, please delete this mail.`,
  },
  LOST_LINK: {
    subject: 'Your personal link',
    button: 'Open the page',
    body: `As you asked, here is your personal link for what {{company.name}} wrote to you about.

{{link}}

It is valid until {{link.expires}}. Earlier links no longer work.

If you did not ask for it, please delete this mail. Nothing changes unless the link is opened.`,
  },
  STAFF_INVITATION: {
    subject: 'Invitation to the hiring system of {{company.name}}',
    button: 'Accept the invitation',
    body: `Dear {{person.name}},

{{staff.name}} invites you to the hiring system “Tasuki” of {{company.name}}. Please choose your password with this link.

{{link}}

It is valid until {{link.expires}}. After that, please ask {{staff.name}} for another invitation.`,
  },
  PASSWORD_RESET: {
    subject: 'Choose another password',
    button: 'Choose a password',
    body: `You asked to choose another password. Please do so with this link.

{{link}}

It is valid until {{link.expires}}.

If you did not ask for it, please delete this mail. Your present password stays as it is.`,
  },
  CONSENT_GIVEN: {
    subject: 'Consent receipt {{receipt.number}}',
    button: 'Review or withdraw',
    body: `Dear {{person.name}},

we have recorded your consent. You may keep this mail as your receipt.

・Receipt: {{receipt.number}}
・When: {{receipt.at}}
・Purpose: {{consent.purpose}}
・Recipient: {{consent.recipient}}
・What is shared: {{consent.items}}
・Until: {{consent.until}}

You can withdraw at any time, without giving a reason.

{{link}}`,
  },
  CONSENT_WITHDRAWN: {
    subject: 'Receipt for your withdrawal {{receipt.number}}',
    button: 'See your consents',
    body: `Dear {{person.name}},

we have recorded that you withdrew this consent.

・Receipt: {{receipt.number}}
・When: {{receipt.at}}
・Purpose: {{consent.purpose}}
・Recipient: {{consent.recipient}}

Nothing more will be provided for this purpose. We ask those who have received something to stop using it.

{{link}}`,
  },
  REGISTRATION: {
    subject: 'Your registration with {{service.name}}',
    button: 'See your registration',
    body: `Dear {{person.name}},

you have registered with “{{service.name}}” ({{receipt.at}}). These are the consents you chose:

{{consents.list}}

Nothing is provided for any other purpose or to anybody else. With your personal link you can change your entries, withdraw consents or leave at any time.

{{link}}`,
  },
  RENEWAL: {
    subject: 'A consent of yours ends on {{consent.until}}',
    button: 'Say whether it goes on',
    body: `Dear {{person.name}},

what you agreed to earlier will soon end:

{{consents.list}}

One press says whether it goes on or stops here.

{{link}}

- If you do not answer, it ends by itself on that day, and nobody is told anything any more.
- Stopping here has no disadvantage.
- This is the only mail about this date.`,
  },
  BASIS_QUESTION: {
    subject: '{{company.name}}: may we go on keeping your information?',
    button: 'Look at it and answer',
    body: `Dear {{person.name}},

{{company.name}} has information about you from an earlier application, an event or the like. We do not have your word on whether we may go on keeping it, so we ask.

The page shows what we have. Please choose whether you agree that it is kept, or want it erased.

{{link}}

- If you do not answer by {{answer.by}}, that does not count as a yes: your information is then among what we delete.
- Neither answer, nor leaving this unanswered, has any disadvantage for an application later.
- This is the only mail about this question.`,
  },
  INTRODUCTION_REQUEST: {
    subject: 'An employer would like to meet you (answer by {{answer.by}})',
    button: 'Read and answer',
    body: `Dear {{person.name}},

{{employer.name}} would like to talk with you about “{{opening.title}}”.

They do not know your name or how to reach you. Please look at the work, the conditions and what they would receive if you say yes, then answer.

{{link}}

・Please answer by {{answer.by}}.
・Saying no has no disadvantage for you.
・No answer counts as no, and your name is not told.`,
  },
  INTRODUCTION_REMINDER: {
    subject: 'Your answer to an introduction (by {{answer.by}})',
    button: 'Read and answer',
    body: `Dear {{person.name}},

the time to answer the introduction to {{employer.name}} for “{{opening.title}}” will soon be over. If you have just answered, please disregard this mail.

{{link}}

Please answer by {{answer.by}}. No answer counts as no, and your name and contact are not told. We will not write about this introduction again.`,
  },
  QUESTION_ANSWERED: {
    subject: 'Your question has been answered',
    button: 'Read the answer',
    body: `Dear {{person.name}},

{{employer.name}} has answered your question about “{{opening.title}}”. They still do not know your name.

{{link}}

Please decide by {{answer.by}}.`,
  },
  DISPUTE_NEWS: {
    subject: 'About a complaint concerning your introduction',
    button: 'See what it says',
    body: `Dear {{person.name}},

There is news about a complaint that concerns your introduction to {{employer.name}} ({{opening.title}}). The page says what it is, and until when you may say your part.

{{link}}

Whether you say anything is up to you; nothing is held against you if you do not.`,
  },
  REFRESH_REQUEST: {
    subject: 'Is this still right? Your entries with {{company.name}}',
    button: 'Check in a minute',
    body: `Dear {{person.name}},

may we ask whether what you told us is still right? If so, one press is all it takes.

{{link}}

The link is valid until {{link.expires}}. You need not answer: your entries then simply count as unconfirmed, and we will not keep asking.`,
  },
  POOL_RENEWAL: {
    subject: 'Staying in the talent pool of {{company.name}}',
    button: 'Choose',
    body: `Dear {{person.name}},

Your consent to stay in the talent pool of {{company.name}} ends on {{consent.until}}. Please choose whether you would like to hear of openings after that. Either answer takes one press of a button.

{{link}}

If you do not answer, you leave the pool on {{consent.until}} and will not be written to about openings any more.`,
  },
  ANSWER_ACCEPTED: {
    subject: 'Introduction accepted: {{opening.title}}',
    button: 'Open',
    body: `Dear {{staff.name}},

the person has accepted your request for “{{opening.title}}”. One slot is spent, and both provision records are made.

They are waiting to hear from you: please write within 3 business days.

{{link}}`,
  },
  ANSWER_DECLINED: {
    subject: 'Introduction declined: {{opening.title}}',
    button: 'Open',
    body: `Dear {{staff.name}},

the person has decided not to be introduced for “{{opening.title}}”. Your slot is available again.

No reason is passed on. Please do not ask the same person again.

{{link}}`,
  },
  ANSWER_LAPSED: {
    subject: 'Introduction lapsed: {{opening.title}}',
    button: 'Open',
    body: `Dear {{staff.name}},

there was no answer in time to your request for “{{opening.title}}”, so it has ended. Your slot is available again.

{{link}}`,
  },
  QUESTION_ASKED: {
    subject: 'A question about your request: {{opening.title}}',
    button: 'Answer',
    body: `Dear {{staff.name}},

the person you asked to meet for “{{opening.title}}” has a question, without giving a name.

{{question}}

The time to answer ends {{answer.by}}. Please reply soon.

{{link}}`,
  },
  UNSUBSCRIBED: {
    subject: 'You will receive no more of these mails',
    button: 'Change what you receive',
    body: `Mails of the kind “{{mail.kind}}” from {{company.name}} are stopped.

Results of selections, codes and receipts for what you do will still be sent. If you did not mean to stop them, this link brings them back.

{{link}}`,
  },
  EXPORT_READY: {
    subject: 'Your data is ready',
    button: 'Save the file',
    body: `Dear {{person.name}},

the file with your data is ready. Before you can save it we ask for a code.

{{link}}

It can be saved until {{link.expires}}.`,
  },
  ERASURE_ACCEPTED: {
    subject: 'Your request for erasure {{receipt.number}}',
    button: null,
    body: `We have accepted your request for erasure.

・Reference: {{receipt.number}}

Your data is erased at once, and from backups within 30 days. About records held by companies you will hear within 14 days.

Only the record that something was provided to a third party is kept, for 3 years, as the Act on the Protection of Personal Information requires.`,
  },
  REQUEST_ACCEPTED: {
    subject: '{{company.name}}: your request ({{request.kind}}) is accepted, no. {{receipt.number}}',
    button: 'See your request',
    body: `We have accepted your request about your personal data ({{request.kind}}).

・Reference: {{receipt.number}}
・Answered by: {{answer.by}}

Somebody at {{company.name}} looks into it and answers by that day. You see what became of it by this link, in the menu under “Requests about your data”:

{{link}}`,
  },
  REQUEST_GRANTED: {
    subject: '{{company.name}}: your request ({{request.kind}}), no. {{receipt.number}}',
    button: null,
    body: `Dear {{person.name}},

Thank you for your request about your personal data ({{request.kind}}, no. {{receipt.number}}). {{company.name}} grants it.

{{request.answer}}

If anything is unclear, please reply to this mail.`,
  },
  REQUEST_GRANTED_IN_PART: {
    subject: '{{company.name}}: your request ({{request.kind}}), no. {{receipt.number}}',
    button: null,
    body: `Dear {{person.name}},

Thank you for your request about your personal data ({{request.kind}}, no. {{receipt.number}}). {{company.name}} grants it in part. We regret that we cannot do the following:

- Not granted: {{request.refused}}

Why:
{{request.grounds}}

Our answer:
{{request.answer}}

If you do not agree, or if anything is unclear, please reply to this mail; we will look at it again.`,
  },
  REQUEST_REFUSED: {
    subject: '{{company.name}}: your request ({{request.kind}}), no. {{receipt.number}}',
    button: null,
    body: `Dear {{person.name}},

Thank you for your request about your personal data ({{request.kind}}, no. {{receipt.number}}). After looking at it with care, {{company.name}} regrets that it cannot grant it.

Why:
{{request.grounds}}

Our answer:
{{request.answer}}

If you do not agree, or if anything is unclear, please reply to this mail; we will look at it again.`,
  },
  REQUESTS_DUE: {
    subject: 'Requests about personal data are due',
    button: 'Open the requests',
    body: `Dear {{staff.name}},

These requests of people about their own data are due soon, or late. Please answer them without delay.

{{requests.list}}

{{link}}`,
  },
}
