import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { acceptInvitation, readInvitation } from '../../contract/accounts/session.ts'
import { JoinByInvitation } from '../../ui/entrance/JoinByInvitation.tsx'
import { useText } from '../../ui/text/TextProvider.tsx'
import { call } from '../api.ts'
import { roleWords } from '../role-words.ts'
import type { ProgramSession } from '../session.ts'

export function InvitationPage({ session: { useEnter } }: { session: ProgramSession }) {
  // Behind the `#` the token is in no log and no Referer.
  const hash = useLocation({ select: (location) => location.hash })
  // Kept, for leaving the page takes it from the address while the page still stands.
  const [token] = useState(hash)
  const roles = useText(roleWords)
  const enter = useEnter()
  const { data, error } = useQuery({
    queryKey: [readInvitation.id, token],
    queryFn: ({ signal }) => call(readInvitation, { body: { token } }, { signal }),
    retry: false,
  })
  return (
    <JoinByInvitation
      invitation={data && { ...data, roleName: roles[data.role] }}
      error={error}
      onJoin={async (sent) => enter(await call(acceptInvitation, { body: { token, ...sent } }))}
    />
  )
}
