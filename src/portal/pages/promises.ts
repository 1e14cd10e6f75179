import { promiseSentence } from '../../contract/promise-words.ts'
import type { PromiseKind, PromiseSettler, PromiseState } from '../../contract/promises.ts'
import { dateText } from '../dates.ts'
import { form } from '../form.ts'
import type { Instant, SessionFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { html } from '../html.ts'
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
}

interface Promised {
  id: string
  job: { companyName: string }
  promises: readonly PersonPromise[]
  employerRecord: { kept: number; broken: number; introductions: number } | null
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
      ${promises.map((one) => card(inForce(frame, model.id, one)))}`,
    'promises',
  )
}

function inForce(frame: SessionFrame, introductionId: string, one: PersonPromise): Html {
  const t = textIn(frame.language).promises
  const { state, settledBy, settledAt, dueAt, said } = one
  const sentence = promiseSentence(one, frame.language)
  return html`${state ? html`<p>${badge(tones[state], t.states[state])}</p>` : null}
    <p>${sentence}</p>
    ${state === 'PENDING' && dueAt ? html`<p>${moment(dueAt, t.due(dateText(dueAt, frame)))}</p>` : null}
    ${settledBy && settledAt ? html`<p><small>${t.settled[settledBy](dateText(settledAt, frame))}</small></p>` : null}
    ${said === 'OBJECT' && settledBy !== 'OPERATOR' ? html`<p role="status">${t.objected}</p>` : null}
    ${said === 'RELEASE' && state === 'PENDING' ? html`<p role="status">${t.released}</p>` : null}
    ${one.mayObject ? says(frame, { introductionId, one, said: 'OBJECT', submit: t.object }) : null}
    ${one.mayRelease ? says(frame, { introductionId, one, said: 'RELEASE', submit: t.release }) : null}`
}

type Says = { introductionId: string; one: PersonPromise; said: 'OBJECT' | 'RELEASE'; submit: string }

const says = (frame: SessionFrame, { introductionId, one, said, submit }: Says): Html =>
  form({
    frame,
    action: paths.sayOfPromise(introductionId),
    submit,
    tone: 'even',
    body: html`<input type="hidden" name="promise" value="${one.id}" /><input
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
