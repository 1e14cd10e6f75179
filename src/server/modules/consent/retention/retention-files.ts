import { z } from 'zod'
import { retentionWords } from '../../../../contract/retention/retention-words.ts'
import {
  RetentionFilter,
  type RetentionPerson,
  classesOf,
  type RetentionRun,
} from '../../../../contract/retention/retention.ts'
import { dayIn } from '../../../../engines/japanese/index.ts'
import { byteOrderMark, line } from '../../../kernel/csv.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import { pdf, type PdfPart } from '../../../kernel/pdf.ts'
import { inCompany, type Work } from '../../../kernel/work.ts'
import { company, staff } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { people, run } from './retention-runs.ts'

const Params = z.object({ id: z.uuid() })
const Query = RetentionFilter.extend({ language: z.enum(['ja', 'en']).default('ja') })
type Asked = z.output<typeof Params> & z.output<typeof Query>
type File = { type: string; name: string; body: Buffer | string }

export function bindRetentionFiles(bind: Bind): void {
  const files = { 'people.csv': peopleFile, 'report.pdf': reportFile } as const
  bind.raw((app, installation) => {
    for (const [name, make] of Object.entries(files))
      app.get(
        `/api/v1/consent/retention/runs/:id/${name}`,
        { schema: { hide: true, params: Params, querystring: Query } },
        async (request, reply) => {
          const caller = await bind.identify({ request, reply }, 'consent:read')
          const asked = { ...(request.params as z.output<typeof Params>), ...(request.query as z.output<typeof Query>) }
          const file = await inCompany(installation, caller, (work) => make(work, asked))
          return reply
            .header('content-type', file.type)
            .header('content-disposition', `attachment; filename="${file.name}"`)
            .send(file.body)
        },
      )
  })
}

const perPage = 1_000

/** Everybody on a run who fits the filter, as they stand at this moment. */
export async function peopleFile(work: Work, { id, language, ...filter }: Asked): Promise<File> {
  const words = retentionWords[language]
  const { timeZone } = await company(work)
  const shown = (at: string | null) => (at === null ? '' : dayIn(new Date(at), timeZone))
  const because = (reasons: RetentionPerson['reasons']) => reasons.map((reason) => words.reasons[reason]).join(' / ')
  const lines: string[] = []
  const ids: string[] = []
  for (let after: string | undefined; ;) {
    const page = await people(work, id, { ...filter, after, limit: perPage })
    for (const one of page) {
      ids.push(one.personId)
      lines.push(
        line([
          one.personName,
          one.personId,
          words.classes[one.class],
          shown(one.since),
          shown(one.pastAt),
          one.reasons.length > 0 ? words.keeps : one.step === 'ASK' ? words.asks : words.deletes,
          because(one.reasons),
          shown(one.keptUntil),
          one.outcome === null ? '' : words.outcomes[one.outcome],
          because(one.outcomeReasons),
          shown(one.settledAt),
        ]),
      )
    }
    after = page.at(-1)?.personId
    if (page.length < perPage) break
  }
  await record(work, {
    action: 'consent.retention-exported',
    subject: { kind: 'retention-run', id },
    detail: { file: 'people', count: ids.length, people: ids },
  })
  return {
    type: 'text/csv; charset=utf-8',
    name: `retention-${id.slice(-8)}.csv`,
    body: byteOrderMark + line(words.columns) + lines.join(''),
  }
}

/** What was decided, by whom, and what became of it, in numbers alone: a paper that outlives the people on it. */
async function reportFile(work: Work, { id, language }: Asked): Promise<File> {
  const found = await run(work, id)
  const words = retentionWords[language]
  const { name, timeZone } = await company(work)
  const time = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  })
  const names = new Map((await staff(work)).map((one) => [one.id, one.name]))
  const who = (by: string | null, at: string | null) =>
    by === null || at === null ? '—' : `${time.format(new Date(at))} ${names.get(by) ?? by}`
  await record(work, {
    action: 'consent.retention-exported',
    subject: { kind: 'retention-run', id },
    detail: { file: 'report' },
  })
  const fact = (label: string, value: string) => ({ label, value })
  const body = await pdf({
    title: words.report.title,
    language,
    subtitle: `${name}\n${id}`,
    footer: name,
    madeAt: work.now,
    parts: [
      {
        kind: 'facts',
        facts: [
          fact(words.report.kind, words.kinds[found.kind]),
          fact(words.report.phase, words.phases[found.phase]),
          fact(words.report.made, who(found.madeBy, found.madeAt)),
          fact(words.report.scheduled, who(found.scheduledBy, found.scheduledAt)),
          fact(words.report.starts, found.startsAt === null ? '—' : time.format(new Date(found.startsAt))),
          fact(words.report.calledOff, who(found.calledOffBy, found.calledOffAt)),
          fact(words.report.ended, found.endedAt === null ? '—' : time.format(new Date(found.endedAt))),
          fact(words.report.people, String(found.people)),
        ],
      },
      { kind: 'heading', text: words.report.byClass },
      classTable(found, language),
      { kind: 'heading', text: words.report.kept },
      { kind: 'facts', facts: reasonFacts(found.reasons, language) },
      { kind: 'heading', text: words.report.spared },
      { kind: 'facts', facts: reasonFacts(found.sparedReasons, language) },
    ],
  })
  return { type: 'application/pdf', name: `retention-${id.slice(-8)}.pdf`, body }
}

function classTable({ kind, classes, rules }: RetentionRun, language: Asked['language']): PdfPart {
  const words = retentionWords[language]
  // Members alone are asked before they are deleted.
  const shown = (cells: readonly string[]) => (kind === 'MEMBERS' ? [...cells] : cells.toSpliced(2, 2))
  const none = { asks: 0, asked: 0, deletes: 0, kept: 0, notDue: 0, deleted: 0, spared: 0 }
  return {
    kind: 'table',
    columns: shown(words.report.columns).map((label, at) => ({
      label,
      ...(at === 0 ? { share: 2 } : { align: 'right' as const }),
    })),
    rows: classesOf(kind).map((name) => {
      const { asks, asked, deletes, kept, notDue, deleted, spared } = classes[name] ?? none
      const rule = rules[name]
      return shown([
        words.classes[name],
        rule?.isOn ? words.report.months(rule.months) : rule ? words.report.off : '—',
        ...[asks, asked, deletes, deleted, spared, kept, notDue].map(String),
      ])
    }),
  }
}

function reasonFacts(counts: RetentionRun['reasons'], language: Asked['language']) {
  const words = retentionWords[language]
  const facts = Object.entries(counts).map(([reason, count]) => ({
    label: words.reasons[reason as keyof typeof words.reasons],
    value: String(count),
  }))
  return facts.length > 0 ? facts : [{ label: words.report.nobody, value: '0' }]
}
