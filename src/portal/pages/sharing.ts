import { dateText, dayText, timeText } from '../dates.ts'
import { form } from '../form.ts'
import type { Day, Instant, SessionFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { html, lines } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { badge, facts, moment, notice, section } from '../pieces.ts'
import { listText } from '../punctuation.ts'
import type { ConsentState, HoldingKey, RoleKey, ShareState, SightingKey } from '../text/ja/words.ts'
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

/** One provision record as the law asks for it (個人情報保護法 29条, 30条, 33条5項). */
export interface Share {
  id: string
  recipientName: string
  recipientAddress: string
  recipientRepresentative: string
  at: Instant
  items: readonly string[]
  purposeTitle: string
  receiptNumber: string
  receiptId: string
  /** 取得の経緯, in the language of the page. */
  obtainedHow: string
  state: ShareState
}

/** A company that holds something of the person, and through what. */
export interface Holder {
  companyName: string
  by: HoldingKey
  since: Instant
}

/** How often on one day people of one role at a company read something of the person; nobody is named. */
export interface Sighting {
  day: Day
  companyName: string
  role: RoleKey
  kind: SightingKey
  times: number
}

export interface Shares {
  shares: readonly Share[]
  holders: readonly Holder[]
  sightings: readonly Sighting[]
  downloadHref: string
  /** The same on paper. */
  pdfHref: string
  /** The same for programs. */
  jsonHref: string
}

function shareCard(frame: SessionFrame, one: Share): Html {
  const { sharing, words } = textIn(frame.language)
  const t = sharing.shares
  const tone =
    one.state === 'DELIVERED'
      ? 'plain'
      : one.state === 'RECALL_ASKED' || one.state === 'RECALL_RECEIVED'
        ? 'waiting'
        : 'over'
  return html`<li class="card">
    <h2 class="card-title">${one.recipientName} ${badge(tone, words.shareStates[one.state])}</h2>
    ${facts([
      [t.when, moment(one.at, timeText(one.at, frame))],
      [t.what, listText(one.items, frame)],
      [t.why, one.purposeTitle],
      [t.basis, html`<a href="${paths.receipt(one.receiptId)}">${t.basisConsent(one.receiptNumber)}</a>`],
      [t.how, one.obtainedHow],
      [
        t.to,
        html`${one.recipientAddress}${one.recipientRepresentative ? html`<br />${t.representative(one.recipientRepresentative)}` : null}`,
      ],
    ])}
  </li>`
}

function holderLine(frame: SessionFrame, { companyName, by, since }: Holder): Html {
  const { sharing, words } = textIn(frame.language)
  return html`<li>
    <strong>${companyName}</strong><br /><small
      >${words.holdings[by]} · ${moment(since, sharing.shares.sinceDay(dateText(since, frame)))}</small
    >
  </li>`
}

function sightingLine(frame: SessionFrame, { day, companyName, role, kind, times }: Sighting): Html {
  const { sharing, words } = textIn(frame.language)
  return html`<li>
    ${moment(day, dayText(day, frame))}<br />${companyName} · ${words.roles[role]}<br /><small
      >${words.sightings[kind]}${times > 1 ? html` · ${sharing.shares.manyTimes(times)}` : null}</small
    >
  </li>`
}

/** Who holds something, what was provided to whom, and who read it. */
export function sharesPage(frame: SessionFrame, model: Shares): Html {
  const t = textIn(frame.language).sharing.shares
  const list = (rows: readonly Html[], empty: string) =>
    rows.length === 0
      ? html`<p>${empty}</p>`
      : html`<ul class="rows">
          ${rows}
        </ul>`
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${section(
        t.holdersHeading,
        list(
          model.holders.map((one) => holderLine(frame, one)),
          t.none,
        ),
      )}
      ${section(
        t.provisionsHeading,
        model.shares.length === 0
          ? notice('calm', html`<p>${t.empty}</p>`)
          : html`<ul class="plain-list">
              ${model.shares.map((one) => shareCard(frame, one))}
            </ul>`,
      )}
      ${section(
        t.sightingsHeading,
        html`<p>${t.sightingsLead}</p>
          ${list(
            model.sightings.map((one) => sightingLine(frame, one)),
            t.none,
          )}`,
      )}
      <p class="actions">
        <a class="button even" href="${model.pdfHref}">${t.pdf}</a>
        <a href="${model.downloadHref}">${t.download}</a> <a href="${model.jsonHref}">${t.json}</a>
      </p>
      <p class="aside"><a href="${paths.requests()}">${textIn(frame.language).requests.title}</a></p>`,
  })
}
