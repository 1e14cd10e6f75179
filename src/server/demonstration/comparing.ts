import { newId } from '../kernel/ids.ts'
import { startTrial } from '../modules/relay/index.ts'
import type { Stage } from './stage.ts'

const body = `{{person.name}} 様

お世話になっております。
{{company.name}} {{contact}}でございます。

このたびは「{{opening.title}}」の選考で面接のお時間をいただき、誠にありがとうございました。
誠に残念ながら、今回は採用を見送らせていただくこととなりました。ご期待に沿えず、申し訳ございません。

面接で伺ったご経験を必要とする企業は、ほかにもあると考えております。ご希望の方には、ほかの企業の求人の紹介を受けることのできる「{{service.name}}」をご案内しております（運営：{{operator.name}}）。

・お名前やご連絡先は、紹介ごとにご自身が「はい」とお答えになるまで、紹介先の企業に伝わりません。
・ご登録は任意で、費用はかかりません。今後の弊社へのご応募に影響することもございません。

{{link}}

{{person.name}}様専用のリンクです（有効期限：{{link.expires}}）。開いただけで登録されることはございません。

{{person.name}}様に良いご縁がありますことを、心より願っております。

{{company.name}}
{{contact}}`

/** The first employer compares two wordings of the letter after interviews. */
export async function compareWords({ desks }: Stage): Promise<void> {
  await desks[0]?.work((opened) =>
    startTrial(opened, {
      id: newId(),
      stage: 'INTERVIEW',
      offer: 'PLACEMENT',
      language: 'ja',
      scope: null,
      preflightId: null,
      outcome: 'REGISTERED',
      windowDays: 28,
      points: 20,
      subject: '【{{company.name}}】面接のお礼と選考結果のご連絡',
      body,
    }),
  )
}
