import { receiptNumber } from '../../../../contract/consent/receipt-number.ts'
import { dateText, dayText, textIn, timeText, type SessionFrame } from '../../../../portal/index.ts'
import type { PdfPart } from '../../../kernel/pdf.ts'
import { timelineOf } from '../../messages/index.ts'
import { ownRequests } from './asked.ts'
import { applications, heldFields } from './known.ts'
import { issued } from './receipts.ts'
import { recordParts } from './records.ts'
import { inVisitedCompany, type SessionVisit } from '../visit.ts'

/** What a person asks first of what is held about them, in words. */
export async function heldInWords(visit: SessionVisit, frame: SessionFrame): Promise<PdfPart[]> {
  const { paper: t } = textIn(visit.language).leaving
  return [
    ...table(t.fields, t.fieldColumns, await fieldRows(visit, frame), [1.1, 2.4, 1.4, 1]),
    ...(await applicationParts(visit, frame)),
    ...table(t.consents, t.consentColumns, await consentRows(visit, frame), [1, 2.4, 1.6, 0.8, 1.1]),
    ...(await recordParts(visit)),
    ...table(t.requests, t.requestColumns, await requestRows(visit, frame), [1.2, 1.6, 1, 1.2]),
    ...(await mailParts(visit, frame)),
  ]
}

/** A heading with its table; nothing where there is nothing to say. */
export const table = (
  heading: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  shares: readonly number[],
): PdfPart[] =>
  rows.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'table', columns: columns.map((label, at) => ({ label, share: shares[at] ?? 1 })), rows },
      ]

async function fieldRows(visit: SessionVisit, frame: SessionFrame): Promise<string[][]> {
  const { fields } = textIn(visit.language).words
  return (await heldFields(visit)).map(({ field, value, source, observedAt }) => [
    typeof field === 'string' ? fields[field] : field.label,
    value,
    source,
    dateText(observedAt, frame),
  ])
}

async function applicationParts(visit: SessionVisit, frame: SessionFrame): Promise<PdfPart[]> {
  const { words, known: t } = textIn(visit.language)
  const rows = (await inVisitedCompany(visit, (work) => applications(work, visit.session))).map((one) => [
    one.openingTitle,
    one.appliedOn === null ? '' : dayText(one.appliedOn, frame),
    words.stages[one.stage],
    words.results[one.result],
    one.decidedAt === null ? '' : dateText(one.decidedAt, frame),
  ])
  return table(
    t.applicationHeading,
    [t.opening, t.appliedOn, t.stage, t.result, t.decidedOn],
    rows,
    [1.6, 1.1, 1, 1.6, 1.1],
  )
}

async function consentRows(visit: SessionVisit, frame: SessionFrame): Promise<string[][]> {
  const { decisions } = textIn(visit.language).leaving.paper
  return (await issued(visit)).map(({ decided, text, recipientName }) => [
    timeText(decided.occurredAt.toISOString(), frame),
    text.body.split('\n', 1)[0] ?? '',
    recipientName,
    decisions[decided.decision],
    receiptNumber(decided.receiptId),
  ])
}

async function requestRows(visit: SessionVisit, frame: SessionFrame): Promise<string[][]> {
  const { requests: t } = textIn(visit.language)
  const own = await inVisitedCompany(visit, (work) => ownRequests(work, visit.session.personId))
  return own.map(({ id, kind, state, openedAt }) => [
    receiptNumber(id),
    t.kinds[kind],
    dateText(openedAt, frame),
    t.states[state],
  ])
}

/** Every mail that passed, with its words, the newest first. */
async function mailParts(visit: SessionVisit, frame: SessionFrame): Promise<PdfPart[]> {
  const { paper: t } = textIn(visit.language).leaving
  const passed = await inVisitedCompany(visit, (work) => timelineOf(work, visit.session.personId))
  const parts = passed.flatMap((one): PdfPart[] =>
    one.kind === 'EVENT'
      ? []
      : [
          {
            kind: 'facts',
            facts: [
              { label: t.mailKinds[one.kind], value: timeText(one.at.toISOString(), frame) },
              { label: t.subject, value: one.subject ?? t.notKept },
            ],
          },
          { kind: 'text', text: one.text ?? t.notKept },
        ],
  )
  return parts.length === 0 ? [] : [{ kind: 'heading', text: t.mails }, ...parts]
}
