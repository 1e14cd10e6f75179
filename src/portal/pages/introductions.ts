import { dateText, timeText } from '../dates.ts'
import { form, problemSummary, textArea } from '../form.ts'
import type { Instant, Problem, SessionFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { html, lines } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { badge, bullets, card, facts, moment, notice, section } from '../pieces.ts'
import type { IntroductionState } from '../text/ja/words.ts'
import { textIn } from '../text/text.ts'
import { unlisted } from './unlisted.ts'
import { employerRecord, objectionField, promisesSection, type PersonPromise } from './promises.ts'

export interface IntroductionLine {
  id: string
  companyName: string
  openingTitle: string
  state: IntroductionState
  /** End of the time to answer, decided by the member's realm. */
  answerBy: Instant
}

export interface Introductions {
  /** Whether employers see the profile at this moment; who is shown to nobody is not to wait for introductions. */
  isListed: boolean
  introductions: readonly IntroductionLine[]
}

const tones = { OPEN: 'waiting', ACCEPTED: 'good', DECLINED: 'over', LAPSED: 'over', WITHDRAWN: 'over' } as const

export function introductionsPage(frame: SessionFrame, { introductions, isListed }: Introductions): Html {
  const { introductions: t, words } = textIn(frame.language)
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body:
      introductions.length === 0
        ? html`${notice('calm', html`<p>${isListed ? t.empty : t.emptyUnlisted}</p>`)}
            ${isListed ? html`<p>${t.emptyHow}</p>` : unlisted(frame)}
            <p class="actions"><a class="button even" href="${paths.profile()}">${t.emptyGo}</a></p>`
        : html`<ul class="plain-list">
            ${introductions.map(
              (one) =>
                html`<li class="card">
                  <p>${badge(tones[one.state], words.introductionStates[one.state])}</p>
                  <h2 class="card-title">${one.openingTitle}</h2>
                  <p>${one.companyName}</p>
                  ${one.state === 'OPEN' ? html`<p>${moment(one.answerBy, t.answerBy(dateText(one.answerBy, frame)))}</p>` : null}
                  <p class="actions">
                    <a class="button ${one.state === 'OPEN' ? 'main' : 'even'}" href="${paths.introduction(one.id)}"
                      >${one.state === 'OPEN' ? t.open : t.view}<span class="hidden"> ${one.openingTitle}</span></a
                    >
                  </p>
                </li>`,
            )}
          </ul>`,
  })
}

/** The job and the employer, as the person sees them before answering. */
export interface IntroducedJob {
  companyName: string
  companyAddress: string
  openingTitle: string
  occupation: string
  places: string
  employmentType: string
  salary: string
  remote: string
  description: string
  /** In the employer's words and the facts that fit; never a score. */
  reasons: readonly string[]
}

export interface IntroductionAnswer {
  id: string
  state: IntroductionState
  answerBy: Instant
  answeredAt: Instant | null
  job: IntroducedJob
  /** What the employer receives on yes: label and the very value. */
  disclosed: readonly { label: string; value: string }[]
  /** What a yes is for, how long it holds and how it ends, in the words that are kept with it; null once it is answered. */
  consent: { purpose: string; uses: string; stop: string; until: Instant } | null
  /** Posted back with the yes, which is for exactly what is disclosed here, in these words. */
  shown: string
  questions: readonly { from: 'PERSON' | 'COMPANY'; text: string; at: Instant }[]
  promises: readonly PersonPromise[]
  /** How it went on after a yes, as far as they may see it. */
  steps: readonly { progress: 'INTERVIEWING' | 'OFFERED' | 'HIRED' | 'WITHDRAWN'; at: Instant }[]
  employerRecord: { kept: number; broken: number; introductions: number } | null
  asked: boolean
  problems: readonly Problem[]
  /** What was written where something is to be mended, by control. */
  entered: Readonly<Record<string, string>>
}

function jobFacts(frame: SessionFrame, job: IntroducedJob): Html {
  const t = textIn(frame.language).introductions
  return html`${card(
    facts([
      [t.employer, html`<strong>${job.companyName}</strong>`],
      [t.address, job.companyAddress],
      [t.occupation, job.occupation],
      [t.place, job.places],
      [t.employmentType, job.employmentType],
      [t.salary, job.salary],
      [t.remote, job.remote],
    ]),
  )}
  ${job.description === '' ? '' : section(t.description, html`<p>${lines(job.description)}</p>`)}
  ${job.reasons.length > 0 ? section(t.reasonsHeading, bullets(job.reasons)) : null}`
}

function questions(frame: SessionFrame, model: IntroductionAnswer): Html | null {
  const t = textIn(frame.language).introductions
  if (model.questions.length === 0) return null
  return section(
    t.answersHeading,
    html`<ul class="talk">
      ${model.questions.map(
        (one) =>
          html`<li class="${one.from === 'PERSON' ? 'mine' : 'theirs'}">
            <p class="source">
              ${one.from === 'PERSON' ? t.you : model.job.companyName} · ${moment(one.at, timeText(one.at, frame))}
            </p>
            <p>${lines(one.text)}</p>
          </li>`,
      )}
    </ul>`,
  )
}

function consentFacts(frame: SessionFrame, consent: NonNullable<IntroductionAnswer['consent']>): Html {
  const { consent: t, consents } = textIn(frame.language).sharing
  return facts([
    [t.purpose, html`${consent.purpose}<br />${consent.uses}`],
    [t.duration, consents.until(dateText(consent.until, frame))],
    [t.withdrawal, consent.stop],
  ])
}

