import { useQuery } from '@tanstack/react-query'
import { listFittingOpenings } from '../../../../contract/matching.ts'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { fittingWords } from '../matching/-news-words.ts'
import styles from './-people.module.css'

/** The open openings that the person fits, each with its strongest reasons and what is not known. */
export function FittingOpenings({ personId }: { personId: string }) {
  const text = useText(fittingWords)
  const format = useFormat()
  const [language] = useLanguage()
  const mayRead = useCan()('matching:read')
  const { data, error } = useQuery({
    queryKey: [listFittingOpenings.id, personId],
    queryFn: () => call(listFittingOpenings, { params: { id: personId } }),
    enabled: mayRead,
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  })
  if (error) return <ErrorNotice error={error} />
  if (!data || data.considered === 0) return null
  const between = language === 'ja' ? '、' : ', '
  return (
    <Section title={text.title} note={data.ranked ? text.note : text.off}>
      {data.items.length === 0 && <p className={styles.soft}>{data.standing ? text[data.standing] : text.none}</p>}
      <ul className={styles.list}>
        {data.items.slice(0, 5).map((one) => (
          <li key={one.openingId} className={styles.fitting}>
            <div className={styles.entry}>
              <Link href={`/matching?opening=${one.openingId}`}>{one.title}</Link>
              {one.applied && <StatusBadge tone="wait">{text.applied}</StatusBadge>}
              {one.score !== null && (
                <span className={styles.soft}>{text.points(format.number(one.score), format.number(one.maximum))}</span>
              )}
            </div>
            <p className={styles.soft}>
              {one.parts
                .flatMap(({ contribution, reasons }) => (contribution > 0 ? reasons : []))
                .filter(({ code }) => code !== 'SKILL_UNKNOWN')
                .slice(0, 4)
                .map((reason) => reason[language])
                .join(' · ')}
            </p>
            {one.missingFacts.length > 0 && (
              <p className={styles.soft}>
                {text.missing}: {one.missingFacts.map((fact) => fact[language]).join(between)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
