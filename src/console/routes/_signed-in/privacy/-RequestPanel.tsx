import { Button, Drawer } from '@mantine/core'
import { IconDownload, IconEraser, IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import {
  answerDataRequest,
  erasePerson,
  exportPerson,
  listDataRequests,
  type DataRequest,
} from '../../../../contract/consent.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { TextAreaField } from '../../../../ui/form/fields.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { Link } from '../../../../ui/link.tsx'
import { InlineNotice } from '../../../../ui/Notice.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import styles from './-privacy.module.css'
import { words } from './-words.ts'

type RequestPanelProps = { request: DataRequest | undefined; onClose: () => void }

/** One request: what was asked, what helps to fulfil it, and the answer. */
export function RequestPanel({ request, onClose }: RequestPanelProps) {
  const text = useText(words)
  return (
    <Drawer
      opened={request !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={<strong>{request && text.kinds[request.kind]}</strong>}
    >
      {request && <Body key={request.id} request={request} onClose={onClose} />}
    </Drawer>
  )
}

function Body({ request, onClose }: { request: DataRequest; onClose: () => void }) {
  const text = useText(words)
  const format = useFormat()
  const canManage = useCan()('consent:manage')
  const isOpen = request.state === 'OPEN'
  const facts: [string, string][] = [
    [text.opened, `${format.dateTime(request.openedAt)}・${text.vias[request.via]}`],
    isOpen || request.answeredAt === null
      ? [text.due, format.dateTime(request.dueAt)]
      : [text.answeredOn, format.dateTime(request.answeredAt)],
  ]
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{text.said}</dt>
          <dd className={styles.said}>{request.said}</dd>
        </div>
        {!isOpen && (
          <div>
            <dt>{text.states[request.state]}</dt>
            <dd className={styles.said}>{request.answer}</dd>
          </div>
        )}
      </dl>
      {isOpen && <InlineNotice tone="busy">{text.help[request.kind]}</InlineNotice>}
      <PersonActions request={request} />
      {isOpen && canManage && <Answer request={request} onDone={onClose} />}
    </>
  )
}

function PersonActions({ request: { kind, personId, state } }: { request: DataRequest }) {
  const text = useText(words)
  const toast = useToast()
  const can = useCan()
  const [isErasing, setErasing] = useState(false)
  if (personId === null) return <p className={styles.soft}>{`${text.person}: ${text.personNone}`}</p>
  const save = async () => {
    try {
      const held = await call(exportPerson, { params: { personId } })
      download(held, `person-${personId.slice(0, 8)}.json`)
      toast.tell(text.exported)
    } catch (error) {
      toast.refuse(error)
    }
  }
  const exports = kind === 'DISCLOSURE' || kind === 'PROVISION_RECORDS' || kind === 'ERASURE'
  return (
    <div className={styles.buttons}>
      {can('people:read') && (
        <Button
          component={Link}
          href={`/people/${personId}`}
          size="xs"
          variant="default"
          leftSection={<IconUser size={15} />}
        >
          {text.openPerson}
        </Button>
      )}
      {exports && can('consent:manage') && (
        <Button size="xs" variant="default" leftSection={<IconDownload size={15} />} onClick={() => void save()}>
          {text.export}
        </Button>
      )}
      {kind === 'ERASURE' && state === 'OPEN' && can('people:erase') && (
        <Button
          size="xs"
          color="beni"
          variant="subtle"
          leftSection={<IconEraser size={15} />}
          onClick={() => setErasing(true)}
        >
          {text.erase}
        </Button>
      )}
      <ConfirmDialog
        opened={isErasing}
        onClose={() => setErasing(false)}
        title={text.eraseTitle}
        confirmLabel={text.erase}
        danger
        typed={text.erasePhrase}
        consequences={[
          { kind: 'final', text: text.eraseFinal },
          { kind: 'happens', text: text.eraseKept },
        ]}
        onConfirm={async () => {
          await call(erasePerson, { params: { personId }, body: { id: crypto.randomUUID() } })
          toast.tell(text.erased)
        }}
      />
    </div>
  )
}

/** Hands a file to the browser. */
function download(held: unknown, name: string): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(held, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

type Body = z.output<typeof answerDataRequest.body>

function Answer({ request, onDone }: { request: DataRequest; onDone: () => void }) {
  const text = useText(words)
  const toast = useToast()
  const send = async (body: Body) => {
    await call(answerDataRequest, { params: { id: request.id }, body })
    await queries.invalidateQueries({ queryKey: [listDataRequests.id] })
    toast.tell(text.recorded)
    onDone()
  }
  const fields = useFields({
    initial: { state: 'ANSWERED' as string, answer: '' },
    schema: answerDataRequest.body,
    onSubmit: send,
  })
  const decline = async () => {
    try {
      await send({ state: 'DECLINED', answer: fields.values.answer.trim() })
    } catch (error) {
      toast.refuse(error)
    }
  }
  return (
    <div className={styles.answer}>
      <Form
        fields={fields}
        submitLabel={text.answered}
        actions={
          <Button variant="default" disabled={fields.values.answer.trim() === ''} onClick={() => void decline()}>
            {text.declined}
          </Button>
        }
      >
        <TextAreaField
          {...fields.field('answer')}
          label={text.answer}
          help={text.answerHelp}
          isRequired
          autosize
          minRows={3}
        />
      </Form>
    </div>
  )
}
