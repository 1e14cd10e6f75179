import { Anchor, Button } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { decideDuplicate, listDuplicates, undoDuplicate, type Duplicate } from '../../../contract/linkage.ts'
import { personFields } from '../../../contract/person-fields.ts'
import { DiffSideBySide, type DiffRow } from '../../../ui/DiffSideBySide.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Link } from '../../../ui/link.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { PageHeader, Section } from '../../../ui/PageHeader.tsx'
import { useShortcuts } from '../../../ui/shortcuts.tsx'
import { StatusBadge } from '../../../ui/StatusBadge.tsx'
import { messages } from '../../../ui/text/messages.ts'
import { useText } from '../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { call, queries } from '../../api.ts'
import { personWords } from '../../person-words.ts'
import { asText } from './people/-ProfileFields.tsx'
import styles from './people/-people.module.css'

const words = messages({
  ja: {
    title: '重複の確認',
    description:
      '同じ方かもしれない組み合わせです。統合はいつでも取り消せます。「別人」の判断は記憶され、同じ根拠では再び表示されません。',
    open: (count: number) => `残り${count}組`,
    same: '同じ方として統合 (S)',
    different: '別人 (D)',
    later: 'あとで (L)',
    keys: '重複の確認',
    sameDone: '統合しました',
    differentDone: '別人として記憶しました',
    laterDone: 'あとで確認します',
    applications: '応募',
    emptyTitle: '確認が必要な組み合わせはありません',
    emptyText: '取り込みや連携で重複の可能性が見つかると、ここに並びます。',
    next: '次の組み合わせ',
  },
  en: {
    title: 'Duplicates',
    description: 'Pairs that may be one person. A merge can always be undone; “different” is remembered.',
    open: (count: number) => `${count} left`,
    same: 'Same person (S)',
    different: 'Different people (D)',
    later: 'Later (L)',
    keys: 'Duplicates',
    sameDone: 'Merged',
    differentDone: 'Remembered as different people',
    laterDone: 'Put off',
    applications: 'Applications',
    emptyTitle: 'No pair needs a decision',
    emptyText: 'Pairs found by imports and connections appear here.',
    next: 'Next pair',
  },
})

const queue = queryOptions({
  queryKey: [listDuplicates.id],
  queryFn: () => call(listDuplicates, { query: { limit: 10 } }),
  placeholderData: keepPreviousData,
})

export const Route = createFileRoute('/_signed-in/duplicates')({
  staticData: { crumb: { ja: '重複の確認', en: 'Duplicates' } },
  component: Page,
})

type Decision = 'SAME' | 'NOT_SAME' | 'LATER'

function Page() {
  const text = useText(words)
  const { data, error, refetch } = useQuery(queue)
  const pair = data?.items[0]
  return (
    <>
      <PageHeader title={text.title} description={text.description} aside={data && text.open(data.open)} />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data && !pair && <EmptyState title={text.emptyTitle}>{text.emptyText}</EmptyState>}
      {pair && <Pair key={pair.id} pair={pair} />}
    </>
  )
}

function Pair({ pair }: { pair: Duplicate }) {
  const text = useText(words)
  const names = useText(personWords)
  const [running, decide] = useDecide(pair.id)
  const rows = useRows(pair)
  useShortcuts(
    useMemo(
      () => [
        { keys: ['s'], label: text.same, group: text.keys, run: () => decide('SAME') },
        { keys: ['d'], label: text.different, group: text.keys, run: () => decide('NOT_SAME') },
        { keys: ['l'], label: text.later, group: text.keys, run: () => decide('LATER') },
      ],
      [text, decide],
    ),
  )
  const named = (side: Duplicate['one']) => (
    <Anchor component={Link} href={`/people/${side.personId}`}>
      {side.fields.name ? asText(side.fields.name.value) : '—'}
    </Anchor>
  )
  return (
    <Section
      title={
        <span className={styles.tags}>
          {pair.reasons.map((reason) => (
            <StatusBadge key={reason} tone={reason.startsWith('SAME') ? 'good' : 'wait'}>
              {names.linkReason[reason]}
            </StatusBadge>
          ))}
        </span>
      }
    >
      <DiffSideBySide label={text.title} leftTitle={named(pair.one)} rightTitle={named(pair.other)} rows={rows} />
      <div className={styles.decide}>
        <Button loading={running} onClick={() => decide('SAME')}>
          {text.same}
        </Button>
        <Button variant="default" disabled={running} onClick={() => decide('NOT_SAME')}>
          {text.different}
        </Button>
        <Button variant="subtle" disabled={running} onClick={() => decide('LATER')}>
          {text.later}
        </Button>
      </div>
    </Section>
  )
}

function useDecide(id: string): [boolean, (decision: Decision) => void] {
  const text = useText(words)
  const toast = useToast()
  const [running, setRunning] = useState(false)
  const decide = useCallback(
    (decision: Decision) => {
      const refresh = () => queries.invalidateQueries({ queryKey: [listDuplicates.id] })
      const message = { SAME: text.sameDone, NOT_SAME: text.differentDone, LATER: text.laterDone }[decision]
      setRunning(true)
      call(decideDuplicate, { params: { id }, body: { decision } })
        .then(refresh)
        .then(() => toast.undoable({ message, onUndo: () => call(undoDuplicate, { params: { id } }).then(refresh) }))
        .catch(toast.refuse)
        .finally(() => setRunning(false))
    },
    [id, text, toast],
  )
  return [running, decide]
}

function useRows({ one, other }: Duplicate): DiffRow[] {
  const text = useText(words)
  const { field: names, state } = useText(personWords)
  const shown = personFields.filter((field) => field !== 'gender' && (one.fields[field] ?? other.fields[field]))
  const rows = shown.map((field): DiffRow => {
    const [left, right] = [one.fields[field], other.fields[field]].map((known) => known && asText(known.value))
    return {
      id: field,
      label: names[field],
      kind: compared(left, right),
      ...(left && { left }),
      ...(right && { right }),
    }
  })
  const applied = (side: Duplicate['one']) =>
    side.applications
      .map((application) => `${application.openingTitle}(${state[application.state as keyof typeof state]})`)
      .join('、') || '—'
  return [
    ...rows,
    { id: 'applications', label: text.applications, kind: 'different', left: applied(one), right: applied(other) },
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
