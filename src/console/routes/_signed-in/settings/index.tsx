import { createFileRoute, redirect } from '@tanstack/react-router'
import { membershipOf, sessionQuery } from '../../../session.ts'

export const Route = createFileRoute('/_signed-in/settings/')({
  beforeLoad: async ({ context }) => {
    const session = await context.queries.ensureQueryData(sessionQuery)
    const seesCompany = membershipOf(session)?.permissions.includes('company:read') === true
    throw redirect({ to: seesCompany ? '/settings/company' : '/settings/account' })
  },
})
