import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { changeNetworkTerms, NetworkTerms } from '../../../../contract/network/network-terms.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { ChoiceField, NumberField, SwitchField } from '../../../../ui/form/fields.tsx'
import { FieldRow, Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { refresh, termsQuery } from '../../../queries.ts'
import { useCan } from '../../../session.ts'
import { termsWords } from '../../../terms-words.ts'
import { Forecast } from './-Forecast.tsx'
import { Stopping } from './-Stopping.tsx'
import { WhatIf } from './-WhatIf.tsx'

export const Route = createFileRoute('/_signed-in/terms/')({
  staticData: { crumb: { ja: 'ネットワークのルール', en: 'Rules of the network' } },
  component: Page,
})

function Page() {
  const text = useText(termsWords)
  const { data, error } = useQuery(termsQuery)
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      {error && <ErrorNotice error={error} />}
      {data && <Terms key={JSON.stringify(data)} terms={data} />}
      <Stopping />
    </>
  )
}

function Terms({ terms }: { terms: NetworkTerms }) {
  const text = useText(termsWords)
  const toast = useToast()
  const canDecide = useCan()('network:decide')
  const [asked, ask] = useState<NetworkTerms>()
  const fields = useFields({ initial: { ...terms }, schema: NetworkTerms, onSubmit: (entered) => ask(entered) })
  const { referralsPerSlot, slotExpiryMonths, referralTrigger } = fields.values
  const change = async () => {
    if (asked === undefined) return
    await call(changeNetworkTerms, { body: asked })
    await refresh()
    toast.tell(text.saved)
  }
  return (
    <>
      <Section title={text.rules}>
        <Form fields={fields} label={text.rules} {...(canDecide && { submitLabel: text.save })}>
          <FieldRow>
            <NumberField {...fields.field('referralsPerSlot')} label={text.referralsPerSlot} min={1} max={100} />
            <NumberField {...fields.field('slotExpiryMonths')} label={text.slotExpiryMonths} min={1} max={60} />
            <NumberField {...fields.field('referralHoldDays')} label={text.referralHoldDays} min={1} max={90} />
          </FieldRow>
          <ChoiceField
            {...fields.field('attributionRule')}
            label={text.attributionRule}
            choices={(['FIRST_LETTER', 'LAST_LETTER'] as const).map((value) => ({ value, label: text[value] }))}
          />
          <ChoiceField
            {...fields.field('referralTrigger')}
            label={text.referralTrigger}
            help={text.referralTriggerNote}
            choices={(['REGISTRATION', 'HIRED_ELSEWHERE'] as const).map((value) => ({ value, label: text[value] }))}
          />
          <SwitchField
            {...fields.field('introductionGate')}
            label={text.introductionGate}
            help={text.introductionGateNote}
          />
        </Form>
      </Section>
      <WhatIf referralsPerSlot={referralsPerSlot} slotExpiryMonths={slotExpiryMonths} />
      <Forecast
        referralsPerSlot={referralsPerSlot}
        slotExpiryMonths={slotExpiryMonths}
        referralTrigger={referralTrigger}
      />
      <ConfirmDialog
        opened={asked !== undefined}
        onClose={() => ask(undefined)}
        title={text.confirmTitle}
        confirmLabel={text.save}
        consequences={[
          { kind: 'happens', text: text.confirmAll },
          { kind: 'happens', text: text.confirmKept },
          { kind: 'happens', text: text.confirmAudit },
        ]}
        onConfirm={change}
      />
    </>
  )
}
