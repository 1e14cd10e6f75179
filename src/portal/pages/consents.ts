import { dateText, timeText } from '../dates.ts'
import { form } from '../form.ts'
import type { Instant, SessionFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { html, lines } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { badge, facts, moment, notice, section } from '../pieces.ts'
import type { ConsentState } from '../text/ja/words.ts'
import { textIn, type PortalText } from '../text/text.ts'
import type { ConsentOffer } from './consent-offer.ts'
import { consentTerms } from './consent-offer.ts'

/** What can be taken back, each with its own consequence. */
type WithdrawnKey = keyof PortalText['sharing']['consents']['after']

/** Where one purpose for one recipient stands. */
export interface ConsentStanding {
  /** Null while no consent was ever given. */
  consentId: string | null
  state: ConsentState
  /** When it was given or withdrawn. */
  changedAt: Instant | null
  offer: ConsentOffer
  /** Whether it can be given from this page: an identity is given by answering an introduction alone. */
  canGive: boolean
  /** Where it covers openings one by one, those that it stands for. */
  openings?: readonly string[]
}

export interface ReceiptLine {
  receiptId: string
  number: string
  event: 'GIVEN' | 'REFUSED' | 'WITHDRAWN'
  purposeTitle: string
  recipientName: string
  at: Instant
}

export interface Consents {
  standings: readonly ConsentStanding[]
  receipts: readonly ReceiptLine[]
  /** Address of all receipts in one file. */
  allHref: string
  /** What was just given, or taken back and of what purpose. */
  justDone: 'GIVEN' | { withdrawn: WithdrawnKey } | null
}

const tones = { GIVEN: 'good', NOT_GIVEN: 'plain', WITHDRAWN: 'over', EXPIRED: 'over' } as const

function standingSince(frame: SessionFrame, { state, changedAt }: ConsentStanding): string | null {
  const t = textIn(frame.language).sharing.consents
  if (!changedAt) return null
  const date = dateText(changedAt, frame)
  if (state === 'GIVEN') return t.since(date)
  return state === 'WITHDRAWN' ? t.withdrawnOn(date) : null
}

function standing(frame: SessionFrame, one: ConsentStanding): Html {
  const { sharing, words } = textIn(frame.language)
  const t = sharing.consents
  const { offer, openings = [] } = one
  const since = standingSince(frame, one)
  const names = [offer.purposeTitle, offer.recipientName] as const
  return html`<li class="card">
    <div class="standing">
      <div>
        <h3>${offer.recipientName}</h3>
        <p>
          ${badge(tones[one.state], words.consentStates[one.state])}${since ? html` <small>${since}</small>` : null}
        </p>
        ${openings.length > 0 ? html`<p>${t.openings(openings.map((title) => t.opening(title)).join(''))}</p>` : null}
        ${openings.length > 1 ? html`<p class="source">${t.allOpenings}</p>` : null}
      </div>
      ${one.state === 'GIVEN' && one.consentId ? form({ frame, action: paths.withdrawConsent(one.consentId), label: t.withdrawLabel(...names), submit: t.withdraw, tone: 'even' }) : null}
    </div>
    <details>
      <summary>${t.details}</summary>
      ${consentTerms(frame, offer)}${one.state === 'GIVEN' || !one.canGive ? null : form({ frame, action: paths.giveConsent(offer.id), label: t.giveLabel(...names), submit: t.give, tone: 'even' })}
    </details>
  </li>`
}

function receiptLine(frame: SessionFrame, one: ReceiptLine): Html {
  const t = textIn(frame.language).sharing.consents
  return html`<li>
    <a href="${paths.receipt(one.receiptId)}">${t.receipt(one.number)}</a><br /><small
      >${moment(one.at, timeText(one.at, frame))} · ${t.receiptEvents[one.event]} · ${one.purposeTitle} ·
      ${one.recipientName}</small
    >
  </li>`
}

function withdrawn(t: PortalText['sharing']['consents'], purpose: WithdrawnKey): Html {
  const request = purpose === 'POOL' ? html` <a href="${paths.requests()}">${t.leftPoolLink}</a>` : null
  return html`<p>${t.after[purpose]}${request}</p>`
}

/** Says that it was done, and what follows from it. */
function doneNotice(frame: SessionFrame, done: NonNullable<Consents['justDone']>): Html {
  const t = textIn(frame.language).sharing.consents
  const onward = done === 'GIVEN' ? null : withdrawn(t, done.withdrawn)
  return notice(
    'good',
    html`<p role="status">${done === 'GIVEN' ? t.given : t.withdrawn}</p>
      ${onward}`,
  )
}

/** Purposes, and within each its recipients, with one press to withdraw. */
export function consentsPage(frame: SessionFrame, model: Consents): Html {
  const t = textIn(frame.language).sharing.consents
  const purposes = [...new Set(model.standings.map((one) => one.offer.purposeTitle))]
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${model.justDone ? doneNotice(frame, model.justDone) : null}
    ${purposes.map((purpose) =>
      section(
        purpose,
        html`<ul class="plain-list">
          ${model.standings.filter((one) => one.offer.purposeTitle === purpose).map((one) => standing(frame, one))}
        </ul>`,
      ),
    )}
    ${section(
      t.receiptsHeading,
      html`<p>${t.receiptsLead}</p>
        ${
          model.receipts.length === 0
            ? html`<p>${t.noReceipts}</p>`
            : html`<ul class="rows">
                  ${model.receipts.map((one) => receiptLine(frame, one))}
                </ul>
                <p class="actions"><a class="button even" href="${model.allHref}">${t.allReceipts}</a></p>`
        }`,
    )}`,
  })
}

export interface Receipt extends ReceiptLine {
  textVersion: string
  /** SHA-256 of the text, hexadecimal. */
  textHash: string
  controllerName: string
  /** The version of the privacy notice that was in force, where one was published. */
  notice: { version: number; href: string } | null
  offer: ConsentOffer
  /** The text as it was shown. */
  fullText: string
  /** Address of the JSON-LD record. */
  jsonHref: string
}

export function receiptPage(frame: SessionFrame, model: Receipt): Html {
  const { receipt: t, consents, consent } = textIn(frame.language).sharing
  return sessionPage(frame, {
    title: t.title,
    body: html`${facts([
        [t.number, html`<code>${model.number}</code>`],
        [t.event, consents.receiptEvents[model.event]],
        [t.at, moment(model.at, timeText(model.at, frame))],
        [consent.purpose, model.purposeTitle],
        [t.controller, model.controllerName],
        [t.notice, model.notice && html`<a href="${model.notice.href}">${t.noticeVersion(model.notice.version)}</a>`],
        [t.textVersion, model.textVersion],
        [t.hash, html`<code class="hash">${model.textHash}</code>`],
      ])}
      ${consentTerms(frame, model.offer)}
      ${section(t.fullText, html`<blockquote>${lines(model.fullText)}</blockquote>`)}
      <p class="actions">
        <a class="button even" href="${model.jsonHref}">${t.json}</a
        ><a href="${paths.consents()}">${textIn(frame.language).frame.backTo(consents.title)}</a>
      </p>`,
  })
}
