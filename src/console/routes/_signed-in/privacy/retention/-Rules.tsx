import { IconListSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { makeRetentionRun, type RetentionClass } from '../../../../../contract/retention/retention.ts'
import { MakeButton } from '../../../../../program/MakeButton.tsx'
import { RuleEntry } from '../../../../../program/retention/RuleEntry.tsx'
import { refreshRuns, rulesQuery } from '../../../../../program/retention/retention-queries.ts'
import { Entries } from '../../../../../ui/Entry.tsx'
import { ErrorNotice } from '../../../../../ui/feedback/Notice.tsx'
import { useText } from '../../../../../ui/text/TextProvider.tsx'
import { call } from '../../../../api.ts'
import { employerSession } from '../../../../session.ts'
import { words } from './-words.ts'

/** A list by other months of one class, from which nobody is deleted; answers where it is shown. */
async function trial(tried: RetentionClass, months: number): Promise<string> {
  const { id } = await call(makeRetentionRun, { body: { id: crypto.randomUUID(), class: tried, months } })
  await refreshRuns()
  return `/privacy/retention/${id}?class=${tried}`
}

/** The rule of each class, each changed by itself; the one for members is the operator's. */
export function Rules() {
  const { classHelp, tryOut } = useText(words)
  const { data, error } = useQuery(rulesQuery)
  if (error) return <ErrorNotice error={error} />
  return (
    <Entries isSideBySide>
      {data?.rules.map((rule) =>
        rule.class === 'MEMBER' ? null : (
          <RuleEntry
            key={`${rule.class}-${rule.version}`}
            session={employerSession}
            rule={rule}
            help={classHelp[rule.class]}
            beside={(months) => (
              <MakeButton
                label={tryOut}
                size="sm"
                variant="subtle"
                leftSection={<IconListSearch size={16} />}
                make={() => trial(rule.class, months)}
              />
            )}
          />
        ),
      )}
    </Entries>
  )
}
