import type { z } from 'zod'
import type { PersonRow } from '../../../contract/people.ts'
import { PeopleFilter } from '../../../contract/pool-terms.ts'
import type { Bind } from '../../kernel/http.ts'
import { siteOf } from '../../kernel/server.ts'
import { inCompany } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { byteOrderMark, line } from '../../kernel/csv.ts'
import { shownRows } from './people-pages.ts'
import { searchPeople } from './search.ts'

const header = [
  '氏名',
  'フリガナ',
  '現職の会社',
  '役職・職種',
  '都道府県',
  'スキル',
  'タグ',
  '直近の応募求人',
  '選考段階',
  '選考状況',
  '応募日',
  '最終確認日',
]

/** `GET /api/v1/people/export.csv` with the filters of the list: everyone found, as a CSV file. */
export function exportRoute(bind: Bind): void {
  bind.raw((app, installation) => {
    const site = siteOf(installation)
    app.get('/api/v1/people/export.csv', { schema: { hide: true } }, async (request, reply) => {
      const { id: requestId, ip } = request
      const context = { installation, requestId, ip, site: site(request.hostname), request, reply }
      const { actor, companyId } = await bind.identify(context, 'people:read')
      const filter = PeopleFilter.parse(request.query)
      const opening = { companyId, actor, requestId }
      const lines: string[] = [byteOrderMark + line(header)]
      let cursor: string | undefined
      let count = 0
      do {
        // One Work per page, so that an export of many does not hold a transaction open.
        const page = await inCompany(installation, opening, async (work) => {
          const { rows, nextCursor } = await searchPeople(work, filter, { limit: 500, cursor, sort: 'name' })
          return { rows: await shownRows(work, rows), nextCursor }
        })
        lines.push(...page.rows.map((row) => line(cells(row))))
        count += page.rows.length
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      await inCompany(installation, opening, (work) => record(work, { action: 'people.exported', detail: { count } }))
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="people.csv"')
        .send(lines.join(''))
    })
  })
}

type Row = z.input<typeof PersonRow>

const cells = (row: Row) => [
  row.name,
  row.nameKana,
  row.employer,
  row.title,
  row.prefecture,
  row.skills.join('、'),
  row.tags.map(({ name }) => name).join('、'),
  row.application?.openingTitle ?? null,
  row.application?.stage ?? null,
  row.application?.state ?? null,
  row.application?.appliedAt.slice(0, 10) ?? null,
  row.observedAt.slice(0, 10),
]
