import { ActionIcon, Menu, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import {
  IconChevronRight,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSearch,
  IconSun,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from '../link.tsx'
import { useLanguage, useText } from '../text/TextProvider.tsx'
import styles from './shell.module.css'
import { shellWords } from './words.ts'

export type Crumb = { label: string; href?: string }

export type Account = {
  name: string
  email: string
  /** Entries over サインアウト. */
  items?: readonly { label: string; href: string; icon?: ReactNode }[]
  onSignOut: () => void
}

export type TopBarProps = { crumbs: readonly Crumb[]; account: Account; start?: ReactNode }

export function TopBar({ crumbs, account, start }: TopBarProps) {
  const text = useText(shellWords)
  const keys = /mac/i.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'
  return (
    <header className={styles.top}>
      {start}
      <nav className={styles.grow} aria-label={text.path}>
        <ol className={styles.crumbs}>
          {crumbs.map((crumb, at) => (
            <li key={`${at}:${crumb.label}`} aria-current={at === crumbs.length - 1 ? 'page' : undefined}>
              {at > 0 && <IconChevronRight size={13} stroke={1.75} aria-hidden="true" className={styles.wide} />}
              {crumb.href !== undefined && at < crumbs.length - 1 ? (
                <Link href={crumb.href}>{crumb.label}</Link>
              ) : (
                <span className={styles.crumbText}>{crumb.label}</span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <button type="button" className={styles.search} aria-label={`${text.search} ${keys}`} onClick={spotlight.open}>
        <IconSearch size={16} stroke={1.7} aria-hidden="true" />
        <span>{text.search}</span>
        <kbd>{keys}</kbd>
      </button>
      <Tooltip label={`${text.keys} (?)`}>
        <ActionIcon className={styles.wide ?? ''} size="lg" aria-label={text.keys} onClick={askForKeys}>
          <IconKeyboard size={19} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <LanguageSwitch />
      <SchemeSwitch />
      <Menu width={240}>
        <Menu.Target>
          <button type="button" className={styles.avatar} aria-label={`${text.account}: ${account.name}`}>
            {Array.from(account.name)[0]}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={styles.who}>
            <strong>{account.name}</strong>
            <span>{account.email}</span>
          </div>
          <Menu.Divider />
          {(account.items ?? []).map((item) => (
            <Menu.Item key={item.href} component={Link} href={item.href} leftSection={item.icon}>
              {item.label}
            </Menu.Item>
          ))}
          <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={account.onSignOut}>
            {text.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </header>
  )
}

/** The list of shortcuts answers to its key; the button presses it. */
const askForKeys = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }))

export function LanguageSwitch() {
  const text = useText(shellWords)
  const [language, setLanguage] = useLanguage()
  return (
    <Tooltip label={text.language}>
      <ActionIcon
        size="lg"
        aria-label={text.languageLabel}
        onClick={() => setLanguage(language === 'ja' ? 'en' : 'ja')}
      >
        <IconLanguage size={19} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}

export function SchemeSwitch() {
  const text = useText(shellWords)
  // Mantine would write a style element to hold back transitions, which the content security policy refuses.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const scheme = useComputedColorScheme('light')
  const label = scheme === 'dark' ? text.light : text.dark
  return (
    <Tooltip label={label}>
      <ActionIcon size="lg" aria-label={label} onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}>
        {scheme === 'dark' ? <IconSun size={19} stroke={1.6} /> : <IconMoon size={19} stroke={1.6} />}
      </ActionIcon>
    </Tooltip>
  )
}
