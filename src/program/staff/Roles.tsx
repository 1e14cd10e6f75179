import { permissionsOf } from '../../contract/accounts/permissions.ts'
import { roleWords } from '../role-words.ts'
import { Section } from '../../ui/PageHeader.tsx'
import { useText } from '../../ui/text/TextProvider.tsx'
import { permissionWords } from '../permission-words.ts'
import styles from './staff.module.css'
import { rolesOf, useRoleTexts, words } from './staff-words.ts'

/** Of an operator only what its pages ask for: it has no pool, no selection and no letters. */
const ofOperator = new Set(['staff:read', 'staff:manage', 'audit:read', 'network:read', 'network:decide'])
const isShown = (permission: string, isOperator: boolean): boolean =>
  isOperator ? ofOperator.has(permission) : !permission.startsWith('network:')

/** What each role may do, from the same list by which every request is judged. */
export function Roles({ isOperator }: { isOperator: boolean }) {
  const texts = useRoleTexts(isOperator)
  const text = useText(words)
  const names = useText(roleWords)
  const permitted = useText(permissionWords)
  return (
    <Section title={text.roles} note={text.rolesNote}>
      {rolesOf(isOperator).map((role) => (
        <details key={role} className={styles.role}>
          <summary>
            <b>{names[role]}</b> <span>{texts[role]}</span>
          </summary>
          <ul>
            {permissionsOf[role]
              .filter((permission) => isShown(permission, isOperator))
              .map((permission) => (
                <li key={permission}>{permitted[permission]}</li>
              ))}
          </ul>
          {role === 'owner' && <p>{text.ownerMore}</p>}
          {role === 'interviewer' && <p>{text.interviewerOnly}</p>}
        </details>
      ))}
    </Section>
  )
}
