import { createFileRoute, redirect } from '@tanstack/react-router'

export const Route = createFileRoute('/_signed-in/privacy/')({
  beforeLoad: () => {
    throw redirect({ to: '/privacy/requests' })
  },
})
