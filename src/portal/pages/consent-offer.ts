import { dateText } from '../dates.ts'
import { choices } from '../form.ts'
import type { Instant, SessionFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { html } from '../html.ts'
import { facts } from '../pieces.ts'
import { listText } from '../punctuation.ts'
import { textIn } from '../text/text.ts'

/** One purpose for one recipient, as the consent module words it in the language of the page. */
export interface ConsentOffer {
  id: string
  purposeTitle: string
  purposeText: string
  textVersion: string
  recipientName: string
  /** What exactly is shared, item by item. */
  items: readonly string[]
  /** True when the recipient learns who the person is. */
  identified: boolean
  /** Null: until it is withdrawn. */
  until: Instant | null
  /** Whether it is asked before its end if it goes on; what is given once ends by itself. */
  isRenewed: boolean
}

/**
 * What a consent covers: recipient, items, in which form, how long, and how to stop. Where it is asked, its own words and
 * those above all questions say how to stop.
 */
export function consentTerms(frame: SessionFrame, offer: ConsentOffer, isAsked = false): Html {
  const t = textIn(frame.language).sharing.consent
  return html`<p>${offer.purposeText}</p>
    ${facts([
      [t.recipient, offer.recipientName],
      [
        t.what,
        html`${listText(offer.items, frame)}<br /><strong>${offer.identified ? t.identified : t.anonymous}</strong>`,
      ],
      [t.duration, durationText(frame, offer)],
      [t.withdrawal, isAsked ? null : t.withdrawalText],
    ])}`
}

function durationText(frame: SessionFrame, { until, isRenewed }: ConsentOffer): string {
  const { consent: t, consents } = textIn(frame.language).sharing
  if (!until) return t.untilWithdrawn
  return isRenewed ? t.until(dateText(until, frame)) : consents.until(dateText(until, frame))
}

/** A separate question for one purpose and one recipient; the answer stands at no. */
export function consentQuestion(frame: SessionFrame, offer: ConsentOffer, chosen: boolean): Html {
  const t = textIn(frame.language).sharing.consent
  return html`<div class="card consent">
    <h3>${offer.purposeTitle}</h3>
    ${consentTerms(frame, offer, true)}
    ${choices({
      frame,
      name: `consent.${offer.id}`,
      label: t.question(offer.purposeTitle, offer.recipientName),
      legendHidden: true,
      type: 'radio',
      layout: 'chips',
      options: [
        { value: 'no', label: t.no },
        { value: 'yes', label: t.yes },
      ],
      chosen: [chosen ? 'yes' : 'no'],
    })}
  </div>`
}
