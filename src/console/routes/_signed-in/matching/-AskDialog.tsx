import { Button, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readCreditBalance } from '../../../../contract/credits/credits.ts'
import { listIntroductions, requestIntroduction } from '../../../../contract/introductions/introductions.ts'
import type { Match } from '../../../../contract/matching.ts'
import { Form } from '../../../../ui/form/Form.tsx'
import { TextAreaField } from '../../../../ui/form/fields.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { AnonymousFacts } from './-MatchCard.tsx'
import { noPromises, PromiseFields, statedPromises } from './-PromiseFields.tsx'
import styles from './-matching.module.css'
import { askWords } from './-words.ts'

type Asking = { openingId: string; anonymous: NonNullable<Match['anonymous']>; ref: string; onClose: () => void }

const answerDays = 14

/** Asks one anonymous person for an introduction, and says before what that costs and what follows. */
export function AskDialog({ onClose, ...asking }: Asking) {
  const text = useText(askWords)
  return (
    <Modal opened onClose={onClose} title={<strong>{text.title}</strong>} size="lg">
      <AskForm {...asking} onClose={onClose} />
    </Modal>
  )
}

function AskForm({ openingId, anonymous, ref, onClose }: Asking) {
  const text = useText(askWords)
  const format = useFormat()
  const toast = useToast()
  const { data } = useQuery({ queryKey: [readCreditBalance.id], queryFn: () => call(readCreditBalance, {}) })
  // One id for as long as the dialog is open: sending again asks once.
  const id = useMemo<string>(() => crypto.randomUUID(), [])
  const fields = useFields({
    initial: { message: '', ...noPromises },
    schema: requestIntroduction.body,
    prepare: ({ message, ...promises }) => ({ id, openingId, ref, message, promises: statedPromises(promises) }),
    check: ({ STEP_WAIVER: waives, waived }) => (waives && waived.length === 0 ? { waived: text.noSteps } : {}),
    onSubmit: async (body) => {
      await call(requestIntroduction, { body })
      await Promise.all([
        queries.invalidateQueries({ queryKey: [readCreditBalance.id] }),
        queries.invalidateQueries({ queryKey: [listIntroductions.id] }),
      ])
      toast.tell(text.done)
      onClose()
    },
  })
  const available = data?.slots.available
  return (
    <div className={styles.dialog}>
      <section>
        <h3 className={styles.name}>{text.who}</h3>
        {anonymous.refs.length > 1 && <p className={styles.soft}>{text.oneOf(format.number(anonymous.refs.length))}</p>}
        <AnonymousFacts anonymous={anonymous} />
      </section>
      <InlineNotice tone="relay" title={text.next}>
        <ol className={styles.steps}>
          {text.steps(answerDays).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </InlineNotice>
      {available === 0 ? (
        <InlineNotice tone="wait">{text.noSlots}</InlineNotice>
      ) : (
        <Form
          fields={fields}
          submitLabel={text.send}
          actions={
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
          }
        >
          {available !== undefined && <p className={styles.soft}>{text.slots(format.number(available))}</p>}
          <TextAreaField {...fields.field('message')} label={text.message} help={text.messageHelp} isRequired />
          <PromiseFields fields={fields} />
        </Form>
      )}
    </div>
  )
}
