import type { PublicFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { html } from '../html.ts'
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
      ${section(t.purposesHeading, model.purposes.length > 0 ? bullets(model.purposes) : html`<p>${t.noPurposes}</p>`)}
      ${section(t.rightsHeading, bullets(t.rights))}
      <p><a href="${paths.lostLink()}">${t.toPage}</a></p>`,
  })
}
