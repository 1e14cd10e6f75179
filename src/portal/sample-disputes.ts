import type { SessionFrame } from './frame.ts'
import type { Html } from './html.ts'
import { disputesPage } from './pages/disputes.ts'

/** What is contested about an introduction: asked of the person, by the person, and decided. */
export function disputeSamples(frame: SessionFrame, ja: boolean): { name: string; page: Html }[] {
  const said = {
    by: 'COMPANY',
    text: ja
      ? '承諾いただいた後、計4回ご連絡しましたが、お返事をいただけませんでした。'
      : 'We wrote four times after the yes and had no answer.',
    evidence: ['2026-05-12 09:14'],
    at: '2026-05-20T03:00:00Z',
  } as const
  const about = {
    introductionId: 'i1',
    companyName: ja ? 'あおば物流株式会社' : 'Aoba Logistics',
    openingTitle: ja ? '法人営業' : 'Sales',
    sent: false,
    problems: [],
    values: { text: '', evidence: '' },
  }
  const dispute = {
    id: 'd1',
    kind: 'SLOT',
    state: 'STATEMENT',
    statements: [said],
    statementDueAt: '2026-05-27T03:00:00Z',
    decideBy: '2026-06-03T03:00:00Z',
    outcome: null,
    reasons: null,
    isAsked: true,
  } as const
  const reasons = ja ? '双方の記録を確認しました。連絡の記録が残っています。' : 'Both sides’ records were read.'
  const decided = { ...dispute, kind: 'CONDUCT', state: 'DECIDED', outcome: 'UPHELD', reasons, isAsked: false } as const
  return [
    {
      name: 'disputes-asked',
      page: disputesPage(frame, { ...about, disputes: [dispute], mayContest: false }),
    },
    {
      name: 'disputes-contest',
      page: disputesPage(frame, {
        ...about,
        disputes: [],
        mayContest: true,
        problems: [{ field: 'text', code: 'tooShort' }],
      }),
    },
    {
      name: 'disputes-decided',
      page: disputesPage(frame, { ...about, disputes: [decided], mayContest: false }),
    },
  ]
}
