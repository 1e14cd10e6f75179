import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import {
  recordNetworkPapers,
  resumeNetworkCompany,
  suspendNetworkCompany,
  suspensionReasons,
  verifyNetworkCompany,
  type NetworkCompany,
  type PaperAlert,
  type StandingReason,
} from '../../../../contract/network/network-companies.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { DateField, TextAreaField } from '../../../../ui/form/fields.tsx'
import { FieldRow, Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { Link } from '../../../../ui/link.tsx'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { groupWords } from '../../../../program/group-words.ts'
import { companyWords } from '../../../company-words.ts'
import styles from '../../../operator.module.css'
import { companyQuery, refresh } from '../../../queries.ts'
import { useCan } from '../../../session.ts'
import { networkWords, standingTones } from '../../../words.ts'
import { Industry } from './-Industry.tsx'

export const Route = createFileRoute('/_signed-in/companies/$companyId')({
  loader: async ({ context, params }) => {
    const { name } = await context.queries.ensureQueryData(companyQuery(params.companyId))
    return { crumb: name }
  },
  component: Page,
})

function Page() {
  const { companyId } = Route.useParams()
  const { data } = useQuery(companyQuery(companyId))
  return data && <Company key={data.id} company={data} />
}

/** What keeps the company from being verified; papers that only end soon do not. */
const gaps = ({ alerts }: NetworkCompany): PaperAlert[] =>
  alerts.filter((alert) => alert !== 'AGREEMENT_ENDS_SOON' && alert !== 'LICENCE_ENDS_SOON')

/** Papers that have ended: letting the company go on waits for their renewal. */
const isOver = ({ alerts }: NetworkCompany): boolean =>
  alerts.includes('AGREEMENT_ENDED') || alerts.includes('LICENCE_ENDED')

function Company({ company }: { company: NetworkCompany }) {
  const text = useText(companyWords)
  const common = useText(networkWords)
  const missing = gaps(company)
  const endsSoon = company.alerts.filter((alert) => !missing.includes(alert))
  return (
    <>
      <PageHeader
        title={company.name}
        aside={<StatusBadge tone={standingTones[company.standing]}>{common.standings[company.standing]}</StatusBadge>}
        actions={<Actions company={company} />}
      />
      <div className={styles.notices}>
        {company.standing === 'SUSPENDED' && (
          <InlineNotice tone="bad" title={text.isSuspended}>
            {company.reason && common.suspensions[company.reason]}
            {isOver(company) && <div>{text.renewFirst}</div>}
          </InlineNotice>
        )}
        {missing.length > 0 && (
          <InlineNotice tone="wait" title={company.standing === 'UNVERIFIED' ? text.missing : text.alerts}>
            {missing.map((alert) => common.alerts[alert]).join('・')}
          </InlineNotice>
        )}
        {endsSoon.length > 0 && (
          <InlineNotice tone="wait">{endsSoon.map((alert) => common.alerts[alert]).join('・')}</InlineNotice>
        )}
      </div>
      <CompanyFacts company={company} />
      <Papers company={company} />
    </>
  )
}

function CompanyFacts({ company }: { company: NetworkCompany }) {
  const text = useText(companyWords)
  const common = useText(networkWords)
  const groups = useText(groupWords)
  const format = useFormat()
  const number = company.corporateNumber ?? common.none
  const facts: [string, string][] = [
    [text.number, company.corporateNumber && !company.isNumberPlausible ? `${number} (${text.numberWrong})` : number],
    [text.mode, common.modes[company.modeInForce]],
    [text.ownMode, common.modes[company.operatingMode]],
    [text.licence, company.licenceNumber ?? common.none],
    [text.industry, company.industry ? (groups.industries[company.industry] ?? company.industry) : groups.untold],
    [text.known, format.date(company.knownSince)],
    [text.decided, company.decidedAt ? format.dateTime(company.decidedAt) : common.none],
  ]
  return (
    <Section
      title={text.facts}
      note={text.factsNote}
      actions={
        <>
          <Button size="xs" variant="default" component={Link} href={`/referrals?show=ALL&employerId=${company.id}`}>
            {text.referrals}
          </Button>
          <Button size="xs" variant="default" component={Link} href={`/introductions?employerId=${company.id}`}>
            {text.introductions}
          </Button>
        </>
      }
    >
      <Facts facts={facts} layout="tiles" />
      <Industry company={company} />
    </Section>
  )
}

function Papers({ company }: { company: NetworkCompany }) {
  const text = useText(companyWords)
  const toast = useToast()
  const canDecide = useCan()('network:decide')
  const fields = useFields({
    initial: {
      agreementOn: company.agreementOn ?? '',
      agreementUntil: company.agreementUntil ?? '',
      licenceSeenOn: company.licenceSeenOn ?? '',
      licenceUntil: company.licenceUntil ?? '',
      note: company.note ?? '',
    },
    schema: recordNetworkPapers.body,
    prepare: (values) =>
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value === '' ? null : value])),
    onSubmit: async (body) => {
      await call(recordNetworkPapers, { params: { id: company.id }, body })
      await refresh()
      toast.tell(text.saved)
    },
  })
  return (
    <Section title={text.papers} note={text.papersNote}>
      <Form fields={fields} label={text.papers} {...(canDecide && { submitLabel: text.save })}>
        <FieldRow>
          <DateField {...fields.field('agreementOn')} label={text.agreementOn} />
          <DateField {...fields.field('agreementUntil')} label={text.agreementUntil} />
        </FieldRow>
        <FieldRow>
          <DateField {...fields.field('licenceSeenOn')} label={text.licenceSeenOn} />
          <DateField {...fields.field('licenceUntil')} label={text.licenceUntil} />
        </FieldRow>
        <TextAreaField {...fields.field('note')} label={text.note} autosize minRows={2} />
      </Form>
    </Section>
  )
}

