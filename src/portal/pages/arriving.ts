import { timeText } from '../dates.ts'
import { form, problemSummary, textArea, textField } from '../form.ts'
import type { Instant, Problem, PublicFrame, SessionFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { html } from '../html.ts'
import { publicPage, sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { facts, notice } from '../pieces.ts'
import { textIn } from '../text/text.ts'

/** The landing page knows the token of its own address and nothing else: it is the same for every link. */
export interface Landing {
  token: string
  /** Whether it leads to "this is not me", which its address alone says. */
  isNotMe?: boolean
}

export function landingPage(frame: PublicFrame, { token, isNotMe = false }: Landing): Html {
  const t = textIn(frame.language).arriving.landing
  return publicPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${notice('calm', html`<p>${t.nothingShown}</p>`)}
      <p>${isNotMe ? t.nextNotMe : t.next}</p>
      ${form({ frame, action: `${paths.landing(token)}${isNotMe ? '?about=not-me' : ''}`, submit: t.continue })}
      <p class="aside">${t.shared}</p>`,
  })
}

/** The one answer for a link that is unknown, expired or used. */
export function neutralPage(frame: PublicFrame): Html {
  const t = textIn(frame.language).arriving.neutral
  return publicPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${notice('calm', html`<p>${t.reassure}</p>`)}
      <p>${t.tryWhole}</p>
      <p class="actions"><a class="button main" href="${paths.lostLink()}">${t.again}</a></p>`,
  })
}

export interface LostLink {
  /** What was typed, when the form is shown again. */
  email: string
  problems: readonly Problem[]
}

export function lostLinkPage(frame: PublicFrame, { email, problems }: LostLink): Html {
  const t = textIn(frame.language).arriving.lost
  return publicPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${problemSummary(frame, problems, { email: t.email })}
      ${form({ frame, action: paths.lostLink(), submit: t.send, body: textField({ frame, name: 'email', label: t.email, type: 'email', autocomplete: 'email', required: true, value: email, problems }) })}
      <p><a href="${paths.passkey()}">${textIn(frame.language).passkeys.signIn.offer}</a></p>`,
  })
}

/** The one answer after the lost-link form, whether or not the address is known. */
export function lostLinkDonePage(frame: PublicFrame): Html {
  const t = textIn(frame.language).arriving.lost
  return publicPage(frame, {
    title: t.doneTitle,
    lead: html`<p>${t.done}</p>`,
    body: html`<p>${t.doneNeutral}</p>
      <p>${t.doneWait}</p>`,
  })
}

export interface CodeEntry {
  /** With most of its letters hidden: `h•••@mail.example`. */
  maskedEmail: string
  /** Where to go afterwards; a path of this portal. */
  next: string
  /** Null before the first wrong code. */
  attemptsLeft: number | null
  /** When another code may be sent; null when it may be sent at once. */
  resendFrom: Instant | null
  resent: boolean
  /** Whether a code is on its way; before that the page only asks whether to send one. */
  sent: boolean
  problems: readonly Problem[]
}

function sendCodePage(frame: SessionFrame, { maskedEmail, next }: CodeEntry): Html {
  const t = textIn(frame.language).arriving.code
  return sessionPage(frame, {
    title: t.askTitle,
    lead: html`<p>${t.why}</p>`,
    body: html`<p>${t.ask(maskedEmail)}</p>
      ${form({ frame, action: paths.resendCode(), submit: t.send, body: html`<input type="hidden" name="next" value="${next}" />` })}
      <p class="aside">${t.askHint}</p>`,
  })
}

export function codePage(frame: SessionFrame, model: CodeEntry): Html {
  if (!model.sent) return sendCodePage(frame, model)
  const t = textIn(frame.language).arriving.code
  const next = html`<input type="hidden" name="next" value="${model.next}" />`
  const again = html`${next}<input type="hidden" name="again" value="yes" />`
  const hint = model.attemptsLeft === null ? t.hint : `${t.hint} ${t.left(model.attemptsLeft)}`
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead(model.maskedEmail)}</p>`,
    body: html`${model.resent ? notice('good', html`<p role="status">${t.resent}</p>`) : null}
      <p>${t.why}</p>
      ${form({
        frame,
        action: paths.code(),
        submit: t.submit,
        body: html`${next}
          <div class="code">
            ${textField({ frame, name: 'code', label: t.label, hint, inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: 12, required: true, value: '', problems: model.problems })}
          </div>`,
      })}
      <section class="quiet-section">
        <p class="aside">${t.resendHint}</p>
        ${model.resendFrom ? html`<p class="aside">${t.resendFrom(timeText(model.resendFrom, frame))}</p>` : form({ frame, action: paths.resendCode(), submit: t.resend, tone: 'quiet', body: again })}
      </section>`,
  })
}

