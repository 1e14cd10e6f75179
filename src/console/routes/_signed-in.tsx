import { IconFlask, IconShieldLock } from '@tabler/icons-react'
import { createFileRoute, Outlet, redirect, useLocation, useRouter } from '@tanstack/react-router'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Shell } from '../../ui/shell/Shell.tsx'
import { messages } from '../../ui/text/messages.ts'
import { useText } from '../../ui/text/TextProvider.tsx'
import { useToast } from '../../ui/toast.tsx'
import { queries } from '../api.ts'
import { chooseCompany } from '../chosen-company.ts'
import { useCrumbs } from '../crumbs.ts'
import { useNavigation } from '../navigation.tsx'
import { membershipOf, openTo, sessionQuery, useMembership, useSession, useSignOut } from '../session.ts'
import { Lost, Stopped } from '../Stopped.tsx'

const words = messages({
  ja: {
    account: '自分のアカウント',
    none: '利用できる会社がありません',
    noneText: '会社の管理者に、招待メールの再送を依頼してください。',
    demo: 'デモ環境です。登場する会社・人物はすべて架空で、メールは外部へ送信されません。',
  },
  en: {
    account: 'My account',
    none: 'No company is open to you',
    noneText: 'Ask an administrator to send the invitation again.',
    demo: 'A demonstration: all companies and people are made up, and no mail leaves this machine.',
  },
})

export const Route = createFileRoute('/_signed-in')({
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery)
    if (session.needsSetUp) throw redirect({ to: '/set-up' })
    if (session.state !== 'SIGNED_IN') {
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
    }
  },
  component: SignedIn,
  errorComponent: ({ error, reset }) => <Stopped error={error} onRetry={reset} />,
  notFoundComponent: Lost,
})

function SignedIn() {
  const text = useText(words)
  const session = useSession()
  if (membershipOf(session) === undefined) return <EmptyState title={text.none}>{text.noneText}</EmptyState>
  return <Frame />
}

function Frame() {
  const text = useText(words)
  const session = useSession()
  const membership = useMembership()
  const groups = useNavigation()
  const crumbs = useCrumbs()
  const router = useRouter()
  const toast = useToast()
  const signOut = useSignOut()
  const path = useLocation({ select: (location) => location.pathname })
  const choose = async (companyId: string) => {
    chooseCompany(companyId)
    // What was read for the other company must not be seen for a moment longer.
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] })
    router.history.push('/')
    await router.invalidate()
  }
  const companies = {
    current: membership.companyId,
    all: openTo(session).map(({ companyId, name }) => ({ id: companyId, name })),
    onChoose: (companyId: string) => void choose(companyId),
  }
  const account = {
    name: session.staff?.name ?? '',
    email: session.staff?.email ?? '',
    items: [{ label: text.account, href: '/settings/account', icon: <IconShieldLock size={16} stroke={1.6} /> }],
    onSignOut: () => void signOut().catch(toast.refuse),
  }
  const banner = session.isDemonstration ? (
    <>
      <IconFlask size={14} stroke={1.75} aria-hidden="true" />
      {text.demo}
    </>
  ) : undefined
  return (
    <Shell groups={groups} path={path} crumbs={crumbs} companies={companies} account={account} banner={banner}>
      {/* Another company is another world: nothing of a page's state goes with it. */}
      <Outlet key={membership.companyId} />
    </Shell>
  )
}
