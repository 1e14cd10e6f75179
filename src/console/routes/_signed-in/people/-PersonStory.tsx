import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { readTimeline, type Person, type TimelineEntry } from '../../../../contract/people/people.ts'
import { readMailTimeline } from '../../../../contract/messages.ts'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { Timeline, type TimelineEvent } from '../../../../ui/Timeline.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { personWords, stateTones } from '../../../person-words.ts'
import { selectionWords } from '../../../selection-words.ts'
import styles from './-people.module.css'
import { words } from './-person-words.ts'

export function Applications({ person }: { person: Person }) {
  const text = useText(words)
  const names = useText(personWords)
  const selection = useText(selectionWords)
  const format = useFormat()
  return (
    <Section title={text.applications}>
      {person.applications.length === 0 && <EmptyState title={text.none} compact />}
      <ul className={styles.list}>
        {person.applications.map((one) => (
          <li key={one.id} className={styles.entry}>
            <strong>{one.openingTitle}</strong>
            <StatusBadge tone={stateTones[one.state]}>{names.state[one.state]}</StatusBadge>
            {one.isReapplication && <span className={styles.tag}>{text.again}</span>}
            <span className={styles.soft}>
              {[
                selection.stage[one.stage],
                one.channelLabel ?? selection.channel[one.channel],
                format.date(one.appliedAt),
              ].join(' / ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Evaluations({ person }: { person: Person }) {
  const text = useText(words)
  const names = useText(personWords)
  const selection = useText(selectionWords)
  const format = useFormat()
  if (person.evaluations.length === 0) return null
  return (
    <Section title={text.evaluations}>
      <ul className={styles.list}>
        {person.evaluations.map((one) => (
          <li key={one.id} className={styles.entry}>
            <strong>{names.recommendation[one.recommendation]}</strong>
            <span className={styles.soft}>
              {[selection.stage[one.stage], one.evaluator, format.date(one.occurredAt)].filter(Boolean).join(' / ')}
            </span>
            {one.comment && <span>{one.comment}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Story({ personId }: { personId: string }) {
  const text = useText(words)
  const title = useEventTitle()
  const { data, error } = useQuery({
    queryKey: [readTimeline.id, personId],
    queryFn: () => call(readTimeline, { params: { id: personId } }),
  })
  const mails = useQuery({
    queryKey: [readMailTimeline.id, personId],
    queryFn: () => call(readMailTimeline, { params: { personId } }),
  })
  const happened = (data?.items ?? []).map((entry): TimelineEvent => ({
    id: entry.id,
    at: entry.at,
    title: title(entry),
    body: [entry.label, entry.note, entry.by].filter(Boolean).join(' / '),
    tone: entry.kind === 'TRANSITION' ? 'busy' : 'neutral',
  }))
  const written = (mails.data?.entries ?? []).map((entry) => mailEvent(entry, text))
  return (
    <Section title={text.timeline}>
      {(error ?? mails.error) && <ErrorNotice error={error ?? mails.error} />}
      <Timeline
        label={text.timeline}
        events={[...happened, ...written].toSorted((one, other) => (one.at < other.at ? 1 : -1))}
      />
    </Section>
  )
}

type MailEntry = z.output<typeof readMailTimeline.response>['entries'][number]

/** What passed by mail: what was sent shows its subject, what was answered its words. */
function mailEvent(entry: MailEntry, text: (typeof words)['ja']): TimelineEvent & { at: string } {
  const { id, at } = entry
  if (entry.kind === 'REPLY') return { id, at, title: text.replied, body: entry.text ?? '', tone: 'relay' }
  if (entry.kind === 'EVENT') {
    return { id, at, title: text.mailEvent[entry.event] ?? entry.event, body: entry.answer ?? '', tone: 'bad' }
  }
  return { id, at, title: text.mailState[entry.state], body: entry.subject ?? '', tone: 'neutral' }
}

function useEventTitle(): (entry: TimelineEntry) => string {
  const text = useText(words)
  const names = useText(personWords)
  const selection = useText(selectionWords)
  return ({ kind, code }) => {
    if (kind === 'TRANSITION') return text.transition[code ?? ''] ?? text.movedTo(selection.stage[code ?? ''] ?? '')
    if (kind === 'EVALUATION')
      return `${text.event.EVALUATION}: ${names.recommendation[code as keyof typeof names.recommendation]}`
    return text.event[kind]
  }
}
