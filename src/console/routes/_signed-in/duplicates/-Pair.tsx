import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import type { Duplicate } from '../../../../contract/linkage/linkage.ts'
import { personFields, type PersonField } from '../../../../contract/people/person-fields.ts'
import { DiffSideBySide, type DiffRow } from '../../../../ui/DiffSideBySide.tsx'
import { Link } from '../../../../ui/link.tsx'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { personWords } from '../../../person-words.ts'
import { asText, useFieldText } from '../../../field-text.ts'
import styles from './-duplicates.module.css'
import { words } from './-words.ts'

/** Two people side by side, each value with who said it and when. */
export function Pair({ pair, onGroup }: { pair: Duplicate; onGroup: () => Promise<void> }) {
  const text = useText(words)
  const names = useText(personWords)
  const rows = useRows(pair)
  const named = (side: Duplicate['one']) => (
    <Anchor component={Link} href={`/people/${side.personId}`}>
      {side.fields.name ? asText(side.fields.name.value) : text.nobody}
    </Anchor>
  )
  return (
    <>
      {pair.group.length > 2 && (
        <div className={styles.group}>
          <Group pair={pair} onGroup={onGroup} />
        </div>
      )}
      <Section
        title={
          <span className={styles.reasons}>
            {pair.reasons.map((reason) => (
              <StatusBadge key={reason} tone={/^(?:SAME|LIKE)/.test(reason) ? 'good' : 'wait'}>
                {names.linkReason[reason]}
              </StatusBadge>
            ))}
          </span>
        }
        note={text.foundBy(names.source[pair.route])}
      >
        {pair.reasons.includes('UNCONFIRMED_MAIL') && (
          <InlineNotice tone="wait" title={text.mailTitle}>
            {text.mailText}
          </InlineNotice>
        )}
        <DiffSideBySide label={text.title} leftTitle={named(pair.one)} rightTitle={named(pair.other)} rows={rows} />
      </Section>
    </>
  )
}

function Group({ pair, onGroup }: { pair: Duplicate; onGroup: () => Promise<void> }) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const [isRunning, setRunning] = useState(false)
  const count = pair.group.length
  const accept = () => {
    setRunning(true)
    onGroup()
      .catch(toast.refuse)
      .finally(() => setRunning(false))
  }
  return (
    <InlineNotice tone="wait" title={text.groupTitle(count)}>
      <p>{text.groupText(format.list(pair.group.map(({ name }) => name ?? text.nobody)))}</p>
      <Button size="compact-sm" variant="default" loading={isRunning} onClick={accept}>
        {text.groupSame(count)}
      </Button>
    </InlineNotice>
  )
}

/** What two people are compared by comes first, in the order in which it is read. */
const first: readonly PersonField[] = [
  'name', 'nameKana', 'nameRomaji', 'formerName', 'birthDate', 'email', 'phone', 'prefecture', 'city', 'address',
] // prettier-ignore

function useRows({ one, other }: Duplicate): DiffRow[] {
  const text = useText(words)
  const format = useFormat()
  const show = useFieldText()
  const { field: names, state, source } = useText(personWords)
  const fields = [...new Set([...first, ...personFields])].filter(
    (field) => field !== 'gender' && (one.fields[field] ?? other.fields[field]),
  )
  const side = (field: PersonField, known: Duplicate['one']['fields'][PersonField]) =>
    known && (
      <>
        {show(field, known.value)}
        <span className={styles.source}>
          {known.source.label || source[known.source.kind]} · {format.date(known.observedAt)}
        </span>
      </>
    )
  const rows = fields.map((field): DiffRow => {
    const [left, right] = [one.fields[field], other.fields[field]]
    return {
      id: field,
      label: names[field],
      kind: compared(left && asText(left.value), right && asText(right.value)),
      ...(left && { left: side(field, left) }),
      ...(right && { right: side(field, right) }),
    }
  })
  const applied = ({ applications }: Duplicate['one']) =>
    applications.length === 0
      ? '—'
      : applications.map(({ openingTitle, state: standing, appliedAt }) => (
          <span key={`${openingTitle} ${appliedAt}`}>
            {openingTitle}({state[standing as keyof typeof state]})
            <span className={styles.source}>{format.date(appliedAt)}</span>
          </span>
        ))
  return [
    ...rows,
    { id: 'applications', label: text.applications, kind: 'missing', left: applied(one), right: applied(other) },
    {
      id: 'records',
      label: text.records,
      kind: 'missing',
      left: text.recordCount(one.recordCount),
      right: text.recordCount(other.recordCount),
    },
  ]
}

/** Values that differ in spaces, width or case alone are close. */
function compared(left: string | undefined, right: string | undefined): DiffRow['kind'] {
  if (left === undefined || right === undefined) return 'missing'
  if (left === right) return 'same'
  const [one, other] = [left, right].map((text) =>
    text
      .normalize('NFKC')
      .replaceAll(/[\s・-]/gu, '')
      .toLowerCase(),
  )
  return one === other ? 'similar' : 'different'
}
