import type { Work } from '../../../../kernel/work.ts'
import { staff } from '../../../accounts/index.ts'
import { rejectedBy } from '../../../selection/index.ts'
import { relaySettings } from '../settings.ts'

/** Who ended each application, by name; what a connected system ended belongs to the letters' own contact. */
export async function ownersOf(
  work: Work,
  applicationIds: readonly string[],
): Promise<(applicationId: string) => string | null> {
  const names = new Map((await staff(work)).map(({ id, name }) => [id, name]))
  const ended = await rejectedBy(work, [...applicationIds])
  const { contactStaffId } = await relaySettings(work)
  const contact = (contactStaffId !== null && names.get(contactStaffId)) || null
  return (applicationId) => {
    const [kind, id = ''] = (ended.get(applicationId) ?? '').split(':')
    return (kind === 'staff' && names.get(id)) || contact
  }
}