type Asking = 'verify' | 'suspend' | 'resume'

function Actions({ company }: { company: NetworkCompany }) {
  const text = useText(companyWords)
  const canDecide = useCan()('network:decide')
  const [asking, ask] = useState<Asking>()
  if (!canDecide) return null
  const close = () => ask(undefined)
  const isReady = gaps(company).length === 0
  const mustRenew = isOver(company)
  return (
    <>
      {company.standing !== 'SUSPENDED' && (
        <Button variant="default" onClick={() => ask('suspend')}>
          {text.suspend}
        </Button>
      )}
      {company.standing === 'UNVERIFIED' && (
        <Button disabled={!isReady} title={isReady ? undefined : text.missing} onClick={() => ask('verify')}>
          {text.verify}
        </Button>
      )}
      {company.standing === 'SUSPENDED' && (
        <Button disabled={mustRenew} title={mustRenew ? text.renewFirst : undefined} onClick={() => ask('resume')}>
          {text.resume}
        </Button>
      )}
      <Verify company={company} opened={asking === 'verify'} onClose={close} />
      <Suspend company={company} opened={asking === 'suspend'} onClose={close} />
      <Resume company={company} opened={asking === 'resume'} onClose={close} />
    </>
  )
}

type Dialog = { company: NetworkCompany; opened: boolean; onClose: () => void }

function Verify({ company, opened, onClose }: Dialog) {
  const text = useText(companyWords)
  const toast = useToast()
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={text.verifyTitle(company.name)}
      confirmLabel={text.verify}
      consequences={[
        { kind: 'happens', text: text.verifyWhat },
        { kind: 'reversible', text: text.verifyUndo },
      ]}
      onConfirm={async () => {
        await call(verifyNetworkCompany, { params: { id: company.id } })
        await refresh()
        toast.tell(text.verified)
      }}
    />
  )
}

function Suspend({ company, opened, onClose }: Dialog) {
  const text = useText(companyWords)
  const common = useText(networkWords)
  const toast = useToast()
  // Nothing is chosen beforehand: the company is told the reason, and the log keeps it.
  const [reason, choose] = useState<StandingReason>()
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      danger
      isFilledIn={reason !== undefined}
      title={text.suspendTitle(company.name)}
      confirmLabel={text.suspend}
      consequences={[
        { kind: 'happens', text: text.suspendLetters },
        { kind: 'happens', text: text.suspendRequests },
        { kind: 'happens', text: text.suspendSlots },
        { kind: 'happens', text: text.suspendReferrals },
        { kind: 'happens', text: text.suspendAccepted },
        { kind: 'happens', text: text.suspendActivity },
        { kind: 'reversible', text: text.suspendUndo },
      ]}
      onConfirm={async () => {
        if (reason) await call(suspendNetworkCompany, { params: { id: company.id }, body: { reason } })
        await refresh()
        toast.tell(text.suspended)
      }}
    >
      <NativeSelect
        label={text.suspendReason}
        value={reason ?? ''}
        onChange={({ currentTarget }) => choose(suspensionReasons.find((one) => one === currentTarget.value))}
        data={[
          { value: '', label: text.suspendChoose, disabled: true },
          ...suspensionReasons.map((value) => ({ value, label: common.suspensions[value] })),
        ]}
      />
    </ConfirmDialog>
  )
}

function Resume({ company, opened, onClose }: Dialog) {
  const text = useText(companyWords)
  const toast = useToast()
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={text.resumeTitle(company.name)}
      confirmLabel={text.resume}
      consequences={[{ kind: 'happens', text: text.resumeWhat }]}
      onConfirm={async () => {
        await call(resumeNetworkCompany, { params: { id: company.id } })
        await refresh()
        toast.tell(text.resumed)
      }}
    />
  )
}
