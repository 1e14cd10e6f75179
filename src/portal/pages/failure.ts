import { timeText } from '../dates.ts'
import type { Instant, Language, PublicFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { html } from '../html.ts'
import { publicPage } from '../page.ts'
import { paths } from '../paths.ts'
import { labelled } from '../punctuation.ts'
import type { FailureKind } from '../text/ja/arriving.ts'
import { textIn } from '../text/text.ts'

export interface Failure {
  kind: FailureKind
  requestId: string
  /** From when on the link works again, where it is the link that had too many attempts. */
  until: Instant | null
  /** The name that the form posts its box by, where one box is to blame. */
  box: string | null
}

/** What the boxes that a text is typed into are called on their pages, by the names that their forms post. */
function boxNames(language: Language): Record<string, string> {
  const { arriving, disputes, introductions, known, passkeys, passport, register, requests, settings } =
    textIn(language)
  return {
    certificate: passport.check.paste,
    code: arriving.code.label,
    company: settings.block,
    displayName: register.displayName,
    email: arriving.lost.email,
    evidence: disputes.evidence,
    message: arriving.notMe.message,
    name: passkeys.name,
    newEmail: arriving.unreachable.newEmail,
    note: known.correction.note,
    oldEmail: arriving.unreachable.oldEmail,
    question: introductions.question,
    reason: requests.ask.reason,
    salary: register.salary,
    skills: register.skills,
    text: disputes.text,
    value: known.correction.right,
    workHistory: register.workHistory,
  }
}

/** Where a link from the mail is the way on; from the others the visitor goes back to what is known. */
const kindsWithoutVisit: ReadonlySet<FailureKind> = new Set(['notFound', 'sessionOver', 'codesSpent'])

/** From when on the link works again, and how its owner gets in before. */
function waysIn(frame: PublicFrame, until: Instant): Html {
  const { limit: t } = textIn(frame.language).arriving
  return html`<p><strong>${t.until(timeText(until, frame))}</strong></p>
    <p>${t.sooner}</p>
    <p><a href="${paths.passkey()}">${t.passkey}</a></p>`
}

/** What went wrong, in words, with a way on and the id under which the log knows it. */
export function failurePage(frame: PublicFrame, { kind, requestId, until, box }: Failure): Html {
  const { arriving, frame: f } = textIn(frame.language)
  const t = arriving.failure
  const { title, text } = t.kinds[kind]
  const [href, label] =
    kindsWithoutVisit.has(kind) || until !== null
      ? [paths.lostLink(), arriving.neutral.again]
      : [paths.known(), f.toStart]
  return publicPage(frame, {
    title,
    lead: html`<p>${text}</p>`,
    body: html`${until === null ? null : waysIn(frame, until)}${box === null ? null : html`<p><strong>${t.where(boxNames(frame.language)[box] ?? t.elsewhere)}</strong></p>`}
      <p class="actions"><a class="button even" href="${href}">${label}</a></p>
      <p class="request-id">${labelled(t.requestId, '', frame)}<code>${requestId}</code></p>
      <p class="aside">${t.requestHint}</p>`,
  })
}
