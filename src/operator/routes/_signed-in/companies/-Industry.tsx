import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { industries } from '../../../../contract/accounts/company-groups.ts'
import { setNetworkIndustry, type NetworkCompany } from '../../../../contract/network/network-companies.ts'
import { groupWords } from '../../../../program/group-words.ts'
import { PlainSelectField, TextAreaField } from '../../../../ui/form/fields.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { companyWords } from '../../../company-words.ts'
import { refresh } from '../../../queries.ts'
import { useCan } from '../../../session.ts'

/** What the operator says of a company's line of business, by which people hide, and the way to say so. */
export function Industry({ company }: { company: NetworkCompany }) {
  const text = useText(companyWords)
  const groups = useText(groupWords)
  const format = useFormat()
  const canDecide = useCan()('network:decide')
  const [isOpen, open] = useState(false)
  const { industrySet: set } = company
  const button = canDecide && (
    <Button size="xs" variant="default" onClick={() => open(true)}>
      {set ? text.changeIndustry : text.setIndustry}
    </Button>
  )
  return (
    <>
      {set ? (
        <InlineNotice
          tone="neutral"
          title={text.industryIs(groups.industries[set.industry] ?? set.industry)}
          actions={button}
        >
          {set.reason} ({format.date(set.at)})
        </InlineNotice>
      ) : (
        button
      )}
      {isOpen && <Setting company={company} onClose={() => open(false)} />}
    </>
  )
}

function Setting({ company, onClose }: { company: NetworkCompany; onClose: () => void }) {
  const text = useText(companyWords)
  const groups = useText(groupWords)
  const toast = useToast()
  const fields = useFields({
    initial: { industry: company.industrySet?.industry ?? '', reason: '' },
    schema: setNetworkIndustry.body,
    prepare: ({ industry, reason }) => ({ industry: industry === '' ? null : industry, reason }),
    onSubmit: async (body) => {
      await call(setNetworkIndustry, { params: { id: company.id }, body })
      await refresh()
      toast.tell(text.industrySaved)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={<strong>{text.setIndustry}</strong>}>
      <Form fields={fields} submitLabel={text.save}>
        <p>{text.industryWhat}</p>
        <PlainSelectField
          {...fields.field('industry')}
          label={text.industry}
          data={[
            { value: '', label: text.industryOwn },
            ...industries
              .filter((value) => value !== company.industry)
              .map((value) => ({ value, label: groups.industries[value] ?? value })),
          ]}
        />
        <TextAreaField {...fields.field('reason')} label={text.industryReason} isRequired autosize minRows={2} />
      </Form>
    </Modal>
  )
}
