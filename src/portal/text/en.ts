import type { PortalText } from './text.ts'
import { arriving } from './en/arriving.ts'
import { files } from './en/files.ts'
import { frame } from './en/frame.ts'
import { disputes } from './en/disputes.ts'
import { impact } from './en/impact.ts'
import { introductions } from './en/introductions.ts'
import { known } from './en/known.ts'
import { leaving } from './en/leaving.ts'
import { held } from './en/held.ts'
import { passkeys } from './en/passkeys.ts'
import { passport } from './en/passport.ts'
import { promises } from './en/promises.ts'
import { proposals } from './en/proposals.ts'
import { refresh } from './en/refresh.ts'
import { register } from './en/register.ts'
import { registrationTerm } from './en/registration-term.ts'
import { requests } from './en/requests.ts'
import { seen } from './en/seen.ts'
import { settings } from './en/settings.ts'
import { sharing } from './en/sharing.ts'
import { stay } from './en/stay.ts'
import { words } from './en/words.ts'

export const en: PortalText = {
  frame,
  words,
  arriving,
  known,
  files,
  proposals,
  refresh,
  register,
  sharing,
  disputes,
  impact,
  introductions,
  promises,
  seen,
  settings,
  held,
  passkeys,
  passport,
  stay,
  registrationTerm,
  requests,
  leaving,
}
