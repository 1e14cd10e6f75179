import { dateText } from '../dates.ts'
import { form } from '../form.ts'
import type { Instant, SessionFrame } from '../frame.ts'
import { html, type Html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { bullets, card, notice, section } from '../pieces.ts'
import { textIn } from '../text/text.ts'
import type { ConsentOffer } from './consent-offer.ts'
import { fieldLabel, type KnownField } from './known.ts'

export interface Stay {
  company: string
  held: readonly KnownField['field'][]
  offer: ConsentOffer
  /** Until when they agreed already; null where they did not. */
  agreedUntil: Instant | null
  justDone: 'AGREED' | 'LEFT' | null
}

/** Whether a company may keep what it holds: two answers of the same weight, and what silence means. */
export function stayPage(frame: SessionFrame, { company, held, offer, agreedUntil, justDone }: Stay): Html {
  const { stay: t } = textIn(frame.language)
  if (justDone)
    return sessionPage(frame, {
      title: t.title,
      lead: null,
      body: html`${notice('good', html`<p role="status">${justDone === 'AGREED' ? t.agreed : t.left}</p>`)}
        <p>
          <a href="${justDone === 'AGREED' ? paths.consents() : paths.requests()}"
            >${justDone === 'AGREED' ? t.toConsents : t.toRequests}</a
          >
        </p>`,
    })
  const agree = html`<p>${offer.purposeText}</p>
    ${form({ frame, action: paths.agreeToStay(), submit: t.agree, tone: 'even' })}`
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead(company)}</p>`,
    body: html`${agreedUntil ? notice('calm', html`<p>${t.already(dateText(agreedUntil, frame))}</p>`) : null}
    ${section(
      t.heldHeading,
      html`${bullets(held.map((field) => fieldLabel(frame, field)))}
        <p class="aside"><a href="${paths.known()}">${t.held}</a></p>`,
    )}
    ${agreedUntil ? null : section(t.agreeHeading, card(agree))}
    ${section(
      t.leaveHeading,
      card(
        html`<p>${t.leaveText(company)}</p>
          ${form({ frame, action: paths.askToLeave(), submit: t.leave, tone: 'even' })}`,
      ),
    )}
    ${agreedUntil ? null : html`<p>${t.silence}</p>`}`,
  })
}
