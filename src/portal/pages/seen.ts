import { dateText } from '../dates.ts'
import type { Instant, SessionFrame } from '../frame.ts'
import { html, lines, type Html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { badge, bullets, facts, notice, section } from '../pieces.ts'
import type { FieldKey } from '../text/ja/words.ts'
import { textIn } from '../text/text.ts'

export type SeenCause =
  | 'AS_STATED'
  | 'BANDED'
  | 'NOT_STATED'
  | 'RARE_VALUE'
  | 'RARE_COMBINATION'
  | 'TOO_LITTLE_DIVERSITY'
  | 'ROW_WITHHELD'

/** One value: as the person wrote it, as others see it, and why. */
export interface SeenValue {
  field: FieldKey | 'employmentTypes'
  /** Null where it was left open. */
  own: string | null
  /** Null where it is not shown. */
  shown: string | null
  cause: SeenCause
  /** At least so many wrote the same; null where that would tell too much. */
  atLeast: number | null
  isFirstOnly: boolean
  /** Whether what is shown is some of what was written, and the rest is withheld. */
  isInPart: boolean
}

export interface SeenPage {
  standing: 'SHOWN' | 'WITHHELD' | 'WAITING' | 'NOT_IN_NETWORK'
  values: readonly SeenValue[]
  /** At least so many look the same, the person included. */
  people: number | null
  k: number
  log: readonly { at: Instant; values: readonly string[] }[]
}

function reason(frame: SessionFrame, { cause, shown, atLeast, isInPart }: SeenValue, k: number): string {
  const t = textIn(frame.language).seen
  switch (cause) {
    case 'AS_STATED':
      return t.cause.AS_STATED(t.atLeast(atLeast ?? k))
    case 'RARE_VALUE':
    case 'RARE_COMBINATION':
      if (shown === null) return t.cause[cause].withheld(k)
      return t.cause[cause][isInPart ? 'inPart' : 'coarser'](k)
    case 'ROW_WITHHELD':
      return t.cause.ROW_WITHHELD(k)
    case 'BANDED':
    case 'NOT_STATED':
    case 'TOO_LITTLE_DIVERSITY':
      return t.cause[cause]
  }
}

function valueCard(frame: SessionFrame, value: SeenValue, k: number): Html {
  const { seen: t, words, known } = textIn(frame.language)
  const label = value.field === 'employmentTypes' ? t.fields.employmentTypes : words.fields[value.field]
  const first = value.isFirstOnly ? html`<br /><small>${t.firstOnly}</small>` : null
  return html`<li class="card">
    <h2 class="card-title">${label}</h2>
    ${facts([
      [t.own, value.own === null ? known.profile.empty : html`${lines(value.own)}${first}`],
      [t.shown, value.shown === null ? badge('over', t.notShown) : html`<strong>${value.shown}</strong>`],
      [t.why, value.cause === 'NOT_STATED' ? null : reason(frame, value, k)],
    ])}
  </li>`
}

/** What employers see of a member before a yes, value by value, with the reasons and what was shown before. */
export function seenPage(frame: SessionFrame, { standing, values, people, k, log }: SeenPage): Html {
  const t = textIn(frame.language).seen
  const said = standing === 'SHOWN' ? t.standing.SHOWN(t.atLeast(people ?? k)) : t.standing[standing]
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead(k)}</p>`,
    body: html`${notice(standing === 'SHOWN' ? 'good' : 'calm', html`<p>${said}</p>`)}
      <ul class="plain-list">
        ${values.map((one) => valueCard(frame, one, k))}
      </ul>
      <p class="actions"><a class="button even" href="${paths.editProfile()}">${t.edit}</a></p>
      ${section(t.neverHeading, bullets(t.never))}
      ${section(
        t.whoHeading,
        html`<p>${t.who}</p>
          <p><a href="${paths.settings()}">${t.blocks}</a></p>`,
      )}
      ${section(t.logHeading, log.length === 0 ? html`<p>${t.noLog}</p>` : logList(frame, log))}`,
  })
}

function logList(frame: SessionFrame, log: SeenPage['log']): Html {
  const t = textIn(frame.language).seen
  const between = frame.language === 'ja' ? '／' : ' / '
  return html`<p>${t.logLead}</p>
    ${facts(
      log.map(({ at, values }) => [dateText(at, frame), values.length === 0 ? t.nothingFrom : values.join(between)]),
    )}`
}
