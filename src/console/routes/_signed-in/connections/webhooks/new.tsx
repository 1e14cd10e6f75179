import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { chosenKinds, openEndpoint, type Endpoint } from '../../../../../contract/webhooks.ts'
import { Form } from '../../../../../ui/form/Form.tsx'
import { useFields } from '../../../../../ui/form/use-fields.ts'
import { PageHeader, Section } from '../../../../../ui/PageHeader.tsx'
import { useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call } from '../../../../api.ts'
import { EndpointFields } from './-EndpointFields.tsx'
import { refresh } from './-queries.ts'
import { words } from './-words.ts'

export const Route = createFileRoute('/_signed-in/connections/webhooks/new')({
  staticData: { crumb: { ja: '通知先を追加', en: 'Add an endpoint' } },
  component: NewEndpoint,
})

function NewEndpoint() {
  const text = useText(words)
  const toast = useToast()
  const navigate = useNavigate()
  const [id] = useState(() => crypto.randomUUID())
  const fields = useFields({
    initial: { label: '', url: '', kinds: [...chosenKinds] as Endpoint['kinds'] },
    schema: openEndpoint.body,
    prepare: (typed) => ({ id, ...typed }),
    check: ({ kinds }) => (kinds.length === 0 ? { kinds: text.kindsMissing } : {}),
    onSubmit: async (body: z.output<typeof openEndpoint.body>) => {
      await call(openEndpoint, { body })
      await refresh()
      toast.tell(text.created)
      await navigate({ to: '/connections/webhooks/$id', params: { id } })
    },
  })
  return (
    <>
      <PageHeader title={text.add} description={text.description} />
      <Form fields={fields} submitLabel={text.create}>
        <Section title={text.title}>
          <EndpointFields fields={fields} />
        </Section>
      </Form>
    </>
  )
}
