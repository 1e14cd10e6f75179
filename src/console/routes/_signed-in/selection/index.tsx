import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useCan } from '../../../session.ts'
import { OwnInterviews } from './-OwnInterviews.tsx'
import { Recruiting } from './-Recruiting.tsx'
import { SelectionSearch } from './-search.ts'

export const Route = createFileRoute('/_signed-in/selection/')({
  validateSearch: SelectionSearch,
  staticData: { crumb: { ja: '選考', en: 'Selection' } },
  component: Page,
})

/** Recruiters see the selection; who only evaluates sees their own interviews and nothing else. */
function Page() {
  const can = useCan()
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const change = useCallback(
    (part: Partial<SelectionSearch>) =>
      void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false }),
    [navigate],
  )
  if (!can('selection:read')) return <OwnInterviews />
  return <Recruiting search={search} onSearch={change} />
}
