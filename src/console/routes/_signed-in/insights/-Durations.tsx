import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readDurations, type Duration } from '../../../../contract/selection/insight-outcomes.ts'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { selectionWords } from '../../../selection-words.ts'
import { useCan } from '../../../session.ts'
import { behindHref } from './-behind.ts'
import styles from './-insights.module.css'
import type { Counted } from './index.tsx'
import { outcomeWords } from './-outcome-words.ts'

type Row = { stage: string; duration: Duration }

/** How long a hire takes, and where the days go. */
export function Durations({ counted: { by: _by, ...counted } }: { counted: Counted }) {
  const text = useText(outcomeWords)
  const terms = useText(selectionWords)
  const can = useCan()
  const format = useFormat()
  const { data, error } = useQuery(
    queryOptions({ queryKey: [readDurations.id, counted], queryFn: () => call(readDurations, { query: counted }) }),
  )
  const days = (value: number) => format.number(value, { maximumFractionDigits: 1 })
  const columns = useMemo<Column<Row>[]>(() => {
    const one = (value: number) => format.number(value, { maximumFractionDigits: 1 })
    const cell = (write: (shown: Extract<Duration, { suppressed: false }>) => string) => {
      const shown = ({ duration }: Row) => (duration.suppressed ? text.tooFew : write(duration))
      return shown
    }
    return [
      { id: 'stage', header: text.stage, card: 'title', cell: ({ stage }) => terms.stage[stage] ?? stage },
      { id: 'median', header: text.median, align: 'end', cell: cell(({ median }) => text.days(one(median))) },
      {
        id: 'interval',
        header: text.interval,
        align: 'end',
        cell: cell(({ interval }) => text.days(format.range(one(interval.low), one(interval.high)))),
      },
      {
        id: 'ninetieth',
        header: text.ninetieth,
        align: 'end',
        cell: cell(({ ninetieth }) => text.days(one(ninetieth))),
      },
      {
        id: 'n',
        header: 'n',
        align: 'end',
        width: 80,
        cell: ({ duration }) => (duration.count === null ? '—' : format.number(duration.count)),
      },
    ]
  }, [text, terms, format])
  if (error) return <ErrorNotice error={error} />
  const hire = data?.toHire
  const isShown = hire !== undefined && !hire.suppressed
  return (
    <Section title={text.durationTitle} note={text.durationNote(counted.basis)} bare>
      <StatRow>
        <StatCard
          label={text.toHire}
          value={hire === undefined ? undefined : isShown ? hire.median : null}
          unit={isShown ? text.dayUnit : ''}
          {...(can('people:read') && { href: behindHref({ measure: 'HIRED', ...counted }) })}
          note={
            hire &&
            (isShown
              ? text.toHireNote(hire.count, days(hire.interval.low), days(hire.interval.high), days(hire.ninetieth))
              : hire.count === null
                ? text.tooFew
                : text.toHireFew(hire.count))
          }
        />
      </StatRow>
      {data?.undated ? <p className={styles.soft}>{text.undated(data.undated)}</p> : null}
      <DataTable
        id="durations"
        label={text.durationTitle}
        columns={columns}
        rows={data?.stages}
        rowId={({ stage }) => stage}
        rowLabel={({ stage }) => terms.stage[stage] ?? stage}
        empty={<p>{text.noDays}</p>}
      />
    </Section>
  )
}
