import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { BreachPage, BreachSearch } from '../../../../program/breach/BreachPage.tsx'
import { employerSession } from '../../../session.ts'

export const Route = createFileRoute('/_signed-in/privacy/breaches')({
  staticData: { crumb: { ja: '漏えい時の対応', en: 'Breach kit' } },
  validateSearch: BreachSearch,
  component: Page,
})

function Page() {
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  return (
    <BreachPage
      session={employerSession}
      search={search}
      onSearch={(changed) => void navigate({ search: changed, replace: true })}
    />
  )
}
