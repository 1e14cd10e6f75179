import type { Messages } from './messages.ts'

export const relayMessages = {
  ja: {
    'relay.letter-not-found': 'このお見送りメールは見つかりません。一覧を読み込み直してください。',
    'relay.too-late': 'このお見送りメールはすでに送信の段階に入っているため、取り消せません(状態: {state})。',
    'relay.preflight-not-found': 'この事前確認は見つかりません。もう一度作成してください。',
    'relay.preflight-closed': 'この事前確認はすでに処理されています(状態: {state})。新しく作成してください。',
    'relay.preflight-stale':
      'この事前確認は作成から{hours}時間を過ぎているため、承認できません。状況が変わっている可能性があります。新しく作成してください。',
    'relay.preflight-too-large':
      '条件に当てはまる方が{people}名います。一度に確認できるのは{most}名までです。不採用日の期間や求人で範囲を分けて、作成してください。誰にも送信していません。',
    'relay.preflight-taken':
      'この番号では、別の条件の事前確認がすでに作成されています。新しい番号でもう一度作成してください。',
    'relay.preflight-judging':
      'まだ判定の途中です({people}名のうち{judged}名まで完了)。終わってから、内容を確認して承認してください。',
    'relay.preflight-changed':
      '承認しようとした内容が、この事前確認の内容と一致しません。画面を読み込み直し、内容を確認してから承認してください。',
    'relay.asking-too-large':
      '根拠の分からない方が{most}名を超えています。先に、保存期間のルールで古い情報を整理してください。誰にも送信していません。',
    'relay.asking-not-listed': 'この一覧からは送信を始められません。すでに始まっているか、終わっています。',
    'relay.asking-changed': 'お尋ねする方は{asks}名です。一覧の人数を確認してから、もう一度お試しください。',
    'relay.asking-over': 'この確認はすでに終わっているため、止められません。',
    'relay.trial-not-found': 'この文面の比較は見つかりません。一覧を読み込み直してください。',
    'relay.trial-running': 'この種類のお見送りメールでは、別の比較が進行中です。終えてから、新しく始めてください。',
    'relay.trial-ended': 'この比較は、別の文面を採用してすでに終わっています。',
    'relay.trial-same-words': '2つの文面が同じです。比べる文面を書き換えてください。',
    'relay.trial-needs-human': '採用する文面は、担当者が画面で決めます。APIキーでは決められません。',
    'relay.no-own-address': '確認用メールは、ログインしている担当者のアドレスにのみ送れます。',
    'relay.letters-are-on':
      'この連携の応募には、ここからお見送りメールを送る設定になっています。二重のご連絡を防ぐため、「送信の設定」でこの連携の送信をオフにしてから、専用リンクの書き込みをオンにしてください。',
    'relay.links-are-written':
      'この連携では、連携先の項目に専用リンクを書き込んでいます。二重のご連絡を防ぐため、連携の「専用リンクの書き込み」の画面で書き込みをやめてから、ここからの送信をオンにしてください。',
    'relay.no-access': '連携先を呼び出す認証情報が設定されていません。先に認証情報を保存してください。',
    'relay.field-unknown': 'この項目は連携先に見つかりません。項目を読み込み直して、選び直してください。',
    'relay.field-stands':
      '前の項目にリンクが残っています。先に「書き込みをやめる」から「書き込み済みの項目も空にする」を選び、空になってから別の項目をお選びください。',
    'relay.writing-not-found': 'この書き込みは見つかりません。',
    'relay.link-writing.EXPIRED': 'リンクの有効期限が過ぎました。',
    'relay.link-writing.REOPENED': '不採用が取り消されたか、別の結果になりました。',
    'relay.link-writing.LEFT': 'ご本人がキャリアリレーの利用をやめました。',
    'relay.link-writing.TURNED_OFF': '書き込みがオフになっています。',
    'relay.link-writing.CANDIDATE_GONE': 'Greenhouseで候補者が削除されたか、統合されています。',
    'relay.link-writing.FIELD_TAKEN':
      'この候補者の項目には、専用リンク以外の内容が入っています。上書きはしていません。項目を空にしてから、もう一度書き込んでください。',
    'relay.link-writing.NO_ACCESS': '認証情報が削除されているため、書き込めません。',
    'relay.link-writing.NOT_FOUND': '応募が見つかりません。',
    'relay.link-writing.LETTER_SENT': 'この選考結果は、リンクの有効期限が切れています。',
    'relay.link-writing.LETTER_SCHEDULED': 'ここからお見送りメールを送る予定があります。',
    'relay.rejection-not-found': 'この応募には、会社による不採用の記録がありません。',
  },
  en: {
    'relay.letter-not-found': 'This letter could not be found. Reload the list.',
    'relay.too-late': 'This letter is already leaving or gone and cannot be taken back (state: {state}).',
    'relay.preflight-not-found': 'This pre-flight could not be found. Make another one.',
    'relay.preflight-closed': 'This pre-flight has been dealt with (state: {state}). Make another one.',
    'relay.preflight-stale':
      'This pre-flight is older than {hours} hours and things may have changed. Make another one and approve that.',
    'relay.preflight-too-large':
      '{people} people fit, and a pre-flight takes {most} at most. Make several, by the time of rejection or by opening. Nothing was sent.',
    'relay.preflight-taken':
      'Another pre-flight, of other conditions, was made under this id. Make this one under an id of its own.',
    'relay.preflight-judging':
      'This pre-flight is still being judged ({judged} of {people} so far). Look through it once it is finished, then approve it.',
    'relay.preflight-changed':
      'What was to be approved is not what this pre-flight says. Load the page again, look through it and approve that.',
    'relay.asking-too-large':
      'More than {most} people have no known basis. Clear out old data by the retention rules first. Nobody was written to.',
    'relay.asking-not-listed': 'The mails of this list cannot be begun: they were begun or have ended already.',
    'relay.asking-changed': 'The list has {asks} people to ask. Look at it again before you confirm.',
    'relay.asking-over': 'This campaign has ended, so it cannot be stopped.',
    'relay.trial-not-found': 'This comparison could not be found. Reload the list.',
    'relay.trial-running': 'Another comparison of this kind of letter is running. End it first.',
    'relay.trial-ended': 'This comparison has ended, and the other wording was kept.',
    'relay.trial-same-words': 'Both wordings are the same. Change the one to compare.',
    'relay.trial-needs-human': 'Which wording is kept is decided by a person, not by an API key.',
    'relay.no-own-address': 'A sample goes only to the address of a signed-in member of staff.',
    'relay.letters-are-on':
      'Letters leave from here for applications of this connection. So that nobody is told twice, switch them off under Sending before links are written.',
    'relay.links-are-written':
      'Links are written into a field of this connection’s system. So that nobody is told twice, turn writing off on the page of the connection before letters leave from here.',
    'relay.no-access': 'No credentials for calling the connected system are set. Save them first.',
    'relay.field-unknown': 'The system has no such field. Load the fields again and choose another.',
    'relay.field-stands':
      'Links stand in the field before. Turn writing off with its fields emptied, wait until that is done, and choose the other field then.',
    'relay.writing-not-found': 'There is no such write.',
    'relay.link-writing.EXPIRED': 'The link’s time is over.',
    'relay.link-writing.REOPENED': 'The rejection was taken back, or became another end.',
    'relay.link-writing.LEFT': 'The person left the career relay.',
    'relay.link-writing.TURNED_OFF': 'Writing is turned off.',
    'relay.link-writing.CANDIDATE_GONE': 'The candidate was deleted or merged in Greenhouse.',
    'relay.link-writing.FIELD_TAKEN':
      'The candidate’s field holds something that is no personal link. It was left as it is: empty the field, then write again.',
    'relay.link-writing.NO_ACCESS': 'The credentials were removed, so nothing can be written.',
    'relay.link-writing.NOT_FOUND': 'There is no such application.',
    'relay.link-writing.LETTER_SENT': 'The link of this end of the application is over.',
    'relay.link-writing.LETTER_SCHEDULED': 'A letter from here is on its way.',
    'relay.rejection-not-found': 'This application has no rejection by the company.',
  },
} satisfies Messages
