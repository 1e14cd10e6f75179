import { textIn, timeText } from '../../../../portal/index.ts'
import { pdf } from '../../../kernel/pdf.ts'
import { sessionFrame } from '../frames.ts'
import { heldInWords, table } from './held-in-words.ts'
import { restRows } from './rest-of-paper.ts'
import { inVisitedCompany, type Answer, type SessionVisit } from '../visit.ts'

/**
 * What is held about the visitor as a paper to read: in words what a person asks first, and at its end whatever else
 * `held` (the same as the other formats have) says, entry by entry, so that nothing is left out.
 */
export async function ownPaper(visit: SessionVisit, held: Record<string, unknown>): Promise<Answer> {
  const frame = await sessionFrame(visit, 'export')
  const { paper: t } = textIn(visit.language).leaving
  const madeAt = await inVisitedCompany(visit, async (work) => work.now)
  const file = await pdf({
    title: t.title,
    subtitle: t.subtitle(
      frame.writer?.companyName ?? frame.service.operatorName,
      timeText(madeAt.toISOString(), frame),
    ),
    language: visit.language,
    footer: frame.service.operatorName,
    madeAt,
    parts: [
      ...(await heldInWords(visit, frame)),
      ...table(t.rest, t.restColumns, restRows(held, frame), [1.3, 2]),
      { kind: 'text', text: t.restNote },
    ],
  })
  return { file, contentType: 'application/pdf', name: 'tasuki-my-data.pdf' }
}
