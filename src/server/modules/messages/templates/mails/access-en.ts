import type { MailWords } from './kinds.ts'

export const accessEn = {
  ONE_TIME_CODE: {
    subject: 'Your code',
    button: null,
    body: `Here is your code:

{{code}}

It is valid for 10 minutes. Please enter it on the page you have open.

Do not pass it on; nobody of ours will ask you for it. If you did not ask for a code, please delete this mail.`,
  },
  LOST_LINK: {
    subject: '{{company.name}}: your personal link',
    button: 'Open the page',
    body: `As you asked, here is your personal link for what {{company.name}} wrote to you about.

{{link}}

It is valid until {{link.expires}}. Links sent from that page before no longer work.

If you did not ask for it, please delete this mail. Nothing changes unless the link is opened.`,
  },
  NOT_ME_LINK: {
    subject: '{{company.name}}: a link to stop these mails',
    button: 'Open the page that stops them',
    body: `Somebody told us that mails reach this address by mistake. With this link the mails of {{company.name}} can be stopped:

{{link}}

Open it, go on, and press “Tell us it is not for me”. Nothing more is sent, and a person looks into the address; no name is asked for. The link is valid until {{link.expires}}.

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
  PASSKEY_ADDED: {
    subject: '{{service.name}}: a passkey was added',
    button: 'See your passkeys',
    body: `Dear {{person.name}},

a passkey was added to your pages of “{{service.name}}”. It can be used to sign in from now on.

・When: {{receipt.at}}
・Name of the device: {{passkey.name}}

If you added it yourself, there is nothing to do.

If you did not, please open “Where your pages are open, and passkeys” by this link, remove the passkey, and close every browser that you do not know.

{{link}}`,
  },
  PASSKEY_REMOVED: {
    subject: '{{service.name}}: a passkey was removed',
    button: 'See your passkeys',
    body: `Dear {{person.name}},

a passkey was removed from your pages of “{{service.name}}” and opens nothing any more. Personal links and codes go on working.

・When: {{receipt.at}}
・Name of the device: {{passkey.name}}

If you removed it yourself, there is nothing to do.

If you did not, please open “Where your pages are open, and passkeys” by this link, and close every browser that you do not know.

{{link}}`,
  },
} satisfies Partial<MailWords>
