import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Form, type FormProps } from '../../../../ui/form/Form.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { words } from './-rules-words.ts'
import styles from './-settings.module.css'

export type RuleSectionProps = {
  title: string
  note: string
  fields: FormProps['fields']
  canChange: boolean
  /** The product's default, in words. */
  byDefault?: string
  /** Goes back to the default; left out where the default is in force. */
  onReset?: (() => void) | undefined
  children: ReactNode
}

/** One rule with what it does, its default, and buttons to keep it or to go back. */
export function RuleSection({ title, note, fields, canChange, byDefault, onReset, children }: RuleSectionProps) {
  const text = useText(words)
  return (
    <Section title={title} note={note}>
      <Form fields={fields} label={title}>
        <div className={styles.stack}>
          {children}
          <div className={styles.ruleFoot}>
            {canChange && (
              <Button type="submit" variant="default" size="sm" loading={fields.isSubmitting}>
                {text.save}
              </Button>
            )}
            {canChange && onReset && (
              <Button variant="subtle" color="gray" size="sm" onClick={onReset}>
                {text.toDefault}
              </Button>
            )}
            {byDefault !== undefined && <span className={styles.ruleDefault}>{text.byDefault(byDefault)}</span>}
          </div>
        </div>
      </Form>
    </Section>
  )
}