/** `byLink` says that the visit came by a link, so that one press is enough; otherwise such a link is mailed. */
export interface NotMe {
  byLink: boolean
  message: string
  /** What was typed, when the form is shown again. */
  email: string
  problems: readonly Problem[]
}

export function notMePage(frame: PublicFrame, { byLink, message, email, problems }: NotMe): Html {
  const t = textIn(frame.language).arriving.notMe
  return publicPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: byLink
      ? html`<p>${t.explain}</p>
          ${form({ frame, action: paths.notMe(), submit: t.submit, body: textArea({ frame, name: 'message', label: t.message, rows: 3, maxlength: 1000, value: message, problems }) })}`
      : html`<p>${t.noLink}</p>
          ${problemSummary(frame, problems, { email: t.email })}
          ${form({ frame, action: paths.notMe(), submit: t.send, body: textField({ frame, name: 'email', label: t.email, hint: t.emailHint, type: 'email', autocomplete: 'email', required: true, value: email, problems }) })}
          <p class="aside">${t.otherwise}</p>
          ${facts([[t.to, html`<a href="mailto:${frame.service.contactEmail}">${frame.service.contactEmail}</a>`]])}`,
  })
}

/** The one answer to whoever asks for the link that stops mails, whether or not the address is known. */
export function notMeAskedPage(frame: PublicFrame): Html {
  const { lost, notMe: t } = textIn(frame.language).arriving
  return publicPage(frame, {
    title: t.askedTitle,
    lead: html`<p>${t.asked}</p>`,
    body: html`<p>${lost.doneNeutral}</p>
      <p>${lost.doneWait}</p>`,
  })
}

export function notMeDonePage(frame: PublicFrame): Html {
  const t = textIn(frame.language).arriving.notMe
  return publicPage(frame, { title: t.doneTitle, lead: html`<p>${t.done}</p>`, body: null })
}

export interface Unreachable {
  oldEmail: string
  newEmail: string
  message: string
  problems: readonly Problem[]
}

export function unreachablePage(frame: PublicFrame, model: Unreachable): Html {
  const t = textIn(frame.language).arriving.unreachable
  const { problems } = model
  return publicPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${notice('calm', html`<p>${t.safe}</p>`)}
    ${problemSummary(frame, problems, { oldEmail: t.oldEmail, newEmail: t.newEmail, message: t.message })}
    ${form({
      frame,
      action: paths.unreachable(),
      submit: t.submit,
      body: html`${textField({ frame, name: 'oldEmail', label: t.oldEmail, type: 'email', required: true, value: model.oldEmail, problems })}${textField({ frame, name: 'newEmail', label: t.newEmail, type: 'email', autocomplete: 'email', required: true, value: model.newEmail, problems })}${textArea({ frame, name: 'message', label: t.message, rows: 3, maxlength: 1000, value: model.message, problems })}`,
    })}`,
  })
}

export function unreachableDonePage(frame: PublicFrame): Html {
  const t = textIn(frame.language).arriving.unreachable
  return publicPage(frame, { title: t.doneTitle, lead: html`<p>${t.done}</p>`, body: null })
}

/** The confirm page of an unsubscribe address: opening it changes nothing, and it names nobody. */
export interface Unsubscribe {
  token: string
}

export function unsubscribePage(frame: PublicFrame, { token }: Unsubscribe): Html {
  const t = textIn(frame.language).arriving.unsubscribe
  return publicPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`<p>${t.stays}</p>
      ${form({ frame, action: paths.unsubscribe(token), submit: t.submit })}`,
  })
}

/** Names nobody either, and offers to take it back: a mail scanner may have pressed. */
export function unsubscribeDonePage(frame: PublicFrame, { token }: Unsubscribe): Html {
  const t = textIn(frame.language).arriving.unsubscribe
  return publicPage(frame, {
    title: t.doneTitle,
    lead: html`<p>${t.done}</p>`,
    body: html`<p>${t.stays}</p>
      ${form({ frame, action: paths.resubscribe(token), submit: t.undo, tone: 'quiet' })}`,
  })
}

/** After the unsubscription was taken back. */
export function resubscribedPage(frame: PublicFrame): Html {
  const t = textIn(frame.language).arriving.unsubscribe
  return publicPage(frame, { title: t.undoneTitle, lead: html`<p>${t.undone}</p>`, body: null })
}
