import type { Problem, PublicFrame } from './frame.ts'
import type { Html, HtmlValue } from './html.ts'
import { attributes, html } from './html.ts'
import { labelled } from './punctuation.ts'
import { textIn } from './text/text.ts'

interface Control {
  frame: Pick<PublicFrame, 'language'>
  /** The control's name; also its id, so a page has one control of a name. */
  name: string
  label: string
  hint?: string | null
  problems?: readonly Problem[]
  required?: boolean
  /** Neither needed nor to be left out by itself: one of several says it. */
  unmarked?: boolean
}

interface TextControl extends Control {
  value: string
  type?: 'text' | 'email' | 'date' | 'number' | 'tel'
  autocomplete?: string
  inputmode?: 'numeric' | 'email' | 'text'
  maxlength?: number
  suffix?: string
  min?: string
}

/** The box without which nothing is done that cannot be undone; posts `understood=yes`. */
export function understoodBox(frame: Control['frame'], problems: readonly Problem[]): Html {
  const { leaving, frame: f } = textIn(frame.language)
  const problem = problems.find(({ field }) => field === 'understood')
  return html`<label class="choice"
      ><input type="checkbox" id="understood" name="understood" value="yes" required /><span
        >${leaving.erase.confirmBox}</span
      ></label
    >${problem ? html`<p class="problem">${f.problems[problem.code]}</p>` : null}`
}

export interface Option {
  value: string
  label: string
  hint?: string | null
}

function problemOf({ problems, name }: Control): Problem | undefined {
  return problems?.find((one) => one.field === name)
}

function describedBy(control: Control): string | null {
  const ids = [control.hint ? `${control.name}-hint` : null, problemOf(control) ? `${control.name}-problem` : null]
  return ids.filter(Boolean).join(' ') || null
}

function aroundLabel(control: Control): Html {
  const t = textIn(control.frame.language).frame
  if (control.unmarked) return html`${control.label}`
  return html`${control.label}${control.required ? html` <span class="need">${t.required}</span>` : html` <span class="optional">${t.optional}</span>`}`
}

function remarks(control: Control): Html {
  const problem = problemOf(control)
  const t = textIn(control.frame.language).frame
  return html`${control.hint ? html`<p class="hint" id="${control.name}-hint">${control.hint}</p>` : null}${problem ? html`<p class="problem" id="${control.name}-problem">${problem.word ? t.problemWord(problem.word) : null}${t.problems[problem.code]}</p>` : null}`
}

function shared(control: Control): Record<string, string | boolean | null> {
  return {
    id: control.name,
    name: control.name,
    required: control.required ?? false,
    'aria-describedby': describedBy(control),
    'aria-invalid': problemOf(control) ? 'true' : null,
  }
}

export function textField(control: TextControl): Html {
  const box = html`<input
    ${attributes({ ...shared(control), type: control.type ?? 'text', value: control.value, autocomplete: control.autocomplete, inputmode: control.inputmode, maxlength: control.maxlength, min: control.min })}
  />`
  return html`<div class="field">
    <label for="${control.name}">${aroundLabel(control)}</label>
    ${remarks(control)}${control.suffix ? html`<span class="with-suffix">${box}<span aria-hidden="true">${control.suffix}</span></span>` : box}
  </div>`
}

export function textArea(control: Control & { value: string; rows?: number; maxlength?: number }): Html {
  return html`<div class="field">
    <label for="${control.name}">${aroundLabel(control)}</label>
    ${remarks(control)}<textarea
      ${attributes({ ...shared(control), rows: control.rows ?? 4, maxlength: control.maxlength })}
    >
${control.value}</textarea>
  </div>`
}

/** How a value of a person's data is typed: the keyboard and the calendar of the device follow it. */
export type ValueInput = 'line' | 'lines' | 'tel' | 'email' | 'date'

/** The box for a value of a field, of the kind that the field is. */
export function valueField({ input, ...control }: Control & { value: string; input: ValueInput }): Html {
  if (input === 'lines') return textArea({ ...control, rows: 3, maxlength: 2000 })
  if (input === 'line') return textField({ ...control, maxlength: 2000 })
  return textField({ ...control, type: input, ...(input !== 'date' && { autocomplete: input, maxlength: 2000 }) })
}

