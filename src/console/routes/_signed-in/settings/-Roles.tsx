import { permissionsOf, roles } from '../../../../contract/permissions.ts'
import { roleWords } from '../../../../program/role-words.ts'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { permissionWords } from '../../../permission-words.ts'
import styles from './-settings.module.css'
import { words } from './-staff-words.ts'

/** What each role may do, from the same list by which every request is judged. */
export function Roles() {
  const text = useText(words)
  const names = useText(roleWords)
  const permitted = useText(permissionWords)
  return (
    <Section title={text.roles} note={text.rolesNote}>
      {roles.map((role) => (
        <details key={role} className={styles.role}>
          <summary>
            <b>{names[role]}</b> <span>{text.roleTexts[role]}</span>
          </summary>
          <ul>
            {permissionsOf[role]
              .filter((permission) => !permission.startsWith('network:'))
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
