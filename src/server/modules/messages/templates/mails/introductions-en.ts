import type { MailWords } from './kinds.ts'

export const introductionsEn = {
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
  QUESTION_ASKED: {
    subject: 'A question about your request: {{opening.title}}',
    button: 'Answer',
    body: `Dear {{staff.name}},

the person you asked to meet for “{{opening.title}}” has a question, without giving a name.

{{question}}

The time to answer ends {{answer.by}}. Please reply soon.

{{link}}`,
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
  DISPUTE_NEWS: {
    subject: 'About a complaint concerning your introduction',
    button: 'See what it says',
    body: `Dear {{person.name}},

There is news about a complaint that concerns your introduction to {{employer.name}} ({{opening.title}}). The page says what it is, and until when you may say your part.

{{link}}

Whether you say anything is up to you; nothing is held against you if you do not.`,
  },
} satisfies Partial<MailWords>
