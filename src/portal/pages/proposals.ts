import { dateText } from '../dates.ts'
import { form, problemSummary, valueField, type ValueInput } from '../form.ts'
import type { Instant, Problem, SessionFrame } from '../frame.ts'
import { attributes, html, lines, type Html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { facts, notice } from '../pieces.ts'
import { textIn } from '../text/text.ts'
import { fieldLabel, type KnownField } from './known.ts'

interface Said {
  value: string
  /** In the language of the page. */
  source: string
  observedAt: Instant
}

/** A value that somebody else stated, to accept, correct or refuse. */
export interface ProposedChange {
  claimId: string
  field: KnownField['field']
  input: ValueInput
  found: Said
  /** What the person had said; null where only others ever did. */
  own: Said | null
}

export interface ProposedChanges {
  company: string
  changes: readonly ProposedChange[]
  justDone: 'ACCEPTED' | 'CORRECTED' | 'REFUSED' | null
  problems: readonly Problem[]
}

/** Posts nothing to accept or refuse, and `value` to correct. */
function changeCard(frame: SessionFrame, one: ProposedChange, problems: readonly Problem[]): Html {
  const { proposals: t, known } = textIn(frame.language)
  const said = ({ value, source, observedAt }: Said) =>
    html`${lines(value)}<br /><small>${known.source(source, dateText(observedAt, frame))}</small>`
  const label = fieldLabel(frame, one.field)
  const name = `value-${one.claimId}`
  const own = problems.filter(({ field }) => field === name)
  return html`<li class="card">
    <h2 class="card-title">${label}</h2>
    ${facts([
      [t.own, one.own && said(one.own)],
      [one.own ? t.found : t.unconfirmed, said(one.found)],
    ])}
    <div class="choices-of-answer">
      ${form({ frame, action: paths.acceptProposal(one.claimId), label: t.acceptLabel(label), submit: one.own ? t.accept : t.confirm, tone: 'main' })}
      ${form({ frame, action: paths.refuseProposal(one.claimId), label: t.refuseLabel(label), submit: t.refuse, tone: 'even' })}
    </div>
    <details ${attributes({ open: own.length > 0 })}>
      <summary>${t.correct}</summary>
      ${form({
        frame,
        action: paths.correctProposal(one.claimId),
        label: t.correctLabel(label),
        submit: t.send,
        tone: 'even',
        body: valueField({ frame, name, input: one.input, label: known.correction.right, value: '', problems: own }),
      })}
    </details>
  </li>`
}

export function proposalsPage(frame: SessionFrame, { company, changes, justDone, problems }: ProposedChanges): Html {
  const { proposals: t, known, frame: f } = textIn(frame.language)
  const labels = Object.fromEntries(changes.map((one) => [`value-${one.claimId}`, fieldLabel(frame, one.field)]))
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead(company)}</p>`,
    body: html`${justDone ? notice('good', html`<p role="status">${t.done[justDone]}</p>`) : null}
      ${problemSummary(frame, problems, labels)}
      ${
        changes.length === 0
          ? notice('calm', html`<p>${t.nothing}</p>`)
          : html`<ul class="plain-list">
              ${changes.map((one) => changeCard(frame, one, problems))}
            </ul>`
      }
      <p><a href="${paths.known()}">${f.backTo(known.title)}</a></p>`,
  })
}
