import { z } from 'zod'
import { fieldNames } from '../people/field-words.ts'
import { personFields } from '../people/person-fields.ts'

const of = <Code extends string, Values extends z.core.$ZodLooseShape = Record<never, never>>(
  code: Code,
  values?: Values,
) => z.object({ code: z.literal(code), ...(values as Values) })

/** Why the program opened a request by itself, or what it adds to the words of whoever asks. */
export const RequestRemark = z.discriminatedUnion('code', [
  of('ADDRESS_DOUBTED'),
  of('REACHED_SOMEBODY_ELSE'),
  of('POOL_CONSENT_WITHDRAWN'),
  of('ASKED_TO_BE_ERASED'),
  of('SHARE_RECALLED', { shareId: z.string() }),
  of('PROPOSAL_REFUSED', { field: z.enum(personFields) }),
  of('GRANTED_BY_PROVIDER', { provider: z.string(), field: z.enum(personFields).optional() }),
  of('PASSING_LATE', { providerId: z.string(), recipientId: z.string(), shareId: z.string() }),
  of('RECALL_LATE', { recipient: z.string(), recipientId: z.string(), shareId: z.string() }),
])
export type RequestRemark = z.output<typeof RequestRemark>

const trusted = {
  ja: 'ご本人に確かめてアドレスが正しいと分かったときは、「内容が事実と異なると認められない」ことを理由に訂正をお断りすると、送信を再開します。',
  en: 'Where the person confirms that the address is right, refusing this correction because it is correct as it is lets mails go again.',
}

/** The remark in the language of whoever reads it. */
export function remarkIn(remark: RequestRemark, language: 'ja' | 'en'): string {
  const ja = language === 'ja'
  switch (remark.code) {
    case 'ADDRESS_DOUBTED':
      return ja
        ? `この方のメールアドレスは本人のものではない、とのお知らせがありました。宛先を確かめるまで、このアドレスへの送信を止めています。${trusted.ja}`
        : `Somebody said that this mail address is not this person’s. Nothing is sent to it until it is settled. ${trusted.en}`
    case 'REACHED_SOMEBODY_ELSE':
      return ja
        ? `本人ではない方に届きました。このアドレスへの送信を止めています。${trusted.ja}`
        : `A mail reached somebody else. Nothing is sent to this address. ${trusted.en}`
    case 'POOL_CONSENT_WITHDRAWN':
      return ja ? 'タレントプールへの保管の同意を撤回されました。' : 'The consent to stay in the pool was withdrawn.'
    case 'ASKED_TO_BE_ERASED':
      return ja
        ? '保管の意向を尋ねるメールに「消去を求める」と回答されました。'
        : 'Asked whether they may be kept, the person wants to be erased.'
    case 'SHARE_RECALLED':
      return ja
        ? `紹介により提供された情報(提供 ${remark.shareId})について、ご本人が提供の同意を撤回されたか、登録を取りやめられました。受け付けた時点から、この方はお見送りメールとマッチングの対象から外れています。`
        : `The person withdrew the consent to what was provided by an introduction (share ${remark.shareId}), or left the relay. From now on no letter is sent to them and matching leaves them out.`
    case 'PROPOSAL_REFUSED':
      return ja
        ? `「${fieldNames.ja[remark.field]}」は事実と違う、と回答されました。`
        : `The person says that “${fieldNames.en[remark.field]}” is not so.`
    case 'GRANTED_BY_PROVIDER':
      return ja
        ? `提供元「${remark.provider}」が応じた請求です。${remark.field ? `「${fieldNames.ja[remark.field]}」は事実と違う、とのことです。` : ''}`
        : `Granted by ${remark.provider}, which provided the data.${remark.field ? ` The person says that “${fieldNames.en[remark.field]}” is not so.` : ''}`
    case 'PASSING_LATE':
      return ja
        ? `提供先 ${remark.recipientId} が、提供 ${remark.shareId} についての請求(提供元 ${remark.providerId})に5分以内に応答していません。`
        : `${remark.recipientId} has not acknowledged within 5 minutes the request about share ${remark.shareId} that ${remark.providerId} passed on.`
    case 'RECALL_LATE':
      return ja
        ? `提供先「${remark.recipient}」(${remark.recipientId})が、提供 ${remark.shareId} の利用停止の依頼に5分以内に応答していません。`
        : `${remark.recipient} (${remark.recipientId}) has not acknowledged within 5 minutes that share ${remark.shareId} is to be used no more.`
  }
}
