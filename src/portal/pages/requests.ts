import { dateText } from '../dates.ts'
import type { Instant, SessionFrame } from '../frame.ts'
import { html, lines, type Html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { badge, bullets, facts, moment, notice } from '../pieces.ts'
import { textIn } from '../text/text.ts'

interface PassedOn {
  company: string
  state: 'SENT' | 'RECEIVED' | 'DONE' | 'REFUSED'
  isEscalated: boolean
}

/** One thing that the person asked, with its clock, its answer and whoever else was told. */
export interface OwnRequest {
  kind: 'DISCLOSURE' | 'CORRECTION' | 'STOP' | 'ERASURE' | 'PROVISION_RECORDS'
  state: 'OPEN' | 'ANSWERED' | 'PARTIAL' | 'DECLINED'
  openedAt: Instant
  dueAt: Instant
  answeredAt: Instant | null
  answer: string | null
  passedOn: readonly PassedOn[]
}

const tones = { OPEN: 'waiting', ANSWERED: 'good', PARTIAL: 'good', DECLINED: 'over' } as const

function requestCard(frame: SessionFrame, one: OwnRequest): Html {
  const { requests: t } = textIn(frame.language)
  const passed = ({ company, state, isEscalated }: PassedOn) =>
    html`${company}
    ${badge(state === 'DONE' ? 'good' : state === 'REFUSED' ? 'over' : 'waiting', t.passings[state])}${
      isEscalated && state === 'SENT' ? html`<br /><small>${t.escalated}</small>` : null
    }`
  return html`<li class="card">
    <h2 class="card-title">${t.kinds[one.kind]} ${badge(tones[one.state], t.states[one.state])}</h2>
    ${facts([
      [t.asked, moment(one.openedAt, dateText(one.openedAt, frame))],
      one.answeredAt === null
        ? [t.due, moment(one.dueAt, dateText(one.dueAt, frame))]
        : [t.answered, moment(one.answeredAt, dateText(one.answeredAt, frame))],
      [t.answer, one.answer === null || one.answer === '' ? null : lines(one.answer)],
      [t.passed, one.passedOn.length === 0 ? null : bullets(one.passedOn.map(passed))],
    ])}
  </li>`
}

export function requestsPage(frame: SessionFrame, { requests }: { requests: readonly OwnRequest[] }): Html {
  const { requests: t } = textIn(frame.language)
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${
        requests.length === 0
          ? notice('calm', html`<p>${t.nothing}</p>`)
          : html`<ul class="plain-list">
              ${requests.map((one) => requestCard(frame, one))}
            </ul>`
      }
      <p class="aside">${t.make}</p>`,
  })
}
