import { Button } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import { hastenLetter, listLetters, sendLetterToMe, undoLetter, type Letter } from '../../../../contract/relay.ts'
import { letterStates, LetterState } from '../../../../contract/relay-terms.ts'
import { download } from '../../../../program/download.ts'
import { DateCell, PersonCell } from '../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { messages } from '../../../../ui/text/messages.ts'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import styles from './-letters.module.css'
import { letterTones, letterWords, reasonText } from './-words.ts'

const words = messages({
  ja: {
    title: 'お見送りメール',
    description: '不採用となった方への通知です。送信の直前にもう一度、送ってよい状況かどうかを確認します。',
    person: 'お名前',
    nobody: '(消去済み)',
    opening: '求人',
    state: '状態',
    due: '送信予定',
    sent: '送信日時',
    reason: '理由',
    undo: '取り消す',
    hasten: '早めに送る',
    sample: '自分に送る',
    undone: '送信を取り消しました。未通知の一覧に残ります。',
    hastened: (when: string) => `${when} に送信します。それまでは取り消せます。`,
    sampled: 'ご自身のアドレスに確認用メールを送りました。リンクは開けません。',
    unit: '通',
    empty: 'お見送りメールはまだありません',
    emptyText: '「送信の設定」で送信を開始すると、以後の不採用から3営業日後に送信されます。',
    settings: '送信の設定へ',
    evidence: '証跡',
    byOther: '他システムで送信',
    all: 'すべて',
  },
  en: {
    title: 'Letters',
    description: 'What rejected people are told. Each letter is judged once more at the moment it leaves.',
    person: 'Name',
    nobody: '(erased)',
    opening: 'Opening',
    state: 'State',
    due: 'Leaves',
    sent: 'Sent',
    reason: 'Reason',
    undo: 'Take back',
    hasten: 'Send early',
    sample: 'Send to me',
    undone: 'Taken back. The person stays on the list of people never told.',
    hastened: (when: string) => `Leaves at ${when}. Until then it can be taken back.`,
    sampled: 'A sample is on its way to your own address. Its link opens nothing.',
    unit: '',
    empty: 'No letters yet',
    emptyText: 'Once letters are on, each rejection from then on is told after three business days.',
    settings: 'To the settings',
    evidence: 'Evidence',
    byOther: 'By another system',
    all: 'All',
  },
})

const letters = (search: { state?: LetterState | undefined; cursor?: string | undefined }) =>
  queryOptions({
    queryKey: [listLetters.id, search],
    queryFn: () => call(listLetters, { query: { state: search.state, cursor: search.cursor } }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/letters/')({
  validateSearch: z.object({ state: LetterState.optional(), cursor: z.uuid().optional() }),
  component: Page,
})

function Page() {
  const text = useText(words)
  const named = useText(letterWords)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, isPlaceholderData, refetch } = useQuery(letters(search))
  const columns = useColumns()
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <StatRow>
        {letterStates.map((state) => (
          <StatCard
            key={state}
            label={named.state[state]}
            value={data && (data.counts[state] ?? 0)}
            unit={text.unit}
            href={search.state === state ? '/letters' : `/letters?state=${state}`}
          />
        ))}
      </StatRow>
      <DataTable
        id="letters"
        label={text.title}
        columns={columns}
        rows={data?.letters}
        rowId={(letter) => letter.id}
        rowLabel={(letter) => letter.personName ?? text.nobody}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        paging={pagesInUrl({
          cursor: search.cursor,
          next: data?.nextCursor,
          onNext: (next) => void navigate({ search: (now) => ({ ...now, cursor: next }) }),
        })}
        empty={
          <EmptyState
            title={text.empty}
            actions={
              <Button component={Link} href="/letters/settings" variant="default">
                {text.settings}
              </Button>
            }
          >
            {text.emptyText}
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(): Column<Letter>[] {
  const text = useText(words)
  const named = useText(letterWords)
  const canSend = useCan()('relay:send')
  return useMemo<Column<Letter>[]>(
    () => [
      {
        id: 'person',
        header: text.person,
        cell: (letter) => <PersonCell name={letter.personName ?? text.nobody} note={letter.openingTitle} />,
        card: 'title',
      },
      {
        id: 'state',
        header: text.state,
        width: 120,
        card: 'corner',
        cell: (letter) => (
          <StatusBadge tone={letterTones[letter.state]} plain>
            {named.state[letter.state]}
          </StatusBadge>
        ),
      },
      {
        id: 'dueAt',
        header: text.due,
        width: 165,
        cell: (letter) => <DateCell value={letter.sentAt ?? letter.dueAt} kind="dateTime" />,
      },
      {
        id: 'reason',
        header: text.reason,
        width: 220,
        cell: (letter) => (letter.kind === 'LINK' ? text.byOther : reasonText(named, letter.reason)),
      },
      {
        id: 'actions',
        header: '',
        width: 270,
        optional: false,
        cell: (letter: Letter) => (
          <span className={styles.buttons}>
            {canSend && <Actions letter={letter} />}
            {(letter.mailId !== null || letter.kind === 'LINK') && <Evidence id={letter.id} />}
          </span>
        ),
      },
    ],
    [text, named, canSend],
  )
}

function Actions({ letter }: { letter: Letter }) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const act = (run: () => Promise<string>) => () =>
    void run()
      .then((told) => toast.tell(told), toast.refuse)
      .then(() => queries.invalidateQueries({ queryKey: [listLetters.id] }))
  const params = { id: letter.id }
  const undo = act(async () => {
    await call(undoLetter, { params })
    return text.undone
  })
  const hasten = act(async () => text.hastened(format.dateTime((await call(hastenLetter, { params })).dueAt)))
  const sample = act(async () => {
    await call(sendLetterToMe, { body: { id: crypto.randomUUID(), applicationId: letter.applicationId } })
    return text.sampled
  })
  if (!letter.canUndo) return null
  return (
    <>
      <Button size="compact-xs" variant="subtle" onClick={undo}>
        {text.undo}
      </Button>
      {letter.state === 'SCHEDULED' && (
        <Button size="compact-xs" variant="subtle" onClick={hasten}>
          {text.hasten}
        </Button>
      )}
      <Button size="compact-xs" variant="subtle" onClick={sample}>
        {text.sample}
      </Button>
    </>
  )
}

/** The evidence pack of one letter, on paper or for a program. */
function Evidence({ id }: { id: string }) {
  const text = useText(words)
  const toast = useToast()
  const [language] = useLanguage()
  const save = (path: string, name: string) => () =>
    void download(`/api/v1/relay/letters/${id}/${path}?lang=${language}`, name).catch(toast.refuse)
  return (
    <>
      <Button size="compact-xs" variant="subtle" onClick={save('evidence.pdf', `letter-${id}.pdf`)}>
        {text.evidence} PDF
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={save('evidence', `letter-${id}.json`)}>
        JSON
      </Button>
    </>
  )
}
