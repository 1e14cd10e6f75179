/**
 * What a mail is for.
 * - to a person about their own application or request: LETTER (rejection notice), CODE, RECEIPT, ANSWER;
 * - to a person at the company's own wish: REFRESH, SCOUT, INTRODUCTION, NOTICE: these count as contacts;
 * - to staff: FORWARD (a person's reply), SAMPLE (a letter sent to oneself first), STAFF.
 */
export const mailKinds = [
  'LETTER',
  'CODE',
  'RECEIPT',
  'ANSWER',
  'REFRESH',
  'SCOUT',
  'INTRODUCTION',
  'NOTICE',
  'FORWARD',
  'SAMPLE',
  'STAFF',
] as const
export type MailKind = (typeof mailKinds)[number]

export const suppressionReasons = ['HARD_BOUNCE', 'COMPLAINT', 'UNSUBSCRIBE', 'UNREACHABLE'] as const
export type SuppressionReason = (typeof suppressionReasons)[number]

const contacts: ReadonlySet<MailKind> = new Set(['REFRESH', 'SCOUT', 'INTRODUCTION', 'NOTICE'])
const asked: ReadonlySet<MailKind> = new Set(['CODE', 'RECEIPT', 'ANSWER'])

/** Whether a mail spends the contact budget; rejection notices, codes, receipts and answers never do. */
export const isContact = (kind: MailKind): boolean => contacts.has(kind)

/** Whether a mail leaves only in the company's send window: what was asked for a moment ago does not wait. */
export const waitsForWindow = (kind: MailKind): boolean => kind === 'LETTER' || isContact(kind)

/**
 * Whether a mail is for the human it was written about and for nobody else, whoever has its address by the time it leaves.
 * A code or receipt goes to where somebody asked for it a moment ago, and what staff are sent is for staff.
 */
export const isForAddressee = (kind: MailKind): boolean => waitsForWindow(kind) || kind === 'ANSWER'

/** Whether an address with this mark may still be sent this kind: who unsubscribed is sent what they themselves ask for. */
export const mayPass = (kind: MailKind, reason: SuppressionReason): boolean =>
  reason === 'UNSUBSCRIBE' && asked.has(kind)
