import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { AskOutcome, readFreshness } from '../../../../contract/pool/freshness.ts'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { Asks } from './-Asks.tsx'
import { FieldStates } from './-FieldStates.tsx'
import { Plan } from './-Plan.tsx'
import { Settings } from './-Settings.tsx'
import { words } from './-words.ts'

const freshness = queryOptions({ queryKey: [readFreshness.id], queryFn: () => call(readFreshness, {}) })

export const Route = createFileRoute('/_signed-in/freshness/')({
  staticData: { crumb: { ja: '情報の鮮度', en: 'Freshness' } },
  validateSearch: z.object({
    cursor: z.uuid().optional().catch(undefined),
    outcome: AskOutcome.optional().catch(undefined),
  }),
  component: Page,
})

function Page() {
  const text = useText(words)
  const { data, error } = useQuery(freshness)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const isOn = data?.settings.isOn
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        aside={
          isOn !== undefined && <StatusBadge tone={isOn ? 'good' : 'neutral'}>{isOn ? text.on : text.off}</StatusBadge>
        }
      />
      {error && <ErrorNotice error={error} />}
      {data && <Plan settings={data.settings} />}
      <FieldStates fields={data?.fields} people={data?.people} />
      {data && (
        <Asks
          answers={data.answers}
          {...search}
          onPage={(cursor) => void navigate({ search: (search) => ({ ...search, cursor }) })}
        />
      )}
      {data && <Settings key={JSON.stringify(data.settings)} settings={data.settings} />}
    </>
  )
}
