import { createApp, wiring } from '../../../app.ts'
import { newId } from '../../../kernel/ids.ts'
import { testInstallation } from '../../../kernel/testing.ts'
import { aCompany } from '../../accounts/testing.ts'
import { addressOf, openConnection } from '../../intake/connections/connections.ts'
import { applicationEvent, signed } from '../../intake/connectors/greenhouse/fake.ts'
import { fakeHarvest } from '../../intake/connectors/greenhouse/fake-harvest.ts'
import { giveAccess } from '../../intake/index.ts'
import { personOf } from '../../people/index.ts'
import { remoteApplication } from '../../selection/index.ts'
import { changeLinkField, linkField } from './link-field.ts'
import { listWritings } from './store-link-writings.ts'
import { recordLetterBasis } from '../testing.ts'

type Harvest = Awaited<ReturnType<typeof fakeHarvest>>
const open: Harvest[] = []

/** Ends every system that a scene opened. */
export const closeSystems = async (): Promise<void> =>
  void (await Promise.all(open.splice(0).map((one) => one.close())))

const secret = 'the key typed in their screen'

/** A company with a system that links are written into, which behaves like the real one. */
export async function aScene({ perWindow, isOn = true }: { perWindow?: number; isOn?: boolean } = {}) {
  const harvest = await fakeHarvest({ ...(perWindow && { perWindow }) })
  open.push(harvest)
  const installation = await testInstallation(wiring)
  Object.assign(installation.config, { GREENHOUSE_API_URL: harvest.url, GREENHOUSE_AUTH_URL: harvest.url })
  const app = await createApp(installation)
  const company = await aCompany({ installation, address: '東京都千代田区桜町1-2-3' })
  const connectionId = newId()
  const address = await company.work(async (work) => {
    const opened = await openConnection(work, { id: connectionId, connector: 'greenhouse', name: 'Greenhouse', secret })
    return new URL(addressOf(work, opened)!).pathname
  })
  const settle = () => installation.settle(company.companyId)
  const rejected = async (candidate: number, more: object = {}) => {
    const at = installation.clock.offsetMs() + Date.now()
    const event = applicationEvent('reject_candidate', {
      id: 10_000 + candidate,
      candidate: { id: candidate, first_name: '直子', last_name: '佐藤', email: `n${candidate}@mail.example` },
      job: '法人営業',
      stage: 'Phone Interview',
      applied_at: new Date(at - 5 * 86_400_000).toISOString(),
      last_activity_at: new Date(at).toISOString(),
      rejected_at: new Date(at).toISOString(),
      rejection: { name: 'Skills', type: 'We rejected them' },
      ...more,
    })
    const sent = signed(event, { secret })
    await app.inject({ method: 'POST', url: address, payload: sent.body, headers: sent.headers })
    await settle()
  }
  const view = () => company.work((work) => linkField(work, connectionId))
  const list = () =>
    company.work((work) => listWritings(work, { connectionId, only: undefined, after: undefined, limit: 50 }))
  const personId = (candidate: number) =>
    company.work(async (work) => {
      const found = await remoteApplication(work, { connectionId, remoteId: String(10_000 + candidate) })
      return personOf(work, found!.sourceRecordId)
    })
  const access = (credentials = harvest.credentials) =>
    company.work((work) => giveAccess(work, { connectionId, ...credentials, userId: null }))
  const turn = (change: { isOn: boolean; key?: string; isEmptied?: boolean }) =>
    company.work((work) => changeLinkField(work, { connectionId, isEmptied: false, ...change }))
  if (isOn) {
    await recordLetterBasis(company)
    await access()
    await settle()
    await turn({ isOn: true, key: 'tasuki_link' })
  }
  return { harvest, app, installation, company, connectionId, settle, rejected, view, list, personId, access, turn }
}
