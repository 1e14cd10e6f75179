import { personFields, type PersonField } from '../../../../contract/people/person-fields.ts'
import { refusalGrounds, type RefusalGround } from '../../../../contract/requests/request-grounds.ts'
import type { DataRequest } from '../../../../contract/requests/data-requests.ts'
import { disclosureForms, isDisclosure, type DisclosureForm } from '../../../../contract/requests/disclosure-forms.ts'
import type { RequestRemark } from '../../../../contract/requests/request-remarks.ts'
import { dayIn, defaultSendWindow } from '../../../../engines/japanese/index.ts'

/**
 * What the program itself wrote into the words of a request, or of a recipient's answer, before both had a place of their
 * own: one line in both languages. It is read as what it says, in the language of whoever reads; a person's own words stay.
 */
type Earlier = { line: RegExp; remark: (found: readonly string[]) => RequestRemark | undefined }

const isField = (name: string): name is PersonField => (personFields as readonly string[]).includes(name)

const earlier: readonly Earlier[] = [
  { line: /^この方のメールアドレスは本人のものではない、.* \/ .+$/, remark: () => ({ code: 'ADDRESS_DOUBTED' }) },
  { line: /^本人ではない方に届きました。.* \/ .+$/, remark: () => ({ code: 'REACHED_SOMEBODY_ELSE' }) },
  {
    line: /^タレントプールへの保管の同意を撤回 \/ consent to stay in the pool withdrawn$/,
    remark: () => ({ code: 'POOL_CONSENT_WITHDRAWN' }),
  },
  { line: /^保管の意向を尋ねるメールに「消去を求める」と回答 \/ .+$/, remark: () => ({ code: 'ASKED_TO_BE_ERASED' }) },
  {
    line: /^(\w+): 事実ではない \/ not so$/,
    remark: ([field = '']) => (isField(field) ? { code: 'PROPOSAL_REFUSED', field } : undefined),
  },
  {
    line: /^提供元「(.*)」が応じた請求です。 \/ Granted by .+$/,
    remark: ([provider = '']) => ({ code: 'GRANTED_BY_PROVIDER', provider }),
  },
  {
    line: /^提供先 (\S+) が、提供 (\S+) についての請求\(提供元 (\S+)\)に5分以内に応答していません。 \/ .+$/,
    remark: ([recipientId = '', shareId = '', providerId = '']) => ({
      code: 'PASSING_LATE',
      recipientId,
      shareId,
      providerId,
    }),
  },
  {
    line: /^提供先「(.*)」\((\S+)\)が、提供 (\S+) の利用停止の依頼に5分以内に応答していません。 \/ .+$/,
    remark: ([recipient = '', recipientId = '', shareId = '']) => ({
      code: 'RECALL_LATE',
      recipient,
      recipientId,
      shareId,
    }),
  },
]

type Words = { said: string; remark: RequestRemark | null }

/** What a person said, apart from what the program added to it. */
export function wordsApart({ said, remark }: Words): Words {
  if (remark !== null) return { said, remark }
  const [first = '', ...rest] = said.split('\n')
  for (const one of earlier) {
    const found = one.line.exec(first)
    const meant = found && one.remark(found.slice(1))
    if (!meant) continue
    if (meant.code !== 'GRANTED_BY_PROVIDER') return { said: rest.join('\n'), remark: meant }
    // What was granted elsewhere may have been opened by a person's "not so" there.
    const refused = wordsApart({ said: rest.join('\n'), remark: null })
    const field = refused.remark?.code === 'PROPOSAL_REFUSED' ? refused.remark.field : undefined
    return { said: field ? refused.said : rest.join('\n'), remark: { ...meant, field } }
  }
  return { said, remark }
}

const wishLines: Record<DisclosureForm, string> = {
  ELECTRONIC: '電子データでの開示を希望 / to be disclosed as electronic data',
  PAPER: '書面での開示を希望 / to be disclosed on paper',
}

type Wished = { said: string; wish: DisclosureForm | null }

/** In which form a person wishes to be disclosed what is held, apart from what else they said. */
export function wishApart({ said, wish }: Wished): Wished {
  if (wish !== null) return { said, wish }
  const lines = said.split('\n')
  const form = disclosureForms.find((one) => lines.includes(wishLines[one]))
  return form ? { said: lines.filter((line) => line !== wishLines[form]).join('\n'), wish: form } : { said, wish }
}

type Granted = { kind: string; state: string; told: string | null; answeredAt: Date | null }

/** Where no way was kept in which something was disclosed, it stood on the person's own page unless they were told otherwise. */
export function handoverBefore({ kind, state, told, answeredAt }: Granted): DataRequest['handover'] {
  const isGranted = isDisclosure(kind) && (state === 'ANSWERED' || state === 'PARTIAL')
  if (!isGranted || told === 'ELSEWHERE' || answeredAt === null) return null
  return { how: 'PORTAL', on: dayIn(answeredAt, defaultSendWindow.zone), note: '' }
}

type Receipt = { receipt: string; grounds: RefusalGround[] }

const isGround = (word: string): word is RefusalGround => (refusalGrounds as readonly string[]).includes(word)

/** What a recipient answered, apart from how the program said their outcome, which stands as the state. */
export function receiptApart({ receipt, grounds }: Receipt): Receipt {
  if (receipt === '自動で受け付けました / taken up by the program') return { receipt: '', grounds }
  const [outcome = '', ...named] = receipt.split(' · ')
  if (outcome !== '対応しました / done' && outcome !== '応じません / refused') return { receipt, grounds }
  return { receipt: '', grounds: [...grounds, ...named.filter(isGround)] }
}
