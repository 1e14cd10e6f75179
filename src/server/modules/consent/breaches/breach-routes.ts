import { z } from 'zod'
import * as contract from '../../../../contract/audit/breaches.ts'
import { byteOrderMark, line } from '../../../kernel/csv.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import { pdf } from '../../../kernel/pdf.ts'
import { inCompany, type Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { affected, breach, breaches, change, open } from './breaches.ts'

export function breachRoutes(bind: Bind): void {
  bind.company(contract.listAffected, async (work, { query: { limit, ...asked } }) => {
    const { people, ...counts } = await affected(work, asked)
    const shown = people.slice(0, limit)
    await record(work, {
      action: 'consent.affected-read',
      detail: { count: people.length, ids: shown.map(({ personId }) => personId) },
    })
    return { ...counts, count: people.length, people: shown }
  })
  bind.company(contract.listBreaches, async (work) => ({ breaches: await breaches(work) }))
  bind.company(contract.openBreach, (work, { body }) => open(work, body))
  bind.company(contract.changeBreach, (work, { params, body }) => change(work, { id: params.id, ...body }))
  bindFiles(bind)
}

const Params = z.object({ id: z.uuid() })
const Language = z.object({ language: z.enum(['ja', 'en']).default('ja') })

type File = { type: string; name: string; body: Buffer | string }

function bindFiles(bind: Bind): void {
  const files = { 'report.pdf': reportFile, 'people.csv': peopleFile } as const
  bind.raw((app, installation) => {
    for (const [name, make] of Object.entries(files))
      app.get(
        `/api/v1/consent/breaches/:id/${name}`,
        { schema: { hide: true, params: Params, querystring: Language } },
        async (request, reply) => {
          const caller = await bind.identify({ request, reply }, 'audit:read')
          const { id } = request.params as z.output<typeof Params>
          const { language } = request.query as z.output<typeof Language>
          const file = await inCompany(installation, caller, (work) => make(work, { id, language }))
          return reply
            .header('content-type', file.type)
            .header('content-disposition', `attachment; filename="${file.name}"`)
            .send(file.body)
        },
      )
  })
}

type Asked = { id: string; language: 'ja' | 'en' }

const titles = {
  ja: {
    title: '個人データの漏えい等に関する報告(案)',
    subtitle: '個人情報の保護に関する法律 第26条第1項、同施行規則 第8条第1項',
    first: '速報の期限',
    final: '確報の期限',
    items: [
      '1 概要',
      '2 漏えい等が発生し、又は発生したおそれがある個人データの項目',
      '3 漏えい等が発生し、又は発生したおそれがある個人データに係る本人の数',
      '4 原因',
      '5 二次被害又はそのおそれの有無及びその内容',
      '6 本人への対応の実施状況',
      '7 公表の実施状況',
      '8 再発防止のための措置',
      '9 その他参考となる事項',
    ],
  },
  en: {
    title: 'Report of a breach of personal data (draft)',
    subtitle: 'APPI Article 26(1) and Article 8(1) of its enforcement rules',
    first: 'First report due',
    final: 'Final report due',
    items: [
      '1 Overview',
      '2 Items of personal data concerned',
      '3 Number of people concerned',
      '4 Cause',
      '5 Secondary damage, or the fear of it',
      '6 What was done towards the people concerned',
      '7 Publication',
      '8 Measures against a repetition',
      '9 Other matters',
    ],
  },
}

/** The nine items as a paper, to be copied into the form of the commission. */
async function reportFile(work: Work, { id, language }: Asked): Promise<File> {
  const { items, firstDueAt, finalDueAt } = await breach(work, id)
  const { name, timeZone } = await company(work)
  const words = titles[language]
  const day = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { dateStyle: 'long', timeZone })
  await record(work, { action: 'consent.breach-exported', subject: { kind: 'breach', id }, detail: { file: 'report' } })
  const body = await pdf({
    title: words.title,
    language,
    subtitle: `${words.subtitle}\n${name}`,
    footer: name,
    madeAt: work.now,
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: words.first, value: day.format(new Date(firstDueAt)) },
          { label: words.final, value: day.format(new Date(finalDueAt)) },
        ],
      },
      ...contract.reportItems.flatMap((item, at) => [
        { kind: 'heading' as const, text: words.items[at] ?? item },
        { kind: 'text' as const, text: items[item] || '—' },
      ]),
    ],
  })
  return { type: 'application/pdf', name: `breach-${id.slice(-8)}.pdf`, body }
}

const header = {
  ja: ['氏名', '人材ID', '記録の件数', '最初', '最後', '操作', '操作した者'],
  en: ['Name', 'Person', 'Events', 'First', 'Last', 'Actions', 'By'],
}

/** Everybody concerned, as the log says on the day of the export. */
async function peopleFile(work: Work, { id, language }: Asked): Promise<File> {
  const { from, to, actions, actorId } = await breach(work, id)
  const { people } = await affected(work, { from, to, actions: actions.join(','), actorId })
  await record(work, {
    action: 'consent.breach-exported',
    subject: { kind: 'breach', id },
    detail: { file: 'people', count: people.length },
  })
  const rows = people.map((one) => [
    one.name,
    one.personId,
    one.events,
    one.firstAt,
    one.lastAt,
    one.actions.join(' '),
    one.actors.join(' '),
  ])
  return {
    type: 'text/csv; charset=utf-8',
    name: `breach-${id.slice(-8)}.csv`,
    body: byteOrderMark + [header[language], ...rows].map(line).join(''),
  }
}
