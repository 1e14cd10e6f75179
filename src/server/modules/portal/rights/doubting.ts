import { normaliseMail, searchKey } from '../../../../engines/japanese/index.ts'
import type { PersonField } from '../../../../contract/people/person-fields.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { onAcross } from '../../../kernel/announcements.ts'
import { inCompany, inMember, systemActor, type Work } from '../../../kernel/work.ts'
import { dataRequestChanged, openRequest } from '../../consent/index.ts'
import { isFoundRight, suppress } from '../../messages/index.ts'
import { holdersOf, person } from '../../people/index.ts'
import { doubtMail, memberOf, stopNotices, trustMail } from '../../relay/index.ts'
import { stopIntroductionLinks } from '../../introductions/index.ts'

const actor = systemActor('portal.doubting')

/** Names by which a person is known, so that companies find whom an address was doubted for. */
export type Named = { name: string; nameKana: string }

type Fields = Awaited<ReturnType<typeof person>>['fields']
const textOf = (fields: Fields, field: PersonField): string => {
  const value = fields[field]?.value
  return typeof value === 'string' ? value : ''
}

export const namesOf = (fields: Fields): Named => ({
  name: textOf(fields, 'name'),
  nameKana: textOf(fields, 'nameKana'),
})

const same = (one: string, other: string) => one !== '' && searchKey(one) === searchKey(other)
const isSamePerson = (one: Named, other: Named) => same(one.name, other.name) || same(one.nameKana, other.nameKana)

/**
 * An address that reached somebody else is written to no more for this person: in the company that wrote (with the
 * request by which a human settles it), and to the member behind the address, if there is one.
 */
export async function doubtMember(
  installation: Installation,
  { mail, requestId }: { mail: string; requestId: string },
): Promise<void> {
  const memberId = await memberOf(installation, mail)
  if (memberId === undefined) return
  await inMember(installation, { memberId, actor }, async (work) => {
    await doubtMail(work, requestId)
    await stopIntroductionLinks(work)
    await stopNotices(work)
  })
}

type Doubt = Named & { id: string; key: string }

/**
 * In another company: who holds the address under the same name is not written to there either, and a human looks into
 * it. Somebody of another name may well own the address, and nobody learns which company wrote.
 */
export async function doubtHere(work: Work, { id, key, ...named }: Doubt): Promise<void> {
  const holders = await holdersOf(work, { kind: 'MAIL', key }, 20)
  for (const personId of new Set(holders.map((one) => one.personId))) {
    const { fields } = await person(work, personId)
    if (!isSamePerson(namesOf(fields), named)) continue
    const requestId = idFrom('portal.doubt', id, work.companyId, personId)
    await suppress(work, { address: key, reason: 'UNREACHABLE', requestId })
    await openRequest(work, {
      id: requestId,
      kind: 'CORRECTION',
      via: 'PORTAL',
      personId,
      said: '',
      remark: { code: 'ADDRESS_DOUBTED' },
    })
  }
}

/** The company found its address right after all: the member behind it is written to again. */
export const settledDoubts = onAcross(
  dataRequestChanged,
  'portal.doubt-settled',
  async (installation, { realmId: companyId, payload: { requestId, personId } }) => {
    if (personId === null) return
    const mail = await inCompany(installation, { companyId, actor }, async (work) =>
      (await isFoundRight(work, requestId)) ? textOf((await person(work, personId)).fields, 'email') : '',
    )
    const key = normaliseMail(mail)
    const memberId = key === null ? undefined : await memberOf(installation, key)
    if (memberId !== undefined) await inMember(installation, { memberId, actor }, (work) => trustMail(work, requestId))
  },
)
