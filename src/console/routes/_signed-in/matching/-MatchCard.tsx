import { Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Match } from '../../../../contract/matching.ts'
import { Link } from '../../../../ui/link.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import styles from './-matching.module.css'
import { words } from './-words.ts'

/** One person who fits: who it is or what may be told, why this rank, what is not known, what to verify. */
export function MatchCard({ match, action }: { match: Match; action?: ReactNode }) {
  const text = useText(words)
  const format = useFormat()
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        {match.rank !== null && <span className={styles.rank}>{text.rank(match.rank)}</span>}
        <h3 className={styles.name}>
          {match.person ? <Link href={`/people/${match.person.id}`}>{match.person.name ?? '—'}</Link> : text.anonymous}
        </h3>
        {match.person?.appliedToThis === true && <StatusBadge tone="wait">{text.appliedToThis}</StatusBadge>}
        {match.score !== null && (
          <span className={styles.points}>{text.points(format.number(match.score), format.number(match.maximum))}</span>
        )}
      </div>
      {match.person && <PersonFacts person={match.person} />}
      {match.anonymous && <AnonymousFacts anonymous={match.anonymous} />}
      <Parts match={match} />
      <Points match={match} />
      {action}
    </li>
  )
}

function PersonFacts({ person }: { person: NonNullable<Match['person']> }) {
  const text = useText(words)
  const format = useFormat()
  const { lastApplication: last } = person
  const parts = [person.employer, person.title, person.prefecture].filter(Boolean)
  return (
    <div>
      {parts.length > 0 && <p className={styles.soft}>{parts.join(' · ')}</p>}
      {person.skills.length > 0 && <p className={styles.soft}>{person.skills.join(' / ')}</p>}
      <p className={styles.soft}>
        {last && `${text.lastApplication(last.openingTitle)} (${format.date(last.appliedAt)}) · `}
        {text.updated(format.date(person.updatedAt))}
      </p>
    </div>
  )
}

export function AnonymousFacts({ anonymous }: { anonymous: Pick<NonNullable<Match['anonymous']>, 'facts'> }) {
  const text = useText(words)
  const [language] = useLanguage()
  return (
    <dl className={styles.told}>
      {anonymous.facts.map((one) => (
        <div key={one.fact}>
          <dt>{text.facts[one.fact]}</dt>
          <dd>{one[language]}</dd>
        </div>
      ))}
    </dl>
  )
}

function Parts({ match }: { match: Match }) {
  const text = useText(words)
  const [language] = useLanguage()
  if (match.parts.length === 0) return null
  return (
    <ul className={styles.parts} aria-label={text.why}>
      {match.parts.map(({ part, contribution, maximum, reasons }) => (
        <li key={part}>
          <div className={styles.partHead}>
            <span>{text.parts[part]}</span>
            <span>
              {contribution} / {maximum}
            </span>
          </div>
          <Progress
            value={(contribution / maximum) * 100}
            size="sm"
            color="ai"
            aria-label={`${text.parts[part]} ${contribution} / ${maximum}`}
          />
          {reasons.length > 0 && (
            <ul className={styles.reasons}>
              {reasons.map((reason) => (
                <li key={reason[language]}>{reason[language]}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function Points({ match }: { match: Match }) {
  const text = useText(words)
  const [language] = useLanguage()
  const between = language === 'ja' ? '、' : ', '
  return (
    <>
      {match.missingFacts.length > 0 && (
        <p className={styles.open}>
          <span className={styles.label}>{text.missing}</span>
          <span>{match.missingFacts.map((fact) => fact[language]).join(between)}</span>
        </p>
      )}
      {match.toVerify.length > 0 && (
        <p className={styles.open}>
          <span className={styles.label}>{text.verify}</span>
          <span>{match.toVerify.map((reason) => reason[language]).join(between)}</span>
        </p>
      )}
    </>
  )
}
