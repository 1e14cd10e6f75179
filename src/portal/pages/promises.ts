import { promiseKeptWhen, promiseSentence } from '../../contract/introductions/promise-words.ts'
import type { PromiseKind, PromiseSettler, PromiseState } from '../../contract/introductions/promises.ts'
import { dateText } from '../dates.ts'
import { form, textArea } from '../form.ts'
import type { Instant, Problem, SessionFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { attributes, html, lines } from '../html.ts'
import { paths } from '../paths.ts'
import { badge, bullets, card, moment, section } from '../pieces.ts'
import { textIn } from '../text/text.ts'

/** What the employer promises the person, and since a yes whether it was kept. */
export interface PersonPromise {
  id: string
  kind: PromiseKind
  steps: readonly string[]
  days: number
  /** Null before the yes. */
  state: PromiseState | null
  settledBy: PromiseSettler | null
  dueAt: Instant | null
  settledAt: Instant | null
  mayRelease: boolean
  mayObject: boolean
  said: 'RELEASE' | 'OBJECT' | null
  /** The words they added to an objection. */
  objection: string | null
}

/** As long as a question to the employer. */
export const mostOfObjection = 1000
/** The control for the words to one promise; a page has several. */
export const objectionField = (promiseId: string): string => `objection-${promiseId}`

interface Promised {
  id: string
  job: { companyName: string }
  promises: readonly PersonPromise[]
  employerRecord: { kept: number; broken: number; introductions: number } | null
  problems: readonly Problem[]
  /** What was written where something is to be mended, by control. */
  entered: Readonly<Record<string, string>>
}

const tones = { PENDING: 'waiting', KEPT: 'good', BROKEN: 'over', RELEASED: 'plain' } as const

/** Before the answer what is promised; after a yes how each promise stands, and what the person may say of it. */
export function promisesSection(frame: SessionFrame, model: Promised): Html | null {
  const { promises, job } = model
  const t = textIn(frame.language).promises
  if (promises.length === 0) return null
  const isInForce = promises.some(({ state }) => state !== null)
  if (!isInForce)
    return section(
      t.statedHeading(job.companyName),
      html`${card(bullets(promises.map((one) => promiseSentence(one, frame.language))))}
        <p>${t.statedLead}</p>`,
    )
  return section(
    t.heading(job.companyName),
    html`<p>${t.lead}</p>
      ${promises.map((one) => card(inForce(frame, model, one)))}`,
    'promises',
  )
}

function inForce(frame: SessionFrame, model: Promised, one: PersonPromise): Html {
  const t = textIn(frame.language).promises
  const { state, settledBy, settledAt, dueAt, said } = one
  const sentence = promiseSentence(one, frame.language)
  const keptWhen = promiseKeptWhen(one, frame.language)
  return html`${state ? html`<p>${badge(tones[state], t.states[state])}</p>` : null}
    <p>${sentence}</p>
    ${keptWhen && state !== 'RELEASED' ? html`<p class="source">${keptWhen}</p>` : null}
    ${state === 'PENDING' && dueAt ? html`<p>${moment(dueAt, t.due(dateText(dueAt, frame)))}</p>` : null}
    ${settledBy && settledAt ? html`<p><small>${t.settled[settledBy](dateText(settledAt, frame))}</small></p>` : null}
    ${said === 'OBJECT' && settledBy !== 'OPERATOR' ? html`<p role="status">${t.objected}</p>` : null}
    ${
      one.objection === null
        ? null
        : html`<p class="source">${t.ownWords}</p>
            <p>${lines(one.objection)}</p>`
    }
    ${said === 'RELEASE' && state === 'PENDING' ? html`<p role="status">${t.released}</p>` : null}
    ${one.mayObject ? objecting(frame, model, one) : null}
    ${one.mayRelease ? says(frame, model, { one, said: 'RELEASE', submit: t.release }) : null}`
}

/** Folded until it is needed: most promises are kept, and each has a box of its own. */
function objecting(frame: SessionFrame, model: Promised, one: PersonPromise): Html {
  const t = textIn(frame.language).promises
  const isEntered = model.problems.some(({ field }) => field === objectionField(one.id))
  return html`<details class="reason" ${attributes({ open: isEntered })}>
    <summary>${t.objectOpen}</summary>
    ${says(frame, model, { one, said: 'OBJECT', submit: t.object, words: objectionBox(frame, model, one) })}
  </details>`
}

function objectionBox(frame: SessionFrame, { problems, entered }: Promised, { id }: PersonPromise): Html {
  const t = textIn(frame.language).promises
  const name = objectionField(id)
  return textArea({
    frame,
    name,
    label: t.objectionLabel,
    hint: t.objectionHint,
    rows: 4,
    maxlength: mostOfObjection,
    value: entered[name] ?? '',
    problems,
  })
}

type Says = { one: PersonPromise; said: 'OBJECT' | 'RELEASE'; submit: string; words?: Html }

const says = (frame: SessionFrame, { id }: Promised, { one, said, submit, words }: Says): Html =>
  form({
    frame,
    action: paths.sayOfPromise(id),
    submit,
    tone: 'even',
    body: html`${words ?? null}<input type="hidden" name="promise" value="${one.id}" /><input
        type="hidden"
        name="said"
        value="${said}"
      />`,
  })

/** How the employer kept what it promised others, where there are enough of them. */
export function employerRecord(frame: SessionFrame, { employerRecord: known, job }: Promised): Html | null {
  const t = textIn(frame.language).promises
  if (!known) return null
  const { kept, broken, introductions } = known
  const of = kept + broken
  const share = new Intl.NumberFormat(frame.language, { style: 'percent' }).format(kept / of)
  return section(
    t.recordHeading,
    html`<p>${t.record({ company: job.companyName, introductions, of, kept, share })}</p>`,
  )
}
