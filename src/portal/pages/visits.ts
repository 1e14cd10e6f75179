import { timeText } from '../dates.ts'
import { form } from '../form.ts'
import type { Instant, SessionFrame } from '../frame.ts'
import { html, type Html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { badge, moment, notice } from '../pieces.ts'
import { passkeySection, type OwnPasskeys } from './passkeys.ts'
import { textIn } from '../text/text.ts'

/** One browser in which the pages are open. */
export interface OpenVisit {
  visitId: string
  startedAt: Instant
  seenAt: Instant
  /** The code was entered there, so that everything can be seen. */
  verified: boolean
  /** The one this page is shown in. */
  own: boolean
}

/** Every browser in which these pages are open, each with one press to close it, and the passkeys of a member. */
export function visitsPage(
  frame: SessionFrame,
  { visits, saved, passkeys }: { visits: readonly OpenVisit[]; saved: boolean; passkeys: OwnPasskeys | null },
): Html {
  const t = textIn(frame.language).passport.visits
  const one = ({ visitId, startedAt, seenAt, verified, own }: OpenVisit) =>
    html`<li class="card">
      <div class="standing">
        <div>
          <h2 class="card-title">${moment(startedAt, t.since(timeText(startedAt, frame)))}</h2>
          <p>
            ${own ? badge('good', t.own) : null} ${badge('plain', verified ? t.verified : t.unverified)}
            <small>${moment(seenAt, t.seen(timeText(seenAt, frame)))}</small>
          </p>
        </div>
        ${own ? null : form({ frame, action: paths.endVisit(visitId), submit: t.end, tone: 'even' })}
      </div>
    </li>`
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${saved ? notice('good', html`<p role="status">${t.ended}</p>`) : null}
      <ul class="plain-list">
        ${visits.map(one)}
      </ul>
      ${passkeys && passkeySection(frame, passkeys)}`,
  })
}
