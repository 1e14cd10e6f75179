import { disputeSamples } from './sample-disputes.ts'
import * as portal from './index.ts'
import { answer, promisesInForce } from './sample-answer.ts'
import { frames, type Sample } from './sample-content.ts'

/** Introductions to answer and answered. */
export function introductionSamples({ session, ja }: ReturnType<typeof frames>): Sample[] {
  const open = answer(ja)
  const line = {
    id: 'i1',
    companyName: open.job.companyName,
    openingTitle: open.job.openingTitle,
    state: 'OPEN',
    answerBy: open.answerBy,
  } as const
  return [
    ...disputeSamples(session('introductions'), ja),
    {
      name: 'introductions',
      page: portal.introductionsPage(session('introductions'), {
        isListed: true,
        introductions: [line, { ...line, id: 'i2', state: 'LAPSED' }],
      }),
    },
    ...[true, false].map((isListed) => ({
      name: isListed ? 'introductions-empty' : 'introductions-unlisted',
      page: portal.introductionsPage(session('introductions'), { introductions: [], isListed }),
    })),
    { name: 'introduction', page: portal.introductionPage(session('introductions'), open) },
    {
      name: 'introduction-accepted',
      page: portal.introductionPage(session('introductions'), {
        ...open,
        state: 'ACCEPTED',
        answeredAt: '2026-07-08T02:00:00Z',
        promises: promisesInForce(open),
        steps: [
          { progress: 'INTERVIEWING', at: '2026-07-13T02:00:00Z' },
          { progress: 'OFFERED', at: '2026-07-27T02:00:00Z' },
        ],
      }),
    },
    {
      name: 'introduction-declined',
      page: portal.introductionPage(session('introductions'), {
        ...open,
        state: 'DECLINED',
        answeredAt: '2026-07-08T02:00:00Z',
      }),
    },
    {
      name: 'introduction-lapsed',
      page: portal.introductionPage(session('introductions'), { ...open, state: 'LAPSED' }),
    },
  ]
}
