import { IconListSearch } from '@tabler/icons-react'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { makeRetentionRun } from '../../../../../contract/retention/retention.ts'
import { MakeButton } from '../../../../../program/MakeButton.tsx'
import { refreshRuns } from '../../../../../program/retention/retention-queries.ts'
import { RunsSearch, RunsTable } from '../../../../../program/retention/RunsTable.tsx'
import { PageHeader, Section } from '../../../../../ui/PageHeader.tsx'
import { useText } from '../../../../../ui/text/TextProvider.tsx'
import { call } from '../../../../api.ts'
import { employerSession, useCan } from '../../../../session.ts'
import { Rules } from './-Rules.tsx'
import { words } from './-words.ts'

export const Route = createFileRoute('/_signed-in/privacy/retention/')({
  staticData: { crumb: { ja: '保存期間と削除', en: 'Retention' } },
  validateSearch: RunsSearch,
  component: Retention,
})

function Retention() {
  const text = useText(words)
  const canManage = useCan()('consent:manage')
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  return (
    <>
      <PageHeader title={text.title} description={text.description} actions={canManage && <Make />} />
      <Section title={text.runs} bare>
        <RunsTable
          session={employerSession}
          base="/privacy/retention"
          search={search}
          onSearch={(chosen) => void navigate({ search: chosen })}
        />
      </Section>
      <Section title={text.rules} note={text.rulesNote} bare>
        <Rules />
      </Section>
    </>
  )
}

function Make() {
  return (
    <MakeButton
      label={useText(words).make}
      leftSection={<IconListSearch size={16} />}
      make={async () => {
        const { id } = await call(makeRetentionRun, { body: { id: crypto.randomUUID() } })
        await refreshRuns()
        return `/privacy/retention/${id}`
      }}
    />
  )
}
