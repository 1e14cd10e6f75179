import { paths } from '../../../../portal/index.ts'
import * as arriving from './arriving.ts'
import * as passkey from '../passkeys/pages.ts'
import * as privacy from './privacy.ts'
import * as verifying from './verifying.ts'
import * as visits from './visits.ts'
import { open, type Page } from '../page.ts'

/** Pages to come in by: links, passkeys, codes and open visits, and what anybody may read. */
export const arrivalPages: readonly Page[] = [
  open('GET', paths.landing(':token'), arriving.landing),
  { ...open('POST', paths.landing(':token'), arriving.arrive), perAddress: 300 },
  open('GET', paths.lostLink(), arriving.lostLink),
  { ...open('POST', paths.lostLink(), arriving.askForLink), perAddress: 60 },
  open('GET', paths.passkey(), passkey.signInPage),
  { ...open('POST', paths.passkey(), passkey.signIn), perAddress: 120 },
  open('GET', paths.notMe(), arriving.notMe),
  { ...open('POST', paths.notMe(), arriving.sayNotMe), perAddress: 60 },
  open('GET', paths.unreachable(), arriving.unreachable),
  { ...open('POST', paths.unreachable(), arriving.sayUnreachable), perAddress: 60 },
  open('GET', paths.unsubscribe(':token'), arriving.unsubscribe),
  {
    method: 'POST',
    path: paths.unsubscribe(':token'),
    needs: 'nothing',
    answer: arriving.unsubscribeNow,
    withoutForm: true,
  },
  open('POST', paths.resubscribe(':token'), arriving.resubscribe),
  open('GET', '/privacy', privacy.privacy),
  open('GET', paths.privacy(':company'), privacy.privacy),
  open('GET', paths.privacyVersion(':company', ':version'), privacy.version),
  open('GET', paths.privacyPreview(':company', ':proof'), privacy.preview),
  { method: 'GET', path: paths.code(), needs: 'session', answer: verifying.askForCode },
  { method: 'POST', path: paths.code(), needs: 'session', answer: verifying.enterCode, perVisit: 10 },
  { method: 'POST', path: paths.resendCode(), needs: 'session', answer: verifying.resendCode, perVisit: 5 },
  { method: 'POST', path: paths.signOut(), needs: 'session', answer: verifying.signOut },
  { method: 'GET', path: paths.visits(), needs: 'code', answer: visits.visits },
  { method: 'POST', path: paths.endVisit(':visit'), needs: 'code', answer: visits.end, after: paths.visits() },
  {
    method: 'POST',
    path: paths.addPasskey(),
    needs: 'member',
    answer: passkey.add,
    after: paths.visits(),
    perVisit: 10,
  },
  {
    method: 'POST',
    path: paths.removePasskey(':passkey'),
    needs: 'member',
    answer: passkey.remove,
    after: paths.visits(),
  },
]
