import { dateText } from '../dates.ts'
import { form, problemSummary, understoodBox } from '../form.ts'
import type { Instant, Problem, SessionFrame } from '../frame.ts'
import { html, type Html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { card, facts, moment, notice, section } from '../pieces.ts'
import { textIn } from '../text/text.ts'

/** How long a registration is kept by the rule in force; null where the rule ends none. */
export interface RegistrationTerm {
  operator: string
  heardAt: Instant
  rule: {
    months: number
    /** From when on the member is asked, who is not heard of before. */
    askedFrom: Instant
    /** Until when an answer is awaited; null while nothing was asked. */
    answerBy: Instant | null
    /** From when on the registration ends without a question, where none can reach the member. */
    endsUnasked: Instant | null
    /** Something is under way that keeps the registration. */
    isKept: boolean
  } | null
  justStays: boolean
  problems: readonly Problem[]
}

function standing(frame: SessionFrame, { heardAt, rule }: RegistrationTerm): Html {
  const t = textIn(frame.language).registrationTerm
  const day = (at: Instant) => dateText(at, frame)
  const shown = (at: Instant, words: string) => html`${moment(at, words)}`
  if (!rule)
    return html`${facts([[t.lastHeard, shown(heardAt, day(heardAt))]])}
      <p>${t.off}</p>`
  const { months, askedFrom, answerBy, endsUnasked, isKept } = rule
  const next: [string, Html] = answerBy
    ? [t.answerBy, shown(answerBy, day(answerBy))]
    : endsUnasked
      ? [t.ends, shown(endsUnasked, t.endsFrom(day(endsUnasked)))]
      : [t.asked, shown(askedFrom, t.askedFrom(day(askedFrom)))]
  return html`${facts([[t.lastHeard, shown(heardAt, day(heardAt))], next])}
    <p>${t.why(months)}</p>
    ${answerBy && !isKept ? notice('grave', html`<p>${t.silence(day(answerBy))}</p>`) : null}
    ${endsUnasked && !isKept ? notice('grave', html`<p>${t.unreachable(day(endsUnasked))}</p>`) : null}
    ${isKept ? notice('calm', html`<p>${t.kept}</p>`) : null}`
}

/** When and why a registration would end, and both answers: to stay by one press, to leave by `understood=yes`. */
export function registrationTermPage(frame: SessionFrame, term: RegistrationTerm): Html {
  const t = textIn(frame.language).registrationTerm
  const { rule, justStays, problems } = term
  const stays = rule ? t.stays(dateText(rule.askedFrom, frame)) : t.staysOff
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead(term.operator)}</p>`,
    body: html`${problemSummary(frame, problems, { understood: textIn(frame.language).leaving.erase.confirmBox })}${justStays ? notice('good', html`<p role="status">${stays}</p>`) : null}
    ${section(t.heading, standing(frame, term))}
    ${justStays ? null : section(t.stayHeading, card(form({ frame, action: paths.stayRegistered(), submit: t.stay, tone: 'even' })))}
    ${section(
      t.leaveHeading,
      card(
        html`<p>${t.leaveText}</p>
          ${form({
            frame,
            action: paths.leaveRegistration(),
            submit: t.leave,
            tone: 'grave',
            body: understoodBox(frame, problems),
          })}`,
      ),
    )}`,
  })
}

export function registrationEndedPage(frame: SessionFrame): Html {
  const t = textIn(frame.language).registrationTerm
  return sessionPage(frame, {
    title: t.leftTitle,
    lead: html`<p role="status">${t.left}</p>`,
    body: html`<p>${t.leftAgain}</p>`,
  })
}
