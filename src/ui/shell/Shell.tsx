import '@mantine/spotlight/styles.css'
import { ActionIcon, Drawer } from '@mantine/core'
import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconMenu2, IconSearch } from '@tabler/icons-react'
import { use, useMemo, type ReactNode } from 'react'
import { KeyboardHelp } from '../KeyboardHelp.tsx'
import { Link, NavigateContext } from '../link.tsx'
import { useText } from '../text/TextProvider.tsx'
import { CompanySwitch, type CompanyChoice } from './CompanySwitch.tsx'
import { Mark } from './Mark.tsx'
import { Navigation, type NavigationGroup } from './Navigation.tsx'
import styles from './shell.module.css'
import { TopBar, type Crumb, type Account } from './TopBar.tsx'
import { shellWords } from './words.ts'

export type ShellProps = {
  /** Behind the name: 運営 in the operator's program. */
  part?: string
  groups: readonly NavigationGroup[]
  /** The address shown, for the active entry. */
  path: string
  crumbs: readonly Crumb[]
  companies?: CompanyChoice
  account: Account
  /** What ⌘K offers besides the pages. */
  actions?: readonly SpotlightActionData[]
  /** A line over every page: the demonstration, a read-only installation. */
  banner?: ReactNode
  children: ReactNode
}

/** The frame of a program: navigation, company, search, language, scheme, account. Knows no router. */
export function Shell({ part, groups, path, crumbs, companies, account, actions = [], banner, children }: ShellProps) {
  const text = useText(shellWords)
  const [isCollapsed, setCollapsed] = useLocalStorage({
    key: 'tasuki.menu-collapsed',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  const [isOpen, { open, close }] = useDisclosure(false)
  const brand = (
    <Link href="/" className={styles.brand ?? ''} onClick={close}>
      <Mark />
      <span className={`${styles.brandName} ${styles.brandText}`}>
        Tasuki
        {part !== undefined && <span className={styles.brandPart}>{part}</span>}
      </span>
    </Link>
  )
  const Collapse = isCollapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <div className={styles.shell} data-collapsed={isCollapsed || undefined}>
      <a className={styles.skip} href="#main">
        {text.skip}
      </a>
      <aside className={styles.side}>
        {brand}
        {companies !== undefined && <CompanySwitch companies={companies} />}
        <Navigation groups={groups} path={path} isCollapsed={isCollapsed} />
        <button
          type="button"
          className={styles.collapse}
          aria-expanded={!isCollapsed}
          aria-label={isCollapsed ? text.expand : text.collapse}
          onClick={() => setCollapsed(!isCollapsed)}
        >
          <Collapse size={18} stroke={1.6} aria-hidden="true" />
          <span className={styles.collapseLabel}>{text.collapse}</span>
        </button>
      </aside>
      <Drawer
        opened={isOpen}
        onClose={close}
        size={288}
        padding="xs"
        title={brand}
        closeButtonProps={{ 'aria-label': text.close }}
      >
        <div className={styles.drawer}>
          {companies !== undefined && <CompanySwitch companies={companies} />}
          <Navigation groups={groups} path={path} onGo={close} />
        </div>
      </Drawer>
      <div className={styles.body}>
        <TopBar
          crumbs={crumbs}
          account={account}
          start={
            <ActionIcon className={styles.burger ?? ''} size="lg" aria-label={text.open} onClick={open}>
              <IconMenu2 size={20} />
            </ActionIcon>
          }
        />
        {banner !== undefined && <div className={styles.banner}>{banner}</div>}
        <main id="main" className={styles.main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <Search groups={groups} actions={actions} />
      <KeyboardHelp />
    </div>
  )
}

function Search({ groups, actions }: Pick<ShellProps, 'groups'> & { actions: readonly SpotlightActionData[] }) {
  const text = useText(shellWords)
  const navigate = use(NavigateContext)
  const all = useMemo(() => {
    const pages = groups.flatMap((group) =>
      group.items.map((item) => ({
        id: item.href,
        label: item.label,
        ...(group.label === undefined ? {} : { description: group.label }),
        leftSection: item.icon,
        onClick: () => navigate(item.href),
        keywords: item.keywords ?? [],
      })),
    )
    return [...pages, ...actions]
  }, [groups, actions, navigate])
  return (
    <Spotlight
      actions={all}
      highlightQuery
      scrollable
      maxHeight={420}
      nothingFound={text.nothing}
      searchProps={{
        placeholder: text.searchHint,
        'aria-label': text.search,
        leftSection: <IconSearch size={18} stroke={1.6} />,
      }}
    />
  )
}
