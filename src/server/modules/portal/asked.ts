import { requestsPage } from '../../../portal/index.ts'
import { passingsOf, requestsOf } from '../consent/index.ts'
import { recordsOf } from '../people/index.ts'
import { sessionFrame } from './frames.ts'
import { inVisitedCompany, type Answer, type SessionVisit } from './visit.ts'

/** What the visitor asked of the company that wrote, the newest first, and to whom it was passed on. */
export async function asked(visit: SessionVisit): Promise<Answer> {
  const requests = await inVisitedCompany(visit, async (work) => {
    const { personId } = visit.session
    const records = (await recordsOf(work, personId)).map(({ id }) => id)
    const found = await requestsOf(work, personId, records)
    const shown = []
    for (const { id, kind, state, openedAt, dueAt, answeredAt, answer } of found.toReversed())
      shown.push({
        kind,
        state,
        openedAt,
        dueAt,
        answeredAt,
        answer,
        passedOn: (await passingsOf(work, id)).map((one) => ({
          company: one.recipientName,
          state: one.state,
          isEscalated: one.escalatedAt !== null,
        })),
      })
    return shown
  })
  return requestsPage(await sessionFrame(visit, 'shares'), { requests })
}
