import { dateText, timeText } from '../dates.ts'
import { form, problemSummary, textArea } from '../form.ts'
import type { Instant, Problem, SessionFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { html, lines } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { badge, bullets, card, moment, notice, section } from '../pieces.ts'
import { textIn } from '../text/text.ts'

/** A dispute about one introduction, as the person sees it. */
export interface PersonDispute {
  id: string
  kind: 'SLOT' | 'CONDUCT'
  state: 'STATEMENT' | 'REVIEW' | 'DECIDED' | 'WITHDRAWN'
  statements: readonly { by: 'COMPANY' | 'PERSON'; text: string; evidence: readonly string[]; at: Instant }[]
  statementDueAt: Instant | null
  decideBy: Instant
  outcome: 'UPHELD' | 'REJECTED' | null
  reasons: string | null
  /** The person may still say their part. */
  isAsked: boolean
}

export interface Disputes {
  introductionId: string
  companyName: string
  openingTitle: string
  disputes: readonly PersonDispute[]
  /** The person may contest something of their own. */
  mayContest: boolean
  sent: boolean
  problems: readonly Problem[]
  values: { text: string; evidence: string }
}

const tones = { STATEMENT: 'waiting', REVIEW: 'waiting', DECIDED: 'good', WITHDRAWN: 'over' } as const

function said(frame: SessionFrame, model: Disputes, { statements }: PersonDispute): Html {
  const t = textIn(frame.language).disputes
  return html`<ul class="talk">
    ${statements.map(
      (one) =>
        html`<li class="${one.by === 'PERSON' ? 'mine' : 'theirs'}">
          <p class="source">
            ${one.by === 'PERSON' ? t.you : model.companyName} · ${moment(one.at, timeText(one.at, frame))}
          </p>
          <p>${lines(one.text)}</p>
          ${one.evidence.length > 0 ? bullets(one.evidence) : null}
        </li>`,
    )}
  </ul>`
}

function fields(frame: SessionFrame, { problems, values }: Disputes): Html {
  const t = textIn(frame.language).disputes
  return html`${textArea({ frame, name: 'text', label: t.text, hint: t.textHint, rows: 6, maxlength: 2000, required: true, value: values.text, problems })}
  ${textArea({ frame, name: 'evidence', label: t.evidence, hint: t.evidenceHint, rows: 3, maxlength: 2000, value: values.evidence, problems })}`
}

function oneDispute(frame: SessionFrame, model: Disputes, dispute: PersonDispute): Html {
  const t = textIn(frame.language).disputes
  const { id, kind, state, outcome, reasons, statementDueAt, isAsked } = dispute
  const isOwn = kind === 'CONDUCT'
  const isOpen = state === 'STATEMENT' || state === 'REVIEW'
  return section(
    isOwn ? t.ownHeading : t.theirsHeading(model.companyName),
    html`<p>${badge(tones[state], t.states[state])}</p>
      ${isOpen ? html`<p>${t.decideBy(dateText(dispute.decideBy, frame))}</p>` : null}
      ${
        outcome
          ? notice(
              'calm',
              html`<h3>${t.outcomes[outcome]}</h3>
                <p>${lines(reasons ?? '')}</p>`,
            )
          : null
      }
      ${said(frame, model, dispute)}
      ${
        isAsked && statementDueAt
          ? card(
              form({
                frame,
                action: paths.stateInDispute(model.introductionId),
                submit: t.say,
                tone: 'main',
                body: html`<p>${t.askedUntil(timeText(statementDueAt, frame))}</p>
                  <input type="hidden" name="dispute" value="${id}" />
                  ${fields(frame, model)}`,
              }),
            )
          : null
      }
      ${isOwn && isOpen ? form({ frame, action: paths.withdrawDispute(model.introductionId), submit: t.withdraw, tone: 'even', body: html`<input type="hidden" name="dispute" value="${id}" />` }) : null}`,
  )
}

/** What is contested about one introduction, by the person or by the employer, and the form to contest something. */
export function disputesPage(frame: SessionFrame, model: Disputes): Html {
  const t = textIn(frame.language).disputes
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead(model.companyName, model.openingTitle)}</p>`,
    body: html`${model.sent ? notice('good', html`<p role="status">${t.sent}</p>`) : null}
      ${problemSummary(frame, model.problems, { text: t.text, evidence: t.evidence })}
      ${model.disputes.map((one) => oneDispute(frame, model, one))}
      ${
        model.mayContest
          ? section(
              t.newHeading,
              html`<p>${t.newText}</p>
                ${form({ frame, action: paths.disputes(model.introductionId), submit: t.send, tone: 'main', body: fields(frame, model) })}`,
            )
          : null
      }
      <p><a href="${paths.introduction(model.introductionId)}">${t.back}</a></p>`,
  })
}
