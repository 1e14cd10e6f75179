import type { Messages } from './messages.ts'

export const intakeMessages = {
  ja: {
    'intake.file-too-large':
      'ファイルが大きすぎます(上限 {limitMb} MB)。期間や求人で分けて書き出し、複数回に分けて取り込んでください。',
    'intake.excel-file':
      'Excelブック(.xlsx / .xls)は直接取り込めません。Excelで開き、「名前を付けて保存」から「CSV UTF-8(コンマ区切り)」を選んで保存したファイルをお使いください。',
    'intake.pdf-file':
      'PDFは表として読み取れません。元のシステムの「エクスポート」「CSV出力」で書き出したCSVファイルをお使いください。',
    'intake.not-a-table':
      '表として読み取れないファイルです({kind})。圧縮ファイルは解凍し、CSVまたはTSV形式のファイルをお選びください。',
    'intake.file-missing': 'ファイルが選ばれていません。取り込むCSVファイルをお選びください。',
    'intake.import-not-found': 'この取り込みは見つかりません。取り消されたか、保存期間を過ぎています。',
    'intake.not-in-phase': 'この取り込みは別の段階({phase})にあるため、操作できません。画面を再読み込みしてください。',
    'intake.columns-missing':
      '人を見分けるための列が足りません({fields})。氏名と、メール・電話・生年月日・IDのいずれかの列を割り当ててください。',
    'intake.forbidden-column':
      '「{column}」は収集が認められていない情報のため、取り込めません(職業安定法第5条の5ほか)。',
    'intake.upload-gone': 'アップロードしたファイルは保存期間(1日)を過ぎたため削除されました。もう一度お選びください。',
    'intake.connection-not-found': 'この連携は見つかりません。',
    'intake.connection-named': '「{name}」という名前の連携はすでにあります。別の名前にしてください。',
    'intake.access-missing': '連携先を呼び出す認証情報が設定されていません。先に認証情報を保存してください。',
    'intake.not-callable': 'この連携先への書き込みには対応していません。',
    'intake.access.BAD_CREDENTIALS':
      'クライアントIDまたはシークレットが受け付けられませんでした。Greenhouseの Dev Center → API Credential Management でご確認のうえ、保存し直してください。',
    'intake.access.SCOPE_FIELDS':
      '権限が足りません。Greenhouseの認証情報に、カスタム項目の一覧を読む権限(harvest:custom_fields:list)を付けてください。',
    'intake.access.SCOPE_READ':
      '権限が足りません。Greenhouseの認証情報に、候補者を読む権限(harvest:candidates:list)を付けてください。',
    'intake.access.SCOPE_WRITE':
      '権限が足りません。Greenhouseの認証情報に、候補者を更新する権限(harvest:candidates:update)を付けてください。',
    'intake.access.FIELD_REFUSED':
      'Greenhouseがこの項目への書き込みを受け付けませんでした。項目が削除されていないか、文字またはURLの項目かどうかをご確認ください。',
    'intake.access.OTHERS_LOST':
      '書き込みの後、同じ候補者のほかのカスタム項目の値がなくなったことを検知したため、書き込みを止めました。Greenhouseで該当の候補者をご確認ください。',
    'intake.access.BUSY': '連携先の呼び出し回数の上限に達したため、少し待ってから続けます。',
    'intake.access.UNREACHABLE': '連携先に接続できませんでした。しばらくしてから自動でやり直します。',
    'intake.access.TIMEOUT': '連携先から制限時間内に応答がありませんでした。自動でやり直します。',
    'intake.access.TLS': '連携先の証明書を確認できませんでした。自動でやり直します。',
    'intake.access.FAILING': '連携先でエラーが起きています。しばらくしてから自動でやり直します。',
    'intake.access.UNREADABLE': '連携先の応答を読み取れませんでした。自動でやり直します。',
    'intake.delivery-not-found': 'この受信データは見つかりません。',
    'intake.delivery-not-waiting': 'この受信データは処理済みのため、再処理できません。',
    'intake.hook-not-found': '受信先のアドレスが正しくありません。連携の画面に表示されたURLを設定してください。',
    'intake.signature-refused':
      '署名を確認できませんでした。送信元と連携の設定で、同じシークレットキーが設定されているかご確認ください。',
    'intake.hook-body-too-large': '受信したデータが大きすぎます(上限 {limitMb} MB)。',
    'intake.hook-body-unreadable': '受信したデータを読み取れません({problem})。',
    'intake.delivery.NOT_NEEDED': '人材・選考に関係しない種類の通知のため、利用していません。',
    'intake.delivery.UNKNOWN_ACTION': '未対応の種類の通知です。内容は保存されています。',
    'intake.delivery.OFFER_NOT_SENT': 'まだ候補者に提示されていない内定のため、利用していません。',
    'intake.delivery.PERSON_ERASED': 'ご本人の情報は消去済みのため、利用していません。',
    'intake.delivery.UNREADABLE':
      '想定と異なる形式のため読み取れません。連携先の設定をご確認のうえ、再処理してください。',
    'intake.delivery.APPLICATION_UNKNOWN': '対象の応募がまだ届いていません。応募の通知が届くと自動で処理されます。',
    'intake.delivery.PERSON_UNKNOWN': '対象の人がまだ届いていません。届くと自動で処理されます。',
    'intake.delivery.STAGE_UNKNOWN':
      '選考ステージの名前を判断できません。応募は取り込み済みです。選考画面で段階を設定してください。',
    'intake.delivery.PARTY_UNSPECIFIED':
      '不採用か辞退かが指定されていません。どちらかを選んでください。選ぶまでお見送りメールは送られません。',
    'intake.delivery.PERSON_GONE':
      '連携先でこの人が削除または匿名化されました。連絡先の利用は止めています。消去するかどうかをご判断ください。',
    'intake.delivery.REFUSED': '処理できませんでした。内容をご確認ください。',
    'intake.row.row.disposed':
      '保存期間を過ぎて削除した方の、削除より前の記録のため、取り込みません。新しい応募は、応募日があれば取り込めます。',
    'intake.row.row.erased': 'ご本人の情報は消去済みのため、取り込みません。',
    'intake.row.row.failed': 'この行の処理中に問題が起きたため、取り込みませんでした。内容をご確認ください。',
  },
  en: {
    'intake.file-too-large':
      'The file is too large (limit {limitMb} MB). Export it in parts, by period or opening, and import these one by one.',
    'intake.excel-file':
      'An Excel workbook (.xlsx, .xls) cannot be imported as it is. Open it in Excel, choose “Save as”, then “CSV UTF-8 (comma delimited)”, and use that file.',
    'intake.pdf-file':
      'A PDF cannot be read as a table. Use the CSV file that the system’s own export or CSV function writes.',
    'intake.not-a-table':
      'This file cannot be read as a table ({kind}). Unpack archives first and choose a CSV or TSV file.',
    'intake.file-missing': 'No file was chosen. Choose the CSV file to import.',
    'intake.import-not-found': 'There is no such import. It was cancelled, or is past its retention.',
    'intake.not-in-phase': 'The import is at another point ({phase}), so this cannot be done. Reload the page.',
    'intake.columns-missing':
      'Columns to tell people apart are missing ({fields}). Assign the name, and one of mail, telephone, date of birth or an id.',
    'intake.forbidden-column':
      '“{column}” is information that may not be collected and cannot be imported (Employment Security Act, article 5-5, and others).',
    'intake.upload-gone': 'The uploaded file was deleted after its retention of a day. Choose it again.',
    'intake.connection-not-found': 'There is no such connection.',
    'intake.connection-named': 'A connection named “{name}” exists already. Choose another name.',
    'intake.access-missing': 'No credentials for calling the connected system are set. Save them first.',
    'intake.not-callable': 'Nothing can be written into this system.',
    'intake.access.BAD_CREDENTIALS':
      'The client id or secret was not accepted. Look at them in Greenhouse (Dev Center → API Credential Management) and save them again.',
    'intake.access.SCOPE_FIELDS':
      'A permission is missing: the Greenhouse credentials need harvest:custom_fields:list, to list the custom fields.',
    'intake.access.SCOPE_READ':
      'A permission is missing: the Greenhouse credentials need harvest:candidates:list, to read candidates.',
    'intake.access.SCOPE_WRITE':
      'A permission is missing: the Greenhouse credentials need harvest:candidates:update, to change candidates.',
    'intake.access.FIELD_REFUSED':
      'Greenhouse did not accept the write into this field. Look whether the field still exists and takes text or a URL.',
    'intake.access.OTHERS_LOST':
      'After a write other custom fields of the same candidate had lost their values, so writing was stopped. Look at the candidate in Greenhouse.',
    'intake.access.BUSY': 'The system’s limit of calls was reached; it goes on after a moment.',
    'intake.access.UNREACHABLE': 'The system could not be reached. It is tried again by itself.',
    'intake.access.TIMEOUT': 'The system did not answer in time. It is tried again by itself.',
    'intake.access.TLS': 'The system’s certificate could not be verified. It is tried again by itself.',
    'intake.access.FAILING': 'The system has an error of its own. It is tried again by itself.',
    'intake.access.UNREADABLE': 'The system’s answer could not be read. It is tried again by itself.',
    'intake.delivery-not-found': 'There is no such delivery.',
    'intake.delivery-not-waiting': 'This delivery was settled already and cannot be tried again.',
    'intake.hook-not-found': 'This is no address of ours. Use the URL that the page of the connection shows.',
    'intake.signature-refused':
      'The signature does not fit. Check that the sender and the connection hold the same secret key.',
    'intake.hook-body-too-large': 'What was sent is too large (limit {limitMb} MB).',
    'intake.hook-body-unreadable': 'What was sent cannot be read ({problem}).',
    'intake.delivery.NOT_NEEDED': 'This kind of message is not about people or their selection and is not used.',
    'intake.delivery.UNKNOWN_ACTION': 'This kind of message is not known. It is kept.',
    'intake.delivery.OFFER_NOT_SENT': 'The offer was not made to the person yet, so it is not used.',
    'intake.delivery.PERSON_ERASED': 'This person was erased at their request, so it is not used.',
    'intake.delivery.UNREADABLE': 'It has a form that cannot be read. Check the settings of the system and try again.',
    'intake.delivery.APPLICATION_UNKNOWN': 'Its application has not arrived yet. It is used by itself once that has.',
    'intake.delivery.PERSON_UNKNOWN': 'Its person has not arrived yet. It is used by itself once they have.',
    'intake.delivery.STAGE_UNKNOWN':
      'The name of the stage is not known. The application was taken; set its stage on the selection page.',
    'intake.delivery.PARTY_UNSPECIFIED':
      'It does not say whether the company rejected or the person withdrew. Choose; until then no letter is sent.',
    'intake.delivery.PERSON_GONE':
      'The system deleted or anonymised this person. How to reach them is no longer used. Decide whether to erase them here.',
    'intake.delivery.REFUSED': 'It could not be used. Look at what it holds.',
    'intake.row.row.disposed':
      'This is from before the person was deleted because their time was over, and is not imported again. Their next application is, where it has its date.',
    'intake.row.row.erased': 'This person was erased at their request and is not imported again.',
    'intake.row.row.failed': 'Something went wrong with this row and it was not imported. Look at what it holds.',
  },
} satisfies Messages
