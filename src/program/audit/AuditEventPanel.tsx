import { Drawer } from '@mantine/core'
import type { AuditEvent } from '../../contract/audit/audit.ts'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat, useText } from '../../ui/text/TextProvider.tsx'
import styles from './audit.module.css'
import { actionText, auditWords } from './audit-words.ts'

type AuditEventPanelProps = { event: AuditEvent | undefined; who: (event: AuditEvent) => string; onClose: () => void }

/** One event whole: ids and codes as they were recorded. */
export function AuditEventPanel({ event, who, onClose }: AuditEventPanelProps) {
  const text = useText(auditWords)
  return (
    <Drawer
      opened={event !== undefined}
      onClose={onClose}
      position="right"
      size="md"
      title={<strong>{event && actionText(text, event.action)}</strong>}
    >
      {event && <EventFacts event={event} who={who} />}
    </Drawer>
  )
}

function EventFacts({ event, who }: { event: AuditEvent; who: (event: AuditEvent) => string }) {
  const text = useText(auditWords)
  const format = useFormat()
  const detail = Object.entries(event.detail)
  const facts: [string, string][] = [
    [text.when, format.dateTime(event.recordedAt)],
    [text.actor, `${who(event)} (${event.actor.id})`],
    [text.code, event.action],
    ...(event.subject ? [[text.subject, `${event.subject.kind} ${event.subject.id}`] as [string, string]] : []),
    [text.request, event.requestId],
    [text.state, event.sealed ? text.sealed : text.unsealed],
  ]
  return (
    <>
      <Facts facts={facts} />
      <h3 className={styles.detailTitle}>{text.detail}</h3>
      {detail.length === 0 ? (
        <p className={styles.soft}>{text.noDetail}</p>
      ) : (
        <pre className={styles.detail}>{JSON.stringify(event.detail, null, 2)}</pre>
      )}
    </>
  )
}
