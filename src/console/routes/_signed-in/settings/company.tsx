import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import type { z } from 'zod'
import { changeCompany, type Company } from '../../../../contract/accounts/accounts.ts'
import { ChoiceField, MailField, PlainSelectField, SwitchField, TextField } from '../../../../ui/form/fields.tsx'
import { FieldRow, Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { ErrorNotice, InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { noticesQuery } from '../../../../program/Notices.tsx'
import { AgeException } from './-AgeException.tsx'
import { company, keep } from './-company-query.ts'
import { words } from './-company-words.ts'
import { companySizes, industries } from '../../../../contract/accounts/company-groups.ts'
import { groupWords } from '../../../../program/group-words.ts'
import styles from './-settings.module.css'

export const Route = createFileRoute('/_signed-in/settings/company')({
  staticData: { crumb: { ja: '会社', en: 'Company' } },
  component: Page,
})

function Page() {
  const text = useText(words)
  const { data, error } = useQuery(company)
  return (
    <div className={styles.narrow}>
      <PageHeader title={text.title} description={text.description} />
      {error && <ErrorNotice error={error} />}
      {data && (
        <>
          <Settings key={data.id} company={data} />
          <div className={styles.apart}>
            <AgeException company={data} />
          </div>
        </>
      )}
    </div>
  )
}

type Body = z.output<typeof changeCompany.body>
const modes = ['IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT'] as const
/** What each mode needs to be on record. */
const needed: Record<string, readonly ('licenceNumber' | 'groupName' | 'groupNumber' | 'corporateNumber')[]> = {
  GROUP: ['groupName', 'groupNumber', 'corporateNumber'],
  PLACEMENT: ['licenceNumber'],
}
const textFields = [
  'nameEn',
  'corporateNumber',
  'address',
  'representative',
  'contactMail',
  'licenceNumber',
  'groupName',
  'groupNumber',
  'industry',
  'employees',
] as const

/** What the operator verifies a company by. */
const identity = ['name', 'corporateNumber', 'licenceNumber', 'groupName', 'groupNumber'] as const

const isLooser = (mode: (typeof modes)[number], most: (typeof modes)[number]): boolean =>
  modes.indexOf(mode) > modes.indexOf(most)

/** What the line of business is for, how often it changes, and what the operator made of it. */
function useIndustryHelp({ industrySet: set }: Company): string {
  const text = useText(words)
  const groups = useText(groupWords)
  const decided = set ? [text.industrySet(groups.industries[set.industry] ?? set.industry, set.reason)] : []
  return [groups.why, text.industryRule, ...decided].join(' ')
}

/** The form as it begins: what is not recorded is empty. */
const initialOf = (read: Company) => ({
  name: read.name,
  nameEn: read.nameEn ?? '',
  corporateNumber: read.corporateNumber ?? '',
  address: read.address ?? '',
  representative: read.representative ?? '',
  contactMail: read.contactMail ?? '',
  timeZone: read.timeZone,
  locale: read.locale as string,
  operatingMode: read.operatingMode as string,
  licenceNumber: read.licenceNumber ?? '',
  groupName: read.groupName ?? '',
  groupNumber: read.groupNumber ?? '',
  industry: read.industry ?? '',
  employees: (read.employees ?? '') as string,
  requireTwoFactor: read.requiresTwoFactor,
})

function Settings({ company: read }: { company: Company }) {
  const text = useText(words)
  const toast = useToast()
  const canChange = useCan()('company:manage')
  const groups = useText(groupWords)
  const industryHelp = useIndustryHelp(read)
  const fields = useFields({
    initial: initialOf(read),
    schema: changeCompany.body,
    // An emptied field takes the value back; the server knows no empty text.
    prepare: (values) => ({
      ...values,
      ...Object.fromEntries(textFields.map((field) => [field, values[field].trim() === '' ? null : values[field]])),
    }),
    check: (values) => {
      const missing = (needed[values.operatingMode] ?? []).filter((field) => values[field].trim() === '')
      const said = values.operatingMode === 'PLACEMENT' ? text.licenceNeeded : text.groupNeeded
      return Object.fromEntries(missing.map((field) => [field, said]))
    },
    onSubmit: async (body: Body) => {
      await keep(await call(changeCompany, { body }))
      toast.tell(text.saved)
    },
  })
  return (
    <Form fields={fields} {...(canChange && { submitLabel: text.save })}>
      <Section title={text.about}>
        <div className={styles.stack}>
          <FieldRow>
            <TextField {...fields.field('name')} label={text.name} isRequired disabled={!canChange} />
            <TextField {...fields.field('nameEn')} label={text.nameEn} disabled={!canChange} />
          </FieldRow>
          <TextField {...fields.field('address')} label={text.address} help={text.addressHelp} disabled={!canChange} />
          <TextField
            {...fields.field('representative')}
            label={text.representative}
            help={text.representativeHelp}
            disabled={!canChange}
          />
          <FieldRow>
            <MailField {...fields.field('contactMail')} label={text.contactMail} disabled={!canChange} />
            <TextField
              {...fields.field('corporateNumber')}
              label={text.corporateNumber}
              inputMode="numeric"
              disabled={!canChange}
            />
          </FieldRow>
          <FieldRow>
            <PlainSelectField
              {...fields.field('industry')}
              label={groups.industry}
              help={industryHelp}
              data={[
                { value: '', label: groups.untold },
                ...industries.map((value) => ({ value, label: groups.industries[value] ?? value })),
              ]}
              disabled={!canChange}
            />
            <PlainSelectField
              {...fields.field('employees')}
              label={groups.size}
              data={[
                { value: '', label: groups.untold },
                ...companySizes.map((value) => ({ value, label: groups.sizes[value] ?? value })),
              ]}
              disabled={!canChange}
            />
          </FieldRow>
          <FieldRow>
            <TextField
              {...fields.field('timeZone')}
              label={text.timeZone}
              help={text.timeZoneHelp}
              disabled={!canChange}
            />
            <PlainSelectField
              {...fields.field('locale')}
              label={text.locale}
              data={[
                { value: 'ja', label: '日本語' },
                { value: 'en', label: 'English' },
              ]}
              disabled={!canChange}
            />
          </FieldRow>
        </div>
      </Section>
      <Section title={text.mode}>
        <div className={styles.stack}>
          <ChoiceField
            {...fields.field('operatingMode')}
            label={text.modeLabel}
            help={text.modeHelp}
            choices={modes.map((value) => ({
              value,
              label: text.modes[value],
              help: isLooser(value, read.installationMode) ? text.tooLoose : text.modeTexts[value],
              isDisabled: !canChange || (isLooser(value, read.installationMode) && value !== read.operatingMode),
            }))}
          />
          {read.operatingModeInForce !== read.operatingMode && (
            <InlineNotice tone="wait">{text.inForce(text.modes[read.operatingModeInForce])}</InlineNotice>
          )}
          {fields.values.operatingMode === 'GROUP' && (
            <FieldRow>
              <TextField
                {...fields.field('groupName')}
                label={text.groupName}
                help={text.groupNameHelp}
                disabled={!canChange}
              />
              <TextField
                {...fields.field('groupNumber')}
                label={text.groupNumber}
                help={text.groupNumberHelp}
                inputMode="numeric"
                disabled={!canChange}
              />
            </FieldRow>
          )}
          <TextField
            {...fields.field('licenceNumber')}
            label={text.licenceNumber}
            help={text.licenceHelp}
            disabled={!canChange}
          />
        </div>
      </Section>
      <VerifyAgain before={read} values={fields.values} />
      <Section title={text.security}>
        <SwitchField
          {...fields.box('requireTwoFactor')}
          label={text.requireTwoFactor}
          help={read.isTwoFactorFixed ? text.twoFactorFixed : text.twoFactorHelp}
          disabled={!canChange || read.isTwoFactorFixed}
        />
      </Section>
    </Form>
  )
}

/** What saving means for a company that the operator has verified, before it is saved. */
function VerifyAgain({ before, values }: { before: Company; values: Record<(typeof identity)[number], string> }) {
  const text = useText(words)
  const { data: told } = useQuery(noticesQuery)
  const isVerified = told?.takesPart === true && told.standing === 'VERIFIED'
  if (!isVerified || identity.every((field) => values[field].trim() === (before[field] ?? ''))) return null
  return (
    <InlineNotice tone="wait" title={text.verifyAgain}>
      {text.verifyAgainText}
    </InlineNotice>
  )
}
