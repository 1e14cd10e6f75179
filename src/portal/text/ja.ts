import { arriving } from './ja/arriving.ts'
import { files } from './ja/files.ts'
import { frame } from './ja/frame.ts'
import { disputes } from './ja/disputes.ts'
import { impact } from './ja/impact.ts'
import { introductions } from './ja/introductions.ts'
import { known } from './ja/known.ts'
import { leaving } from './ja/leaving.ts'
import { held } from './ja/held.ts'
import { passkeys } from './ja/passkeys.ts'
import { passport } from './ja/passport.ts'
import { promises } from './ja/promises.ts'
import { proposals } from './ja/proposals.ts'
import { refresh } from './ja/refresh.ts'
import { register } from './ja/register.ts'
import { registrationTerm } from './ja/registration-term.ts'
import { requests } from './ja/requests.ts'
import { seen } from './ja/seen.ts'
import { settings } from './ja/settings.ts'
import { sharing } from './ja/sharing.ts'
import { stay } from './ja/stay.ts'
import { words } from './ja/words.ts'

export const ja = {
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
