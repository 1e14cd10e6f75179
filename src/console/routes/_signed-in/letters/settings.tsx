import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useRouter } from '@tanstack/react-router'
import type { z } from 'zod'
import { listStaff } from '../../../../contract/accounts/accounts.ts'
import { makePreflight } from '../../../../contract/relay/preflights.ts'
import {
  changeRelaySettings,
  readRelaySettings,
  switchLettersOff,
  type RelaySettings,
} from '../../../../contract/relay/relay.ts'
import { PlainSelectField, SwitchField, TextField } from '../../../../ui/form/fields.tsx'
import { FieldRow, Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice, InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { Basis } from './-Basis.tsx'
import { Campaign } from './-Campaign.tsx'
import styles from './-letters.module.css'
import { words } from './-settings-words.ts'

const relay = queryOptions({ queryKey: [readRelaySettings.id], queryFn: () => call(readRelaySettings, {}) })
const staffQuery = queryOptions({ queryKey: [listStaff.id], queryFn: () => call(listStaff, {}) })

export const Route = createFileRoute('/_signed-in/letters/settings')({
  staticData: { crumb: { ja: '送信の設定', en: 'Sending' } },
  component: Page,
})

function Page() {
  const text = useText(words)
  const can = useCan()
  const { data, error } = useQuery(relay)
  return (
    <div className={styles.narrow}>
      <PageHeader title={text.title} description={text.description} />
      {error && <ErrorNotice error={error} />}
      {data && (
        <>
          {!data.hasBasis &&
            (can('consent:manage') ? (
              <div className={styles.apart}>
                <Basis />
              </div>
            ) : (
              <InlineNotice tone="wait">{text.basisNeeded}</InlineNotice>
            ))}
          <Switches switches={data.switches} hasBasis={data.hasBasis} />
          {can('relay:send') && <Campaign isReady={data.hasBasis} />}
          <Settings key={JSON.stringify(data.settings)} settings={data.settings} />
        </>
      )}
    </div>
  )
}

type Switch = z.output<typeof readRelaySettings.response>['switches'][number]

function Switches({ switches, hasBasis }: { switches: readonly Switch[]; hasBasis: boolean }) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const router = useRouter()
  const can = useCan()
  const look = async (scope: string) => {
    try {
      const made = await call(makePreflight, { body: { kind: 'SWITCH_ON', id: crypto.randomUUID(), scope } })
      router.history.push(`/letters/preflights/${made.id}`)
    } catch (error) {
      toast.refuse(error)
    }
  }
  const off = async (scope: string) => {
    try {
      await call(switchLettersOff, { params: { scope } })
      toast.tell(text.switchedOff)
    } catch (error) {
      toast.refuse(error)
    }
    await queries.invalidateQueries({ queryKey: [readRelaySettings.id] })
  }
  return (
    <Section title={text.switches} note={text.switchesNote}>
      {switches.map(({ scope, name, isFile, onSince, rejections }) => (
        <div className={styles.switch} key={scope}>
          <div className={styles.switchText}>
            <strong>{scope === 'BY_HAND' ? text.byHand : (name ?? text.connection(scope.slice(0, 8)))}</strong>
            <div className={styles.soft}>
              {onSince === null ? text.rejections(rejections) : text.onSince(format.dateTime(onSince))}
              {isFile && onSince === null && ` · ${text.isFile}`}
            </div>
          </div>
          <StatusBadge tone={onSince === null ? 'neutral' : 'good'}>
            {onSince !== null ? text.on : isFile ? text.history : text.off}
          </StatusBadge>
          {can('relay:send') &&
            !(isFile && onSince === null) &&
            (onSince === null ? (
              <Button variant="default" size="xs" disabled={!hasBasis} onClick={() => void look(scope)}>
                {text.look}
              </Button>
            ) : (
              <Button variant="default" size="xs" onClick={() => void off(scope)}>
                {text.switchOff}
              </Button>
            ))}
        </div>
      ))}
    </Section>
  )
}

function Settings({ settings }: { settings: RelaySettings }) {
  const text = useText(words)
  const toast = useToast()
  const can = useCan()
  const canChange = can('relay:configure')
  const staff = useQuery({ ...staffQuery, enabled: can('staff:read') }).data
  const fields = useFields({
    initial: {
      contactStaffId: settings.contactStaffId ?? '',
      serviceName: settings.serviceName,
      operatorName: settings.operatorName ?? '',
      issuesCertificates: settings.issuesCertificates,
    },
    schema: changeRelaySettings.body,
    prepare: (values) => ({
      ...values,
      contactStaffId: values.contactStaffId === '' ? null : values.contactStaffId,
      operatorName: values.operatorName.trim() === '' ? null : values.operatorName,
    }),
    onSubmit: async (body: z.output<typeof changeRelaySettings.body>) => {
      await call(changeRelaySettings, { body })
      await queries.invalidateQueries({ queryKey: [readRelaySettings.id] })
      toast.tell(text.saved)
    },
  })
  return (
    <Form fields={fields} {...(canChange && { submitLabel: text.save })}>
      <Section title={text.how} actions={<Link href="/settings/rules">{text.rules}</Link>}>
        <div className={styles.stack}>
          <FieldRow>
            <PlainSelectField
              {...fields.field('contactStaffId')}
              label={text.contact}
              help={text.contactHelp}
              disabled={!canChange}
              data={[
                { value: '', label: text.companyAddress },
                ...(staff?.items ?? [])
                  .filter(({ state }) => state === 'ACTIVE')
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </FieldRow>
          <FieldRow>
            <TextField {...fields.field('serviceName')} label={text.service} disabled={!canChange} />
            <TextField {...fields.field('operatorName')} label={text.operator} disabled={!canChange} />
          </FieldRow>
          <SwitchField
            {...fields.box('issuesCertificates')}
            label={text.certificates}
            help={text.certificatesHelp}
            disabled={!canChange}
          />
        </div>
      </Section>
    </Form>
  )
}
