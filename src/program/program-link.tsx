import { useRouter } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import type { LinkProps } from '../ui/link.tsx'

/** The link that `ui` is given: goes through the router, and leaves new tabs and other sites to the browser. */
export function ProgramLink({ href, onClick, children, ...rest }: LinkProps) {
  const router = useRouter()
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !isPlain || !href.startsWith('/') || rest.target !== undefined) return
    event.preventDefault()
    router.history.push(href)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- an anchor with an address is a link: Enter clicks it
    <a {...rest} href={href} onClick={go}>
      {children}
    </a>
  )
}
