import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { endOtherSessions, endSession, listSessions, type OpenSession } from '../../contract/accounts/session.ts'
import { ErrorNotice } from '../../ui/feedback/Notice.tsx'
import { Section } from '../../ui/PageHeader.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../ui/text/TextProvider.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { call, queries } from '../api.ts'
import { words } from './account-words.ts'
import styles from './account.module.css'

const sessions = queryOptions({ queryKey: [listSessions.id], queryFn: () => call(listSessions, {}) })

/** The browsers in which the reader is signed in, and a way to end each. */
export function OpenSessions() {
  const text = useText(words)
  const toast = useToast()
  const { data, error } = useQuery(sessions)
  const settle = (ending: Promise<unknown>) =>
    void ending
      .then(() => queries.invalidateQueries({ queryKey: sessions.queryKey }))
      .then(() => toast.tell(text.ended))
      .catch(toast.refuse)
  const hasOthers = data !== undefined && data.items.some(({ isThisOne }) => !isThisOne)
  return (
    <Section
      title={text.sessions}
      actions={
        hasOthers && (
          <Button size="xs" variant="default" onClick={() => settle(call(endOtherSessions, {}))}>
            {text.endOthers}
          </Button>
        )
      }
    >
      {error && <ErrorNotice error={error} />}
      <ul className={styles.sessions}>
        {data?.items.map((session) => (
          <Row
            key={session.id}
            session={session}
            onEnd={() => settle(call(endSession, { params: { id: session.id } }))}
          />
        ))}
      </ul>
    </Section>
  )
}

function Row({ session, onEnd }: { session: OpenSession; onEnd: () => void }) {
  const text = useText(words)
  const format = useFormat()
  const { browser, system } = browserOf(session.userAgent)
  const name = browser && system ? text.onSystem(browser, system) : (browser ?? system ?? text.unknownBrowser)
  return (
    <li>
      <div className={styles.sessionText}>
        <div>
          {name}
          {session.site === 'operator' && ` · ${text.operator}`}
        </div>
        <div className={styles.sessionNote}>
          {session.ipAddress !== '' && `${session.ipAddress} · `}
          {text.since(format.dateTime(session.startedAt), format.relative(session.lastUsedAt))}
        </div>
      </div>
      {session.isThisOne ? (
        <StatusBadge tone="good">{text.thisOne}</StatusBadge>
      ) : (
        <Button size="compact-sm" variant="subtle" color="beni" onClick={onEnd}>
          {text.end}
        </Button>
      )}
    </li>
  )
}

// The order matters: most browsers also name the ones they want to be taken for.
const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const

function browserOf(userAgent: string) {
  const find = (known: readonly (readonly [string, string])[]) => known.find(([sign]) => userAgent.includes(sign))?.[1]
  return { browser: find(browsers), system: find(systems) }
}
