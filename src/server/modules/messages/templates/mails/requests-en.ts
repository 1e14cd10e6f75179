import type { MailWords } from './kinds.ts'

export const requestsEn = {
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

■ What is erased

・What you registered (name, contact, work history, wishes), your anonymous profile and everything made for searching
・Files you sent
・Introductions and questions
・Records of applications and selections held by companies, as far as your request covers them

What you registered is erased at once, and from backups within 30 days. About records held by companies you will hear within 14 days.

■ What stays

・The record that something was provided to a third party (3 years, as the Act on the Protection of Personal Information requires)
・The fact that consents were given and withdrawn (without your name)
・An irreversible code that keeps you from being imported or written to again
・Counts that name nobody`,
  },
  REGISTRATION_ENDED: {
    subject: 'Your registration has ended and is erased {{receipt.number}}',
    button: 'See what the company holds of your application',
    body: `Dear {{person.name}},

Your registration in “{{service.name}}” has ended, and what you registered is erased.

・Reference: {{receipt.number}}
・At: {{receipt.at}}

■ What is erased

・What you registered (name, contact, work history, wishes), your anonymous profile and everything made for searching
・Introductions and questions

Companies that received your information were asked to erase it. From backups it is erased within 30 days.

■ What stays

・The record that something was provided to a third party (3 years, as the Act on the Protection of Personal Information requires, without your name)
・The fact that consents were given and withdrawn (without your name)
・The record of your application at {{company.name}}

The link below shows that record; you can ask there that it is erased as well.

{{link}}

Thank you for having used it. You may register again at any time by the link in a mail of a company.`,
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
  CORRECTIONS_ACCEPTED: {
    subject: '{{company.name}}: your request (correction) is accepted, no. {{receipt.number}}',
    button: 'See your request',
    body: `We have accepted your request to correct your personal data.

・Reference: {{receipt.number}}
・Answered by: {{answer.by}}

■ What you say is wrong

{{corrections.list}}

Somebody at {{company.name}} looks into it and answers by that day. You see what became of it by this link, in the menu under “Requests about your data”:

{{link}}`,
  },
  REQUEST_GRANTED: {
    subject: '{{company.name}}: your request ({{request.kind}}), no. {{receipt.number}}',
    button: null,
    body: `Dear {{person.name}},

Thank you for your request about your personal data ({{request.kind}}, no. {{receipt.number}}). As you asked, {{company.name}} has {{request.done}}.

{{request.answer}}

{{request.handover}}

If anything is unclear, please reply to this mail.`,
  },
  REQUEST_DISCLOSED: {
    subject: '{{company.name}}: your request ({{request.kind}}), no. {{receipt.number}}',
    button: 'Get what is disclosed',
    body: `Dear {{person.name}},

Thank you for your request about your personal data ({{request.kind}}, no. {{receipt.number}}). {{company.name}} grants it. You can save it as electronic data by this link, in the menu under “Requests about your data”; we ask for a code first:

{{link}}

{{request.answer}}

{{request.handover}}

If anything is unclear, please reply to this mail.`,
  },
  REQUEST_GRANTED_IN_PART: {
    subject: '{{company.name}}: your request ({{request.kind}}), no. {{receipt.number}}',
    button: null,
    body: `Dear {{person.name}},

Thank you for your request about your personal data ({{request.kind}}, no. {{receipt.number}}). For a part of it, {{company.name}} has {{request.done}}. We regret that we cannot do the following:

- Not granted: {{request.refused}}

Why:
{{request.grounds}}

Our answer:
{{request.answer}}

{{request.handover}}

If you do not agree, or if anything is unclear, please reply to this mail; we will look at it again.`,
  },
  REQUEST_DISCLOSED_IN_PART: {
    subject: '{{company.name}}: your request ({{request.kind}}), no. {{receipt.number}}',
    button: 'Get what is disclosed',
    body: `Dear {{person.name}},

Thank you for your request about your personal data ({{request.kind}}, no. {{receipt.number}}). {{company.name}} grants it in part. You can save what is disclosed as electronic data by this link, in the menu under “Requests about your data”; we ask for a code first:

{{link}}

We regret that we cannot disclose the following:

- Not disclosed: {{request.refused}}

Why:
{{request.grounds}}

Our answer:
{{request.answer}}

{{request.handover}}

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
} satisfies Partial<MailWords>
