import type { ReactNode } from 'react'
import { ChoiceField } from '../../ui/form/fields.tsx'
import { useText } from '../../ui/text/TextProvider.tsx'
import { roleWords } from '../role-words.ts'
import type { ProgramSession } from '../session.ts'
import { rolesOf, useRoleTexts, words } from './staff-words.ts'

/** Whose staff it is, on every piece of the page. */
export type Whose = { session: ProgramSession; isOperator: boolean }

type RoleFieldProps = Whose & {
  bound: { value: string; onChange: (value: unknown) => void; error?: ReactNode; name: string }
}

/** A role and what it may do; only an owner makes an owner. */
export function RoleField({ bound, session, isOperator }: RoleFieldProps) {
  const texts = useRoleTexts(isOperator)
  const text = useText(words)
  const names = useText(roleWords)
  const { role: own } = session.useMembership()
  return (
    <ChoiceField
      {...bound}
      label={text.role}
      choices={rolesOf(isOperator).map((role) => ({
        value: role,
        label: names[role],
        help: texts[role],
        isDisabled: role === 'owner' && own !== 'owner',
      }))}
    />
  )
}
