import { IconListSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { makeRetentionRun, type RetentionRule } from '../../../../contract/retention/retention.ts'
import { MakeButton } from '../../../../program/MakeButton.tsx'
import { refreshRuns, rulesQuery } from '../../../../program/retention/retention-queries.ts'
import { RuleEntry } from '../../../../program/retention/RuleEntry.tsx'
import { RunsSearch, RunsTable } from '../../../../program/retention/RunsTable.tsx'
import { Entries } from '../../../../ui/Entry.tsx'
import { ErrorNotice, InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import styles from '../../../operator.module.css'
import { operatorSession, useCan } from '../../../session.ts'
import { words } from './-words.ts'

export const Route = createFileRoute('/_signed-in/retention/')({
  staticData: { crumb: { ja: '登録者の保存期間', en: 'Retention of members' } },
  validateSearch: RunsSearch,
  component: Page,
})

/** Makes a list by the rule in force, or by one of so many months that is only tried out; answers where it is shown. */
async function makeList(months?: number): Promise<string> {
  const { id } = await call(makeRetentionRun, {
    body: { id: crypto.randomUUID(), kind: 'MEMBERS', ...(months !== undefined && { months }) },
  })
  await refreshRuns()
  return `/retention/${id}`
}

function Page() {
  const text = useText(words)
  const canManage = useCan()('consent:manage')
  const { data, error, refetch } = useQuery(rulesQuery)
  const rule = data?.rules.find((one) => one.class === 'MEMBER')
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          canManage &&
          rule?.isOn && (
            <MakeButton label={text.make} leftSection={<IconListSearch size={16} />} make={() => makeList()} />
          )
        }
      />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {rule && (
        <>
          <div className={styles.notices}>
            <InlineNotice tone={rule.isOn ? 'good' : 'wait'} title={rule.isOn ? text.on : text.off}>
              {rule.isOn ? text.onText : text.offText}
            </InlineNotice>
          </div>
          <MemberRule key={rule.version} rule={rule} />
        </>
      )}
      <Section title={text.runs} bare>
        <RunsTable
          session={operatorSession}
          kind="MEMBERS"
          base="/retention"
          search={search}
          onSearch={(chosen) => void navigate({ search: chosen })}
        />
      </Section>
      <Section title={text.steps}>
        <ol className={styles.steps}>
          <li>{text.stepAsk}</li>
          <li>{text.stepAnswer}</li>
          <li>{text.stepDelete}</li>
        </ol>
      </Section>
    </>
  )
}

function MemberRule({ rule }: { rule: RetentionRule }) {
  const text = useText(words)
  return (
    <Section title={text.rule} bare>
      <Entries>
        <RuleEntry
          session={operatorSession}
          rule={rule}
          help={text.help}
          switchLabel={text.isOn}
          beside={(months) => (
            <MakeButton
              label={text.tryOut}
              size="sm"
              variant="subtle"
              leftSection={<IconListSearch size={16} />}
              make={() => makeList(months)}
            />
          )}
        />
      </Entries>
    </Section>
  )
}
