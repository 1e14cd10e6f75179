import { useQuery } from '@tanstack/react-query'
import { readRelayStanding, type RelayStanding as Standing } from '../../../../contract/relay/referrals.ts'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge, type Tone } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { ReferralResult } from '../relay/-Referrals.tsx'
import { referralWords, stepTones } from '../relay/-referral-words.ts'
import styles from './-people.module.css'

const activityTones: Record<NonNullable<Standing['activity']>, Tone> = {
  ACTIVE: 'relay',
  IN_PROCESS_ELSEWHERE: 'busy',
  PLACED: 'good',
}

/** What flows back of the person, as far as they allow, and what became of the letters to them. */
export function RelayStanding({ personId }: { personId: string }) {
  const text = useText(referralWords)
  const format = useFormat()
  const mayRead = useCan()('relay:read')
  const { data, error } = useQuery({
    queryKey: [readRelayStanding.id, personId],
    queryFn: () => call(readRelayStanding, { params: { id: personId } }),
    enabled: mayRead,
  })
  if (error) return <ErrorNotice error={error} />
  if (!data || (!data.isMember && data.letters.length === 0)) return null
  const { activity, asOf } = data
  return (
    <Section title={text.relay} note={data.isMember ? text.member : text.noMember}>
      {activity && (
        <p>
          <StatusBadge tone={activityTones[activity]}>{text.activities[activity]}</StatusBadge>{' '}
          {asOf && <span className={styles.soft}>{text.asOf(format.date(asOf))}</span>}
        </p>
      )}
      {data.isMember && <p className={styles.soft}>{activity ? text.allowed : text.notAllowed}</p>}
      {data.letters.length > 0 && (
        <ul className={styles.list} aria-label={text.letters}>
          {data.letters.map((line) => (
            <li key={line.letterId} className={styles.entry}>
              <span>{line.openingTitle}</span>
              <StatusBadge tone={stepTones[line.step]}>{text.steps[line.step]}</StatusBadge>
              <span className={styles.soft}>
                {format.date(line.sentAt)} <ReferralResult line={line} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
