import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { GatedRequest } from '../../../../contract/introductions/introduction-gate.ts'
import { promiseSentence } from '../../../../contract/introductions/promise-words.ts'
import { Facts } from '../../../../ui/Facts.tsx'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { gateWords } from './-words.ts'
import styles from './gate.module.css'

type Given = { request: GatedRequest; onPass?: () => Promise<void>; onRefuse?: () => void }

/** One request whole: the work, the words to the person, and the profile that the company saw. */
export function RequestCard({ request, onPass, onRefuse }: Given) {
  const text = useText(gateWords)
  const format = useFormat()
  const [isPassing, setPassing] = useState(false)
  const [language] = useLanguage()
  const { job, message, promises, facts, state, decidedAt } = request
  const when = decidedAt ? text.decided(format.date(decidedAt)) : text.decideBy(format.date(request.decideBy))
  return (
    <li className={styles.request}>
      <header className={styles.head}>
        <div>
          <h2>{request.employerName ?? text.former}</h2>
          <p>{`${text.asked(format.date(request.askedAt))} · ${when}`}</p>
        </div>
        {onPass && onRefuse ? (
          <div className={styles.actions}>
            <Button variant="default" onClick={onRefuse}>
              {text.refuse}
            </Button>
            <Button
              loading={isPassing}
              onClick={() => {
                setPassing(true)
                void onPass().finally(() => setPassing(false))
              }}
            >
              {text.pass}
            </Button>
          </div>
        ) : (
          <StatusBadge tone={state === 'PASSED' ? 'good' : 'neutral'}>{text.states[state]}</StatusBadge>
        )}
      </header>
      {request.reason && (
        <InlineNotice tone="neutral" title={text.reasons[request.reason]}>
          {request.note}
        </InlineNotice>
      )}
      {job && message !== null && facts ? (
        <div className={styles.parts}>
          <Part title={text.job}>
            <Job job={job} />
          </Part>
          <div className={styles.stack}>
            <Part title={text.message}>
              <p className={styles.words}>{message}</p>
            </Part>
            {promises && promises.length > 0 && (
              <Part title={text.promises}>
                <ul className={styles.promises}>
                  {promises.map((one) => (
                    <li key={one.kind}>{promiseSentence(one, language)}</li>
                  ))}
                </ul>
              </Part>
            )}
            <Part title={text.profile}>
              <ToldFacts facts={facts} />
            </Part>
          </div>
        </div>
      ) : (
        <p className={styles.quiet}>{text.forgotten}</p>
      )}
    </li>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
)

function Job({ job }: { job: NonNullable<GatedRequest['job']> }) {
  const text = useText(gateWords)
  const [language] = useLanguage()
  const conditions = [
    [text.occupation, job.occupation],
    [text.place, job.places],
    [text.employmentType, job.employmentType],
    [text.salary, job.salary],
    [text.remote, job.remote],
  ] as const
  return (
    <>
      <p className={styles.opening}>{job.openingTitle}</p>
      <Facts layout="tiles" facts={conditions.map(([name, said]) => [name, said[language]])} />
      <p className={styles.words}>{job.description === '' ? text.noWork : job.description}</p>
    </>
  )
}

function ToldFacts({ facts }: { facts: NonNullable<GatedRequest['facts']> }) {
  const text = useText(gateWords)
  const [language] = useLanguage()
  return <Facts layout="tiles" facts={facts.map((one) => [text.facts[one.fact], one[language]])} />
}
