import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { StaffPage, StaffSearch } from '../../../../program/staff/StaffPage.tsx'
import { employerSession } from '../../../session.ts'

export const Route = createFileRoute('/_signed-in/settings/staff')({
  validateSearch: StaffSearch,
  staticData: { crumb: { ja: 'スタッフ', en: 'Staff' } },
  component: Page,
})

function Page() {
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  return (
    <StaffPage
      session={employerSession}
      search={search}
      onSearch={(changed) => void navigate({ search: changed, replace: true })}
    />
  )
}
