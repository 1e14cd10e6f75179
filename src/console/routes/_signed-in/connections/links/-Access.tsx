import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { giveAccess, recheckAccess, takeAccessBack, type LinkField } from '../../../../../contract/relay/link-field.ts'
import { messageOf } from '../../../../../contract/messages/index.ts'
import { ConfirmDialog } from '../../../../../ui/feedback/ConfirmDialog.tsx'
import { PasswordField, TextField } from '../../../../../ui/form/fields.tsx'
import { Form } from '../../../../../ui/form/Form.tsx'
import { useFields } from '../../../../../ui/form/use-fields.ts'
import { InlineNotice } from '../../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../../ui/PageHeader.tsx'
import { useFormat, useLanguage, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call } from '../../../../api.ts'
import styles from '../../imports/-imports.module.css'
import { refresh } from './-queries.ts'
import { words } from './-words.ts'

type Props = { id: string; access: LinkField['access'] }

/** The credentials by which the system is called, and whether they work. */
export function Access({ id, access }: Props) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const [language] = useLanguage()
  const [opened, setOpened] = useState<'CHANGE' | 'FORGET'>()
  const recheck = () =>
    call(recheckAccess, { params: { id } })
      .then(refresh)
      .then(() => toast.tell(text.rechecked), toast.refuse)
  return (
    <Section
      title={text.access}
      note={text.accessNote}
      actions={
        <>
          {access && (
            <>
              <Button variant="subtle" size="xs" color="red" onClick={() => setOpened('FORGET')}>
                {text.forget}
              </Button>
              <Button variant="default" size="xs" loading={access.isChecking} onClick={() => void recheck()}>
                {text.recheck}
              </Button>
            </>
          )}
          <Button variant={access ? 'default' : 'filled'} size="xs" onClick={() => setOpened('CHANGE')}>
            {access ? text.change : text.give}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <span className={styles.soft}>
          {access ? text.client(access.clientId) : text.noAccess}
          {access?.checkedAt && ` · ${text.checkedAt(format.dateTime(access.checkedAt))}`}
        </span>
        {access?.problem && (
          <InlineNotice
            tone="bad"
            title={messageOf(language, { code: `intake.access.${access.problem}` }) ?? access.problem}
          />
        )}
      </div>
      <Modal opened={opened === 'CHANGE'} onClose={() => setOpened(undefined)} title={<strong>{text.give}</strong>}>
        <Credentials id={id} access={access} onDone={() => setOpened(undefined)} />
      </Modal>
      <ConfirmDialog
        opened={opened === 'FORGET'}
        onClose={() => setOpened(undefined)}
        title={text.forgetTitle}
        consequences={[
          { kind: 'happens', text: text.forgetHappens },
          { kind: 'final', text: text.forgetStays },
        ]}
        confirmLabel={text.forget}
        onConfirm={async () => {
          await call(takeAccessBack, { params: { id } })
          await refresh()
          toast.tell(text.forgotten)
        }}
      />
    </Section>
  )
}

function Credentials({ id, access, onDone }: Props & { onDone: () => void }) {
  const text = useText(words)
  const toast = useToast()
  const fields = useFields({
    initial: { clientId: access?.clientId ?? '', secret: '', userId: access?.userId ?? '' },
    schema: giveAccess.body,
    prepare: ({ userId, ...given }) => ({ ...given, ...(userId && { userId }) }),
    onSubmit: async (body: z.output<typeof giveAccess.body>) => {
      await call(giveAccess, { params: { id }, body })
      await refresh()
      toast.tell(text.saved)
      onDone()
    },
  })
  return (
    <Form fields={fields} submitLabel={text.save}>
      <div className={styles.stack}>
        <TextField
          {...fields.field('clientId')}
          label={text.clientId}
          isRequired
          autoComplete="off"
          spellCheck={false}
        />
        <PasswordField {...fields.field('secret')} label={text.secret} isRequired autoComplete="off" />
        <TextField
          {...fields.field('userId')}
          label={text.userId}
          help={text.userIdHelp}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
    </Form>
  )
}
