import { Skeleton } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { WorkKind, WorkLine } from '../../contract/work-list.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Section } from '../../ui/PageHeader.tsx'
import type { Tone } from '../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../ui/text/TextProvider.tsx'
import { workWords } from './work-words.ts'
import { WorkLines } from '../../program/WorkLines.tsx'
import styles from '../../program/work-lines.module.css'

type Leads = { href: string | ((line: WorkLine) => string); tone: Tone; isMoving?: true }

/** Where each line leads, and what it means to the reader: red only where somebody has a right to hear. */
const leads: Record<WorkKind, Leads> = {
  DATA_REQUESTS: { href: '/privacy/requests', tone: 'bad' },
  REPLIES: { href: '/letters/replies', tone: 'wait' },
  QUESTIONS: { href: '/introductions', tone: 'relay' },
  UNTOLD: { href: '/letters/untold', tone: 'bad' },
  LETTERS_UNKNOWN: { href: '/letters/unknown', tone: 'wait' },
  PREFLIGHTS: { href: (line) => `/letters/preflights/${line.id ?? ''}`, tone: 'wait' },
  INTRODUCTIONS_ACCEPTED: { href: '/introductions?state=ACCEPTED', tone: 'relay' },
  PROMISES: { href: '/introductions?state=ACCEPTED', tone: 'relay' },
  STUCK: { href: '/stuck', tone: 'wait' },
  DUPLICATES: { href: '/duplicates', tone: 'wait' },
  DELIVERIES: { href: '/connections', tone: 'wait' },
  IMPORTS_WITH_ERRORS: { href: '/imports', tone: 'wait' },
  IMPORTS_UNFINISHED: { href: '/imports', tone: 'wait' },
  SLOTS_EXPIRING: { href: '/relay', tone: 'wait' },
  LETTERS_LEAVING: { href: '/letters?state=SCHEDULED', tone: 'busy', isMoving: true },
  INTRODUCTIONS_ASKED: { href: '/introductions?state=ASKED', tone: 'relay', isMoving: true },
  MATCHES: { href: '/matching', tone: 'relay', isMoving: true },
}

/** What waits, each line a number that opens its list. `undefined` while loading. */
export function WorkList({ lines }: { lines: readonly WorkLine[] | undefined }) {
  const text = useText(workWords)
  if (lines === undefined) return <Loading />
  const todo = lines.filter(({ kind }) => !leads[kind].isMoving)
  const moving = lines.filter(({ kind }) => leads[kind].isMoving)
  return (
    <>
      <Section title={text.todo} bare>
        {todo.length > 0 ? (
          <Lines lines={todo} />
        ) : (
          <div className={styles.panel}>
            <EmptyState compact title={text.clear} icon={<IconCircleCheck size={22} stroke={1.5} />}>
              {text.clearText}
            </EmptyState>
          </div>
        )}
      </Section>
      {moving.length > 0 && (
        <Section title={text.moving} bare>
          <Lines lines={moving} />
        </Section>
      )}
    </>
  )
}

function Lines({ lines }: { lines: readonly WorkLine[] }) {
  const text = useText(workWords)
  const format = useFormat()
  return (
    <WorkLines
      lines={lines.map((line) => {
        const { href, tone } = leads[line.kind]
        const { title, unit, note } = text.lines[line.kind]
        return {
          id: line.kind,
          href: typeof href === 'string' ? href : href(line),
          count: line.count,
          unit,
          title,
          tone,
          late: line.overdue > 0 ? text.overdue(line.kind, format.number(line.overdue)) : undefined,
          note: note(line, format),
        }
      })}
    />
  )
}

function Loading() {
  const text = useText(workWords)
  return (
    <Section title={text.todo} bare>
      <ul className={styles.lines} aria-busy="true">
        {[1, 2, 3].map((row) => (
          <li key={row}>
            <span className={styles.line}>
              <Skeleton height={24} width={48} />
              <Skeleton height={14} width="40%" />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
