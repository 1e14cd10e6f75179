import * as portal from './index.ts'
import type { frames, Sample } from './sample-content.ts'

/** How long a registration is kept: asked, going on, and ended; and a consent that goes on. */
export function registrationSamples({ session, ja }: ReturnType<typeof frames>): Sample[] {
  return [
    {
      name: 'renewal-done',
      page: portal.renewalPage(session('consents'), { endings: [], justDone: 'WENT_ON' }),
    },
    {
      name: 'registration-term',
      page: portal.registrationTermPage(session('settings'), {
        operator: ja ? '一般社団法人たすき運営機構' : 'Tasuki Operations Association',
        heardAt: '2024-06-03T05:12:00Z',
        rule: {
          months: 24,
          askedFrom: '2026-06-03T05:12:00Z',
          answerBy: '2026-07-06T05:12:00Z',
          endsUnasked: null,
          isKept: false,
        },
        justStays: false,
        problems: [{ field: 'understood', code: 'notTicked' }],
      }),
    },
    {
      name: 'registration-stays',
      page: portal.registrationTermPage(session('settings'), {
        operator: ja ? '一般社団法人たすき運営機構' : 'Tasuki Operations Association',
        heardAt: '2026-06-10T05:12:00Z',
        rule: { months: 24, askedFrom: '2028-06-10T05:12:00Z', answerBy: null, endsUnasked: null, isKept: true },
        justStays: true,
        problems: [],
      }),
    },
    { name: 'registration-ended', page: portal.registrationEndedPage(session(null)) },
  ]
}
