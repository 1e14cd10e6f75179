import {
  Checkbox,
  Input,
  MultiSelect,
  NativeSelect,
  NumberInput,
  PasswordInput,
  PinInput,
  Radio,
  Select,
  Switch,
  TagsInput,
  Textarea,
  TextInput,
  type CheckboxProps,
  type MultiSelectProps,
  type NativeSelectProps,
  type NumberInputProps,
  type PasswordInputProps,
  type SelectProps,
  type SwitchProps,
  type TagsInputProps,
  type TextareaProps,
  type TextInputProps,
} from '@mantine/core'
import { useId, type ReactNode } from 'react'
import { messages } from '../text/messages.ts'
import { useText } from '../text/TextProvider.tsx'
import styles from './form.module.css'

const words = messages({
  ja: { required: '必須', optional: '任意', show: 'パスワードを表示' },
  en: { required: 'Required', optional: 'Optional', show: 'Show password' },
})

/** Shared by every field. */
export type FieldProps = {
  label: string
  /** How to fill it in, under the label. */
  help?: ReactNode
  /** 必須 behind the label; `false` says 任意; left out says nothing (a form in which all are required). */
  isRequired?: boolean
}

type Ours<P> = Omit<P, 'label' | 'description' | 'required' | 'withAsterisk'> & FieldProps

function useLabel({ label, help, isRequired }: FieldProps) {
  const text = useText(words)
  const kind = isRequired === true ? 'required' : 'optional'
  return {
    label:
      isRequired === undefined ? (
        label
      ) : (
        <span className={styles.label}>
          {label}
          <span className={styles.chip} data-kind={kind}>
            {text[kind]}
          </span>
        </span>
      ),
    ...(help === undefined ? {} : { description: help }),
    ...(isRequired === true ? { 'aria-required': true } : {}),
  }
}

export function TextField({ label, help, isRequired, ...rest }: Ours<TextInputProps>) {
  return <TextInput {...rest} {...useLabel({ label, help, ...asked(isRequired) })} />
}

/** Mail addresses: no capitals, no spell checking, the right keyboard. */
export function MailField(props: Ours<TextInputProps>) {
  return <TextField type="email" inputMode="email" autoCapitalize="off" spellCheck={false} {...props} />
}

export function PasswordField({ label, help, isRequired, ...rest }: Ours<PasswordInputProps>) {
  const text = useText(words)
  return (
    <PasswordInput
      {...rest}
      visibilityToggleButtonProps={{ 'aria-label': text.show }}
      {...useLabel({ label, help, ...asked(isRequired) })}
    />
  )
}

export function TextAreaField({ label, help, isRequired, ...rest }: Ours<TextareaProps>) {
  return <Textarea autosize minRows={3} maxRows={14} {...rest} {...useLabel({ label, help, ...asked(isRequired) })} />
}

export function NumberField({ label, help, isRequired, ...rest }: Ours<NumberInputProps>) {
  return <NumberInput thousandSeparator hideControls {...rest} {...useLabel({ label, help, ...asked(isRequired) })} />
}

/** A calendar date as `2026-04-01`, by the browser's own picker: it speaks the reader's language and fits a phone. */
export function DateField({ label, help, isRequired, ...rest }: Ours<TextInputProps>) {
  return <TextInput type="date" max="9999-12-31" {...rest} {...useLabel({ label, help, ...asked(isRequired) })} />
}

/** One of many, with search. Of up to seven, prefer ChoiceField or PlainSelectField. */
export function SelectField({ label, help, isRequired, ...rest }: Ours<SelectProps>) {
  return <Select searchable {...rest} {...useLabel({ label, help, ...asked(isRequired) })} />
}

/** One of a few, by the browser's own list. */
export function PlainSelectField({ label, help, isRequired, ...rest }: Ours<NativeSelectProps>) {
  return <NativeSelect {...rest} {...useLabel({ label, help, ...asked(isRequired) })} />
}

export function MultiSelectField({ label, help, isRequired, ...rest }: Ours<MultiSelectProps>) {
  return <MultiSelect searchable clearable {...rest} {...useLabel({ label, help, ...asked(isRequired) })} />
}

export function TagsField({ label, help, isRequired, ...rest }: Ours<TagsInputProps>) {
  return <TagsInput clearable {...rest} {...useLabel({ label, help, ...asked(isRequired) })} />
}

export function CheckboxField({
  label,
  help,
  ...rest
}: Omit<CheckboxProps, 'label' | 'description'> & Omit<FieldProps, 'isRequired'>) {
  return <Checkbox size="sm" {...rest} label={label} {...(help === undefined ? {} : { description: help })} />
}

export function SwitchField({
  label,
  help,
  ...rest
}: Omit<SwitchProps, 'label' | 'description'> & Omit<FieldProps, 'isRequired'>) {
  return <Switch {...rest} label={label} {...(help === undefined ? {} : { description: help })} />
}

export type Choice = { value: string; label: string; help?: ReactNode; isDisabled?: boolean }

export type ChoiceFieldProps = FieldProps & {
  name: string
  choices: readonly Choice[]
  value: string | null
  onChange: (value: never) => void
  error?: ReactNode
}

/** One of a few that need a sentence each: cards with a radio button. */
export function ChoiceField({ name, choices, value, onChange, error, ...field }: ChoiceFieldProps) {
  const id = useId()
  const { label, description } = useLabel(field) as { label: ReactNode; description?: ReactNode }
  return (
    <div role="radiogroup" aria-labelledby={id}>
      <Input.Label id={id} component="div" labelElement="div">
        {label}
      </Input.Label>
      {description !== undefined && <Input.Description mb={6}>{description}</Input.Description>}
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <Radio
              name={name}
              value={choice.value}
              checked={value === choice.value}
              disabled={choice.isDisabled ?? false}
              onChange={() => onChange(choice.value as never)}
            />
            <span className={styles.choiceLabel}>{choice.label}</span>
            {choice.help !== undefined && <span className={styles.choiceText}>{choice.help}</span>}
          </label>
        ))}
      </div>
      {error !== undefined && <Input.Error mt={4}>{error}</Input.Error>}
    </div>
  )
}

export type CodeFieldProps = FieldProps & {
  name: string
  value: string
  onChange: (value: never) => void
  onComplete?: () => void
  error?: ReactNode
  length?: number
}

/** A one-time code of digits; fills from the clipboard and from the telephone. */
export function CodeField({ name, value, onChange, onComplete, error, length = 6, label, help }: CodeFieldProps) {
  return (
    <Input.Wrapper label={label} labelElement="div" description={help} error={error}>
      <PinInput
        oneTimeCode
        data-autofocus
        mt={6}
        type="number"
        placeholder=""
        name={name}
        length={length}
        size="md"
        gap={8}
        value={value}
        onChange={(entered) => onChange(entered as never)}
        {...(onComplete === undefined ? {} : { onComplete })}
        aria-label={label}
        getInputProps={(at) => ({ 'aria-label': `${label} ${at + 1}/${length}` })}
        error={error !== undefined && error !== null && error !== false}
      />
    </Input.Wrapper>
  )
}

const asked = (isRequired: boolean | undefined) => (isRequired === undefined ? {} : { isRequired })
