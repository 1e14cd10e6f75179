import {
  createContext,
  createElement,
  use,
  type AnchorHTMLAttributes,
  type ComponentType,
  type ReactNode,
  type Ref,
} from 'react'

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  href: string
  children?: ReactNode
  ref?: Ref<HTMLAnchorElement>
}

export type LinkComponent = ComponentType<LinkProps>

function PlainLink({ children, ...rest }: LinkProps) {
  return <a {...rest}>{children}</a>
}

const LinkContext = createContext<LinkComponent>(PlainLink)

export const LinkProvider = LinkContext

/** A link within the program. `ui` knows no router: the program hands its own link component to UiProvider. */
export function Link(props: LinkProps) {
  return createElement(use(LinkContext), props)
}

/** Goes to an address of the program; handed in by the program, like the link. */
export const NavigateContext = createContext<(href: string) => void>((href) => window.location.assign(href))
