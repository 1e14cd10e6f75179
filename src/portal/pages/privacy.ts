import { dayText } from '../dates.ts'
import type { Day, PublicFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { attributes, html, lines } from '../html.ts'
import { publicPage } from '../page.ts'
import { paths } from '../paths.ts'
import { bullets, facts, section } from '../pieces.ts'
import { textIn } from '../text/text.ts'

/** How one company handles personal data. */
export interface Privacy {
  companyName: string
  address: string | null
  contactEmail: string
  licenceNumber: string | null
  /** 利用目的, as the company recorded them. */
  purposes: readonly string[]
  /** The operator of the relay, whose work is another one than hiring. */
  isOperator: boolean
  /** What the company published; without one the page says what was recorded. */
  notice: PublishedNotice | null
}

/** One version of a company's own notice. */
export interface PublishedNotice {
  /** Null while it is being written. */
  version: number | null
  /** In the language of the page, or in Japanese where there is no other. */
  body: string
  isTranslated: boolean
  effectiveOn: Day | null
  hash: string | null
  /** What the company says has changed. */
  summary: string
  standing: 'IN_FORCE' | 'UPCOMING' | 'PAST' | 'DRAFT'
  /** The other versions, newest first. */
  others: readonly { version: number; effectiveOn: Day; href: string }[]
}

/** A company's text: lines that begin with `# ` are headings, with `- ` points, and an empty line ends a paragraph. */
export function noticeBody(text: string): Html {
  const parts = text.split(/^(?=# )/mu).map((part) => part.trim())
  return html`${parts.filter(Boolean).map((part) => {
    const [first = '', ...rest] = part.split('\n')
    const isHeaded = first.startsWith('# ')
    const blocks = (isHeaded ? rest : [first, ...rest])
      .join('\n')
      .trim()
      .split(/\n{2,}/u)
      .filter(Boolean)
    const content = html`${blocks.map((block) => paragraph(block.split('\n')))}`
    return isHeaded ? section(first.slice(2), content) : content
  })}`
}

function paragraph(all: readonly string[]): Html {
  const isPoint = (line: string) => /^[-・] ?/u.test(line)
  if (all.every(isPoint)) return bullets(all.map((line) => line.replace(/^[-・] ?/u, '')))
  return html`<p>${lines(all.join('\n'))}</p>`
}

function noticeSection(frame: PublicFrame, notice: PublishedNotice): Html {
  const t = textIn(frame.language).leaving.privacy
  const since = notice.effectiveOn === null ? '' : dayText(notice.effectiveOn, frame)
  return html`${notice.standing === 'IN_FORCE' ? null : html`<div class="notice calm" role="note"><p>${t.standing[notice.standing](since)}</p></div>`}
    ${notice.isTranslated ? null : html`<p class="aside">${t.onlyJapanese}</p>`}
    <div class="own-notice" ${attributes({ lang: notice.isTranslated ? null : 'ja' })}>${noticeBody(notice.body)}</div>
    ${section(
      t.versionHeading,
      html`${facts([
        [t.version, notice.version === null ? null : t.versionOf(notice.version)],
        [t.since, since],
        [t.changed, notice.summary],
        [t.hash, notice.hash === null ? null : html`<code>${notice.hash}</code>`],
      ])}
      ${
        notice.others.length > 0
          ? bullets(
              notice.others.map(
                (one) =>
                  html`<a href="${one.href}">${t.otherVersion(one.version, dayText(one.effectiveOn, frame))}</a>`,
              ),
            )
          : null
      }`,
    )}`
}

function purposes(frame: PublicFrame, model: Privacy): Html {
  const t = textIn(frame.language).leaving.privacy
  if (model.purposes.length > 0) return bullets(model.purposes)
  return model.isOperator
    ? html`${bullets(t.operatorPurposes)}
        <p>${t.operatorProvides}</p>`
    : html`<p>${t.noPurposes}</p>`
}

export function privacyPage(frame: PublicFrame, model: Privacy): Html {
  const t = textIn(frame.language).leaving.privacy
  return publicPage(frame, {
    title: t.title(model.companyName),
    lead: html`<p>${t.lead}</p>`,
    body: html`${section(
        t.whoHeading,
        facts([
          [t.name, model.companyName],
          [t.address, model.address],
          [t.licence, model.licenceNumber],
          [t.contact, html`<a href="mailto:${model.contactEmail}">${model.contactEmail}</a>`],
        ]),
      )}
      ${model.notice ? noticeSection(frame, model.notice) : section(t.purposesHeading, purposes(frame, model))}
      ${section(t.rightsHeading, bullets(t.rights))}
      <p><a href="${paths.lostLink()}">${t.toPage}</a></p>`,
  })
}
