import { Button } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import {
  passDataRequest,
  settlePassing,
  type Passing,
  type readDataRequest,
} from '../../../../../contract/requests/data-requests.ts'
import { Entries, Entry, Quiet, Quoted } from '../../../../../ui/Entry.tsx'
import { PlainSelectField, TextAreaField, TextField } from '../../../../../ui/form/fields.tsx'
import { FieldRow, Form } from '../../../../../ui/form/Form.tsx'
import { useFields } from '../../../../../ui/form/use-fields.ts'
import { StatusBadge, type Tone } from '../../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call } from '../../../../api.ts'
import { useCan } from '../../../../session.ts'
import { passingWords } from './-passing-words.ts'
import { refreshRequest } from './-queries.ts'
import { answerWords } from './-answer-words.ts'

type Whole = z.output<(typeof readDataRequest)['response']>

const tones: Record<Passing['state'], Tone> = { SENT: 'wait', RECEIVED: 'busy', DONE: 'good', REFUSED: 'bad' }

/** Whom the request was passed on to, and what they answered. */
export function Passings({ whole }: { whole: Whole }) {
  const text = useText(passingWords)
  const canManage = useCan()('consent:manage')
  const { passings, request } = whole
  return (
    <>
      <Quiet>{text.passingHelp}</Quiet>
      {passings.length === 0 && <Quiet>{text.passingNone}</Quiet>}
      <Entries>
        {passings.map((passing) => (
          <Passed key={passing.id} requestId={request.id} passing={passing} mayAct={canManage} />
        ))}
      </Entries>
      {canManage && <Pass key={passings.length} whole={whole} />}
    </>
  )
}

function Passed({ requestId, passing, mayAct }: { requestId: string; passing: Passing; mayAct: boolean }) {
  const text = useText(passingWords)
  const { ground } = useText(answerWords)
  const format = useFormat()
  const [isAnswering, setAnswering] = useState(false)
  return (
    <Entry
      title={passing.recipientName}
      aside={
        <>
          <StatusBadge tone={tones[passing.state]}>{text.passingStates[passing.state]}</StatusBadge>
          <span>{text.passHows[passing.how]}</span>
        </>
      }
      end={<time dateTime={passing.sentAt}>{format.dateTime(passing.sentAt)}</time>}
    >
      {passing.receipt !== '' && <Quoted>{passing.receipt}</Quoted>}
      {passing.grounds.length > 0 && <Quiet>{format.list(passing.grounds.map((one) => ground[one]))}</Quiet>}
      {passing.escalatedAt !== null && <Quiet>{text.passEscalated(format.dateTime(passing.escalatedAt))}</Quiet>}
      {mayAct && passing.how !== 'SYSTEM' && passing.state !== 'DONE' && !isAnswering && (
        <Button size="xs" variant="subtle" onClick={() => setAnswering(true)}>
          {text.keepReceipt}
        </Button>
      )}
      {isAnswering && <Receipt requestId={requestId} passing={passing} onDone={() => setAnswering(false)} />}
    </Entry>
  )
}

const answers = ['RECEIVED', 'DONE', 'REFUSED'] as const

function Receipt({ requestId, passing, onDone }: { requestId: string; passing: Passing; onDone: () => void }) {
  const text = useText(passingWords)
  const fields = useFields({
    initial: { state: 'DONE' as string, receipt: '' },
    schema: settlePassing.body,
    onSubmit: async (body: z.output<typeof settlePassing.body>) => {
      await call(settlePassing, { params: { id: requestId, passingId: passing.id }, body })
      await refreshRequest(requestId)
      onDone()
    },
  })
  return (
    <Form fields={fields} submitLabel={text.keepReceipt}>
      <PlainSelectField
        {...fields.field('state')}
        label={text.state}
        data={answers.map((value) => ({ value, label: text.passingStates[value] }))}
      />
      <TextAreaField {...fields.field('receipt')} label={text.receipt} help={text.receiptHelp} isRequired />
    </Form>
  )
}

const hows = ['MAIL', 'PHONE', 'PAPER'] as const

function Pass({ whole: { request, recipients, passings } }: { whole: Whole }) {
  const text = useText(passingWords)
  const toast = useToast()
  const told = new Set(passings.map(({ recipientName }) => recipientName))
  const next = recipients.find(({ name }) => !told.has(name))
  const fields = useFields({
    initial: { id: crypto.randomUUID() as string, recipientName: next?.name ?? '', how: 'MAIL' as string },
    schema: passDataRequest.body,
    prepare: (values) => {
      const known = recipients.find(({ name }) => name === values.recipientName)
      return { ...values, ...(known && { shareId: known.shareId }) }
    },
    onSubmit: async (body: z.output<typeof passDataRequest.body>) => {
      await call(passDataRequest, { params: { id: request.id }, body })
      await refreshRequest(request.id)
      toast.tell(text.passed)
    },
  })
  return (
    <Form
      fields={fields}
      actions={
        <Button type="submit" variant="default">
          {text.pass}
        </Button>
      }
    >
      <FieldRow>
        <TextField {...fields.field('recipientName')} label={text.recipient} help={text.recipientHelp} />
        <PlainSelectField
          {...fields.field('how')}
          label={text.passHow}
          data={hows.map((value) => ({ value, label: text.passHows[value] }))}
        />
      </FieldRow>
    </Form>
  )
}
