import * as portal from './index.ts'
import { frames, type Sample } from './sample-content.ts'

/** Pages for whoever arrives, before it is known who it is. */
export function publicSamples({ open }: ReturnType<typeof frames>): Sample[] {
  const none = { problems: [] }
  return [
    { name: 'landing', page: portal.landingPage({ ...open, path: '/l/t' }, { token: 't' }) },
    { name: 'neutral', page: portal.neutralPage(open) },
    { name: 'lost-link', page: portal.lostLinkPage(open, { email: '', ...none }) },
    {
      name: 'lost-link-problem',
      page: portal.lostLinkPage(open, { email: 'haruka@', problems: [{ field: 'email', code: 'notAnEmail' }] }),
    },
    {
      name: 'privacy',
      page: portal.privacyPage(open, {
        companyName: 'Tasuki',
        address: null,
        contactEmail: 'support@tasuki.example',
        licenceNumber: null,
        purposes: [],
        isOperator: false,
        notice: {
          version: 2,
          body: '# 1\n\n- 2\n- 3\n\n4',
          isTranslated: true,
          effectiveOn: '2026-07-01',
          hash: 'a1b2c3',
          summary: '5',
          standing: 'PAST',
          others: [{ version: 1, effectiveOn: '2026-01-01', href: '/privacy/0/versions/1' }],
        },
      }),
    },
    { name: 'passkey', page: portal.passkeyPage(open, { options: '{}', refused: true }) },
    { name: 'lost-link-done', page: portal.lostLinkDonePage(open) },
    { name: 'not-me', page: portal.notMePage(open, { byLink: true, message: '', email: '', ...none }) },
    { name: 'not-me-no-visit', page: portal.notMePage(open, { byLink: false, message: '', email: '', ...none }) },
    { name: 'not-me-asked', page: portal.notMeAskedPage(open) },
    { name: 'not-me-done', page: portal.notMeDonePage(open) },
    { name: 'unreachable', page: portal.unreachablePage(open, { oldEmail: '', newEmail: '', message: '', ...none }) },
    { name: 'unreachable-done', page: portal.unreachableDonePage(open) },
    { name: 'unsubscribe', page: portal.unsubscribePage(open, { token: 't' }) },
    { name: 'unsubscribe-done', page: portal.unsubscribeDonePage(open, { token: 't' }) },
    { name: 'resubscribed', page: portal.resubscribedPage(open) },
    {
      name: 'check',
      page: portal.checkCertificatePage(open, {
        typed: 'eyJhbGciOiJFZERTQSJ9…',
        outcome: {
          genuine: true,
          hasRunOut: false,
          shown: { stage: '最終面接', period: '2026 Q2' },
          issued: '2026-06-01',
          validUntil: '2029-06-01',
        },
      }),
    },
    ...failureSamples(open),
    { name: 'erase-done', page: portal.eraseDonePage(open, { receiptNumber: 'E-2026-0031' }) },
  ]
}

/** What went wrong. */
function failureSamples(open: ReturnType<typeof frames>['open']): Sample[] {
  return [
    {
      name: 'failure',
      page: portal.failurePage(open, { kind: 'sessionOver', requestId: '0198f3a0-77aa', until: null, box: null }),
    },
    {
      name: 'failure-limit',
      page: portal.failurePage(open, {
        kind: 'tooMany',
        requestId: '0198f3a0-77ab',
        until: '2026-11-03T02:15:00Z',
        box: null,
      }),
    },
    {
      name: 'failure-character',
      page: portal.failurePage(open, {
        kind: 'character',
        requestId: '0198f3a0-77ac',
        until: null,
        box: 'workHistory',
      }),
    },
  ]
}

/** The code by mail. */
export function codeSamples(session: ReturnType<typeof frames>['session']): Sample[] {
  return [
    {
      name: 'code-ask',
      page: portal.codePage(session(null, false), {
        maskedEmail: 'h•••••@mail.example',
        next: '/home',
        attemptsLeft: null,
        resendFrom: null,
        resent: false,
        sent: false,
        problems: [],
      }),
    },
    {
      name: 'code',
      page: portal.codePage(session(null, false), {
        maskedEmail: 'h•••••@mail.example',
        next: '/home',
        attemptsLeft: 4,
        resendFrom: null,
        resent: false,
        sent: true,
        problems: [{ field: 'code', code: 'wrongCode' }],
      }),
    },
  ]
}