function answerForms(frame: SessionFrame, model: IntroductionAnswer): Html {
  const t = textIn(frame.language).introductions
  const deadline = timeText(model.answerBy, frame)
  const company = model.job.companyName
  return html`${section(
      t.discloseHeading,
      html`<p>${t.discloseLead(company)}</p>
        ${card(facts(model.disclosed.map(({ label, value }) => [label, lines(value)] as const)))}
        ${model.consent ? consentFacts(frame, model.consent) : null}
        <p>${t.discloseTo(company)}</p>`,
    )}
    ${section(
      t.keepHeading,
      html`<p>${t.keep}</p>
        <p>${t.silent(deadline)}</p>`,
    )}
    <section class="answers" id="answer">
      <h2>${t.acceptLead}</h2>
      ${form({
        frame,
        action: paths.acceptIntroduction(model.id),
        submit: t.accept,
        tone: 'main',
        body: html`<input type="hidden" name="shown" value="${model.shown}" />
          <label class="choice"
            ><input type="checkbox" name="consent" value="yes" required /><span>${t.confirm(company)}</span></label
          >${model.problems
            .filter((one) => one.field === 'consent')
            .map((one) => html`<p class="problem">${textIn(frame.language).frame.problems[one.code]}</p>`)}`,
      })}
      ${form({
        frame,
        action: paths.declineIntroduction(model.id),
        submit: t.decline,
        tone: 'even',
        after: html`<details class="reason">
          <summary>${t.declineReason}</summary>
          ${textArea({ frame, name: 'reason', label: t.declineReason, hint: t.declineNote, rows: 2, maxlength: 500, value: model.entered['reason'] ?? '', problems: model.problems })}
        </details>`,
      })}
    </section>
    ${section(t.questionHeading, form({ frame, action: paths.askIntroduction(model.id), submit: t.ask, tone: 'even', body: textArea({ frame, name: 'question', label: t.question, hint: t.questionHint, rows: 3, maxlength: 1000, required: true, value: model.entered['question'] ?? '', problems: model.problems }) }), 'ask')}`
}

function outcome(frame: SessionFrame, { state, job, answeredAt, steps }: IntroductionAnswer): Html | null {
  const t = textIn(frame.language).introductions
  const said = {
    OPEN: null,
    ACCEPTED: { tone: 'good', title: t.acceptedTitle, text: t.accepted(job.companyName) },
    DECLINED: { tone: 'calm', title: t.declinedTitle, text: t.declined },
    LAPSED: { tone: 'calm', title: t.lapsedTitle, text: t.lapsed(job.companyName) },
    WITHDRAWN: { tone: 'calm', title: t.takenBackTitle, text: t.takenBack },
  } as const
  const now = said[state]
  if (!now) return null
  return notice(
    now.tone,
    html`<h2>${now.title}</h2>
      <p>${now.text}</p>
      ${state === 'ACCEPTED' && steps.length === 0 ? html`<p>${t.acceptedNext}</p>` : null}
      ${answeredAt ? html`<p><small>${t.answeredOn(dateText(answeredAt, frame))}</small></p>` : null}`,
  )
}

/** Every step after a yes with its day. */
function course(frame: SessionFrame, { state, steps, answeredAt }: IntroductionAnswer): Html | null {
  const t = textIn(frame.language).introductions
  if (state !== 'ACCEPTED' || steps.length === 0) return null
  const all = [
    ...(answeredAt ? [{ name: t.acceptedStep, at: answeredAt }] : []),
    ...steps.map(({ progress, at }) => ({ name: t.steps[progress], at })),
  ]
  return section(
    t.stepsHeading,
    html`${card(facts(all.map(({ name, at }) => [name, moment(at, dateText(at, frame))] as const)))}
      <p class="source">${t.stepsNote}</p>`,
  )
}

/** One introduction: open with its three answers, or with what became of it. */
export function introductionPage(frame: SessionFrame, model: IntroductionAnswer): Html {
  const t = textIn(frame.language).introductions
  const { objectionLabel } = textIn(frame.language).promises
  const objections = Object.fromEntries(model.promises.map(({ id }) => [objectionField(id), objectionLabel]))
  return sessionPage(frame, {
    title: t.pageTitle(model.job.openingTitle),
    lead:
      model.state === 'OPEN'
        ? html`<p>${t.answerBy(timeText(model.answerBy, frame))}</p>
            <p class="actions"><a class="button even" href="#answer">${t.toAnswer}</a></p>`
        : null,
    body: html`${model.asked ? notice('good', html`<p role="status">${t.asked}</p>`) : null}
      ${problemSummary(frame, model.problems, { consent: t.confirm(model.job.companyName), reason: t.declineReason, question: t.question, ...objections })}
      ${outcome(frame, model)}${course(frame, model)}${model.state === 'ACCEPTED' ? promisesSection(frame, model) : null}${jobFacts(frame, model.job)}${model.state === 'OPEN' ? html`${promisesSection(frame, model)}${employerRecord(frame, model)}` : null}${questions(frame, model)}${model.state === 'OPEN' ? answerForms(frame, model) : null}
      ${model.state === 'ACCEPTED' ? html`<p><a href="${paths.disputes(model.id)}">${textIn(frame.language).disputes.link}</a></p>` : null}
      <p><a href="${paths.introductions()}">${textIn(frame.language).frame.backTo(t.title)}</a></p>`,
  })
}
