import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { confirmPromise, type IntroductionPromise } from '../../../../contract/introductions/promises.ts'
import { promiseKeptWhen, promiseSentence } from '../../../../contract/introductions/promise-words.ts'
import { Form } from '../../../../ui/form/Form.tsx'
import { DateField } from '../../../../ui/form/fields.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { promiseTones, promiseWords } from '../../../../program/promise-words.ts'
import styles from './-introductions.module.css'

type Shown = {
  id: string
  promises: readonly IntroductionPromise[]
  /** The request ended without a yes, so nothing was ever promised. */
  isVoid: boolean
  mayAct: boolean
  onChange: () => Promise<unknown>
}

/** What the person was promised, and whether it is kept; staff add what the record does not show. */
export function Promises({ id, promises, isVoid, mayAct, onChange }: Shown) {
  const text = useText(promiseWords)
  const format = useFormat()
  const [language] = useLanguage()
  const [confirming, setConfirming] = useState<IntroductionPromise>()
  if (promises.length === 0) return null
  return (
    <Section title={text.title}>
      <ul className={styles.promises}>
        {promises.map((one) => (
          <li key={one.id}>
            <div className={styles.promiseHead}>
              {one.state ? (
                <StatusBadge tone={promiseTones[one.state]}>{text.states[one.state]}</StatusBadge>
              ) : (
                <StatusBadge tone="neutral">{isVoid ? text.never : text.notYet}</StatusBadge>
              )}
              <span>{promiseSentence(one, language)}</span>
            </div>
            <p className={styles.promiseNote}>
              {one.state === 'PENDING' && one.dueAt && text.due(format.date(one.dueAt))}
              {one.settledBy && one.settledAt && `${format.date(one.settledAt)} · ${text.settled[one.settledBy]}`}
            </p>
            {!isVoid && one.state !== 'KEPT' && one.state !== 'RELEASED' && promiseKeptWhen(one, language) && (
              <p className={styles.promiseNote}>{promiseKeptWhen(one, language)}</p>
            )}
            {one.objectedAt && one.settledBy !== 'OPERATOR' && (
              <p className={styles.promiseNote}>{text.objected(format.date(one.objectedAt))}</p>
            )}
            {mayAct && one.mayConfirm && (
              <Button size="xs" variant="default" onClick={() => setConfirming(one)}>
                {text.confirm}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {confirming && (
        <Modal opened onClose={() => setConfirming(undefined)} title={<strong>{text.confirm}</strong>}>
          <Confirm
            introductionId={id}
            promise={confirming}
            onDone={async () => {
              setConfirming(undefined)
              await onChange()
            }}
          />
        </Modal>
      )}
    </Section>
  )
}

type Confirming = { introductionId: string; promise: IntroductionPromise; onDone: () => Promise<void> }

function Confirm({ introductionId, promise, onDone }: Confirming) {
  const text = useText(promiseWords)
  const toast = useToast()
  const fields = useFields({
    initial: { keptOn: '' },
    schema: confirmPromise.body,
    onSubmit: async (body) => {
      await call(confirmPromise, { params: { id: introductionId, promiseId: promise.id }, body })
      toast.tell(text.confirmed)
      await onDone()
    },
  })
  return (
    <Form fields={fields} submitLabel={text.save}>
      <DateField {...fields.field('keptOn')} label={text.keptOn} help={text.confirmHelp} isRequired />
    </Form>
  )
}
