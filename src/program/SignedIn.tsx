import { IconFlask, IconShieldLock } from '@tabler/icons-react'
import { Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import type { NavigationGroup } from '../ui/shell/Navigation.tsx'
import { Shell } from '../ui/shell/Shell.tsx'
import { messages } from '../ui/text/messages.ts'
import { useText } from '../ui/text/TextProvider.tsx'
import { useToast } from '../ui/feedback/toast.tsx'
import { queries } from './api.ts'
import { chooseCompany } from './chosen-company.ts'
import { useCrumbs } from './crumbs.ts'
import { Notices } from './Notices.tsx'
import { useSignOut, type ProgramSession } from './session.ts'

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

type Props = {
  session: ProgramSession
  /** A hook: which pages the program has for the reader. */
  useNavigation: () => NavigationGroup[]
  /** Whose program it is, where that is not plain. */
  part?: string
}

/** The frame of every page of staff: navigation, the company chosen, the reader's account. */
export function SignedIn(props: Props) {
  const text = useText(words)
  const session = props.session.useSession()
  if (props.session.membershipOf(session) === undefined)
    return <EmptyState title={text.none}>{text.noneText}</EmptyState>
  return <Frame {...props} />
}

function Frame({ session: { openTo, sessionQuery, useMembership, useSession }, useNavigation, part }: Props) {
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
  const own = { groups, path, crumbs, companies, account, banner }
  return (
    <Shell {...own} {...(part === undefined ? {} : { part })}>
      {membership.permissions.includes('company:read') && <Notices key={`notices-${membership.companyId}`} />}
      {/* Another company is another world: nothing of a page's state goes with it. */}
      <Outlet key={membership.companyId} />
    </Shell>
  )
}
