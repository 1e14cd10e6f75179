import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { keepFlow, listFlows, type Flow } from '../../../../contract/selection/openings.ts'
import type { FlowStep } from '../../../../contract/selection/selection-terms.ts'
import { SwitchField, TextField } from '../../../../ui/form/fields.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { selectionWords } from '../../../selection-words.ts'
import { useCan } from '../../../session.ts'
import { words } from './-flow-words.ts'
import { FlowSteps } from './-FlowSteps.tsx'
import flowStyles from './-flows.module.css'
import styles from './-settings.module.css'

const flowsQuery = queryOptions({ queryKey: [listFlows.id], queryFn: () => call(listFlows, {}) })

export const Route = createFileRoute('/_signed-in/settings/flows')({
  staticData: { crumb: { ja: '選考フロー', en: 'Hiring flows' } },
  component: Page,
})

function Page() {
  const text = useText(words)
  const canChange = useCan()('selection:write')
  const { data, error } = useQuery(flowsQuery)
  const [editing, setEditing] = useState<Flow>()
  const begin = (steps: readonly FlowStep[]) =>
    setEditing({ id: crypto.randomUUID(), name: '', steps: [...steps], isDefault: false, standing: [] })
  const isNew = editing !== undefined && data !== undefined && data.items.every(({ id }) => id !== editing.id)
  const close = () => setEditing(undefined)
  return (
    <div className={styles.narrow}>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          canChange &&
          data &&
          editing === undefined && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => begin(data.usual)}>
              {text.add}
            </Button>
          )
        }
      />
      {error && <ErrorNotice error={error} />}
      {isNew && <FlowEditor flow={editing} onClose={close} />}
      {data?.items.length === 0 && !isNew && (
        <Section title={text.usual} note={text.usualNote}>
          <Steps steps={data.usual} />
        </Section>
      )}
      {data?.items.map((flow) =>
        editing?.id === flow.id ? (
          <FlowEditor key={flow.id} flow={flow} onClose={close} />
        ) : (
          <Section
            key={flow.id}
            title={flow.name}
            actions={
              <>
                {flow.isDefault && <StatusBadge tone="neutral">{text.isDefault}</StatusBadge>}
                {canChange && (
                  <Button size="xs" variant="default" onClick={() => setEditing(flow)}>
                    {text.edit}
                  </Button>
                )}
              </>
            }
          >
            <Steps steps={flow.steps} />
          </Section>
        ),
      )}
    </div>
  )
}

function Steps({ steps }: { steps: readonly FlowStep[] }) {
  const { stage } = useText(selectionWords)
  return (
    <ol className={flowStyles.flow}>
      {steps.map((step) => (
        <li key={step.stage}>{step.label ?? stage[step.stage]}</li>
      ))}
    </ol>
  )
}

function FlowEditor({ flow, onClose }: { flow: Flow; onClose: () => void }) {
  const text = useText(words)
  const toast = useToast()
  const fields = useFields({
    initial: { name: flow.name, steps: flow.steps, isDefault: flow.isDefault },
    schema: keepFlow.body,
    onSubmit: async (body: z.output<typeof keepFlow.body>) => {
      await call(keepFlow, { params: { id: flow.id }, body })
      await queries.invalidateQueries({ queryKey: flowsQuery.queryKey })
      toast.tell(text.saved)
      onClose()
    },
  })
  return (
    <Section title={flow.name === '' ? text.newName : flow.name}>
      <Form
        fields={fields}
        submitLabel={text.save}
        label={text.title}
        actions={
          <Button variant="default" size="sm" onClick={onClose}>
            {text.cancel}
          </Button>
        }
      >
        <div className={styles.stack}>
          <TextField {...fields.field('name')} label={text.name} placeholder={text.namePlaceholder} isRequired />
          <p className={styles.help}>{text.keys}</p>
          <FlowSteps
            steps={fields.values.steps}
            onChange={(steps) => fields.set('steps', steps)}
            standingAt={(stage) => flow.standing.find((one) => one.stage === stage)?.count ?? 0}
          />
          <SwitchField
            {...fields.box('isDefault')}
            label={text.makeDefault}
            help={text.makeDefaultHelp}
            disabled={flow.isDefault}
          />
        </div>
      </Form>
    </Section>
  )
}
