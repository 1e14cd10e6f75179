import { Button } from '@mantine/core'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { confirmTwoFactor, enrolTwoFactor } from '../../../../contract/session.ts'
import { TwoFactorSetUp } from '../../../../ui/entrance/TwoFactorSetUp.tsx'
import { InlineNotice } from '../../../../ui/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { messages } from '../../../../ui/text/messages.ts'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call, queries } from '../../../api.ts'
import { sessionQuery, useSession } from '../../../session.ts'

const words = messages({
  ja: {
    title: 'サインインと二段階認証',
    description: 'パスワードに加えて、スマートフォンの認証アプリのコードでサインインを守ります。',
    section: '二段階認証',
    on: '有効',
    off: '未設定',
    offText: 'パスワードが漏れた場合でも、認証アプリがなければサインインできなくなります。',
    begin: '設定を始める',
    again: '認証アプリを登録し直す',
    left: (n: number) => `回復コードの残り: ${n}個`,
  },
  en: {
    title: 'Sign-in and two-factor',
    description: 'Guards your sign-in with a code from your phone besides the password.',
    section: 'Two-factor sign-in',
    on: 'On',
    off: 'Not set up',
    offText: 'Even somebody who learns your password cannot sign in without your authenticator.',
    begin: 'Set it up',
    again: 'Register another authenticator',
    left: (n: number) => `Recovery codes left: ${n}`,
  },
})

export const Route = createFileRoute('/_signed-in/settings/security')({
  staticData: { crumb: { ja: 'サインインと二段階認証', en: 'Sign-in and two-factor' } },
  component: Page,
})

function Page() {
  const text = useText(words)
  const { staff } = useSession()
  const [isOpen, setOpen] = useState(false)
  const isOn = staff?.hasTwoFactor === true
  const finish = async () => {
    setOpen(false)
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  return (
    <div style={{ maxWidth: '44rem' }}>
      <PageHeader title={text.title} description={text.description} />
      <Section
        title={text.section}
        actions={<StatusBadge tone={isOn ? 'good' : 'wait'}>{isOn ? text.on : text.off}</StatusBadge>}
      >
        {isOpen ? (
          <TwoFactorSetUp
            onBegin={(body) => call(enrolTwoFactor, { body })}
            onConfirm={(body) => call(confirmTwoFactor, { body })}
            onDone={() => void finish()}
          />
        ) : (
          <>
            {!isOn && <InlineNotice tone="wait">{text.offText}</InlineNotice>}
            {isOn && <p style={{ margin: 0 }}>{text.left(staff.recoveryCodesLeft)}</p>}
            <Button mt="md" variant={isOn ? 'default' : 'filled'} onClick={() => setOpen(true)}>
              {isOn ? text.again : text.begin}
            </Button>
          </>
        )}
      </Section>
    </div>
  )
}
