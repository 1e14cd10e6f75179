import { permissionsOf, type Role } from '../../../contract/permissions.ts'
import { newId } from '../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../kernel/testing.ts'
import { inCompany, type Actor, type Work } from '../../kernel/work.ts'
import { addStaff, openCompany, type NewCompany } from './accounts.ts'

export type TestCompany = {
  installation: TestInstallation
  companyId: string
  staffId: string
  actor: Actor
  /** Runs in one Work of the company, as its member of staff. */
  work: <T>(run: (work: Work) => Promise<T>) => Promise<T>
  /** The same company seen by another role. */
  as: (role: Role) => Actor
}

type Made = Partial<NewCompany> & { role?: Role; installation?: TestInstallation }

/** A company of the test's own, with one member of staff (an admin unless said otherwise). */
export async function aCompany({ role = 'admin', installation, ...company }: Made = {}): Promise<TestCompany> {
  const running = installation ?? (await testInstallation())
  const companyId = newId()
  const staffId = newId()
  const as = (given: Role): Actor => ({ kind: 'staff', id: staffId, permissions: new Set(permissionsOf[given]) })
  const actor = as(role)
  const work: TestCompany['work'] = (run) => inCompany(running, { companyId, actor }, run)
  await work(async (opened) => {
    await openCompany(opened, {
      name: 'さくら商事株式会社',
      operatingMode: 'PLACEMENT',
      licenceNumber: '13-ユ-000000',
      ...company,
    })
    await addStaff(opened, {
      id: staffId,
      signInId: `test:${staffId}`,
      name: '採用 花子',
      email: `${staffId}@sakura.example`,
      role,
    })
  })
  return { installation: running, companyId, staffId, actor, work, as }
}
