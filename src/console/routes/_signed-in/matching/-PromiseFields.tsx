import { promiseSentence } from '../../../../contract/introductions/promise-words.ts'
import {
  promiseKinds,
  waivableSteps,
  type StatedPromise,
  type WaivableStep,
} from '../../../../contract/introductions/promises.ts'
import { CheckboxField, MultiSelectField, NumberField } from '../../../../ui/form/fields.tsx'
import type { Fields } from '../../../../ui/form/use-fields.ts'
import { useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { promiseWords } from '../../../../program/promise-words.ts'
import { selectionWords } from '../../../../contract/selection/selection-words.ts'
import styles from './-matching.module.css'

/** What the form of a request holds of promises: each chosen or not, with its days. */
export type PromiseValues = {
  GUARANTEED_INTERVIEW: boolean
  STEP_WAIVER: boolean
  ANSWER: boolean
  GUARANTEED_INTERVIEWDays: number | string
  STEP_WAIVERDays: number | string
  ANSWERDays: number | string
  waived: string[]
}

export const noPromises: PromiseValues = {
  GUARANTEED_INTERVIEW: false,
  STEP_WAIVER: false,
  ANSWER: false,
  GUARANTEED_INTERVIEWDays: 10,
  STEP_WAIVERDays: 10,
  ANSWERDays: 3,
  waived: ['DOCUMENT_SCREENING'],
}

/** The promises that were chosen, as the request states them. */
export const statedPromises = (values: PromiseValues): StatedPromise[] =>
  promiseKinds
    .filter((kind) => values[kind])
    .map((kind) => ({
      kind,
      steps: kind === 'STEP_WAIVER' ? waivableSteps.filter((step) => values.waived.includes(step)) : [],
      days: Number(values[`${kind}Days`]) || Number(noPromises[`${kind}Days`]),
    }))

/** Which promises the person is made, and the very sentences that they read. */
export function PromiseFields<Values extends PromiseValues>({ fields }: { fields: Fields<Values> }) {
  const text = useText(promiseWords)
  const [language] = useLanguage()
  const stages = selectionWords[language].stage
  const bound = fields as unknown as Fields<PromiseValues>
  const stated = statedPromises(bound.values)
  return (
    <fieldset className={styles.promises}>
      <legend>{text.title}</legend>
      <p className={styles.soft}>{text.note}</p>
      {promiseKinds.map((kind) => (
        <div key={kind} className={styles.promise}>
          <CheckboxField {...bound.box(kind)} label={text.kinds[kind]} />
          {bound.values[kind] && (
            <div className={styles.promiseTerms}>
              {kind === 'STEP_WAIVER' && (
                <MultiSelectField
                  {...bound.field('waived')}
                  label={text.steps}
                  isRequired
                  data={waivableSteps.map((value: WaivableStep) => ({ value, label: stages[value] ?? value }))}
                />
              )}
              <NumberField {...bound.field(`${kind}Days`)} label={text.days} min={1} max={60} allowDecimal={false} />
            </div>
          )}
        </div>
      ))}
      {stated.length > 0 && (
        <div role="status">
          <p className={styles.soft}>{text.stated}</p>
          <ul className={styles.stated}>
            {stated.map((one) => (
              <li key={one.kind}>{promiseSentence(one, language)}</li>
            ))}
          </ul>
        </div>
      )}
    </fieldset>
  )
}
