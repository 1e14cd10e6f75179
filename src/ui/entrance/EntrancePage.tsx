import type { ReactNode } from 'react'
import { Mark } from '../shell/Mark.tsx'
import { LanguageSwitch, SchemeSwitch } from '../shell/TopBar.tsx'
import { messages } from '../text/messages.ts'
import { useText } from '../text/TextProvider.tsx'
import styles from './entrance.module.css'

const words = messages({
  ja: {
    lead: 'ご縁を、次の走者へ。',
    note: '出会った方々とのつながりを育て続けるタレントプールと、次の機会へつなぐキャリアリレー。',
    name: '襷',
  },
  en: {
    lead: 'Hand the sash to the next runner.',
    note: 'A talent pool that keeps itself current, and a career relay that carries people on to their next chance.',
    name: '襷',
  },
})

export type EntrancePageProps = {
  title: string
  description?: ReactNode
  children: ReactNode
  /** Links under the form. */
  after?: ReactNode
  /** Behind the name: 運営. */
  part?: string
  isWide?: boolean
}

/** The pages before the program: sign-in, recovery, invitation, set-up. */
export function EntrancePage({ title, description, children, after, part, isWide = false }: EntrancePageProps) {
  const text = useText(words)
  return (
    <div className={styles.page}>
      <aside className={styles.side}>
        <div className={styles.brand}>
          <Mark size={30} />
          <span>
            Tasuki <small>{part ?? text.name}</small>
          </span>
        </div>
        <div>
          <p className={styles.lead}>{text.lead}</p>
          <p className={styles.leadNote}>{text.note}</p>
        </div>
      </aside>
      <div className={styles.body}>
        <div className={styles.switches}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
        <main className={styles.content} data-wide={isWide || undefined}>
          <h1 className={styles.title}>{title}</h1>
          {description !== undefined && <p className={styles.description}>{description}</p>}
          {children}
          {after !== undefined && <div className={styles.after}>{after}</div>}
        </main>
      </div>
    </div>
  )
}
