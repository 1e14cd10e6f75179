import { Outlet, useLocation } from '@tanstack/react-router'
import type { Permission } from '../contract/accounts/permissions.ts'
import { TabLinks } from '../ui/TabLinks.tsx'
import { useCan } from './session.ts'

type SectionPage<Word extends string> = { path: string; word: Word; needs?: Permission }

type Given<Word extends string> = {
  pages: readonly SectionPage<Word>[]
  /** The name of each page, and under `label` that of the section. */
  text: Record<Word | 'label', string>
}

/** The pages of one section, as far as the reader may open them, above the one that is open. */
export function SectionTabs<Word extends string>({ pages, text }: Given<Word>) {
  const can = useCan()
  const here = useLocation({ select: ({ pathname }) => pathname.replace(/\/$/, '') })
  const opened = pages
    .filter(({ path }) => here === path || here.startsWith(`${path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
  return (
    <>
      <TabLinks
        label={text.label}
        tabs={pages
          .filter(({ needs }) => needs === undefined || can(needs))
          .map((page) => ({ href: page.path, name: text[page.word], isOpen: page === opened }))}
      />
      <Outlet />
    </>
  )
}
