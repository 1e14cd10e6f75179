import { Button, CopyButton } from '@mantine/core'
import { useState } from 'react'
import { CodeField, PasswordField } from '../form/fields.tsx'
import { Form } from '../form/Form.tsx'
import { useFields } from '../form/use-fields.ts'
import { InlineNotice } from '../feedback/Notice.tsx'
import { messages } from '../text/messages.ts'
import { useText } from '../text/TextProvider.tsx'
import { Wizard } from '../Wizard.tsx'
import styles from './entrance.module.css'
import { QrCode } from './QrCode.tsx'

const words = messages({
  ja: {
    label: '二段階認証の設定',
    password: 'パスワードの確認',
    scan: '認証アプリの登録',
    keep: '回復コードの保存',
    current: '現在のパスワード',
    next: '次へ',
    qr: '認証アプリで読み取るQRコード',
    step1: 'スマートフォンの認証アプリを開く',
    step2: 'QRコードを読み取る(または下のキーを入力する)',
    step3: 'アプリに表示された6桁のコードを入力する',
    code: '確認コード',
    confirm: '有効にする',
    keepText:
      '端末を紛失したときに必要です。今だけ表示されます。パスワード管理アプリなど、端末とは別の場所に保存してください。',
    copy: 'コピー',
    copied: 'コピーしました',
    kept: '保存しました',
  },
  en: {
    label: 'Two-factor sign-in',
    password: 'Confirm your password',
    scan: 'Add it to your authenticator',
    keep: 'Keep the recovery codes',
    current: 'Current password',
    next: 'Next',
    qr: 'QR code for your authenticator',
    step1: 'Open the authenticator on your phone',
    step2: 'Scan the code, or type the key below',
    step3: 'Enter the 6 digits that it shows',
    code: 'Code',
    confirm: 'Switch it on',
    keepText:
      'You need them when the phone is lost. They are shown only now: keep them somewhere else, such as in a password manager.',
    copy: 'Copy',
    copied: 'Copied',
    kept: 'I have kept them',
  },
})

export type Enrolment = { otpauthUri: string; secret: string; recoveryCodes: readonly string[] }

export type TwoFactorSetUpProps = {
  onBegin: (sent: { password: string }) => Promise<Enrolment>
  onConfirm: (sent: { code: string }) => Promise<unknown>
  onDone: () => void
}

/** Password, QR code with a first code, recovery codes. */
export function TwoFactorSetUp({ onBegin, onConfirm, onDone }: TwoFactorSetUpProps) {
  const text = useText(words)
  const [enrolment, setEnrolment] = useState<Enrolment>()
  const [isConfirmed, setConfirmed] = useState(false)
  const current = enrolment === undefined ? 'password' : isConfirmed ? 'keep' : 'scan'
  const steps = (['password', 'scan', 'keep'] as const).map((id) => ({ id, label: text[id] }))
  const begin = useFields({
    initial: { password: '' },
    onSubmit: async (sent) => setEnrolment(await onBegin(sent)),
  })
  const confirm = useFields({
    initial: { code: '' },
    onSubmit: async (sent) => {
      await onConfirm(sent)
      setConfirmed(true)
    },
  })
  return (
    <Wizard steps={steps} current={current} label={text.label}>
      {enrolment === undefined && (
        <Form fields={begin} submitLabel={text.next}>
          <PasswordField {...begin.field('password')} label={text.current} autoComplete="current-password" />
        </Form>
      )}
      {enrolment !== undefined && !isConfirmed && (
        <Form fields={confirm} submitLabel={text.confirm}>
          <div className={styles.enrol}>
            <QrCode value={enrolment.otpauthUri} label={text.qr} />
            <ol className={styles.stepsList}>
              <li>{text.step1}</li>
              <li>
                {text.step2}
                <div className={styles.secret}>{enrolment.secret}</div>
              </li>
              <li>{text.step3}</li>
            </ol>
          </div>
          <CodeField {...confirm.field('code')} label={text.code} />
        </Form>
      )}
      {enrolment !== undefined && isConfirmed && <RecoveryCodes codes={enrolment.recoveryCodes} onDone={onDone} />}
    </Wizard>
  )
}

/** The recovery codes, shown once, with a way to copy them. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const text = useText(words)
  return (
    <>
      <InlineNotice tone="wait">{text.keepText}</InlineNotice>
      <ul className={styles.codes} style={{ marginTop: '1rem' }} aria-label={text.keep}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyButton value={codes.join('\n')}>
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
