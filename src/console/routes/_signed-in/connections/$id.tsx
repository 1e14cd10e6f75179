import { Button, CopyButton, Modal } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { changeConnection, type Connection } from '../../../../contract/intake/connections.ts'
import { Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { Link } from '../../../../ui/link.tsx'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import styles from '../imports/-imports.module.css'
import { Deliveries } from './-Deliveries.tsx'
import { connectionQuery, refresh } from './-queries.ts'
import { SecretField } from './-SecretField.tsx'
import { StateBadge } from './-StateBadge.tsx'
import { words } from './-words.ts'

export const Route = createFileRoute('/_signed-in/connections/$id')({
  validateSearch: z.object({
    view: z.enum(['ALL', 'WAITING', 'UNUSED']).default('ALL'),
    cursor: z.string().optional(),
  }),
  loader: async ({ context, params }) => {
    const { name } = await context.queries.ensureQueryData(connectionQuery(params.id))
    return { crumb: name }
  },
  component: OneConnection,
})

function OneConnection() {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const { id } = Route.useParams()
  const { view, cursor } = Route.useSearch()
  const navigate = Route.useNavigate()
  const { data: connection } = useSuspenseQuery(connectionQuery(id))
  const pause = async () => {
    try {
      await call(changeConnection, { params: { id }, body: { isPaused: !connection.isPaused } })
      await refresh()
    } catch (error) {
      toast.refuse(error)
    }
  }
  const since = (at: string | null) => (at === null ? text.never : format.dateTime(at))
  return (
    <>
      <PageHeader
        title={connection.name}
        aside={<StateBadge connection={connection} />}
        actions={
          <>
            <Button component={Link} href={`/connections/links/${id}`} variant="default">
              {text.toLinks}
            </Button>
            <Button variant="default" onClick={() => void pause()}>
              {connection.isPaused ? text.resume : text.pause}
            </Button>
          </>
        }
      />
      <StatRow>
        <StatCard label={text.counters.accepted} value={connection.accepted} note={since(connection.lastDeliveryAt)} />
        <StatCard
          label={text.counters.refused}
          value={connection.refused}
          tone={connection.refused > 0 ? 'bad' : 'neutral'}
          note={connection.lastRefusalAt === null ? text.refusedNote : since(connection.lastRefusalAt)}
        />
        <StatCard
          label={text.counters.waiting}
          value={connection.waiting}
          tone={connection.waiting > 0 ? 'wait' : 'neutral'}
          href={`/connections/${id}?view=WAITING`}
        />
      </StatRow>
      <SetUp connection={connection} />
      <Deliveries
        id={id}
        view={view}
        cursor={cursor}
        onView={(next) => void navigate({ search: { view: next } })}
        onCursor={(next) => void navigate({ search: { view, cursor: next } })}
      />
    </>
  )
}

function SetUp({ connection }: { connection: Connection }) {
  const text = useText(words)
  const format = useFormat()
  const [isChanging, setChanging] = useState(false)
  return (
    <Section title={text.setUp} note={text.setUpNote}>
      <div className={styles.stack}>
        <div>
          <strong className={styles.soft}>{text.address}</strong>
          <div className={styles.copy}>
            <code className={styles.code}>{connection.address}</code>
            <CopyButton value={connection.address ?? ''}>
              {({ copied, copy }) => (
                <Button variant="default" size="xs" onClick={copy}>
                  {copied ? text.copied : text.copy}
                </Button>
              )}
            </CopyButton>
          </div>
        </div>
        <div className={styles.copy}>
          <span>
            <strong className={styles.soft}>{text.secret}</strong>
            <br />
            {connection.secretSetAt === null ? text.noSecret : text.secretSet(format.dateTime(connection.secretSetAt))}
          </span>
          <Button variant="default" size="xs" onClick={() => setChanging(true)}>
            {text.change}
          </Button>
        </div>
        <InlineNotice tone="wait" title={text.addressNote} />
      </div>
      <Modal opened={isChanging} onClose={() => setChanging(false)} title={<strong>{text.change}</strong>}>
        <ChangeSecret connection={connection} onDone={() => setChanging(false)} />
      </Modal>
    </Section>
  )
}

function ChangeSecret({ connection, onDone }: { connection: Connection; onDone: () => void }) {
  const text = useText(words)
  const toast = useToast()
  const fields = useFields({
    initial: { name: connection.name, secret: '' },
    schema: changeConnection.body,
    prepare: ({ secret }) => ({ secret }),
    onSubmit: async (body: z.output<typeof changeConnection.body>) => {
      await call(changeConnection, { params: { id: connection.id }, body })
      await refresh()
      toast.tell(text.saved)
      onDone()
    },
  })
  return (
    <Form fields={fields} submitLabel={text.save}>
      <div className={styles.stack}>
        <SecretField fields={fields} />
      </div>
    </Form>
  )
}
