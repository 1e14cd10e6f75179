import { SegmentedControl } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { z } from 'zod'
import { movementReason, movementText } from '../../../../contract/credits/credit-words.ts'
import { readCreditStatement, type CreditStatement } from '../../../../contract/credits/credits.ts'
import { DateCell } from '../../../../ui/data-table/cells.tsx'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { StatementFiles } from './-StatementFiles.tsx'
import { words } from './-words.ts'
import styles from './relay.module.css'

type Read = z.output<typeof CreditStatement>
type Line = Read['lines'][number]
type Page = { unit: Read['unit']; cursor: string | undefined }

const statement = ({ unit, cursor }: Page) =>
  queryOptions({
    queryKey: [readCreditStatement.id, unit, cursor],
    queryFn: () => call(readCreditStatement, { query: { unit, ...(cursor && { cursor }) } }),
  })

/** What moved, line by line, with the sums that lead from nothing to the balance of today. */
export function Statement({ page, onPage }: { page: Page; onPage: (page: Page) => void }) {
  const text = useText(words)
  const { unit, cursor } = page
  const [language] = useLanguage()
  const { data, error } = useQuery(statement(page))
  const columns = useColumns(unit)
  return (
    <Section
      bare
      title={text.statement}
      actions={
        <>
          <StatementFiles unit={unit} />
          <SegmentedControl
            size="xs"
            aria-label={text.statement}
            value={unit}
            onChange={(value) => onPage({ unit: value === 'slots' ? 'slots' : 'referrals', cursor: undefined })}
            data={[
              { value: 'slots', label: text.slots },
              { value: 'referrals', label: text.referrals },
            ]}
          />
        </>
      }
    >
      {data && data.totals.length > 0 && <Sums read={data} />}
      {error ? (
        <ErrorNotice error={error} />
      ) : (
        <DataTable
          id={`credits-${unit}`}
          label={text.statement}
          columns={columns}
          rows={data?.lines.toReversed()}
          rowId={(line) => line.id}
          rowLabel={(line) => movementText(language, line.kind)}
          paging={pagesInUrl({ cursor, next: data?.nextCursor, onNext: (next) => onPage({ unit, cursor: next }) })}
          empty={<EmptyState title={text.none}>{text.noneText}</EmptyState>}
        />
      )}
    </Section>
  )
}

function useColumns(unit: Read['unit']): Column<Line>[] {
  const text = useText(words)
  const format = useFormat()
  const [language] = useLanguage()
  return useMemo(() => {
    const amount = (id: 'balance' | 'reserved' | 'spent', header: string): Column<Line> => ({
      id,
      header,
      align: 'end',
      width: 100,
      cell: (line) => format.number(line[id] ?? 0),
    })
    return [
      {
        id: 'occurredAt',
        header: text.when,
        width: 150,
        cell: (line) => <DateCell value={line.occurredAt} />,
        card: 'corner',
      },
      {
        id: 'kind',
        header: text.what,
        cell: (line) => <What line={line} language={language} />,
        wraps: true,
        card: 'title',
      },
      {
        id: 'change',
        header: text.change,
        align: 'end',
        width: 100,
        cell: (line) => signed(line.change, format.number),
      },
      amount('balance', text.balance),
      ...(unit === 'slots' ? [amount('reserved', text.reserved), amount('spent', text.spent)] : []),
    ]
  }, [text, format, language, unit])
}

function What({ line, language }: { line: Line; language: 'ja' | 'en' }) {
  const text = useText(words)
  const why = movementReason(language, line)
  return (
    <>
      {movementText(language, line.kind)}
      {line.about?.kind === 'INTRODUCTION' && (
        <>
          {' '}
          <Link href={`/introductions/${line.about.id}`} className={styles.about}>
            {text.about}
          </Link>
        </>
      )}
      {why && <small className={styles.reason}>{why}</small>}
    </>
  )
}

/** From nothing to the balance of today, kind by kind. */
function Sums({ read }: { read: Read }) {
  const text = useText(words)
  const format = useFormat()
  const [language] = useLanguage()
  const closing = read.totals.reduce((sum, { change }) => sum + change, 0)
  return (
    <dl className={styles.sums} aria-label={text.sum}>
      {read.totals.map(({ kind, count, change }) => (
        <div key={kind}>
          <dt>{movementText(language, kind)}</dt>
          <dd>
            {change === 0 ? text.times(count) : signed(change, format.number)}
            {change !== 0 && Math.abs(change) !== count && <small>{text.times(count)}</small>}
          </dd>
        </div>
      ))}
      <div>
        <dt>{text.closing}</dt>
        <dd>{format.number(closing)}</dd>
      </div>
    </dl>
  )
}

const signed = (change: number, number: (value: number) => string) =>
  change > 0 ? `+${number(change)}` : number(change)
