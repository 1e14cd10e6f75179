import { useMemo } from 'react'
import type { z } from 'zod'
import { standings, type readFreshness, type Standing } from '../../../../contract/pool/freshness.ts'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { personWords } from '../../../person-words.ts'
import styles from './-freshness.module.css'
import { words } from './-words.ts'

type Field = z.output<(typeof readFreshness)['response']>['fields'][number]

const behindHref = (field: string, standing: Standing | 'MISSING') =>
  `/freshness/people?${new URLSearchParams({ field, standing }).toString()}`

/** Of how many people each field is fresh, ageing or stale, as a bar and as numbers that open the people. */
export function FieldStates({ fields, people }: { fields: readonly Field[] | undefined; people: number | undefined }) {
  const text = useText(words)
  const { field: names } = useText(personWords)
  const format = useFormat()
  const columns = useMemo<Column<Field>[]>(() => {
    const count = (field: Field, standing: Standing | 'MISSING', value: number) =>
      value === 0 ? '0' : <Link href={behindHref(field.field, standing)}>{format.number(value)}</Link>
    return [
      { id: 'field', header: text.field, card: 'title', cell: ({ field }) => names[field] },
      {
        id: 'halfLife',
        header: text.halfLife,
        width: 110,
        cell: ({ halfLifeDays }) => text.months(format.number(Math.round(halfLifeDays / 30.4))),
      },
      {
        id: 'share',
        header: text.share,
        width: 220,
        card: 'hidden',
        cell: (field) => <Bar field={field} people={people ?? 0} />,
      },
      ...standings.map((standing) => ({
        id: standing,
        header: text.standing[standing],
        align: 'end' as const,
        width: 130,
        cell: (field: Field) => count(field, standing, field.counts[standing]),
      })),
      {
        id: 'missing',
        header: text.standing.MISSING,
        align: 'end',
        width: 100,
        cell: (field) => count(field, 'MISSING', field.missing),
      },
    ]
  }, [text, names, format, people])
  return (
    <Section title={text.stateTitle} note={text.stateNote} bare>
      <DataTable
        id="freshness-fields"
        label={text.stateTitle}
        columns={columns}
        rows={fields?.filter(({ missing }) => missing < (people ?? 0))}
        rowId={({ field }) => field}
        rowLabel={({ field }) => names[field]}
        empty={<EmptyState title={text.nothing} compact />}
      />
    </Section>
  )
}

function Bar({ field: { counts, missing }, people }: { field: Field; people: number }) {
  const text = useText(words)
  const format = useFormat()
  if (people === 0) return null
  const parts = [...standings.map((standing) => [standing, counts[standing]] as const), ['MISSING', missing] as const]
  const said = parts
    .map(([standing, count]) => `${text.standing[standing]} ${format.percent(count / people)}`)
    .join(text.between)
  return (
    <span className={styles.bar} role="img" aria-label={said} title={said}>
      {parts.map(([standing, count]) => (
        <span key={standing} data-standing={standing} style={{ width: `${(count / people) * 100}%` }} />
      ))}
    </span>
  )
}
