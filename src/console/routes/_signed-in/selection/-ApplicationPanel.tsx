import { Anchor, Button, Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { listStaff } from '../../../../contract/accounts/accounts.ts'
import { readPerson, type Person } from '../../../../contract/people/people.ts'
import type { Interview as InterviewShape } from '../../../../contract/selection/interviews.ts'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { personWords, stateTones } from '../../../person-words.ts'
import { selectionWords } from '../../../selection-words.ts'
import { useCan } from '../../../session.ts'
import { decisionWords } from './-decision-words.ts'
import { decisionsFor, neighbour } from './-decisions.ts'
import { InterviewForm } from './-InterviewForm.tsx'
import { interviewWords } from './-interview-words.ts'
import type { Acts } from './-Recruiting.tsx'
import styles from './-selection.module.css'

type Application = Person['applications'][number]
type Interview = z.output<typeof InterviewShape>

type ApplicationPanelProps = {
  personId: string | undefined
  applicationId: string | undefined
  acts: Acts
  onClose: () => void
}

/** One application beside the board: what can be decided, its interviews and who holds them, its evaluations. */
export function ApplicationPanel({ personId, applicationId, acts, onClose }: ApplicationPanelProps) {
  const text = useText(interviewWords)
  const isOpen = personId !== undefined && applicationId !== undefined
  const { data, error } = useQuery({
    queryKey: [readPerson.id, personId],
    queryFn: () => call(readPerson, { params: { id: personId! } }),
    enabled: isOpen,
  })
  const application = data?.applications.find(({ id }) => id === applicationId)
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" size="lg" title={<strong>{text.panel}</strong>}>
      {error && <ErrorNotice error={error} />}
      {data && application && <Panel key={application.id} person={data} application={application} acts={acts} />}
    </Drawer>
  )
}

type PanelProps = { person: Person; application: Application; acts: Acts }

function Panel({ person, application, acts }: PanelProps) {
  const text = useText(interviewWords)
  const decisions = useText(decisionWords)
  const format = useFormat()
  const names = useText(personWords)
  const { stage, channel } = useText(selectionWords)
  const kinds = decisionsFor(application.state)
  const next = neighbour(acts.steps, application.stage, 1)
  const name = person.fields.name?.value
  const standing = { ...application, personName: typeof name === 'string' ? name : null }
  return (
    <div className={styles.panel}>
      <div className={styles.panelHead}>
        <Anchor component={Link} href={`/people/${person.id}`} fw={650} fz="lg">
          {standing.personName ?? text.unnamed}
        </Anchor>
        <StatusBadge tone={stateTones[application.state]}>{names.state[application.state]}</StatusBadge>
      </div>
      <span className={styles.soft}>
        {[
          application.openingTitle,
          stage[application.stage],
          application.agency ?? application.channelLabel ?? channel[application.channel],
          text.appliedOn(format.date(application.appliedAt)),
        ].join(' / ')}
      </span>
      {acts.canDecide && (
        <div className={styles.panelHead}>
          {kinds.includes('STAGE') && next && (
            <Button size="xs" onClick={() => void acts.move([standing], next)}>
              {decisions.forward(stage[next] ?? next)}
            </Button>
          )}
          {kinds.map(
            (kind) =>
              kind !== 'STAGE' && (
                <Button
                  key={kind}
                  size="xs"
                  variant={kind === 'REJECT' ? 'light' : 'default'}
                  {...(kind === 'REJECT' && { color: 'beni' })}
                  onClick={() => acts.ask({ kind, applications: [standing] })}
                >
                  {decisions.act[kind]}
                </Button>
              ),
          )}
        </div>
      )}
      <Interviews person={person} application={application} acts={acts} />
      <Section title={text.evaluations}>
        <ul className={styles.list}>
          {person.evaluations
            .filter(({ applicationId }) => applicationId === application.id)
            .map((one) => (
              <li key={one.id} className={styles.entry}>
                <strong>{text.grades[one.recommendation]}</strong>
                <span className={styles.soft}>
                  {[stage[one.stage], one.evaluator, format.date(one.occurredAt)].join(' / ')}
                </span>
                {Object.keys(one.criteria).length > 0 && (
                  <p className={styles.soft}>
                    {format.list(Object.entries(one.criteria).map(([criterion, grade]) => `${criterion} ${grade}`))}
                  </p>
                )}
                {one.comment && <p>{one.comment}</p>}
              </li>
            ))}
          {!person.evaluations.some(({ applicationId }) => applicationId === application.id) && (
            <li className={styles.soft}>{text.noEvaluations}</li>
          )}
        </ul>
      </Section>
    </div>
  )
}

function Interviews({ person, application, acts }: PanelProps) {
  const text = useText(interviewWords)
  const format = useFormat()
  const can = useCan()
  const { stage } = useText(selectionWords)
  const [editing, edit] = useState<Interview | 'ANOTHER'>()
  const staff = useQuery({
    queryKey: [listStaff.id],
    queryFn: () => call(listStaff, {}),
    enabled: can('staff:read'),
  })
  const own = person.interviews.filter(({ applicationId }) => applicationId === application.id)
  const nameOf = (id: string) => staff.data?.items.find((one) => one.id === id)?.name ?? '—'
  return (
    <Section
      title={text.interviews}
      actions={
        acts.canDecide &&
        editing === undefined && (
          <Button size="compact-sm" variant="default" onClick={() => edit('ANOTHER')}>
            {text.assign}
          </Button>
        )
      }
    >
      {editing === undefined ? (
        <ul className={styles.list}>
          {own.length === 0 && <li className={styles.soft}>{text.noInterviews}</li>}
          {own.map((one) => (
            <li key={one.id} className={styles.entry}>
              <strong>{stage[one.stage]}</strong>
              <span className="tasuki-number">{one.startsAt ? format.dateTime(one.startsAt) : text.undecided}</span>
              <span className={styles.soft}>
                {[format.list(one.staffIds.map(nameOf)), one.place].filter(Boolean).join(' / ')}
              </span>
              <StatusBadge tone={one.state === 'SCHEDULED' ? 'busy' : 'neutral'} plain>
                {text.states[one.state]}
              </StatusBadge>
              {acts.canDecide && (
                <Button size="compact-xs" variant="subtle" onClick={() => edit(one)}>
                  {text.change}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <InterviewForm
          applicationId={application.id}
          stage={application.stage}
          staff={staff.data?.items ?? []}
          {...(editing !== 'ANOTHER' && { interview: editing })}
          onDone={() => edit(undefined)}
        />
      )}
    </Section>
  )
}
