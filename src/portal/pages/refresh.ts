import { dateText } from '../dates.ts'
import { form, problemSummary, textField } from '../form.ts'
import type { Instant, Problem, SessionFrame } from '../frame.ts'
import { html, type Html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { notice, section } from '../pieces.ts'
import { textIn } from '../text/text.ts'
import { beforeCode, fieldLabel, proposedNotice, type KnownField } from './known.ts'

/** One value to confirm or to mend. */
export interface RefreshField {
  /** The control's name. */
  name: string
  field: KnownField['field']
  /** Empty where nothing is known. */
  value: string
  observedAt: Instant | null
  isList: boolean
}

export interface RefreshPage {
  company: string
  /** Whether the code was entered: before it no value is shown. */
  isOpen: boolean
  fields: readonly RefreshField[]
  /** The end of the consent to stay in the pool, where it is near or past. */
  pool: { endsAt: Instant; hasEnded: boolean } | null
  /** The person said not to be asked again. */
  isStopped: boolean
  proposed: number
  justDone: 'CONFIRMED' | 'CHANGED' | 'STOPPED' | 'STAYS' | 'LEAVES' | null
  problems: readonly Problem[]
}

function confirming(frame: SessionFrame, { fields, problems }: RefreshPage): Html {
  const t = textIn(frame.language).refresh
  const labels = Object.fromEntries(fields.map((one) => [one.name, fieldLabel(frame, one.field)]))
  return html`${problemSummary(frame, problems, labels)}
    <p>${t.unchanged}</p>
    ${form({
      frame,
      action: paths.refresh(),
      submit: t.submit,
      tone: 'main',
      body: html`${fields.map((one) =>
        textField({
          frame,
          name: one.name,
          label: fieldLabel(frame, one.field),
          value: one.value,
          maxlength: 2000,
          problems,
          hint: [
            one.observedAt === null ? t.unknown : t.observed(dateText(one.observedAt, frame)),
            one.isList ? t.listHint : null,
          ]
            .filter(Boolean)
            .join(frame.language === 'ja' ? '。' : '. '),
        }),
      )}`,
    })}`
}

function pool(frame: SessionFrame, { pool: ending, company, isOpen }: RefreshPage): Html | null {
  if (!ending) return null
  const t = textIn(frame.language).refresh.pool
  const said = ending.hasEnded ? t.ended : t.ends
  return section(
    t.heading,
    html`<p>${said(company, dateText(ending.endsAt, frame))}</p>
      ${
        isOpen
          ? html`<div class="answers">
                ${form({ frame, action: paths.stayInPool(), submit: t.stay, tone: 'even' })}
                ${ending.hasEnded ? null : form({ frame, action: paths.leavePool(), submit: t.leave, tone: 'even' })}
              </div>
              ${ending.hasEnded ? null : html`<p class="aside">${t.leaving} ${t.silence}</p>`}`
          : html`<p>${t.code}</p>
              <p class="actions">
                <a class="button main" href="${paths.code()}?next=${paths.refresh()}"
                  >${textIn(frame.language).refresh.before.go}</a
                >
              </p>`
      }`,
  )
}

/** Everything that is asked for in one form: unchanged, it confirms all; what was changed is kept as changed. */
export function refreshPage(frame: SessionFrame, model: RefreshPage): Html {
  const t = textIn(frame.language).refresh
  const { company, isOpen, isStopped, justDone, proposed } = model
  const isAsked = model.pool === null || isOpen
  const held = model.fields.filter(({ observedAt }) => observedAt !== null)
  return sessionPage(frame, {
    title: t.title,
    lead: justDone ? null : html`<p>${t.lead(company)}</p>`,
    body: html`${justDone ? notice('good', html`<p role="status">${t.done[justDone]}</p>`) : null} ${pool(frame, model)}
    ${isAsked ? (isOpen ? section(t.heading, confirming(frame, model)) : section(t.before.fields, beforeCode(frame, held, paths.refresh()))) : null}
    ${proposed > 0 ? proposedNotice(frame, t.proposals(proposed)) : null}
    ${section(
      t.stop.heading,
      isStopped
        ? html`<p>${t.stop.stopped}</p>`
        : html`<p>${t.stop.text}</p>
            ${form({ frame, action: paths.stopRefresh(), submit: t.stop.submit, tone: 'even' })}
            <p><a href="${paths.erase()}">${t.stop.erase}</a></p>`,
    )}`,
  })
}
