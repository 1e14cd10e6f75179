import { dateText } from '../dates.ts'
import { fileField, form } from '../form.ts'
import type { Instant, SessionFrame } from '../frame.ts'
import { html, type Html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { moment, notice, section } from '../pieces.ts'
import { textIn } from '../text/text.ts'

/** One file that the company keeps. */
export interface OwnFile {
  fileId: string
  name: string
  givenBy: 'STAFF' | 'PERSON'
  keptAt: Instant
  /** How many places the company does not see. */
  masked: number
}

export interface OwnFiles {
  company: string
  files: readonly OwnFile[]
  /** What was just done; `masked` says how much of the file that was sent is hidden. */
  done: { what: 'SENT'; masked: number } | { what: 'REMOVED' } | null
  /** Why a file was not taken, in a sentence, or that none is removed while a legal hold is open. */
  refused: { why: string } | 'HELD' | null
}

/** The files that the company keeps of the visitor, and a form to hand in another. */
export function filesPage(frame: SessionFrame, { company, files, done, refused }: OwnFiles): Html {
  const t = textIn(frame.language).files
  const said =
    done === null ? null : done.what === 'REMOVED' ? t.removed : done.masked > 0 ? t.sentMasked(done.masked) : t.sent
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead(company)}</p>`,
    body: html`${said ? notice('good', html`<p role="status">${said}</p>`) : null}
    ${refused ? html`<div class="notice grave" role="alert" id="problems" tabindex="-1"><p>${refused === 'HELD' ? t.held(company) : refused.why}</p></div>` : null}
    ${
      files.length === 0
        ? html`<p>${t.none}</p>`
        : html`<ul class="plain-list">
            ${files.map((one) => fileCard(frame, company, one))}
          </ul>`
    }
    ${section(
      t.sendHeading,
      html`<p>${t.purpose(company)}</p>
        <p>${t.duty}</p>
        ${form({
          frame,
          action: paths.files(),
          submit: t.send,
          carriesFile: true,
          body: fileField({
            frame,
            name: 'file',
            label: t.file,
            hint: t.hint,
            required: true,
            accept: '.pdf,.docx,.txt',
          }),
        })}`,
    )}`,
  })
}

function fileCard(frame: SessionFrame, company: string, { fileId, name, givenBy, keptAt, masked }: OwnFile): Html {
  const t = textIn(frame.language).files
  return html`<li class="card">
    <h2 class="card-title">${name}</h2>
    <p>
      <small
        >${givenBy === 'STAFF' ? t.by.STAFF(company) : t.by.PERSON} ·
        ${moment(keptAt, t.on(dateText(keptAt, frame)))}</small
      >
    </p>
    ${masked > 0 ? html`<p>${t.masked(masked)}</p>` : null}
    <p class="actions">
      <a class="button quiet" href="${paths.file(fileId)}">${t.take}<span class="hidden">${t.takeOf(name)}</span></a>
    </p>
    ${givenBy === 'PERSON' ? form({ frame, action: paths.removeFile(fileId), submit: t.remove, tone: 'even' }) : html`<p><small>${t.byStaff}</small></p>`}
  </li>`
}
