import type { MailWords } from './kinds.ts'

export const poolEn = {
  STAY_QUESTION: {
    subject: 'Do you want to stay in the Career Relay? (answer by {{answer.by}})',
    button: 'Stay or leave',
    body: `Dear {{person.name}},

You are registered in the Career Relay, which {{operator.name}} runs. Since {{last.heard}} we have not heard from you, so we ask whether we may go on keeping your registration.

The page below lets you choose: to stay, or to leave and have your information erased.

{{link}}

- If you do not answer by {{answer.by}}, your registration and what we keep about you are deleted.
- Neither leaving nor not answering has any disadvantage for an application later, and you may register again.
- This is the only mail about this question.`,
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
  UNSUBSCRIBED: {
    subject: 'You will receive no more of these mails',
    button: 'Change what you receive',
    body: `Mails of the kind “{{mail.kind}}” from {{company.name}} are stopped.

Results of selections, codes and receipts for what you do will still be sent. If you did not mean to stop them, this link brings them back.

{{link}}`,
  },
} satisfies Partial<MailWords>
