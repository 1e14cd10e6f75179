import { Button, CopyButton } from '@mantine/core'
import { useState } from 'react'
import { readEndpointSecret, rotateEndpointSecret, type Endpoint } from '../../../../../contract/webhooks.ts'
import { ConfirmDialog } from '../../../../../ui/feedback/ConfirmDialog.tsx'
import { InlineNotice } from '../../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call } from '../../../../api.ts'
import styles from '../../imports/-imports.module.css'
import { refresh } from './-queries.ts'
import { words } from './-words.ts'

/** The secret that signatures are checked with: shown when asked for, and made anew. */
export function Secret({ endpoint: { id, previousSecretUntil } }: { endpoint: Endpoint }) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const [shown, setShown] = useState<string>()
  const [isRotating, setRotating] = useState(false)
  const show = () => call(readEndpointSecret, { params: { id } }).then(({ secret }) => setShown(secret), toast.refuse)
  return (
    <Section title={text.signature} note={text.signatureNote}>
      <div className={styles.stack}>
        <div className={styles.copy}>
          <code className={styles.code}>{shown ?? 'whsec_••••••••••••••••'}</code>
          <Button.Group>
            {shown === undefined ? (
              <Button variant="default" size="xs" onClick={() => void show()}>
                {text.show}
              </Button>
            ) : (
              <CopyButton value={shown}>
                {({ copied, copy }) => (
                  <Button variant="default" size="xs" onClick={copy}>
                    {copied ? text.copied : text.copy}
                  </Button>
                )}
              </CopyButton>
            )}
            <Button variant="default" size="xs" onClick={() => setRotating(true)}>
              {text.rotate}
            </Button>
          </Button.Group>
        </div>
        {previousSecretUntil && (
          <InlineNotice tone="wait" title={text.rotating(format.dateTime(previousSecretUntil))} />
        )}
      </div>
      <ConfirmDialog
        opened={isRotating}
        onClose={() => setRotating(false)}
        title={text.rotateTitle}
        consequences={[{ kind: 'happens', text: text.rotateText }]}
        confirmLabel={text.rotate}
        onConfirm={async () => {
          await call(rotateEndpointSecret, { params: { id } })
          setShown(undefined)
          await refresh()
          toast.tell(text.rotated)
        }}
      />
    </Section>
  )
}
