import { dateText } from '../dates.ts'
import { form } from '../form.ts'
import type { Instant, SessionFrame } from '../frame.ts'
import { html, type Html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { badge, facts, moment, notice } from '../pieces.ts'
import { textIn } from '../text/text.ts'

/** Something the person agreed to that ends soon, or has ended without a word from them. */
export interface Ending {
  purposeTitle: string
  recipientName: string
  endsAt: Instant
  ended: boolean
}

export interface Renewal {
  endings: readonly Ending[]
  justDone: 'WENT_ON' | 'STOPPED' | null
}

function ending(frame: SessionFrame, { purposeTitle, recipientName, endsAt, ended }: Ending): Html {
  const { consent, renewal: t } = textIn(frame.language).sharing
  return html`<li class="card">
    <h2 class="card-title">${purposeTitle}</h2>
    ${facts([
      [consent.recipient, recipientName],
      [t.ends, html`${moment(endsAt, dateText(endsAt, frame))}${ended ? html` ${badge('over', t.ended)}` : null}`],
    ])}
  </li>`
}

/** One press to go on and one to stop, of the same weight, for everything that is listed. */
export function renewalPage(frame: SessionFrame, { endings, justDone }: Renewal): Html {
  const t = textIn(frame.language).sharing.renewal
  const done = justDone && notice('good', html`<p role="status">${justDone === 'WENT_ON' ? t.wentOn : t.stopped}</p>`)
  const oneByOne = html`<p class="aside"><a href="${paths.consents()}">${t.oneByOne}</a></p>`
  return sessionPage(frame, {
    title: t.title,
    lead: endings.length > 0 ? html`<p>${t.lead}</p>` : null,
    body:
      endings.length === 0
        ? html`${done ?? notice('calm', html`<p>${t.nothing}</p>`)}${oneByOne}`
        : html`${done}
            <ul class="plain-list">
              ${endings.map((one) => ending(frame, one))}
            </ul>
            <div class="answers">
              ${form({ frame, action: paths.goOn(), submit: t.goOn, tone: 'even' })}
              ${form({ frame, action: paths.stopHere(), submit: t.stopHere, tone: 'even' })}
            </div>
            <p>${t.silence}</p>
            ${oneByOne}`,
  })
}
