import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Locale } from '../../../contract/messages/index.ts'
import type { PersonRow } from '../../../contract/people/people.ts'
import { PeopleFilter } from '../../../contract/pool/pool-terms.ts'
import { selectionWords } from '../../../contract/selection/selection-words.ts'
import { dayIn } from '../../../engines/japanese/index.ts'
import { byteOrderMark, line } from '../../kernel/csv.ts'
import type { Bind } from '../../kernel/http/http.ts'
import { localeOf } from '../../kernel/http/problem.ts'
import { inCompany, type Work } from '../../kernel/work.ts'
import { company } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { header } from './export-words.ts'
import { shownRows } from './people-pages.ts'
import { searchPeople } from './search.ts'

const pageRows = 500
const Query = PeopleFilter.extend({ lang: z.enum(['ja', 'en']).optional() })

/**
 * `GET /api/v1/people/export.csv` with the filters of the list: everyone found, as a CSV file in the reader's
 * language. It leaves page by page as it is read, each page in one Work of its own with the record of who was in it,
 * so that an export of many holds neither a transaction nor the memory, and one cut short tells what left.
 */
export function exportRoute(bind: Bind): void {
  bind.raw((app, installation) => {
    app.get('/api/v1/people/export.csv', { schema: { hide: true, querystring: Query } }, async (request, reply) => {
      const caller = await bind.identify({ request, reply }, 'people:read')
      const { lang, ...filter } = request.query as z.output<typeof Query>
      const locale = lang ?? localeOf(request.headers['accept-language'])
      const read = (cursor?: string) =>
        inCompany(installation, { ...caller, isRepeatable: true }, (work) =>
          exportPage(work, { filter, cursor, locale }),
        )
      // The first page is read before the answer begins, so that a refusal can still be told.
      const first = await read()
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="people.csv"')
        .header('cache-control', 'no-store')
        .send(Readable.from(pages(first, read, byteOrderMark + line(header[locale]))))
    })
  })
}

type Page = { text: string; nextCursor: string | null }

async function* pages(first: Page, read: (cursor: string) => Promise<Page>, head: string): AsyncGenerator<string> {
  yield head + first.text
  for (let page = first; page.nextCursor !== null;) {
    page = await read(page.nextCursor)
    yield page.text
  }
}

type Asked = { filter: PeopleFilter; cursor: string | undefined; locale: Locale }

async function exportPage(work: Work, { filter, cursor, locale }: Asked): Promise<Page> {
  const { rows, nextCursor } = await searchPeople(work, filter, { limit: pageRows, cursor, sort: 'name' })
  const ids = rows.map(({ personId }) => personId)
  await record(work, { action: 'people.exported', detail: { count: ids.length, ids } })
  const { timeZone } = await company(work)
  const cells = cellsIn(locale, timeZone)
  return { text: (await shownRows(work, rows)).map((row) => line(cells(row))).join(''), nextCursor }
}

type Row = z.input<typeof PersonRow>

/** A row in the reader's words; a day is the day in the company's zone. */
function cellsIn(locale: Locale, timeZone: string) {
  const { stage, state } = selectionWords[locale]
  const joined = (names: readonly string[]) => names.join(locale === 'ja' ? '、' : ', ')
  return ({ application, ...row }: Row) => [
    row.name,
    row.nameKana,
    row.employer,
    row.title,
    row.prefecture,
    joined(row.skills),
    joined(row.tags.map(({ name }) => name)),
    application?.openingTitle ?? null,
    application ? (stage[application.stage] ?? application.stage) : null,
    application ? state[application.state] : null,
    application ? dayIn(new Date(application.appliedAt), timeZone) : null,
    dayIn(new Date(row.observedAt), timeZone),
  ]
}
