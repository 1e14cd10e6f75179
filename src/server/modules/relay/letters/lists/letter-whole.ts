import type { LetterEvent, LetterWhole } from '../../../../../contract/relay/letter-page.ts'
import type { ReferralLine } from '../../../../../contract/relay/referrals.ts'
import type { Work } from '../../../../kernel/work.ts'
import { record } from '../../../audit/index.ts'
import { linkById, mail, type MailView } from '../../../messages/index.ts'
import { letterNotFound } from '../errors.ts'
import { named } from './named.ts'
import { ownersOf } from './owners.ts'
import { referralLines } from '../steps.ts'
import { findLetter, type Letter } from '../store-letters.ts'
import { sentLetters } from '../store-steps.ts'
import { wire } from './views.ts'

/** One letter with everything that is known of it. Reading it is audited. */
export async function letterWhole(work: Work, id: string): Promise<LetterWhole> {
  const letter = await findLetter(work, id)
  if (!letter) throw letterNotFound({})
  const about = (await named(work, [letter])).get(letter.applicationId)
  const sent = letter.mailId === null ? undefined : await mail(work, letter.mailId)
  const link = letter.linkId === null ? undefined : await linkById(work, letter.linkId)
  const [led = null] = await referralLines(work, await sentLetters(work, { letterId: id, limit: 1 }))
  const ownerOf = await ownersOf(work, [letter.applicationId])
  await record(work, { action: 'relay.letter-read', subject: { kind: 'letter', id }, detail: {} })
  return {
    letter: wire(letter, about),
    led,
    words: sent?.rendered ? { subject: sent.rendered.subject, text: sent.rendered.text } : null,
    recipient: sent?.recipient ?? null,
    linkUntil: link?.expiresAt.toISOString() ?? null,
    preflightId: letter.preflightId,
    trial: letter.trialId !== null && letter.variant !== null ? { id: letter.trialId, variant: letter.variant } : null,
    ownerName: ownerOf(letter.applicationId),
    events: eventsOf({ letter, sent, led, linkedAt: link?.issuedAt }),
  }
}

type Known = {
  letter: Letter
  sent: MailView | undefined
  led: ReferralLine | null
  linkedAt: Date | undefined
}

/** Pure. What happened, newest first. */
function eventsOf({ letter, sent, led, linkedAt }: Known): LetterEvent[] {
  const events: LetterEvent[] = []
  const add = (at: Date | string | null | undefined, what: LetterEvent['what'], detail: string | null = null) => {
    if (at) events.push({ at: typeof at === 'string' ? at : at.toISOString(), what, detail, answer: null })
  }
  add(letter.endedAt, 'REJECTED')
  if (letter.kind !== 'LINK') add(letter.recordedAt, 'SCHEDULED')
  add(linkedAt, 'LINK_ISSUED')
  for (const { kind, at, answer } of sent?.events ?? [])
    events.push({
      at: at.toISOString(),
      what: kind === 'REPLIED' ? 'REPLIED' : 'MAIL',
      detail: kind === 'REPLIED' ? null : kind,
      answer,
    })
  add(led?.openedAt, 'OPENED')
  add(led?.registeredAt, 'REGISTERED')
  if (led?.step === 'HELD') add(led.registeredAt, 'HELD', led.reason)
  if (led?.step === 'COUNTED') add(led.settledAt, 'COUNTED')
  if (led?.step === 'NOT_COUNTED') add(led.settledAt ?? led.registeredAt, 'NOT_COUNTED', led.reason ?? 'unknown')
  if (letter.state === 'CANCELLED' && !events.some(({ detail }) => detail === 'CANCELLED'))
    add(letter.changedAt, 'CANCELLED', letter.reason)
  // What happened at one moment keeps its order: the later step stands above.
  return events
    .map((event, index) => ({ event, index }))
    .toSorted((one, other) => other.event.at.localeCompare(one.event.at) || other.index - one.index)
    .map(({ event }) => event)
}
