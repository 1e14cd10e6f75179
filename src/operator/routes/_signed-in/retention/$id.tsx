import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { RunPage } from '../../../../program/retention/RunPage.tsx'
import { PeopleSearch } from '../../../../program/retention/RunPeople.tsx'
import { operatorSession } from '../../../session.ts'

export const Route = createFileRoute('/_signed-in/retention/$id')({
  staticData: { crumb: { ja: '対象者の一覧', en: 'List' } },
  params: { parse: ({ id }) => ({ id: z.uuid().parse(id) }) },
  validateSearch: PeopleSearch,
  component: Page,
})

function Page() {
  const { id } = Route.useParams()
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  return (
    <RunPage
      session={operatorSession}
      id={id}
      base="/retention"
      search={search}
      onSearch={(chosen) => void navigate({ search: chosen })}
    />
  )
}
