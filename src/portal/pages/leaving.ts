import { form, problemSummary, understoodBox } from '../form.ts'
import type { Problem, PublicFrame, SessionFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { html } from '../html.ts'
import { publicPage, sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { bullets, section } from '../pieces.ts'
import { listText } from '../punctuation.ts'
import { textIn } from '../text/text.ts'

/** Everything that is held, to be saved: made at the moment it is asked for. */
export function exportPage(frame: SessionFrame): Html {
  const t = textIn(frame.language).leaving.export
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${section(t.contents, bullets(t.items))}
      <p class="actions">
        <a class="button main" href="${paths.exported('pdf')}">${t.pdf}</a
        ><a class="button even" href="${paths.exported('json')}">${t.json}</a
        ><a class="button even" href="${paths.exported('csv')}">${t.csv}</a>
      </p>
      <p class="aside">${t.note}</p>`,
  })
}

export function withdrawPage(frame: SessionFrame): Html {
  const t = textIn(frame.language).leaving.withdraw
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${section(t.happensHeading, bullets(t.happens))}
      ${form({ frame, action: paths.withdraw(), submit: t.submit, tone: 'main', note: html`<a href="${paths.profile()}">${t.stay}</a>` })}
      <p class="aside">${t.later} <a href="${paths.erase()}">${t.toErase}</a></p>`,
  })
}

export function withdrawDonePage(frame: SessionFrame): Html {
  const t = textIn(frame.language).leaving.withdraw
  return sessionPage(frame, { title: t.doneTitle, lead: html`<p>${t.done}</p>`, body: html`<p>${t.doneAgain}</p>` })
}

export interface Erase {
  /** Companies that received something and will be asked to erase it. */
  recipients: readonly string[]
}

function eraseScope(frame: SessionFrame, { recipients }: Erase): Html {
  const t = textIn(frame.language).leaving.erase
  return html`${section(t.goneHeading, bullets(t.gone))}
  ${section(
    t.staysHeading,
    html`${bullets(t.stays)}
      <p>${t.staysNote}</p>`,
  )}
  ${recipients.length > 0 ? section(t.othersHeading, html`<p>${t.others(listText(recipients, frame))}</p>`) : null}`
}

/** First of two steps: what is erased and what stays. Changes nothing. */
export function erasePage(frame: SessionFrame, model: Erase): Html {
  const t = textIn(frame.language).leaving.erase
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p class="step">${t.step(1, 2)}</p>
      <p>${t.lead}</p>`,
    body: html`${eraseScope(frame, model)}
      <p>${t.download} <a href="${paths.export()}">${t.toExport}</a></p>
      <p class="actions">
        <a class="button main" href="${paths.confirmErase()}">${t.next}</a><a href="${paths.known()}">${t.cancel}</a>
      </p>`,
  })
}

export interface EraseConfirm {
  problems: readonly Problem[]
}

/** Second step; posts `understood=yes`. */
export function eraseConfirmPage(frame: SessionFrame, { problems }: EraseConfirm): Html {
  const t = textIn(frame.language).leaving.erase
  return sessionPage(frame, {
    title: t.confirmTitle,
    lead: html`<p class="step">${t.step(2, 2)}</p>
      <p>${t.confirmLead}</p>`,
    body: html`${problemSummary(frame, problems, { understood: t.confirmBox })}
    ${form({
      frame,
      action: paths.confirmErase(),
      submit: t.submit,
      tone: 'grave',
      note: html`<a href="${paths.known()}">${t.cancel}</a>`,
      body: understoodBox(frame, problems),
    })}`,
  })
}

/** Shown when the session is gone, so it says nothing about the person but the number to ask by. */
export interface EraseDone {
  receiptNumber: string
}

export function eraseDonePage(frame: PublicFrame, { receiptNumber }: EraseDone): Html {
  const t = textIn(frame.language).leaving.erase
  return publicPage(frame, {
    title: t.doneTitle,
    lead: html`<p>${t.done}</p>`,
    body: html`<p>${t.doneCompanies}</p>
      <p><strong>${t.doneReceipt(receiptNumber)}</strong></p>
      <p>${t.doneLast}</p>`,
  })
}
