import * as portal from './index.ts'
import { share, type frames, type Sample } from './sample-content.ts'

export function recordSamples({ session, ja }: ReturnType<typeof frames>): Sample[] {
  return [
    {
      name: 'shares',
      page: portal.sharesPage(session('shares'), {
        shares: [share(ja), { ...share(ja), id: 's2', state: 'RECALL_ASKED' }],
        holders: [
          {
            companyName: ja ? '株式会社みなとシステムズ' : 'Minato Systems Inc.',
            by: 'APPLICATION',
            since: '2026-05-11T03:00:00Z',
          },
          { companyName: share(ja).recipientName, by: 'INTRODUCTION', since: '2026-07-08T02:00:00Z' },
        ],
        sightings: [
          {
            day: '2026-07-09',
            companyName: share(ja).recipientName,
            role: 'recruiter',
            kind: 'PROFILE',
            times: 3,
          },
          {
            day: '2026-05-12',
            companyName: ja ? '株式会社みなとシステムズ' : 'Minato Systems Inc.',
            role: 'interviewer',
            kind: 'APPLICATION',
            times: 1,
          },
        ],
        pdfHref: '/shares.pdf',
        downloadHref: '/shares.csv',
        jsonHref: '/shares.json',
      }),
    },
  ]
}

export function refreshSamples({ session, ja }: ReturnType<typeof frames>): Sample[] {
  const field = (name: string, value: string, observedAt: string | null, isList = false) =>
    ({ name: `field-${name}`, field: name as 'skills', value, observedAt, isList }) as const
  const model = {
    company: ja ? '株式会社みなとシステムズ' : 'Minato Systems Inc.',
    isOpen: true,
    fields: [
      field('prefecture', ja ? '神奈川県' : 'Kanagawa', '2025-05-11T03:00:00Z'),
      field('desiredOccupations', ja ? '営業、人事' : 'Sales, Human resources', '2025-05-11T03:00:00Z', true),
      field('desiredSalary', ja ? '520万円以上' : '¥5,200,000 or more', '2025-05-11T03:00:00Z'),
      field('startFrom', '', null),
    ],
    pool: null,
    isStopped: false,
    proposed: 0,
    justDone: null,
    problems: [],
  } as const
  return [
    { name: 'refresh', page: portal.refreshPage(session(null, false), model) },
    {
      name: 'refresh-before-code',
      page: portal.refreshPage(session(null, false), {
        ...model,
        isOpen: false,
        fields: model.fields.map((one) => ({ ...one, value: '' })),
      }),
    },
    {
      name: 'refresh-pool',
      page: portal.refreshPage(session(null, false), {
        ...model,
        pool: { endsAt: '2026-07-20T03:00:00Z', hasEnded: false },
      }),
    },
    {
      name: 'refresh-done',
      page: portal.refreshPage(session(null, false), { ...model, isStopped: true, justDone: 'CONFIRMED' }),
    },
  ]
}

export function seenSamples({ session, ja }: ReturnType<typeof frames>): Sample[] {
  return [
    {
      name: 'seen',
      page: portal.seenPage(session('profile'), {
        standing: 'SHOWN',
        people: 15,
        k: 11,
        values: [
          {
            field: 'desiredOccupations',
            own: ja ? '営業、人事' : 'Sales, Human resources',
            shown: ja ? '営業' : 'Sales',
            cause: 'AS_STATED',
            atLeast: 20,
            isFirstOnly: true,
            isInPart: false,
          },
          {
            field: 'desiredPrefectures',
            own: ja ? '神奈川県' : 'Kanagawa',
            shown: ja ? '関東' : 'Kanto',
            cause: 'RARE_COMBINATION',
            atLeast: 15,
            isFirstOnly: false,
            isInPart: false,
          },
          {
            field: 'desiredSalary',
            own: ja ? '520万円' : '¥5,200,000',
            shown: null,
            cause: 'TOO_LITTLE_DIVERSITY',
            atLeast: 11,
            isFirstOnly: false,
            isInPart: false,
          },
          {
            field: 'startFrom',
            own: null,
            shown: null,
            cause: 'NOT_STATED',
            atLeast: null,
            isFirstOnly: false,
            isInPart: false,
          },
        ],
        log: [
          { at: '2026-06-20T03:00:00Z', values: ja ? ['営業', '関東'] : ['Sales', 'Kanto'] },
          { at: '2026-06-11T03:00:00Z', values: [] },
        ],
      }),
    },
  ]
}

export function proposalSamples({ session, ja }: ReturnType<typeof frames>): Sample[] {
  return [
    {
      name: 'proposals',
      page: portal.proposalsPage(session('proposals', false), {
        company: ja ? '株式会社みなとシステムズ' : 'Minato Systems Inc.',
        changes: [
          {
            claimId: 'p1',
            field: 'prefecture',
            input: 'line',
            found: {
              value: ja ? '大阪府' : 'Osaka',
              source: ja ? '採用管理システム' : 'Recruiting system',
              observedAt: '2026-06-20T03:00:00Z',
            },
            own: {
              value: ja ? '神奈川県' : 'Kanagawa',
              source: ja ? '応募フォーム' : 'Application form',
              observedAt: '2026-05-11T03:00:00Z',
            },
          },
          {
            claimId: 'p2',
            field: { label: ja ? '勤務先' : 'Employer' },
            input: 'line',
            found: {
              value: ja ? '東洋港湾倉庫株式会社' : 'Toyo Harbour Warehouses',
              source: ja ? '求人媒体' : 'Job board',
              observedAt: '2026-04-02T03:00:00Z',
            },
            own: null,
          },
        ],
        justDone: null,
        problems: [],
      }),
    },
  ]
}

export function fileSamples({ session, ja }: ReturnType<typeof frames>): Sample[] {
  return [
    {
      name: 'files',
      page: portal.filesPage(session('files'), {
        company: ja ? '株式会社みなとシステムズ' : 'Minato Systems Inc.',
        files: [
          {
            fileId: 'f1',
            name: ja ? '職務経歴書.pdf' : 'work-history.pdf',
            givenBy: 'PERSON',
            keptAt: '2026-07-03T05:12:00Z',
            masked: 1,
          },
          {
            fileId: 'f2',
            name: ja ? '履歴書.docx' : 'resume.docx',
            givenBy: 'STAFF',
            keptAt: '2026-05-11T05:12:00Z',
            masked: 0,
          },
        ],
        done: { what: 'SENT', masked: 1 },
        refused: null,
      }),
    },
  ]
}

export function visitSamples({ session, ja }: ReturnType<typeof frames>): Sample[] {
  return [
    {
      name: 'visits',
      page: portal.visitsPage(session('visits'), {
        visits: [
          {
            visitId: 'v1',
            startedAt: '2026-07-03T05:12:00Z',
            seenAt: '2026-07-03T05:20:00Z',
            verified: true,
            own: true,
          },
          {
            visitId: 'v2',
            startedAt: '2026-07-03T01:02:00Z',
            seenAt: '2026-07-03T04:55:00Z',
            verified: false,
            own: false,
          },
        ],
        saved: false,
        passkeys: {
          held: [
            {
              passkeyId: 'k1',
              name: ja ? '自分のスマートフォン' : 'My phone',
              addedAt: '2026-07-01T05:12:00Z',
              usedAt: '2026-07-03T05:12:00Z',
            },
          ],
          options: '{}',
          done: 'added',
        },
      }),
    },
  ]
}
