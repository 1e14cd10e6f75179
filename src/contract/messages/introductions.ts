import type { Messages } from './messages.ts'

export const introductionsMessages = {
  ja: {
    'introductions.opening-not-open':
      'この求人は募集中ではないため、紹介を依頼できません。求人の状態をご確認ください。',
    'introductions.asked-already': 'この方にはすでに紹介を依頼しています。「紹介」の一覧で状況をご確認ください。',
    'introductions.not-reachable':
      'この方は現在、新しい依頼を受け付けていません。紹介枠は使われていません。別の方をお選びください。',
    'introductions.id-taken': 'この依頼の番号は別の内容ですでに使われています。画面を更新してやり直してください。',
    'introductions.ended': 'この紹介はすでに終了しています({state})。一覧を更新してください。',
    'introductions.gate-closed':
      'この依頼はすでに判断済みか、取り下げ・期限切れで終了しています。一覧を更新してください。',
    'introductions.not-open': 'このご紹介は終了しているため、質問をお送りできません。',
    'introductions.forbidden-words':
      '「{word}」は、職業安定法第5条の5により企業が収集できない情報です。この記述を取り除いてからお送りください。',
    'introductions.contact-in-question':
      '「{word}」は、お名前、お勤め先または連絡先にあたる可能性があります。ご承諾の前は企業に伝わらないよう、その部分を削除してお送りください。',
    'introductions.contact-in-objection':
      '「{word}」は、お名前、お勤め先または連絡先にあたる可能性があります。運営者はどなたのお申し出かを知らずに判断しますので、その部分を削除してお送りください。',
    'introductions.not-accepted': 'ご本人の承諾前のため、経過を記録できません。',
    'introductions.nobody-asked': 'この紹介には、ご本人からの質問がまだ届いていません。',
    'introductions.consent-needed':
      '提供に同意いただく欄へのチェックが必要です。内容をご確認のうえ、もう一度お送りください。',
    'introductions.not-shown':
      '提供される内容をまだ表示していません。紹介のページを開いてから、もう一度お答えください。',
    'introductions.employer-away':
      'こちらの企業へのご紹介は、現在見合わせています。情報は提供していません。日をあらためて、もう一度お試しください。',
    'introductions.not-verified': '運営による自社の確認が済むまで、紹介を依頼できません。',
    'introductions.too-many-questions': '質問は1件の紹介につき10件までです。',
    'introductions.promise-settled':
      'このお約束の結果はすでに決まっているか、まだ決まっていません。画面を更新してご確認ください。',
    'introductions.promise-not-in-time': '守られた日は、{from}から{until}までの、今日以前の日付で入力してください。',
    'introductions.interview-not-then':
      '面接日は、承諾の日({from})以降の日付で入力してください。選考が終わるときは、今日({until})以前の日付です。',
    'introductions.promise-not-objected': 'このお約束には、ご本人からの申し出がありません。',
  },
  en: {
    'introductions.opening-not-open': 'This opening is not open, so nobody can be asked for it. Check its status.',
    'introductions.asked-already': 'You have already asked this person. See the list of introductions.',
    'introductions.not-reachable':
      'This person takes no further requests at present. No slot was used. Choose somebody else.',
    'introductions.id-taken': 'The id of this request stands for another one. Reload the page and try again.',
    'introductions.ended': 'This introduction has ended ({state}). Reload the list.',
    'introductions.gate-closed':
      'This request was decided otherwise already, ran out or was taken back. Reload the list.',
    'introductions.not-open': 'This introduction has ended, so nothing more can be asked.',
    'introductions.forbidden-words':
      '“{word}” is information that employers may not collect (Employment Security Act, art. 5-5). Remove it and send again.',
    'introductions.contact-in-question':
      '“{word}” may be a name, an employer or a way to reach you. Take it out: before the yes the company is to learn none of these.',
    'introductions.contact-in-objection':
      '“{word}” may be a name, an employer or a way to reach you. Take it out: the operator decides without learning who objects.',
    'introductions.not-accepted': 'The person has not said yes, so there is nothing to record.',
    'introductions.nobody-asked': 'The person has asked nothing about this introduction yet.',
    'introductions.consent-needed': 'Please tick that you agree to what is provided, and send again.',
    'introductions.not-shown':
      'What would be provided was not shown yet. Open the page of the introduction and answer again.',
    'introductions.employer-away':
      'Introductions to this company are paused at present. Nothing was provided. Try again on another day.',
    'introductions.not-verified': 'No introductions can be asked for until the operator has verified your company.',
    'introductions.too-many-questions': 'At most 10 questions can be asked about one introduction.',
    'introductions.promise-settled': 'This promise is settled already, or not yet. Reload the page.',
    'introductions.promise-not-in-time': 'Give a day from {from} to {until} that is not to come.',
    'introductions.interview-not-then':
      'Give a day of the interview from the day of the yes ({from}) on. Where the selection ends, it is not after today ({until}).',
    'introductions.promise-not-objected': 'The person has not objected to this promise.',
  },
} satisfies Messages
