import { Link } from '../../../../ui/link.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useCan } from '../../../session.ts'
import styles from './-insights.module.css'
import { words } from './-words.ts'

/** A count that opens the list behind it, for whoever may open it; or that it is about too few people to be told. */
export function CountLink({ count, href }: { count: number | null; href: string }) {
  const text = useText(words)
  const format = useFormat()
  const can = useCan()
  if (count === null) return <span className={styles.soft}>{text.withheld}</span>
  if (count === 0 || !can('people:read')) return format.number(count)
  return <Link href={href}>{format.number(count)}</Link>
}
