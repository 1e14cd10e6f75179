import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { LeftAlone as Employer } from '../../../../contract/matching.ts'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { words } from './-rules-words.ts'
import styles from './-settings.module.css'

type Props = {
  employers: readonly Employer[]
  canChange: boolean
  keep: (employers: Employer[]) => Promise<void>
}

/** Employers whose people the company does not approach, each with why; added and removed one by one. */
export function LeftAlone({ employers, canChange, keep }: Props) {
  const text = useText(words)
  const [added, write] = useState<Employer>({ company: '', reason: '' })
  const [error, fail] = useState<unknown>(null)
  const change = async (all: Employer[]) => {
    fail(null)
    try {
      await keep(all)
    } catch (problem) {
      fail(problem)
    }
  }
  const isReady = added.company.trim() !== '' && added.reason.trim() !== ''
  return (
    <Section title={text.leftAlone} note={text.leftAloneNote}>
      {error !== null && <ErrorNotice error={error} />}
      <div className={styles.stack}>
        <p className={styles.help}>{text.leftAloneLaw}</p>
        {employers.length === 0 && <p className={styles.help}>{text.leftAloneNone}</p>}
        {employers.map((one) => (
          <Group key={one.company} justify="space-between" wrap="nowrap">
            <span>
              {one.company} <small className={styles.help}>{one.reason}</small>
            </span>
            {canChange && (
              <Button
                variant="subtle"
                color="gray"
                size="xs"
                aria-label={text.leftAloneRemove(one.company)}
                onClick={() => void change(employers.filter((other) => other !== one))}
              >
                {text.remove}
              </Button>
            )}
          </Group>
        ))}
        {canChange && (
          <Group align="end">
            <TextInput
              label={text.leftAloneCompany}
              value={added.company}
              maxLength={120}
              onChange={({ currentTarget }) => write({ ...added, company: currentTarget.value })}
            />
            <TextInput
              label={text.leftAloneReason}
              value={added.reason}
              maxLength={300}
              onChange={({ currentTarget }) => write({ ...added, reason: currentTarget.value })}
            />
            <Button variant="default" disabled={!isReady} onClick={() => void change([...employers, added])}>
              {text.add}
            </Button>
          </Group>
        )}
      </div>
    </Section>
  )
}
