import type { MailWords } from './kinds.ts'

export const introductionsEn = {
  INTRODUCTION_REQUEST: {
    subject: 'An employer would like to meet you (answer by {{answer.by}})',
    button: 'Read and answer',
    body: `Dear {{person.name}},

{{employer.name}} would like to talk with you about “{{opening.title}}”.

They do not know your name or how to reach you. Please look at the work, the conditions and what they would receive if you say yes, then answer.

If you say yes, {{employer.name}} promises:
{{promises.list}}

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

If you say yes, {{employer.name}} promises:
{{promises.list}}

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
  REQUEST_TAKEN_BACK: {
    subject: 'A request was taken back: {{opening.title}}',
    button: 'Look at it',
    body: `Dear {{person.name}},

the request of {{employer.name}} about “{{opening.title}}” was taken back on the employer's side. We are sorry, since you had taken it up.

Through this request {{employer.name}} gets neither your name nor how to reach you, and questions you asked are answered no more. There is nothing for you to do.

{{link}}

Your registration and other introductions are not affected.`,
  },
  PROMISE_NEWS: {
    subject: 'About what you were promised',
    button: 'Look at it',
    body: `Dear {{person.name}},

there is news on what {{employer.name}} promised you when you were introduced for “{{opening.title}}”. Please see on this page whether it was kept.

{{link}}

If the record is not what happened, you can tell the operator there. Doing so has no disadvantage for you.`,
  },
  PROMISE_DUE: {
    subject: 'A promise is due on {{answer.by}}: {{opening.title}}',
    button: 'See how it stands',
    body: `Dear {{staff.name}},

a promise to the person who accepted your introduction for “{{opening.title}}” is due soon.

It is due on {{answer.by}}.
{{promises.list}}

{{link}}

What the selection’s record shows (an interview that is set, a step) keeps it by itself. If it was kept in another way, say so on the page. After that day it counts as broken, and the person and the operator are told.`,
  },
  PROMISE_OBJECTED: {
    subject: 'A person says that a promise was not kept: {{opening.title}}',
    button: 'See how it stands',
    body: `Dear {{staff.name}},

the person who accepted your introduction for “{{opening.title}}” has told the operator that this promise was not kept.

The promise:
{{promises.list}}

{{link}}

The operator looks into it and decides. Please write to the person only as the selection needs.`,
  },
  QUESTION_ASKED: {
    subject: 'A question about your request: {{opening.title}}',
    button: 'Answer',
    body: `Dear {{staff.name}},

the person you asked to meet for “{{opening.title}}” has a question, without giving a name. You can read it on this page.

The time to answer ends {{answer.by}}. Please reply soon.

{{link}}`,
  },
  ANSWER_ACCEPTED: {
    subject: 'Introduction accepted: {{opening.title}}',
    button: 'Open',
    body: `Dear {{staff.name}},

the person has accepted your request for “{{opening.title}}”. One slot is spent, and both provision records are made.

They are waiting to hear from you: please write within 3 business days.

This is what you promised them. Whether it is kept is recorded, and told to them and to the operator.
{{promises.list}}

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
  GATE_ENDED: {
    subject: 'Your request did not reach the person: {{opening.title}}',
    button: 'Open',
    body: `Dear {{staff.name}},

your request for “{{opening.title}}” ended with the operator of the relay, who looks at requests first. The person has not heard of it, and your slot is available again.

{{gate.reason}}

You may ask again after mending it.

{{link}}`,
  },
  DISPUTE_NEWS: {
    subject: 'About a complaint concerning your introduction',
    button: 'See what it says',
    body: `Dear {{person.name}},

There is news about a complaint that concerns your introduction to {{employer.name}} ({{opening.title}}). The page says what it is, and until when you may say your part.

{{link}}

Whether you say anything is up to you; nothing is held against you if you do not.`,
  },
} satisfies Partial<MailWords>
