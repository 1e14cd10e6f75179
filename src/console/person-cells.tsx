import { Anchor } from '@mantine/core'
import type { Duplicate } from '../contract/linkage/linkage.ts'
import type { PersonField } from '../contract/people/person-fields.ts'
import { Link } from '../ui/link.tsx'
import { messages } from '../ui/text/messages.ts'
import { useFormat, useText } from '../ui/text/TextProvider.tsx'
import { asText, useFieldText } from './field-text.ts'
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

/** What is known of a person who is shown beside others. */
export type KnownPerson = Duplicate['one']

/** What stands in the cells where people are shown beside each other, and what the rows are called. */
export function usePersonCells() {
  const text = useText(words)
  const format = useFormat()
  const show = useFieldText()
  const { field: names, state, source } = useText(personWords)
  return {
    names: { field: names, applications: text.applications, records: text.records },
    /** The name, leading to the person's page. */
    title: ({ personId, fields }: KnownPerson) => (
      <Anchor component={Link} href={`/people/${personId}`}>
        {fields.name ? asText(fields.name.value) : text.nobody}
      </Anchor>
    ),
    /** A value with who said it and when; nothing where it is not known. */
    value: (field: PersonField, { fields }: KnownPerson) => {
      const known = fields[field]
      return (
        known && (
          <>
            {show(field, known.value)}
            <span className={styles.source}>
              <span>{known.source.label || source[known.source.kind]}</span>
              <span className={styles.day}>{format.date(known.observedAt)}</span>
            </span>
          </>
        )
      )
    },
    applications: ({ applications }: KnownPerson) =>
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
          )),
    records: ({ recordCount }: KnownPerson) => text.recordCount(recordCount),
  }
}
