import { dateText, quarterText } from '../dates.ts'
import { choices, form, textArea } from '../form.ts'
import type { Instant, PublicFrame, SessionFrame } from '../frame.ts'
import { html, type Html } from '../html.ts'
import { publicPage, sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { facts, notice, section } from '../pieces.ts'
import { labelled } from '../punctuation.ts'
import { textIn } from '../text/text.ts'

/** What a certificate can say, in the order in which it is offered. */
export const certificateFields = ['stage', 'occupation', 'period', 'employer', 'name'] as const
export type CertificateField = (typeof certificateFields)[number]

/** Shown unless the person takes it out: nothing of these tells who the employer or the person is. */
const shownByDefault: readonly CertificateField[] = ['stage', 'occupation', 'period']

export interface Certificate {
  certificateId: string
  values: Record<CertificateField, string>
  validUntil: Instant
}

export interface Certificates {
  certificates: readonly Certificate[]
  checkUrl: string
}

/** What a claim says, in the words of the reader; the signed value itself is never changed. */
const claimText = (frame: Pick<PublicFrame, 'language'>, field: CertificateField, value: string): string =>
  field === 'period' ? quarterText(value, frame) : value

/** Each form posts `show`, once per field that the certificate is to say. */
export function certificatesPage(frame: SessionFrame, { certificates, checkUrl }: Certificates): Html {
  const t = textIn(frame.language).passport.certificates
  const one = ({ certificateId, values, validUntil }: Certificate) => {
    const offered = certificateFields.filter((field) => values[field] !== '')
    return html`<li class="card certificate">
      <h2 class="card-title">${values.employer} ${values.stage}</h2>
      ${facts([[t.validUntil, dateText(validUntil, frame)]])}
      ${form({
        frame,
        action: paths.certificate(certificateId),
        submit: t.show,
        tone: 'even',
        body: choices({
          frame,
          name: 'show',
          label: t.choose,
          hint: t.chooseHint,
          type: 'checkbox',
          options: offered.map((field) => ({
            value: field,
            label: labelled(t[field], claimText(frame, field, values[field]), frame),
          })),
          chosen: shownByDefault,
        }),
      })}
    </li>`
  }
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body:
      certificates.length === 0
        ? notice('calm', html`<p>${t.empty}</p>`)
        : html`<ul class="plain-list">
              ${certificates.map(one)}
            </ul>
            <p class="aside">${t.checking(checkUrl)}</p>`,
  })
}

export interface CheckedCertificate {
  typed: string
  /** Null before something was checked. */
  outcome:
    | { genuine: false }
    | {
        genuine: true
        hasRunOut: boolean
        shown: Partial<Record<CertificateField, string>>
        issued: Instant
        validUntil: Instant
      }
    | null
}

function outcomeOf(frame: PublicFrame, outcome: NonNullable<CheckedCertificate['outcome']>): Html {
  const { check: t, certificates } = textIn(frame.language).passport
  if (!outcome.genuine)
    return notice(
      'grave',
      html`<h2 role="status">${t.forged}</h2>
        <p>${t.forgedNote}</p>`,
    )
  const { hasRunOut, shown, issued, validUntil } = outcome
  const shownFields = certificateFields.filter((field) => shown[field] !== undefined)
  return html`${notice(
    hasRunOut ? 'calm' : 'good',
    html`<h2 role="status">${hasRunOut ? t.ranOut : t.genuine}</h2>
      <p>${t.genuineNote}</p>`,
  )}
  ${section(
    t.shown,
    html`${shownFields.length === 0 ? html`<p>${t.nothingShown}</p>` : null}
    ${facts([
      ...shownFields.map((field) => [certificates[field], claimText(frame, field, shown[field] ?? '')] as const),
      [t.issued, dateText(issued, frame)],
      [certificates.validUntil, dateText(validUntil, frame)],
    ])}`,
  )}`
}

/** For whoever was handed a certificate; anybody may open it. Posts `certificate`. */
export function checkCertificatePage(frame: PublicFrame, { typed, outcome }: CheckedCertificate): Html {
  const t = textIn(frame.language).passport.check
  return publicPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${outcome ? outcomeOf(frame, outcome) : null}
      ${form({
        frame,
        action: paths.checkCertificate(),
        submit: t.submit,
        body: textArea({
          frame,
          name: 'certificate',
          label: t.paste,
          hint: t.pasteHint,
          rows: 6,
          maxlength: 8000,
          required: true,
          value: typed,
        }),
      })}
      <p class="aside"><a href="/verify/key.json">${t.key}</a></p>`,
  })
}
