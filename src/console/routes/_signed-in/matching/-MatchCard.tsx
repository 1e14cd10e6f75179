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
          {match.person && <Link href={`/people/${match.person.id}`}>{match.person.name ?? '—'}</Link>}
          {match.anonymous && text.anonymous(format.number(match.anonymous.refs.length))}
        </h3>
        {match.person?.appliedToThis === true && <StatusBadge tone="wait">{text.appliedToThis}</StatusBadge>}
        <span className={styles.end}>
          {match.score !== null && (
            <span className={styles.points}>
              {text.points(format.number(match.score), format.number(match.maximum))}
            </span>
          )}
          {action}
        </span>
      </div>
      {match.person && <PersonFacts person={match.person} />}
      {match.anonymous && <AnonymousFacts anonymous={match.anonymous} />}
      <Parts match={match} />
      <Points match={match} />
    </li>
  )
}

function PersonFacts({ person }: { person: NonNullable<Match['person']> }) {
  const text = useText(words)
  const format = useFormat()
  const { lastApplication: last } = person
  const parts = [person.employer, person.title, person.prefecture].filter(Boolean)
  return (
    <p className={styles.soft}>
      {[
        ...parts,
        format.list(person.skills),
        last && `${text.lastApplication(last.openingTitle)}(${format.date(last.appliedAt)})`,
        text.updated(format.date(person.updatedAt)),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
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

/** The score as one bar of its parts, with the strongest reasons beside it; the whole breakdown opens below. */
function Parts({ match: { parts, maximum } }: { match: Match }) {
  const text = useText(words)
  const [language] = useLanguage()
  if (parts.length === 0) return null
  const told = parts
    .flatMap(({ reasons, contribution }) => (contribution > 0 ? reasons : []))
    .filter(({ code }) => code !== 'SKILL_UNKNOWN')
    .map((reason) => reason[language])
  return (
    <details className={styles.why}>
      <summary>
        <span className={styles.bar} aria-hidden>
          {parts.map(({ part, contribution }) => (
            <span key={part} data-part={part} style={{ width: `${(contribution / maximum) * 100}%` }} />
          ))}
        </span>
        <span className={styles.reasonsLine}>{told.length > 0 ? told.join(' · ') : text.noReasons}</span>
        <span className={styles.toggle}>{text.breakdown}</span>
      </summary>
      <table className={styles.parts}>
        <caption>{text.why}</caption>
        <tbody>
          {parts.map(({ part, contribution, maximum: most, reasons }) => (
            <tr key={part}>
              <th scope="row">
                <span className={styles.dot} data-part={part} aria-hidden />
                {text.parts[part]}
              </th>
              <td className={styles.share}>
                {contribution} / {most}
              </td>
              <td>{reasons.map((reason) => reason[language]).join(' · ') || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
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
