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
} satisfies Partial<MailWords>
