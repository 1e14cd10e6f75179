import { Button } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import {
  changePassword,
  confirmTwoFactor,
  enrolTwoFactor,
  readSession,
  removeTwoFactor,
  renewRecoveryCodes,
} from '../../contract/accounts/session.ts'
import { RecoveryCodes, TwoFactorSetUp } from '../../ui/entrance/TwoFactorSetUp.tsx'
import { PasswordField } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { useFields } from '../../ui/form/use-fields.ts'
import { InlineNotice } from '../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../ui/PageHeader.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useText } from '../../ui/text/TextProvider.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { call, queries } from '../api.ts'
import type { ProgramSession } from '../session.ts'
import { words } from './account-words.ts'
import { OpenSessions } from './OpenSessions.tsx'
import styles from './account.module.css'

type Props = { session: ProgramSession }

/** The reader's own sign-in: second factor, password, the browsers in which they are signed in. */
export function AccountPage({ session }: Props) {
  const text = useText(words)
  const { staff } = session.useSession()
  return (
    <div className={styles.narrow}>
      <PageHeader title={text.title} description={`${staff?.name ?? ''} <${staff?.email ?? ''}>`} />
      <TwoFactor session={session} />
      <ChangePassword />
      <OpenSessions />
    </div>
  )
}

const refresh = () => queries.invalidateQueries({ queryKey: [readSession.id] })

function TwoFactor({ session: { useMembership, useSession } }: Props) {
  const text = useText(words)
  const { staff } = useSession()
  const { needsTwoFactor } = useMembership()
  const [doing, setDoing] = useState<'enrol' | 'renew' | 'remove'>()
  const isOn = staff?.hasTwoFactor === true
  const finish = async () => {
    setDoing(undefined)
    await refresh()
  }
  return (
    <Section
      title={text.twoFactor}
      actions={<StatusBadge tone={isOn ? 'good' : 'wait'}>{isOn ? text.on : text.off}</StatusBadge>}
    >
      {doing === 'enrol' && (
        <TwoFactorSetUp
          onBegin={(body) => call(enrolTwoFactor, { body })}
          onConfirm={(body) => call(confirmTwoFactor, { body })}
          onDone={() => void finish()}
        />
      )}
      {doing === 'renew' && <Renew onDone={() => void finish()} />}
      {doing === 'remove' && <Remove onDone={() => void finish()} />}
      {doing === undefined && (
        <>
          {!isOn && (
            <InlineNotice tone="wait" {...(needsTwoFactor && { title: text.needed })}>
              {needsTwoFactor ? text.neededText : text.offText}
            </InlineNotice>
          )}
          {isOn && <p style={{ margin: 0 }}>{text.left(staff.recoveryCodesLeft)}</p>}
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem', marginTop: '1rem' }}>
            {!isOn && <Button onClick={() => setDoing('enrol')}>{text.begin}</Button>}
            {isOn && (
              <>
                <Button variant="default" onClick={() => setDoing('renew')}>
                  {text.renew}
                </Button>
                <Button variant="subtle" color="beni" onClick={() => setDoing('remove')}>
                  {text.remove}
                </Button>
              </>
            )}
          </div>
        </>
      )}
    </Section>
  )
}

function Renew({ onDone }: { onDone: () => void }) {
  const text = useText(words)
  const [codes, setCodes] = useState<readonly string[]>()
  const fields = useFields({
    initial: { password: '' },
    onSubmit: async (body: z.output<typeof renewRecoveryCodes.body>) =>
      setCodes((await call(renewRecoveryCodes, { body })).recoveryCodes),
  })
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />
  return (
    <Form fields={fields} submitLabel={text.renew} actions={<Cancel onClick={onDone} />}>
      <p style={{ margin: 0 }}>{text.renewText}</p>
      <PasswordField {...fields.field('password')} label={text.current} autoComplete="current-password" />
    </Form>
  )
}

function Remove({ onDone }: { onDone: () => void }) {
  const text = useText(words)
  const fields = useFields({
    initial: { password: '' },
    onSubmit: async (body: z.output<typeof removeTwoFactor.body>) => {
      await call(removeTwoFactor, { body })
      onDone()
    },
  })
  return (
    <Form fields={fields} submitLabel={text.remove} actions={<Cancel onClick={onDone} />}>
      <p style={{ margin: 0 }}>{text.removeText}</p>
      <PasswordField {...fields.field('password')} label={text.current} autoComplete="current-password" />
    </Form>
  )
}

function Cancel({ onClick }: { onClick: () => void }) {
  const text = useText(words)
  return (
    <Button variant="default" onClick={onClick}>
      {text.cancel}
    </Button>
  )
}

function ChangePassword() {
  const text = useText(words)
  const toast = useToast()
  const fields = useFields({
    initial: { currentPassword: '', password: '' },
    schema: changePassword.body,
    onSubmit: async (body: z.output<typeof changePassword.body>) => {
      await call(changePassword, { body })
      fields.reset()
      await refresh()
      toast.tell(text.passwordChanged)
    },
  })
  return (
    <Section title={text.password}>
      <Form fields={fields} submitLabel={text.change}>
        <PasswordField {...fields.field('currentPassword')} label={text.current} autoComplete="current-password" />
        <PasswordField
          {...fields.field('password')}
          label={text.next}
          help={text.nextHelp}
          autoComplete="new-password"
        />
      </Form>
    </Section>
  )
}
