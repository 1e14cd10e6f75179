import { Button, Checkbox, CopyButton, Modal } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { listKeys, makeKey } from '../../../../contract/accounts/accounts.ts'
import { PlainSelectField, TextField } from '../../../../ui/form/fields.tsx'
import { FieldGroup, Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call, queries } from '../../../api.ts'
import { permissionWords } from '../../../../program/permission-words.ts'
import { useMembership } from '../../../session.ts'
import { words } from './-keys-words.ts'
import styles from './-settings.module.css'

export type MakeKeyDialogProps = { opened: boolean; onClose: () => void }

/** Makes a key and shows it, once. */
export function MakeKeyDialog({ opened, onClose }: MakeKeyDialogProps) {
  const text = useText(words)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<strong>{text.makeTitle}</strong>}
      size="lg"
      closeOnClickOutside={false}
    >
      <Making onDone={onClose} />
    </Modal>
  )
}

function Making({ onDone }: { onDone: () => void }) {
  const text = useText(words)
  const names = useText(permissionWords)
  const { permissions: own } = useMembership()
  const [made, setMade] = useState<string>()
  const fields = useFields({
    initial: { id: crypto.randomUUID() as string, name: '', permissions: [] as string[], validDays: '90' },
    prepare: (values) => ({ ...values, validDays: Number(values.validDays) }),
    check: ({ permissions }) => (permissions.length === 0 ? { permissions: text.permissionsMissing } : {}),
    schema: makeKey.body,
    onSubmit: async (body: z.output<typeof makeKey.body>) => {
      const { text: shown } = await call(makeKey, { body })
      setMade(shown)
      await queries.invalidateQueries({ queryKey: [listKeys.id] })
    },
  })
  if (made !== undefined) return <Made text={made} onDone={onDone} />
  const chosen = fields.values.permissions
  return (
    <Form fields={fields} submitLabel={text.create}>
      <TextField {...fields.field('name')} label={text.name} help={text.nameHelp} isRequired data-autofocus />
      <FieldGroup legend={text.permissions} note={fields.field('permissions').error}>
        <div className={styles.permissions}>
          {own
            .filter((permission) => permission !== 'staff:manage')
            .map((permission) => (
              <Checkbox
                key={permission}
                size="sm"
                name="permissions"
                label={names[permission]}
                checked={chosen.includes(permission)}
                onChange={(event) =>
                  fields.set(
                    'permissions',
                    event.currentTarget.checked ? [...chosen, permission] : chosen.filter((one) => one !== permission),
                  )
                }
              />
            ))}
        </div>
      </FieldGroup>
      <PlainSelectField
        {...fields.field('validDays')}
        label={text.validDays}
        data={[30, 90, 180, 365].map((days) => ({ value: String(days), label: text.days(days) }))}
      />
    </Form>
  )
}

function Made({ text: shown, onDone }: { text: string; onDone: () => void }) {
  const text = useText(words)
  return (
    <>
      <InlineNotice tone="wait">{text.once}</InlineNotice>
      <code className={styles.keyText}>{shown}</code>
      <CopyButton value={shown}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy} mr="xs">
            {copied ? text.copied : text.copy}
          </Button>
        )}
      </CopyButton>
      <Button onClick={onDone}>{text.kept}</Button>
    </>
  )
}
