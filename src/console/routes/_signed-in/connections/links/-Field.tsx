import { Button } from '@mantine/core'
import { useState } from 'react'
import { changeLinkField, type LinkField } from '../../../../../contract/relay/link-field.ts'
import { ConfirmDialog } from '../../../../../ui/feedback/ConfirmDialog.tsx'
import { CheckboxField, PlainSelectField } from '../../../../../ui/form/fields.tsx'
import { InlineNotice } from '../../../../../ui/feedback/Notice.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { Section } from '../../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call } from '../../../../api.ts'
import styles from '../../imports/-imports.module.css'
import { refresh } from './-queries.ts'
import { words } from './-words.ts'

type Props = { id: string; standing: LinkField }

/** Which field is written into, and the switch. */
export function Field({ id, standing }: Props) {
  const text = useText(words)
  const { fields, access, onSince } = standing
  const toSettings = <Link href="/letters/settings">{text.toSettings}</Link>
  return (
    <Section title={text.field} note={text.fieldNote}>
      <div className={styles.stack}>
        {standing.areLettersOn && (
          <InlineNotice tone="wait" title={text.lettersOn} actions={toSettings}>
            {text.lettersOnText}
          </InlineNotice>
        )}
        {!standing.hasBasis && (
          <InlineNotice tone="wait" title={text.noBasis} actions={toSettings}>
            {text.noBasisText}
          </InlineNotice>
        )}
        {onSince !== null ? (
          <>
            <On id={id} standing={standing} />
            <p className={styles.soft}>
              {text.judged} {text.taken}
            </p>
          </>
        ) : access && fields.length === 0 && !access.isChecking && access.problem === null ? (
          <InlineNotice tone="wait" title={text.noFields} />
        ) : (
          <Off id={id} standing={standing} />
        )}
      </div>
    </Section>
  )
}

function Off({ id, standing: { fields, field, areLettersOn } }: Props) {
  const text = useText(words)
  const toast = useToast()
  const [key, setKey] = useState(field?.key ?? '')
  const chosen = fields.find((one) => one.key === key)
  const turnOn = () =>
    call(changeLinkField, { params: { id }, body: { isOn: true, key } })
      .then(refresh)
      .then(() => toast.tell(text.turnedOn), toast.refuse)
  return (
    <>
      <PlainSelectField
        label={text.field}
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
        data={[{ value: '', label: text.choose }, ...fields.map((one) => ({ value: one.key, label: one.name }))]}
        disabled={fields.length === 0}
        {...(chosen?.token && { help: text.token(chosen.token) })}
      />
      <div>
        <Button disabled={!chosen || areLettersOn} onClick={() => void turnOn()}>
          {text.turnOn}
        </Button>
      </div>
    </>
  )
}

function On({ id, standing: { field, fields, onSince } }: Props) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const [isAsking, setAsking] = useState(false)
  const [isEmptied, setEmptied] = useState(true)
  const token = fields.find(({ key }) => key === field?.key)?.token
  return (
    <>
      <div className={styles.copy}>
        <span>
          <strong>{field?.name}</strong>
          <br />
          <span className={styles.soft}>
            {token && `${text.token(token)} · `}
            {text.onSince(format.dateTime(onSince ?? ''))}
          </span>
        </span>
        <Button variant="default" size="xs" onClick={() => setAsking(true)}>
          {text.turnOff}
        </Button>
      </div>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={text.turnOffTitle}
        consequences={[
          { kind: 'happens', text: text.turnOffHappens },
          ...(isEmptied ? [] : [{ kind: 'happens' as const, text: text.turnOffStays }]),
        ]}
        confirmLabel={text.turnOff}
        onConfirm={async () => {
          await call(changeLinkField, { params: { id }, body: { isOn: false, isEmptied } })
          await refresh()
          toast.tell(text.turnedOff)
        }}
      >
        <CheckboxField
          label={text.emptyAll}
          checked={isEmptied}
          onChange={(event) => setEmptied(event.currentTarget.checked)}
        />
      </ConfirmDialog>
    </>
  )
}
