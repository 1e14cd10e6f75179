/**
 * Greenhouse on this machine, to look at a connection without an account there: its Harvest API, and web hooks of
 * rejections. Start the program with `GREENHOUSE_API_URL` and `GREENHOUSE_AUTH_URL` set to the address that is printed.
 *
 *   node scripts/fake-greenhouse.ts --port 8190
 *   node scripts/fake-greenhouse.ts --port 8190 --hook <URL of the connection> --key <its secret key> --people 3
 */
import { parseArgs } from 'node:util'
import { applicationEvent, signed } from '../src/server/modules/intake/connectors/greenhouse/fake.ts'
import { fakeHarvest } from '../src/server/modules/intake/connectors/greenhouse/fake-harvest.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8190' },
    hook: { type: 'string' },
    key: { type: 'string', default: '' },
    people: { type: 'string', default: '3' },
  },
})
const say = (line: string) => process.stdout.write(`${line}\n`)
const names = [
  ['直子', '佐藤'],
  ['健', '鈴木'],
  ['彩', '高橋'],
  ['翔太', '田中'],
  ['由美', '伊藤'],
]

const harvest = await fakeHarvest({ port: Number(values.port) })
say(`GREENHOUSE_API_URL=${harvest.url} GREENHOUSE_AUTH_URL=${harvest.url}`)
say(`client id ${harvest.credentials.clientId}, secret ${harvest.credentials.secret}`)
const ids = Array.from({ length: Number(values.people) }, (_, index) => 7001 + index)
for (const id of ids) harvest.put(String(id), { interest: '高い' })

/** Tells the connection of a rejection, as their web hook would. */
async function reject(hook: string, id: number): Promise<void> {
  const [first_name = '', last_name = ''] = names[id % names.length]!
  const now = new Date().toISOString()
  const event = applicationEvent('reject_candidate', {
    id: id + 10_000,
    candidate: { id, first_name, last_name, email: `candidate${id}@mail.example` },
    job: '法人営業',
    stage: 'Face to Face',
    applied_at: new Date(Date.now() - 10 * 86_400_000).toISOString(),
    last_activity_at: now,
    rejected_at: now,
    rejection: { name: '経験', type: 'We rejected them' },
  })
  const { body, headers } = signed(event, { secret: values.key })
  // On this machine the console's name leads nowhere but to itself.
  const url = new URL(hook)
  const { host } = url
  url.hostname = '127.0.0.1'
  const { status } = await fetch(url, { method: 'POST', body: new Uint8Array(body), headers: { ...headers, host } })
  say(`rejected ${last_name} ${first_name} (${id}): ${status}`)
}
if (values.hook) for (const id of ids) await reject(values.hook, id)

let shown = ''
setInterval(() => {
  const standing = ids.map((id) => `${id} ${JSON.stringify(harvest.valuesOf(String(id)))}`).join('\n')
  if (standing !== shown) say((shown = standing))
}, 1_000)
