import { Button, Modal } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { changeEndpoint, removeEndpoint, testEndpoint, type Endpoint } from '../../../../../contract/webhooks.ts'
import { ConfirmDialog } from '../../../../../ui/feedback/ConfirmDialog.tsx'
import { Form } from '../../../../../ui/form/Form.tsx'
import { useFields } from '../../../../../ui/form/use-fields.ts'
import { PageHeader } from '../../../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../../../ui/StatCard.tsx'
import { useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call } from '../../../../api.ts'
import { EndpointFields } from './-EndpointFields.tsx'
import { EndpointState } from './-EndpointState.tsx'
import { endpointQuery, refresh } from './-queries.ts'
import { Secret } from './-Secret.tsx'
import { Sendings } from './-Sendings.tsx'
import { words } from './-words.ts'

export const Route = createFileRoute('/_signed-in/connections/webhooks/$id')({
  validateSearch: z.object({
    view: z.enum(['ALL', 'WAITING', 'DEAD']).default('ALL'),
    cursor: z.string().optional(),
  }),
  loader: async ({ context, params }) => {
    const { label } = await context.queries.ensureQueryData(endpointQuery(params.id))
    return { crumb: label }
  },
  component: OneEndpoint,
})

function OneEndpoint() {
  const text = useText(words)
  const { id } = Route.useParams()
  const { view, cursor } = Route.useSearch()
  const navigate = Route.useNavigate()
  const { data: endpoint } = useSuspenseQuery(endpointQuery(id))
  return (
    <>
      <PageHeader
        title={endpoint.label}
        description={endpoint.url}
        aside={<EndpointState endpoint={endpoint} />}
        actions={<Acts endpoint={endpoint} onRemoved={() => void navigate({ to: '/connections/webhooks' })} />}
      />
      <StatRow>
        <StatCard
          label={text.waiting}
          value={endpoint.waiting}
          tone={endpoint.waiting > 0 ? 'wait' : 'neutral'}
          href={`/connections/webhooks/${id}?view=WAITING`}
        />
        <StatCard
          label={text.dead}
          value={endpoint.dead}
          tone={endpoint.dead > 0 ? 'bad' : 'neutral'}
          note={text.deadNote}
          href={`/connections/webhooks/${id}?view=DEAD`}
        />
      </StatRow>
      <Secret endpoint={endpoint} />
      <Sendings
        endpoint={endpoint}
        view={view}
        cursor={cursor}
        onView={(next) => void navigate({ search: { view: next } })}
        onCursor={(next) => void navigate({ search: { view, cursor: next } })}
      />
    </>
  )
}

function Acts({ endpoint, onRemoved }: { endpoint: Endpoint; onRemoved: () => void }) {
  const text = useText(words)
  const toast = useToast()
  const [open, setOpen] = useState<'change' | 'remove'>()
  const params = { id: endpoint.id }
  const isActive = endpoint.state === 'ACTIVE'
  const run = (doing: () => Promise<unknown>, done?: string) => () =>
    void doing()
      .then(refresh)
      .then(() => done && toast.tell(done), toast.refuse)
  return (
    <>
      {isActive && <Button onClick={run(() => call(testEndpoint, { params }), text.tested)}>{text.test}</Button>}
      <Button
        variant={isActive ? 'default' : 'filled'}
        onClick={run(() => call(changeEndpoint, { params, body: { isPaused: isActive } }))}
      >
        {isActive ? text.pause : text.resume}
      </Button>
      <Button variant="default" onClick={() => setOpen('change')}>
        {text.change}
      </Button>
      <Button variant="default" color="red" onClick={() => setOpen('remove')}>
        {text.remove}
      </Button>
      <Modal opened={open === 'change'} onClose={() => setOpen(undefined)} title={<strong>{text.change}</strong>}>
        <Change endpoint={endpoint} onDone={() => setOpen(undefined)} />
      </Modal>
      <ConfirmDialog
        opened={open === 'remove'}
        onClose={() => setOpen(undefined)}
        title={text.removeTitle}
        consequences={[{ kind: 'final', text: text.removeText }]}
        confirmLabel={text.remove}
        danger
        onConfirm={async () => {
          await call(removeEndpoint, { params })
          toast.tell(text.removed)
          onRemoved()
          await refresh()
        }}
      />
    </>
  )
}

function Change({ endpoint, onDone }: { endpoint: Endpoint; onDone: () => void }) {
  const text = useText(words)
  const toast = useToast()
  const fields = useFields({
    initial: { label: endpoint.label, url: endpoint.url, kinds: endpoint.kinds },
    schema: changeEndpoint.body,
    check: ({ kinds }) => (kinds.length === 0 ? { kinds: text.kindsMissing } : {}),
    onSubmit: async (body: z.output<typeof changeEndpoint.body>) => {
      await call(changeEndpoint, { params: { id: endpoint.id }, body })
      await refresh()
      toast.tell(text.saved)
      onDone()
    },
  })
  return (
    <Form fields={fields} submitLabel={text.save}>
      <EndpointFields fields={fields} />
    </Form>
  )
}
