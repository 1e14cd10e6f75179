import { useQuery } from '@tanstack/react-query'
import { RuleEntry } from '../../../../../program/retention/RuleEntry.tsx'
import { rulesQuery } from '../../../../../program/retention/retention-queries.ts'
import { Entries } from '../../../../../ui/Entry.tsx'
import { ErrorNotice } from '../../../../../ui/Notice.tsx'
import { useText } from '../../../../../ui/text/TextProvider.tsx'
import { employerSession } from '../../../../session.ts'
import { words } from './-words.ts'

/** The rule of each class, each changed by itself; the one for members is the operator's. */
export function Rules() {
  const { classHelp } = useText(words)
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
          />
        ),
      )}
    </Entries>
  )
}
