import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { answerDataRequest, type DataRequest } from '../../../../../contract/requests/data-requests.ts'
import { handovers, isDisclosure, meetsWish, type Handover } from '../../../../../contract/requests/disclosure-forms.ts'
import { groundsOf } from '../../../../../contract/requests/request-grounds.ts'
import { fieldNames } from '../../../../../contract/people/field-words.ts'
import type { PersonField } from '../../../../../contract/people/person-fields.ts'
import { ConfirmDialog } from '../../../../../ui/feedback/ConfirmDialog.tsx'
import { CheckboxField, ChoiceField, TextAreaField, TextField } from '../../../../../ui/form/fields.tsx'
import { Form } from '../../../../../ui/form/Form.tsx'
import { useFields } from '../../../../../ui/form/use-fields.ts'
import { useLanguage, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call } from '../../../../api.ts'
import { useCan } from '../../../../session.ts'
import styles from '../-privacy.module.css'
import { refreshRequest } from './-queries.ts'
import { answerForOutcome } from './-suggestions.ts'
import { HandoverFields } from './-HandoverFields.tsx'
import { answerWords } from './-answer-words.ts'
import { words } from './-words.ts'

const outcomes = ['ANSWERED', 'PARTIAL', 'DECLINED'] as const
const tells = ['MAIL', 'ELSEWHERE'] as const
type Body = z.output<typeof answerDataRequest.body>

const handsOver = ({ kind }: DataRequest, state: string) => isDisclosure(kind) && state !== 'DECLINED'

/** The way that fits the wish, and the person's own page where they named none. */
const firstHandover = ({ wish, personId }: DataRequest): Handover =>
  wish === 'PAPER' || personId === null ? 'POST' : handovers[0]

const isUnmet = (request: DataRequest, values: { state: string; handover: string; handoverNote: string }) =>
  handsOver(request, values.state) &&
  !meetsWish(values.handover as Handover, request.wish) &&
  values.handoverNote.trim() === ''

type Outcome = (typeof outcomes)[number]
type Choosing = { request: DataRequest; value: string; hasEntries: boolean; onChoose: (outcome: Outcome) => void }

/** Granted, in part or refused; one correction has no part, and who is not known is only refused. */
function OutcomeField({ request, value: chosen, hasEntries, onChoose }: Choosing) {
  const text = useText(answerWords)
  const offered = outcomes.filter((value) => value !== 'PARTIAL' || request.corrections.length !== 1)
  return (
    <ChoiceField
      name="state"
      label={useText(words).outcome}
      value={chosen}
      onChange={(value: string) => onChoose(value as Outcome)}
      choices={offered.map((value) => ({
        value,
        label: text.outcomes[value][0],
        help: value === 'PARTIAL' && hasEntries ? text.partialByEntry : text.outcomes[value][1],
        isDisabled: request.identity === null && value !== 'DECLINED',
      }))}
    />
  )
}

