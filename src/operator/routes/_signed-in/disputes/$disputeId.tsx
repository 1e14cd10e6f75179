import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import {
  decideDispute,
  readNetworkDispute,
  type DisputeEffect,
  type NetworkDispute,
} from '../../../../contract/disputes/disputes.ts'
import { DisputeCourse } from '../../../../program/dispute/DisputeCourse.tsx'
import { disputeTones, disputeWords } from '../../../../program/dispute/dispute-words.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { ChoiceField, TextAreaField } from '../../../../ui/form/fields.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice, InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { Waiting } from '../../../../ui/feedback/Waiting.tsx'
import { call } from '../../../api.ts'
import { introductionWords } from '../../../introduction-words.ts'
import styles from '../../../operator.module.css'
import { refresh } from '../../../queries.ts'
import { useCan } from '../../../session.ts'
import { networkWords } from '../../../words.ts'
import { words } from './-words.ts'

const dispute = (id: string) =>
  queryOptions({ queryKey: [readNetworkDispute.id, id], queryFn: () => call(readNetworkDispute, { params: { id } }) })

export const Route = createFileRoute('/_signed-in/disputes/$disputeId')({
  staticData: { crumb: { ja: '申し立ての内容', en: 'Dispute' } },
  component: Page,
})

function Page() {
  const { disputeId } = Route.useParams()
  const text = useText(words)
  const common = useText(disputeWords)
  const network = useText(networkWords)
  const format = useFormat()
  const canDecide = useCan()('network:decide')
  const { data, error, refetch } = useQuery(dispute(disputeId))
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting />
  return (
    <>
      <PageHeader
        title={common.kinds[data.kind]}
        description={`${data.employerName ?? network.formerCompany} · ${common.decideBy} ${format.date(data.decideBy)}`}
        aside={
          <>
            <StatusBadge tone={disputeTones[data.state]}>{common.states[data.state]}</StatusBadge>
            {data.isOverdue && <StatusBadge tone="bad">{text.overdue}</StatusBadge>}
          </>
        }
      />
      <div className={styles.notices}>
        {data.state === 'STATEMENT' && data.statementDueAt && (
          <InlineNotice tone="wait">{text.waits(format.date(data.statementDueAt))}</InlineNotice>
        )}
        {data.adjustment && (
          <InlineNotice
            tone={data.adjustment === 'APPLIED' ? 'good' : 'wait'}
            title={`${text.adjustment}: ${text.adjustments[data.adjustment]}`}
            actions={
              <Button size="xs" variant="default" component={Link} href="/adjustments">
                {text.toAdjustments}
              </Button>
            }
          />
        )}
      </div>
      <Subject dispute={data} />
      <DisputeCourse dispute={data} />
      {canDecide && data.state === 'REVIEW' && <Decide dispute={data} />}
    </>
  )
}

function Subject({ dispute: { referral, introduction } }: { dispute: NetworkDispute }) {
  const text = useText(words)
  const network = useText(networkWords)
  const introductions = useText(introductionWords)
  const format = useFormat()
  const at = (instant: string | null) => (instant === null ? network.none : format.dateTime(instant))
  const facts: [string, string][] = []
  if (referral)
    facts.push(
      [text.referralState, network.states[referral.state]],
      [text.reason, referral.reason === null ? network.none : (network.reasons[referral.reason] ?? referral.reason)],
      [text.signals, referral.signals.map((signal) => network.signals[signal]).join('・') || network.none],
      [text.registeredAt, at(referral.registeredAt)],
      [text.settledAt, at(referral.settledAt)],
    )
  if (introduction)
    facts.push(
      [text.introductionState, introductions.states[introduction.state]],
      [text.progress, introduction.progress === null ? network.none : introductions.progresses[introduction.progress]],
      [text.askedAt, at(introduction.askedAt)],
      [text.endedAt, at(introduction.endedAt)],
    )
  if (facts.length === 0) return null
  return (
    <Section title={text.subject} note={text.subjectNote}>
      <Facts facts={facts} layout="tiles" />
    </Section>
  )
}

type Decision = z.output<typeof decideDispute.body>
const effectOf: Record<NetworkDispute['kind'], DisputeEffect> = {
  REFERRAL: 'GIVE_REFERRAL',
  SLOT: 'GIVE_SLOT',
  CONDUCT: 'NONE',
}

function Decide({ dispute: { id, kind } }: { dispute: NetworkDispute }) {
  const text = useText(words)
  const common = useText(disputeWords)
  const toast = useToast()
  const [asked, ask] = useState<Decision>()
  const moves = effectOf[kind]
  const effects = moves === 'NONE' ? [] : [moves, 'NONE' as const]
  const fields = useFields({
    initial: { outcome: '' as string, effect: '' as string, reasons: '' },
    // Who upholds says whether the ledger moves: neither is a default for what cannot be decided again.
    prepare: (entered) => ({
      ...entered,
      effect: entered.outcome === 'UPHELD' && effects.length > 0 ? entered.effect : 'NONE',
    }),
    schema: decideDispute.body,
    onSubmit: (body) => ask(body),
  })
  return (
    <Section title={text.decide} note={text.decideNote}>
      <Form fields={fields} label={text.decide} submitLabel={text.decide}>
        <ChoiceField
          {...fields.field('outcome')}
          label={text.outcome}
          choices={[
            { value: 'UPHELD', label: text.upheld },
            { value: 'REJECTED', label: text.rejected },
          ]}
        />
        {fields.values.outcome === 'UPHELD' && effects.length > 0 && (
          <ChoiceField
            {...fields.field('effect')}
            label={text.effect}
            choices={effects.map((value) => ({ value, label: common.effects[value] }))}
          />
        )}
        <TextAreaField
          {...fields.field('reasons')}
          label={text.reasons}
          help={text.reasonsHelp}
          minRows={5}
          autosize
          isRequired
        />
      </Form>
      <ConfirmDialog
        opened={asked !== undefined}
        onClose={() => ask(undefined)}
        title={text.confirmTitle}
        confirmLabel={text.decide}
        consequences={[
          { kind: 'happens', text: text.confirmWhat },
          { kind: 'happens', text: asked && asked.effect !== 'NONE' ? text.confirmLedger : text.confirmNoLedger },
          { kind: 'final', text: text.confirmFinal },
        ]}
        onConfirm={async () => {
          if (asked === undefined) return
          await call(decideDispute, { params: { id }, body: asked })
          await refresh()
          toast.tell(text.decided)
        }}
      />
    </Section>
  )
}