export function selectField(control: Control & { value: string; options: readonly Option[] }): Html {
  return html`<div class="field">
    <label for="${control.name}">${aroundLabel(control)}</label>
    ${remarks(control)}<select ${attributes(shared(control))}>
      ${control.options.map((one) => html`<option ${attributes({ value: one.value, selected: one.value === control.value })}>${one.label}</option>`)}
    </select>
  </div>`
}

/** Chooses one file; `accept` helps choosing and is checked nowhere: the content tells what a file is. */
export function fileField(control: Control & { accept: string }): Html {
  return html`<div class="field">
    <label for="${control.name}">${aroundLabel(control)}</label>
    ${remarks(control)}<input ${attributes({ ...shared(control), type: 'file', accept: control.accept })} />
  </div>`
}

/** Options that stay folded until they are looked for. */
export interface OptionGroup {
  label: string
  options: readonly Option[]
}

type Choices = Control & {
  type: 'radio' | 'checkbox'
  options: readonly Option[]
  chosen: readonly string[]
  legendHidden?: boolean
  layout?: 'stack' | 'chips'
  folded?: readonly OptionGroup[]
}

function optionList({ type, name, chosen }: Choices, options: readonly Option[]): Html {
  return html`<div class="options">
    ${options.map((one) => html`<label class="choice"><input ${attributes({ type, name, value: one.value, checked: chosen.includes(one.value) })} /><span>${one.label}${one.hint ? html`<small>${one.hint}</small>` : null}</span></label>`)}
  </div>`
}

/** A group of radio buttons or check boxes under one legend; what is folded says so itself when it holds a choice. */
export function choices(control: Choices): Html {
  const { chosenInside } = textIn(control.frame.language).frame
  const legend: HtmlValue = control.type === 'radio' && !control.required ? control.label : aroundLabel(control)
  return html`<fieldset
    ${attributes({ class: `field choices ${control.layout ?? 'stack'}`, id: control.name, 'aria-describedby': describedBy(control), tabindex: '-1' })}
  >
    <legend ${attributes({ class: control.legendHidden ? 'hidden' : null })}>${legend}</legend>
    ${remarks(control)}${control.options.length > 0 ? optionList(control, control.options) : null}
    ${
      control.folded
        ? html`<div class="folded">
            ${control.folded.map(
              ({ label, options }) =>
                html`<details>
                  <summary ${attributes({ 'data-chosen': chosenInside })}>${label}</summary>
                  ${optionList(control, options)}
                </details>`,
            )}
          </div>`
        : null
    }
  </fieldset>`
}

/** A form that posts; carries the page's CSRF token and idempotency id. Every form of the portal is made here. */
export function form({
  frame,
  action,
  label,
  body,
  submit,
  tone = 'main',
  note = null,
  after = null,
  carriesFile = false,
}: {
  frame: PublicFrame
  action: string
  label?: string
  body?: HtmlValue
  submit: string
  tone?: 'main' | 'quiet' | 'grave' | 'even'
  note?: HtmlValue
  after?: HtmlValue
  carriesFile?: boolean
}): Html {
  const enctype = carriesFile ? 'multipart/form-data' : null
  const own = attributes({ method: 'post', action, enctype, 'aria-label': label, novalidate: true })
  return html`<form ${own}>
    <input type="hidden" name="csrf" value="${frame.guard.csrf}" />
    <input type="hidden" name="idempotencyId" value="${frame.guard.idempotencyId}" />
    ${body}
    <p class="actions"><button ${attributes({ type: 'submit', class: tone })}>${submit}</button>${note}</p>
    ${after}
  </form>`
}

/** Carries on that the person was told what need not be said, so that the same words are taken the next time. */
export function toldOnce(problems: readonly Problem[]): Html | null {
  const isTold = problems.some(({ code }) => code === 'needNotBeSaid')
  return isTold ? html`<input type="hidden" name="asIs" value="yes" />` : null
}

/** What to mend, at the head of a form, each line leading to its control. */
export function problemSummary(
  frame: Pick<PublicFrame, 'language'>,
  problems: readonly Problem[],
  labels: Record<string, string>,
): Html | null {
  if (problems.length === 0) return null
  const t = textIn(frame.language).frame
  return html`<div class="notice grave" role="alert" id="problems" tabindex="-1">
    <h2>${t.problemHeading}</h2>
    <ul>
      ${problems.map((one) => html`<li><a href="#${one.field}">${labelled(labels[one.field] ?? one.field, t.problems[one.code], frame)}</a></li>`)}
    </ul>
  </div>`
}
