import type { Email } from 'postal-mime'

/** What an inbound mail is, as far as it settles or answers the mail it belongs to. */
export type InboundKind =
  | { kind: 'BOUNCE'; action: 'failed' | 'delayed' | 'delivered'; answer: string }
  | { kind: 'COMPLAINT'; answer: string }
  | { kind: 'AUTO'; answer: string }
  | { kind: 'UNSUBSCRIBE' }
  | { kind: 'REPLY' }

/**
 * Tells a human's answer from everything that machines send back: delivery reports (RFC 3464), complaints (RFC 5965),
 * read receipts, automatic replies (RFC 3834) and whatever came with the null return path. In doubt it is a machine's
 * where the envelope says so, and a human's otherwise, so that no human goes unheard.
 */
export function kindOfInbound(email: Email, { returnPath }: { returnPath: string }): InboundKind {
  const header = (key: string) => email.headers.find((one) => one.key === key)?.value.trim() ?? ''
  const complaint = partOf(email, 'message/feedback-report')
  if (complaint !== undefined) {
    const type = field(complaint, 'feedback-type').toLowerCase() || 'abuse'
    return type === 'not-spam' ? { kind: 'AUTO', answer: type } : { kind: 'COMPLAINT', answer: type }
  }
  const report = partOf(email, 'message/delivery-status')
  if (report !== undefined) return bounceOf(report)
  const machine = isMachines(email, returnPath)
  const answer = machine ? refusingLine(email.text ?? '') : undefined
  if (answer !== undefined) return { kind: 'BOUNCE', action: 'failed', answer: answer.trim().slice(0, 300) }
  if (machine && noSuchAddress.test(email.text ?? ''))
    return { kind: 'BOUNCE', action: 'failed', answer: 'no such address' }
  if (machine) return { kind: 'AUTO', answer: 'null return path' }
  const automatic = header('auto-submitted').toLowerCase()
  if (automatic !== '' && !automatic.startsWith('no')) return { kind: 'AUTO', answer: automatic }
  if (/^(bulk|junk|list|auto_reply)$/i.test(header('precedence'))) return { kind: 'AUTO', answer: 'precedence' }
  if (header('x-autoreply') || header('x-autorespond') || header('list-id'))
    return { kind: 'AUTO', answer: 'automatic reply' }
  if (/report-type="?disposition-notification/i.test(header('content-type')))
    return { kind: 'AUTO', answer: 'read receipt' }
  if (/^unsubscribe$/i.test(email.subject?.trim() ?? '')) return { kind: 'UNSUBSCRIBE' }
  return { kind: 'REPLY' }
}

/** A report says within its beginning why it was sent; whoever writes to us chooses how long it and its lines are. */
const longestReport = 50_000

/** The first line with the code of a lasting failure (RFC 5321, RFC 3463). */
const refusingLine = (text: string): string | undefined =>
  text
    .slice(0, longestReport)
    .split('\n')
    .find((line) => /\b5\d\d[ -]|\b5\.\d{1,3}\.\d{1,3}\b/.test(line))

/** How mail systems that send no report say it, Japanese carriers among them. */
const noSuchAddress =
  /user unknown|unknown user|no such (?:user|mailbox|address)|address not found|does not exist|宛先(?:が|の).{0,20}(?:見つかりません|存在しません|不明)|ユーザー?(?:が|は)?(?:不明|存在しません)/i

function isMachines(email: Email, returnPath: string): boolean {
  return returnPath === '' || /^(mailer-daemon|postmaster)@/i.test(email.from?.address ?? '')
}

function bounceOf(report: string): InboundKind {
  const action = field(report, 'action').toLowerCase()
  const status = field(report, 'status')
  const answer = [status, field(report, 'diagnostic-code')].filter(Boolean).join(' ').slice(0, 300)
  if (action === 'failed') return { kind: 'BOUNCE', action, answer: answer || '5.0.0' }
  if (action === 'delayed') return { kind: 'BOUNCE', action, answer }
  return { kind: 'BOUNCE', action: 'delivered', answer }
}

function partOf(email: Email, mimeType: string): string | undefined {
  const part = email.attachments.find((one) => one.mimeType === mimeType)
  if (!part) return undefined
  return typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content)
}

/** A field of a report's blocks; folded lines belong to the line before. */
function field(report: string, name: string): string {
  const unfolded = report.replace(/\r?\n[ \t]+/g, ' ')
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? ''
}
