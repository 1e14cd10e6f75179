import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { AuditPage, AuditSearch } from '../../../../program/audit/AuditPage.tsx'
import { employerSession } from '../../../session.ts'

export const Route = createFileRoute('/_signed-in/settings/audit')({
  staticData: { crumb: { ja: '監査ログ', en: 'Audit log' } },
  validateSearch: AuditSearch,
  component: Page,
})

function Page() {
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  return (
    <AuditPage
      session={employerSession}
      search={search}
      onSearch={(changed, { replace }) => void navigate({ search: changed, replace })}
    />
  )
}
