import { disclosureForms, type DisclosureForm, type Handover } from '../../contract/requests/disclosure-forms.ts'
import { dateText, dayText } from '../dates.ts'
import { choices, form, problemSummary, textArea, toldOnce } from '../form.ts'
import type { Day, Instant, Problem, SessionFrame } from '../frame.ts'
import { html, lines, type Html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { badge, bullets, facts, moment, notice, section } from '../pieces.ts'
import { textIn } from '../text/text.ts'
import { fieldLabel, requestAnchor, type KnownField } from './known.ts'

interface PassedOn {
  company: string
  state: 'SENT' | 'RECEIVED' | 'DONE' | 'REFUSED'
  isEscalated: boolean
}

/** One thing that the person asked, with its clock, its answer and whoever else was told. */
export interface OwnRequest {
  /** By which the person and staff speak of it. */
  number: string
  kind: 'DISCLOSURE' | 'CORRECTION' | 'STOP' | 'ERASURE' | 'PROVISION_RECORDS'
  state: 'OPEN' | 'ANSWERED' | 'PARTIAL' | 'DECLINED'
  openedAt: Instant
  dueAt: Instant
  answeredAt: Instant | null
  /** What the person wrote; empty where they wrote nothing. */
  said: string
  /** What was said to be wrong, entry by entry; `value` is null for what is to be deleted, and empty where only a note says it. */
  corrections: readonly { field: KnownField['field']; value: string | null; isRefused: boolean }[]
  /** Why it was refused, in whole or in part, and what of it. */
  grounds: readonly string[]
  refused: string
  answer: string | null
  /** In which form the person wished to be disclosed what is held, and how it reached them. */
  wish: DisclosureForm | null
  handover: { how: Handover; on: Day; note: string } | null
  /** What can be saved: all that is held, the records of provision, or nothing. */
  disclosed: 'DATA' | 'PROVISIONS' | null
  passedOn: readonly PassedOn[]
}

const tones = { OPEN: 'waiting', ANSWERED: 'good', PARTIAL: 'good', DECLINED: 'over' } as const

function correctionLine(
  frame: SessionFrame,
  { state }: OwnRequest,
  { field, value, isRefused }: OwnRequest['corrections'][number],
): Html {
  const { requests: t } = textIn(frame.language)
  const wanted = value === null ? t.toDelete : value === '' ? t.byNote : lines(value)
  return html`<strong>${fieldLabel(frame, field)}</strong>${
      state === 'OPEN' ? null : html` ${badge(isRefused ? 'over' : 'good', isRefused ? t.notDone : t.done)}`
    }<br />${wanted}`
}

function receiving(frame: SessionFrame, disclosed: NonNullable<OwnRequest['disclosed']>): Html {
  const { requests: t, leaving } = textIn(frame.language)
  return disclosed === 'PROVISIONS'
    ? html`<a href="${paths.shares()}">${t.receiveProvisions}</a>`
    : html`<a href="${paths.exported('pdf')}">${leaving.export.pdf}</a><br /><a href="${paths.exported('json')}"
          >${leaving.export.json}</a
        ><br /><a href="${paths.exported('csv')}">${leaving.export.csv}</a><br /><small>${leaving.export.note}</small>`
}

function handedOver(frame: SessionFrame, { how, on, note }: NonNullable<OwnRequest['handover']>): Html {
  const { requests: t } = textIn(frame.language)
  return html`${t.handovers[how]}${how === 'PORTAL' ? null : html` (${moment(on, dayText(on, frame))})`}${note === '' ? null : html`<br /><small>${t.otherwise(note)}</small>`}`
}

function requestCard(frame: SessionFrame, one: OwnRequest): Html {
  const { requests: t } = textIn(frame.language)
  const passed = ({ company, state, isEscalated }: PassedOn) =>
    html`${company}
    ${badge(state === 'DONE' ? 'good' : state === 'REFUSED' ? 'over' : 'waiting', t.passings[state])}${
      isEscalated && state === 'SENT' ? html`<br /><small>${t.escalated}</small>` : null
    }`
  return html`<li class="card request" id="${requestAnchor(one.number)}">
    <h2 class="card-title">${t.kinds[one.kind]} ${badge(tones[one.state], t.states[one.state])}</h2>
    ${facts([
      [t.number, one.number],
      [
        t.corrections,
        one.corrections.length === 0 ? null : bullets(one.corrections.map((said) => correctionLine(frame, one, said))),
      ],
      [t.said, one.said === '' ? null : lines(one.said)],
      [t.asked, moment(one.openedAt, dateText(one.openedAt, frame))],
      one.answeredAt === null
        ? [t.due, moment(one.dueAt, dateText(one.dueAt, frame))]
        : [t.answered, moment(one.answeredAt, dateText(one.answeredAt, frame))],
      [t.wish, one.wish === null ? null : t.ask.DISCLOSURE.forms[one.wish]],
      [t.answer, one.answer === null || one.answer === '' ? null : lines(one.answer)],
      [t.handover, one.handover === null ? null : handedOver(frame, one.handover)],
      [t.receive, one.disclosed === null ? null : receiving(frame, one.disclosed)],
      [t.refused, one.refused === '' ? null : one.refused],
      [t.grounds, one.grounds.length === 0 ? null : bullets(one.grounds)],
      [t.passed, one.passedOn.length === 0 ? null : bullets(one.passedOn.map(passed))],
    ])}
  </li>`
}

/** What is asked on a page of this kind; corrections and erasures have pages of their own. */
export const askableKinds = ['DISCLOSURE', 'STOP'] as const
export type AskableKind = (typeof askableKinds)[number]

export interface RequestsPage {
  requests: readonly OwnRequest[]
  /** The request that was sent or added to a moment ago, or the open one that keeps another of its kind away. */
  told: { request: OwnRequest; how: 'ACCEPTED' | 'ADDED' | 'ALREADY' } | null
}

function toldNotice(frame: SessionFrame, { request, how }: NonNullable<RequestsPage['told']>): Html {
  const { requests: t } = textIn(frame.language)
  const { kind, number, dueAt } = request
  const due = dateText(dueAt, frame)
  if (how === 'ALREADY') return notice('calm', html`<p role="status">${t.already(t.kinds[kind], number, due)}</p>`)
  const onward = kind === 'CORRECTION' ? html`<p><a href="${paths.known()}">${t.correctMore}</a></p>` : null
  return how === 'ADDED'
    ? notice(
        'good',
        html`<p role="status">${t.added(number, due)}</p>
          ${onward}`,
      )
    : notice(
        'good',
        html`<p role="status">${t.accepted(t.kinds[kind], number, due)}</p>
          <p>${t.acceptedMail}</p>
          ${onward}`,
      )
}

function waysToAsk(frame: SessionFrame): Html {
  const { requests: t } = textIn(frame.language)
  const ways = [
    ...askableKinds.map((kind) => ({ ...t.ask[kind], href: paths.ask(kind) })),
    { ...t.toCorrection, href: paths.known() },
    { ...t.toErasure, href: paths.erase() },
  ]
  return section(
    t.makeHeading,
    html`${bullets(ways.map(({ title, short, href }) => html`<a href="${href}">${title}</a><br /><small>${short}</small>`))}
      <p class="aside">${t.ask.oneAtATime}</p>`,
  )
}

export function requestsPage(frame: SessionFrame, { requests, told }: RequestsPage): Html {
  const { requests: t } = textIn(frame.language)
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${told ? toldNotice(frame, told) : null}${waysToAsk(frame)}
    ${section(
      t.listHeading,
      requests.length === 0
        ? notice('calm', html`<p>${t.nothing}</p>`)
        : html`<ul class="plain-list">
            ${requests.map((one) => requestCard(frame, one))}
          </ul>`,
    )}`,
  })
}

export interface AskPage {
  kind: AskableKind
  form: DisclosureForm
  reason: string
  problems: readonly Problem[]
}

/** Posts `reason`, and `form` with a disclosure (APPI 33 lets the person choose). */
export function askPage(frame: SessionFrame, { kind, form: chosen, reason, problems }: AskPage): Html {
  const { requests: t, frame: f } = textIn(frame.language)
  const { title, lead } = t.ask[kind]
  const { form: formLabel, forms, formHints } = t.ask.DISCLOSURE
  return sessionPage(frame, {
    title,
    lead: html`<p>${lead(frame.writer?.companyName ?? frame.service.operatorName)}</p>`,
    body: html`${problemSummary(frame, problems, { form: formLabel, reason: t.ask.reason })}
      ${form({
        frame,
        action: paths.ask(kind),
        submit: t.ask.submit[kind],
        note: html`<a href="${paths.requests()}">${f.back}</a>`,
        body: html`${
          kind === 'DISCLOSURE'
            ? choices({
                frame,
                name: 'form',
                label: formLabel,
                type: 'radio',
                options: disclosureForms.map((value) => ({ value, label: forms[value], hint: formHints[value] })),
                chosen: [chosen],
                problems,
              })
            : null
        }
        ${toldOnce(problems)}
        ${textArea({ frame, name: 'reason', label: t.ask.reason, hint: t.ask.reasonHint[kind], maxlength: 1000, value: reason, problems })}`,
      })}
      <p class="aside">${t.ask.oneAtATime}</p>`,
  })
}
