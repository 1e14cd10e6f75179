import { useQuery } from '@tanstack/react-query'
import { listOpeningNews } from '../../../../contract/matching.ts'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import styles from './-matching.module.css'
import { newsWords } from './-news-words.ts'

/** The open openings with how many fit, those with people nobody has seen yet first. */
export function OpeningNews() {
  const text = useText(newsWords)
  const format = useFormat()
  const { data, error } = useQuery({ queryKey: [listOpeningNews.id], queryFn: () => call(listOpeningNews, {}) })
  if (error) return <ErrorNotice error={error} />
  if (!data || data.openings.length === 0) return null
  const openings = data.openings.toSorted((a, b) => b.fresh - a.fresh)
  return (
    <Section title={text.title} note={text.note}>
      <ul className={styles.news}>
        {openings.map((one) => (
          <li key={one.openingId}>
            <Link href={`/matching?opening=${one.openingId}`}>{one.title}</Link>
            {one.fresh > 0 && <StatusBadge tone="relay">{text.fresh(format.number(one.fresh))}</StatusBadge>}
            <span className={styles.newsCount}>{text.people(format.number(one.people), format.number(one.known))}</span>
            <span className={styles.soft}>
              {one.lookedAt === null ? text.never : text.looked(format.relative(one.lookedAt))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
