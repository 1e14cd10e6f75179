import { useForm, type GetInputPropsReturnType } from '@mantine/form'
import { useState, type ChangeEvent, type ReactNode } from 'react'
import type { z } from 'zod'
import { problemOf, type Problem } from '../feedback/error-text.tsx'
import { useText } from '../text/TextProvider.tsx'
import { issueText, issueWords, type Issue } from './issue-text.ts'

export type FieldsOptions<Values, Parsed> = {
  initial: Values
  /** The contract's own schema of the body: the form and the API refuse the same things. */
  schema?: z.ZodType<Parsed>
  /** Makes of the entered values what the schema expects: leaves out what is empty, nests what is flat. */
  prepare?: (values: Values) => unknown
  /** More rules, for two fields at once: path → message, in the reader's language. */
  check?: (values: Values) => Partial<Record<string, string>>
  /** Gets what the schema parsed, or the values where there is no schema. What it throws is shown: at the field named in the problem's `detail.fields` or `detail.issues`, else above the buttons. */
  onSubmit: (parsed: Parsed) => Promise<unknown> | void
}

type Bound = Required<Pick<GetInputPropsReturnType, 'value' | 'onChange'>> & { error?: ReactNode; name: string }

/** What `Form` needs, and `field(path)` to bind an input: `<TextField {...fields.field('name')} label=… />`. */
export type Fields<Values> = {
  values: Values
  set: <K extends keyof Values & string>(path: K, value: Values[K]) => void
  setAll: (values: Partial<Values>) => void
  /** Props of an input: value, onChange, error, name. Nested paths as `conditions.0.salary`. */
  field: (path: (keyof Values & string) | `${keyof Values & string}.${string}`) => Bound
  /** For checkboxes and switches. */
  box: (path: keyof Values & string) => {
    checked: boolean
    onChange: (event: ChangeEvent<HTMLInputElement>) => void
    error?: ReactNode
    name: string
  }
  error: unknown
  isSubmitting: boolean
  isDirty: boolean
  submit: () => Promise<void>
  reset: () => void
}

/** A form's state: values, errors by field, submission. */
export function useFields<Values extends Record<string, unknown>, Parsed = Values>(
  options: FieldsOptions<Values, Parsed>,
): Fields<Values> {
  const { initial, schema, prepare = (values) => values, check, onSubmit } = options
  const words = useText(issueWords)
  const [error, setError] = useState<unknown>()
  const [isSubmitting, setSubmitting] = useState(false)
  const validate = (values: Values) => {
    const found: Record<string, string> = {}
    for (const issue of schema?.safeParse(prepare(values)).error?.issues ?? []) {
      const path = issue.path.join('.')
      found[path] ??= issueText(issue as Issue, words, valueAt(values, issue.path))
    }
    for (const [path, message] of Object.entries(check?.(values) ?? {}))
      if (message !== undefined) found[path] ??= message
    return found
  }
  const form = useForm<Values>({ initialValues: initial, validateInputOnBlur: false })
  const submit = async () => {
    const values = form.getValues()
    const found = validate(values)
    form.setErrors(found)
    setError(undefined)
    const first = Object.keys(found)[0]
    if (first !== undefined) return focusField(first)
    setSubmitting(true)
    try {
      await onSubmit(schema === undefined ? (prepare(values) as Parsed) : schema.parse(prepare(values)))
      form.resetDirty()
    } catch (thrown) {
      const atFields = fieldErrors(problemOf(thrown), words, values)
      form.setErrors(atFields)
      const refused = Object.keys(atFields)[0]
      // What the form has no input for is said above the buttons.
      if (refused === undefined || valueAt(values, refused.split('.')) === undefined) setError(thrown)
      else focusField(refused)
    } finally {
      setSubmitting(false)
    }
  }
  return {
    values: form.values,
    set: (path, value) => form.setFieldValue(path, value as never),
    setAll: (values) => form.setValues(values),
    field: (path) => bound(form.getInputProps(path), path),
    box: (path) => {
      const { checked, onChange, error: refused } = form.getInputProps(path, { type: 'checkbox' })
      return { checked: checked === true, onChange, error: refused, name: path }
    },
    error,
    isSubmitting,
    isDirty: form.isDirty(),
    submit,
    reset: form.reset,
  }
}

const bound = (props: GetInputPropsReturnType, name: string): Bound => ({ ...props, value: props.value ?? '', name })

/**
 * The refusals of the API that belong to fields: `detail.fields` as the server's schema check tells them (a JSON pointer
 * and a code each) or as path → message, or `detail.issues` as zod tells them.
 */
export function fieldErrors(
  problem: Problem,
  words: (typeof issueWords)['ja'],
  values: unknown = {},
): Record<string, string> {
  const found: Record<string, string> = {}
  const { fields, issues } = problem.detail ?? {}
  if (Array.isArray(fields)) {
    for (const refused of fields as { path?: string; problem?: string }[]) {
      const steps = (refused.path ?? '').split('/').filter((step) => step !== '')
      const issue = { code: refused.problem, path: steps } as Issue
      if (steps.length > 0) found[steps.join('.')] ??= issueText(issue, words, valueAt(values, steps))
    }
  } else if (typeof fields === 'object' && fields !== null) {
    for (const [path, message] of Object.entries(fields)) {
      found[path] = typeof message === 'string' ? message : words.other
    }
  }
  if (Array.isArray(issues)) {
    for (const issue of issues as Issue[]) {
      const steps = issue.path ?? []
      const inner = steps[0] === 'body' ? steps.slice(1) : steps
      const path = inner.join('.')
      if (path !== '') found[path] ??= issueText(issue, words, valueAt(values, inner))
    }
  }
  return found
}

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined),
    values,
  )
}

function focusField(path: string): void {
  // After the render that shows the error, so that a screen reader reads it together with the field.
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[name="${CSS.escape(path)}"]`)?.focus())
}
