import { form, textField } from '../form.ts'
import type { Problem, SessionFrame } from '../frame.ts'
import { attributes, html, type Html } from '../html.ts'
import { paths } from '../paths.ts'
import { section } from '../pieces.ts'
import { textIn } from '../text/text.ts'

/** The employer of this moment in the form of registration: kept from seeing the person unless they say otherwise. */
export interface EmployerChoice {
  /** As it is known or as it was typed; empty where nothing is known. */
  company: string
  isHidden: boolean
}

const named = (company: string): Html =>
  html`<input ${attributes({ type: 'hidden', name: 'company', value: company })} />`

/** Beside the choice to be shown: posts `employer` and `hideEmployer=yes`. */
export function employerFields(
  frame: SessionFrame,
  { employer, problems }: { employer: EmployerChoice; problems: readonly Problem[] },
): Html {
  const t = textIn(frame.language).register.hide
  return html`<div class="card" id="hide-employer">
    <h3>${t.heading}</h3>
    ${textField({ frame, name: 'employer', label: t.employer, hint: t.hint, autocomplete: 'organization', maxlength: 120, value: employer.company, problems })}
    <label class="choice"
      ><input
        ${attributes({ type: 'checkbox', id: 'hideEmployer', name: 'hideEmployer', value: 'yes', checked: employer.isHidden })}
      /><span>${t.box}</span></label
    >
  </div>`
}

/**
 * One press for each company that is read as an employer of this moment and could still find the person, and one to leave it
 * as it is; nothing where there is none.
 */
export function employerOffer(frame: SessionFrame, employers: readonly string[]): Html | null {
  if (employers.length === 0) return null
  const t = textIn(frame.language).register.hide
  return section(
    t.offerHeading,
    html`<p>${t.offerLead}</p>
      ${employers.map(
        (company) =>
          html`${form({
            frame,
            action: paths.blockCompany(),
            label: t.offerLabel(company),
            tone: 'even',
            submit: t.offer(company),
            body: named(company),
          })}
          ${form({ frame, action: paths.leaveEmployer(), label: t.leaveLabel(company), tone: 'quiet', submit: t.leave, body: named(company) })}`,
      )}`,
    'hide-employer',
  )
}
