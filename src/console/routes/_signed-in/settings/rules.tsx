import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { readCreditTerms } from '../../../../contract/credits/credits.ts'
import { changeMatchingSettings, MatchingSettings, readMatchingSettings } from '../../../../contract/matching.ts'
import { readRelaySettings } from '../../../../contract/relay/relay.ts'
import { changeRules, readRules } from '../../../../contract/rules.ts'
import { SwitchField } from '../../../../ui/form/fields.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan, useMembership } from '../../../session.ts'
import { LeftAlone } from './-LeftAlone.tsx'
import { LetterRules } from './-LetterRules.tsx'
import { RuleSection } from './-RuleSection.tsx'
import { words } from './-rules-words.ts'
import { BudgetRule, LeastPeopleRule, type RuleProps } from './-SimpleRules.tsx'
import styles from './-settings.module.css'
import { WindowRule } from './-WindowRule.tsx'

const rulesQuery = queryOptions({ queryKey: [readRules.id], queryFn: () => call(readRules, {}) })
const relayQuery = queryOptions({ queryKey: [readRelaySettings.id], queryFn: () => call(readRelaySettings, {}) })
const matchingQuery = queryOptions({
  queryKey: [readMatchingSettings.id],
  queryFn: () => call(readMatchingSettings, {}),
})
const termsQuery = queryOptions({ queryKey: [readCreditTerms.id], queryFn: () => call(readCreditTerms, {}) })

export const Route = createFileRoute('/_signed-in/settings/rules')({
  staticData: { crumb: { ja: 'ルール', en: 'Rules' } },
  component: Page,
})

function Page() {
  const text = useText(words)
  const can = useCan()
  const { data, error } = useQuery(rulesQuery)
  const relay = useQuery({ ...relayQuery, enabled: can('relay:read') }).data
  const matching = useQuery({ ...matchingQuery, enabled: can('matching:read') }).data
  return (
    <div className={styles.narrow}>
      <PageHeader title={text.title} description={text.description} />
      {error && <ErrorNotice error={error} />}
      {relay && <LetterRules key={JSON.stringify(relay.settings)} settings={relay.settings} />}
      {data && <OwnRules rules={data.rules} />}
      {matching && <Ranking key={String(matching.rankingOff)} rankingOff={matching.rankingOff} />}
      {matching && <OwnLeftAlone key={JSON.stringify(matching.leftAlone)} settings={matching} />}
      {can('credits:read') && <NetworkTerms />}
    </div>
  )
}

/** Each form begins anew from what was kept, so that it shows what the server holds. */
function OwnRules({ rules }: Pick<RuleProps, 'rules'>) {
  const text = useText(words)
  const toast = useToast()
  const canChange = useCan()('company:manage')
  const { zone } = useMembership()
  const keep: RuleProps['keep'] = async (body) => {
    const kept = await call(changeRules, { body })
    queries.setQueryData(rulesQuery.queryKey, (before) => before && { ...before, rules: kept })
    toast.tell(text.saved)
  }
  const props = { rules, keep, canChange }
  return (
    <>
      <WindowRule key={`window ${JSON.stringify(rules.sendWindow)}`} {...props} zone={zone} />
      <BudgetRule key={`budget ${JSON.stringify(rules.contactBudget)}`} {...props} />
      <LeastPeopleRule key={`least ${rules.kAnonymity}`} {...props} />
    </>
  )
}

function Ranking({ rankingOff }: { rankingOff: boolean }) {
  const text = useText(words)
  const toast = useToast()
  const can = useCan()
  const canChange = can('company:manage')
  const fields = useFields({
    initial: { rankingOff },
    schema: MatchingSettings.pick({ rankingOff: true }),
    onSubmit: async (body: { rankingOff: boolean }) => {
      queries.setQueryData(matchingQuery.queryKey, await call(changeMatchingSettings, { body }))
      toast.tell(text.saved)
    },
  })
  return (
    <RuleSection
      title={text.ranking}
      note={text.rankingNote}
      fields={fields}
      canChange={canChange}
      byDefault={text.rankingDefault}
    >
      <SwitchField
        {...fields.box('rankingOff')}
        label={text.rankingOff}
        help={text.rankingHelp}
        disabled={!canChange}
      />
      {can('audit:read') && (
        <p className={styles.help}>
          <Link href="/settings/rankings">{text.rankingLog}</Link>
        </p>
      )}
    </RuleSection>
  )
}

function OwnLeftAlone({ settings: { rankingOff, leftAlone } }: { settings: MatchingSettings }) {
  const text = useText(words)
  const toast = useToast()
  const canChange = useCan()('company:manage')
  const keep = async (employers: MatchingSettings['leftAlone']) => {
    const body = { rankingOff, leftAlone: employers }
    queries.setQueryData(matchingQuery.queryKey, await call(changeMatchingSettings, { body }))
    toast.tell(text.saved)
  }
  return <LeftAlone employers={leftAlone} canChange={canChange} keep={keep} />
}

function NetworkTerms() {
  const text = useText(words)
  const { data } = useQuery(termsQuery)
  if (!data) return null
  return (
    <Section title={text.network} note={text.networkNote}>
      <dl className={styles.terms}>
        <dt>{text.referralsPerSlot}</dt>
        <dd>{text.people(data.referralsPerSlot)}</dd>
        <dt>{text.referralHoldDays}</dt>
        <dd>{text.dayCount(data.referralHoldDays)}</dd>
        <dt>{text.slotExpiryMonths}</dt>
        <dd>{text.months(data.slotExpiryMonths)}</dd>
      </dl>
    </Section>
  )
}