/** The answer to a request: granted, in part or refused, with the grounds, and how the person is told. */
export function AnswerForm({ request }: { request: DataRequest }) {
  const text = useText(answerWords)
  const { between } = useText(words)
  const toast = useToast()
  const [language] = useLanguage()
  const names = fieldNames[language]
  const canErase = useCan()('people:erase') && request.kind === 'ERASURE' && request.identity !== null
  /** Whether part of it is said by choosing among entries. */
  const hasEntries = request.corrections.length > 1
  const [ready, setReady] = useState<Body>()
  const fields = useFields({
    initial: {
      state: (request.identity === null ? 'DECLINED' : 'ANSWERED') as string,
      answer: request.identity === null ? '' : text.suggested[request.kind],
      grounds: (request.identity === null ? ['IDENTITY_NOT_CONFIRMED'] : []) as string[],
      refused: '',
      refusedFields: [] as string[],
      told: (request.personId === null ? 'ELSEWHERE' : 'MAIL') as string,
      handover: firstHandover(request) as string,
      handedOn: '',
      handoverNote: '',
      erase: canErase,
    },
    schema: answerDataRequest.body,
    prepare: ({ handover, handedOn, handoverNote, ...values }) => ({
      ...values,
      ...(handsOver(request, values.state) && {
        handover: {
          how: handover,
          ...(handedOn !== '' && { on: handedOn }),
          note: meetsWish(handover as Handover, request.wish) ? '' : handoverNote,
        },
      }),
      erase: values.erase && values.state !== 'DECLINED',
      grounds: values.state === 'ANSWERED' ? [] : values.grounds,
      ...(values.state === 'PARTIAL'
        ? {
            refused: hasEntries
              ? values.refusedFields.map((field) => names[field as PersonField]).join(between)
              : values.refused,
          }
        : { refused: '', refusedFields: [] }),
      version: request.version,
    }),
    check: (values) => {
      const refused = values.refusedFields.length
      const isPart = values.state !== 'PARTIAL' || (refused > 0 && refused < request.corrections.length)
      const isGrounded = values.state === 'ANSWERED' || values.grounds.length > 0
      return {
        ...(!isGrounded && { grounds: text.groundMissing }),
        ...(hasEntries && !isPart && { refusedFields: text.refusedFieldsUnfit }),
        ...(isUnmet(request, values) && { handoverNote: text.handoverNoteMissing }),
      }
    },
    onSubmit: (body: Body) => setReady(body),
  })
  const { state, told } = fields.values
  return (
    <>
      <Form fields={fields} submitLabel={told === 'MAIL' ? text.sendMail : text.send}>
        <OutcomeField
          request={request}
          value={state}
          hasEntries={hasEntries}
          onChoose={(outcome) => {
            const answer = answerForOutcome(text, { kind: request.kind, outcome, written: fields.values.answer })
            fields.setAll({ state: outcome, answer })
          }}
        />
        {state !== 'ANSWERED' && (
          <Checkbox.Group
            label={text.grounds}
            description={text.groundsHelp}
            error={fields.field('grounds').error}
            required
            value={fields.values.grounds}
            onChange={(grounds) => fields.set('grounds', grounds)}
          >
            <div className={styles.grounds}>
              {groundsOf[request.kind].map((ground) => (
                <CheckboxField key={ground} value={ground} label={text.ground[ground]} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        {state === 'PARTIAL' && hasEntries && (
          <Checkbox.Group
            error={fields.field('refusedFields').error}
            required
            label={text.refusedFields}
            description={text.refusedFieldsHelp}
            value={fields.values.refusedFields}
            onChange={(refusedFields) => fields.set('refusedFields', refusedFields)}
          >
            <div className={styles.grounds}>
              {request.corrections.map(({ field }) => (
                <CheckboxField key={field} value={field} label={names[field]} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        {state === 'PARTIAL' && !hasEntries && (
          <TextField {...fields.field('refused')} label={text.refused} help={text.refusedHelp} isRequired />
        )}
        <TextAreaField
          {...fields.field('answer')}
          label={text.answerText}
          help={text.answerTextHelp}
          isRequired
          autosize
          minRows={3}
        />
        <ChoiceField
          name="told"
          label={text.tell}
          value={told}
          onChange={(value: string) => fields.set('told', value)}
          choices={tells.map((value) => ({ value, label: text.tells[value] }))}
        />
        {handsOver(request, state) && <HandoverFields request={request} fields={fields} />}
        {canErase && state !== 'DECLINED' && <CheckboxField {...fields.box('erase')} label={text.eraseToo} />}
      </Form>
      <ConfirmDialog
        opened={ready !== undefined}
        onClose={() => setReady(undefined)}
        title={text.sentTitle}
        confirmLabel={told === 'MAIL' ? text.sendMail : text.send}
        danger={ready?.erase ?? false}
        {...(ready?.erase && { typed: text.erasePhrase })}
        consequences={[
          { kind: 'happens', text: ready?.told === 'MAIL' ? text.willMail : text.willRecord },
          ...(ready?.erase
            ? [
                { kind: 'final' as const, text: text.willErase },
                { kind: 'happens' as const, text: text.eraseKept },
              ]
            : []),
        ]}
        onConfirm={async () => {
          if (!ready) return
          await call(answerDataRequest, { params: { id: request.id }, body: ready })
          await refreshRequest(request.id)
          toast.tell(text.sent)
        }}
      />
    </>
  )
}
