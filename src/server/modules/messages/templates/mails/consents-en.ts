import type { MailWords } from './kinds.ts'

export const consentsEn = {
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

{{consent.after}}

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
} satisfies Partial<MailWords>
