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
