import type { SessionFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { html } from '../html.ts'
import { paths } from '../paths.ts'
import { notice } from '../pieces.ts'
import { textIn } from '../text/text.ts'

/** Who did not agree to be shown, or is not at this moment, is not to wait for introductions that cannot come. */
export function unlisted(frame: SessionFrame): Html {
  const { notListed, toConsents } = textIn(frame.language).known.profile
  return notice(
    'calm',
    html`<p>${notListed}</p>
      <p><a href="${paths.consents()}">${toConsents}</a></p>`,
  )
}
