import { Button, Checkbox } from '@mantine/core'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useState, type DragEvent } from 'react'
import { listApplications, type Application } from '../../../../contract/selection/selection.ts'
import type { FlowStep, Stage } from '../../../../contract/selection/selection-terms.ts'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { personWords, stateTones } from '../../../person-words.ts'
import { selectionWords } from '../../../selection-words.ts'
import { DecisionMenu } from './-DecisionMenu.tsx'
import { decisionsFor, statesOf } from './-decisions.ts'
import type { Acts } from './-Recruiting.tsx'
import type { SelectionSearch } from './-search.ts'
import styles from './-selection.module.css'
import { useBoardKeys } from './-use-board-keys.ts'
import { words } from './-words.ts'

const firstShown = 25
const mostShown = 200

export type BoardProps = { search: SelectionSearch; acts: Acts }

/** The applications in columns by stage. */
export function Board({ search, acts }: BoardProps) {
  const text = useText(words)
  const [limits, setLimits] = useState<Partial<Record<Stage, number>>>({})
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { opening, channel, state = 'OPEN' } = search
  const columns = useQueries({
    queries: acts.steps.map(({ stage }) => {
      const query = { openingId: opening, channel, stage, states: statesOf(state), limit: limits[stage] ?? firstShown }
      return {
        queryKey: [listApplications.id, query],
        queryFn: ({ signal }: { signal: AbortSignal }) => call(listApplications, { query }, { signal }),
        placeholderData: keepPreviousData,
      }
    }),
  })
  const found = useMemo(
    () => new Map(columns.flatMap(({ data }) => data?.items ?? []).map((one) => [one.id, one])),
    [columns],
  )
  const toggle = useCallback(
    (id: string) =>
      setChosen((before) => {
        const after = new Set(before)
        if (!after.delete(id)) after.add(id)
        return after
      }),
    [],
  )
  useBoardKeys({ found, acts, toggle })
  const error = columns.find((column) => column.error)?.error
  const selected = [...chosen].flatMap((id) => found.get(id) ?? [])
  return (
    <>
      {error && <ErrorNotice error={error} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the region scrolls, so it must be reachable by keyboard */}
      <div className={styles.board} data-board role="region" aria-label={text.board} tabIndex={0}>
        {acts.steps.map((step, at) => (
          <Column
            key={step.stage}
            step={step}
            page={columns[at]?.data}
            acts={acts}
            search={search}
            chosen={chosen}
            found={found}
            onToggle={toggle}
            limit={limits[step.stage] ?? firstShown}
            onMore={(limit) => setLimits({ ...limits, [step.stage]: limit })}
          />
        ))}
      </div>
      {selected.length > 0 && (
        <div className={styles.bulk} role="toolbar" aria-label={text.chosen(selected.length)}>
          <strong>{text.chosen(selected.length)}</strong>
          <Button size="xs" variant="default" onClick={() => acts.askMove(selected)}>
            {text.move}
          </Button>
          <Button size="xs" variant="default" onClick={() => acts.ask({ kind: 'HOLD', applications: selected })}>
            {text.hold}
          </Button>
          <Button size="xs" variant="default" onClick={() => acts.ask({ kind: 'WITHDRAW', applications: selected })}>
            {text.withdraw}
          </Button>
          <Button
            size="xs"
            variant="light"
            color="beni"
            onClick={() => acts.ask({ kind: 'REJECT', applications: selected })}
          >
            {text.reject}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => setChosen(new Set())}>
            {text.release}
          </Button>
        </div>
      )}
    </>
  )
}

type ColumnProps = {
  step: FlowStep
  page: { items: Application[]; nextCursor: string | null } | undefined
  acts: Acts
  search: SelectionSearch
  chosen: ReadonlySet<string>
  found: ReadonlyMap<string, Application>
  onToggle: (id: string) => void
  limit: number
  onMore: (limit: number) => void
}

const dragged = 'application/x-tasuki-application'

