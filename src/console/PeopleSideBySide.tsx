import { Anchor } from '@mantine/core'
import type { Duplicate } from '../contract/linkage/linkage.ts'
import { personFields, type PersonField } from '../contract/people/person-fields.ts'
import { DiffSideBySide, type DiffRow } from '../ui/DiffSideBySide.tsx'
import { Link } from '../ui/link.tsx'
import { messages } from '../ui/text/messages.ts'
import { useFormat, useText } from '../ui/text/TextProvider.tsx'
import { asText, useFieldText } from './field-text.ts'
import { comparedFirst, metIn } from './compared-fields.ts'
import styles from './people-side-by-side.module.css'
import { personWords } from './person-words.ts'

const words = messages({
  ja: {
    applications: '応募',
    records: '記録',
    recordCount: (count: number) => `${count}件`,
    nobody: '(お名前なし)',
  },
  en: {
    applications: 'Applications',
    records: 'Records',
    recordCount: (count: number) => String(count),
    nobody: '(no name)',
  },
})

/** What is known of a person where two are shown beside each other. */
export type KnownPerson = Duplicate['one']

/** Two people field by field, each value with who said it and when, to see whether they are one. */
export function PeopleSideBySide({ label, one, other }: { label: string; one: KnownPerson; other: KnownPerson }) {
  const text = useText(words)
  const rows = useRows(one, other)
  const named = (side: KnownPerson) => (
    <Anchor component={Link} href={`/people/${side.personId}`}>
      {side.fields.name ? asText(side.fields.name.value) : text.nobody}
    </Anchor>
  )
  return <DiffSideBySide label={label} leftTitle={named(one)} rightTitle={named(other)} rows={rows} />
}

function useRows(one: KnownPerson, other: KnownPerson): DiffRow[] {
  const text = useText(words)
  const format = useFormat()
  const show = useFieldText()
  const { field: names, state, source } = useText(personWords)
  const fields = [...new Set([...comparedFirst, ...personFields])].filter(
    (field) => field !== 'gender' && (one.fields[field] ?? other.fields[field]),
  )
  const side = (field: PersonField, known: KnownPerson['fields'][PersonField]) =>
    known && (
      <>
        {show(field, known.value)}
        <span className={styles.source}>
          <span>{known.source.label || source[known.source.kind]}</span>
          <span className={styles.day}>{format.date(known.observedAt)}</span>
        </span>
      </>
    )
  const rows = fields.map((field): DiffRow => {
    const [left, right] = [one.fields[field], other.fields[field]]
    return {
      id: field,
      label: names[field],
      kind: metIn(field, left && asText(left.value), right && asText(right.value)),
      ...(left && { left: side(field, left) }),
      ...(right && { right: side(field, right) }),
    }
  })
  const applied = ({ applications }: KnownPerson) =>
    applications.length === 0
      ? '—'
      : applications.map(({ openingTitle, state: standing, appliedAt }) => (
          <span key={`${openingTitle} ${appliedAt}`}>
            {openingTitle}
            <span className={styles.source}>
              <span>{state[standing as keyof typeof state]}</span>
              <span className={styles.day}>{format.date(appliedAt)}</span>
            </span>
          </span>
        ))
  return [
    ...rows,
    { id: 'applications', label: text.applications, kind: 'plain', left: applied(one), right: applied(other) },
    {
      id: 'records',
      label: text.records,
      kind: 'plain',
      left: text.recordCount(one.recordCount),
      right: text.recordCount(other.recordCount),
    },
  ]
}
