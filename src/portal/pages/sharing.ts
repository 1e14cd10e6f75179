import { dateText, dayText, timeText } from '../dates.ts'
import type { Day, Instant, SessionFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { badge, facts, moment, notice, section } from '../pieces.ts'
import { listText } from '../punctuation.ts'
import type { HoldingKey, RoleKey, ShareState, SightingKey } from '../text/ja/words.ts'
import { textIn } from '../text/text.ts'

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