function Column({ step, page, acts, search, chosen, found, onToggle, limit, onMore }: ColumnProps) {
  const text = useText(words)
  const { stage: named } = useText(selectionWords)
  const [isOver, setOver] = useState(false)
  const name = step.label ?? named[step.stage] ?? step.stage
  const items = page?.items ?? []
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const application = found.get(event.dataTransfer.getData(dragged))
    if (application && application.stage !== step.stage) void acts.move([application], step.stage)
  }
  const inList = new URLSearchParams({ view: 'list', stage: step.stage })
  if (search.opening) inList.set('opening', search.opening)
  return (
    // What is dropped here can as well be moved by the card's menu and by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is one way of three
    <section
      className={styles.column}
      data-column={step.stage}
      data-over={isOver || undefined}
      aria-label={text.column(name, items.length)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragged)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 className={styles.columnHead}>
        {name}
        <span>{page && `${items.length}${page.nextCursor ? '+' : ''}`}</span>
      </h2>
      {page && items.length === 0 && <p className={styles.none}>{text.empty}</p>}
      <ul className={styles.cards}>
        {items.map((application) => (
          <Card
            key={application.id}
            application={application}
            acts={acts}
            hidesOpening={search.opening !== undefined}
            isChosen={chosen.has(application.id)}
            onToggle={() => onToggle(application.id)}
          />
        ))}
      </ul>
      {page?.nextCursor && limit < mostShown && (
        <Button
          size="compact-sm"
          variant="subtle"
          fullWidth
          mt={8}
          onClick={() => onMore(Math.min(limit + 50, mostShown))}
        >
          {text.more}
        </Button>
      )}
      {page?.nextCursor && limit >= mostShown && (
        <Button
          component={Link}
          href={`/selection?${inList.toString()}`}
          size="compact-sm"
          variant="subtle"
          fullWidth
          mt={8}
        >
          {text.inList}
        </Button>
      )}
    </section>
  )
}

type CardProps = {
  application: Application
  acts: Acts
  hidesOpening: boolean
  isChosen: boolean
  onToggle: () => void
}

function Card({ application, acts, hidesOpening, isChosen, onToggle }: CardProps) {
  const text = useText(words)
  const format = useFormat()
  const { state } = useText(personWords)
  const { channel } = useText(selectionWords)
  const name = application.personName ?? text.unnamed
  const [now] = useState(() => Date.now())
  const days = Math.floor((now - Date.parse(application.stageSince)) / 86_400_000)
  const canMove = acts.canDecide && decisionsFor(application.state).includes('STAGE')
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is one way of three
    <li
      className={styles.card}
      data-card-id={application.id}
      data-chosen={isChosen || undefined}
      draggable={canMove}
      onDragStart={(event) => event.dataTransfer.setData(dragged, application.id)}
    >
      <div className={styles.cardHead}>
        {acts.canDecide && <Checkbox size="xs" aria-label={text.choose(name)} checked={isChosen} onChange={onToggle} />}
        <button type="button" className={styles.cardName} data-card-name onClick={() => acts.open(application)}>
          {name}
        </button>
        {acts.canDecide && (
          <DecisionMenu
            application={application}
            steps={acts.steps}
            onMove={(one, stage) => void acts.move([one], stage)}
            onDecide={(one, kind) => kind !== 'STAGE' && acts.ask({ kind, applications: [one] })}
          />
        )}
      </div>
      {!hidesOpening && <div className={styles.cardLine}>{application.openingTitle}</div>}
      <div className={styles.cardLine}>
        {application.state !== 'ACTIVE' && (
          <StatusBadge tone={stateTones[application.state]} plain>
            {state[application.state]}
          </StatusBadge>
        )}
        {application.isReapplication && <span className={styles.tag}>{text.again}</span>}
        <span>{application.agency ?? application.channelLabel ?? channel[application.channel]}</span>
        <time dateTime={application.stageSince} title={text.daysTitle(format.date(application.stageSince))}>
          {text.days(days)}
        </time>
      </div>
    </li>
  )
}
