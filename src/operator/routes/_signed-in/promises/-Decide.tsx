import { Modal } from '@mantine/core'
import { decidePromise, type NetworkPromise } from '../../../../contract/introductions/promises.ts'
import { promiseKeptWhen, promiseSentence } from '../../../../contract/introductions/promise-words.ts'
import { ChoiceField } from '../../../../ui/form/fields.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { refresh } from '../../../queries.ts'
import styles from './promises.module.css'
import { words } from './-words.ts'

/** Whether a promise that a person objects to was kept: said once, for both sides. */
export function Decide({ promise, onClose }: { promise: NetworkPromise; onClose: () => void }) {
  const text = useText(words)
  const toast = useToast()
  const [language] = useLanguage()
  const fields = useFields({
    initial: { found: '' },
    schema: decidePromise.body,
    onSubmit: async (body) => {
      await call(decidePromise, { params: { id: promise.id }, body })
      await refresh()
      toast.tell(text.decided)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={<strong>{text.decideTitle}</strong>}>
      <Form fields={fields} submitLabel={text.decide}>
        <p>{promiseSentence(promise, language)}</p>
        {promiseKeptWhen(promise, language) && <p>{promiseKeptWhen(promise, language)}</p>}
        {promise.objection === null ? (
          <p>{text.noWords}</p>
        ) : (
          <figure className={styles.said}>
            <figcaption>{text.words}</figcaption>
            <blockquote>{promise.objection}</blockquote>
          </figure>
        )}
        <ChoiceField
          {...fields.field('found')}
          label={text.state}
          help={text.decideHelp}
          isRequired
          choices={(['KEPT', 'BROKEN'] as const).map((value) => ({ value, label: text.found[value] }))}
        />
      </Form>
    </Modal>
  )
}
