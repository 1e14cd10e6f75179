import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { openConnection } from '../../../../contract/intake/connections.ts'
import { TextField } from '../../../../ui/form/fields.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import styles from '../imports/-imports.module.css'
import { refresh } from './-queries.ts'
import { SecretField } from './-SecretField.tsx'
import { words } from './-words.ts'

export const Route = createFileRoute('/_signed-in/connections/new')({
  staticData: { crumb: { ja: '連携を追加', en: 'Add a connection' } },
  component: NewConnection,
})

function NewConnection() {
  const text = useText(words)
  const toast = useToast()
  const navigate = useNavigate()
  const [id] = useState(() => crypto.randomUUID())
  const fields = useFields({
    initial: { name: 'Greenhouse', secret: '' },
    schema: openConnection.body,
    prepare: ({ name, secret }) => ({ id, connector: 'greenhouse', name, ...(secret && { secret }) }),
    onSubmit: async (body: z.output<typeof openConnection.body>) => {
      await call(openConnection, { body })
      await refresh()
      toast.tell(text.created)
      await navigate({ to: '/connections/$id', params: { id } })
    },
  })
  return (
    <>
      <PageHeader title={text.add} description={text.description} />
      <Form fields={fields} submitLabel={text.create}>
        <Section title="Greenhouse">
          <div className={styles.stack}>
            <TextField {...fields.field('name')} label={text.name} isRequired maxLength={120} />
            <SecretField fields={fields} />
          </div>
        </Section>
      </Form>
    </>
  )
}
