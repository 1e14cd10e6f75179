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
    'intake.delivery-not-found': 'この受信データは見つかりません。',
    'intake.delivery-not-waiting': 'この受信データは処理済みのため、再処理できません。',
    'intake.hook-not-found': '受信先のアドレスが正しくありません。連携の画面に表示されたURLを設定してください。',
    'intake.signature-refused':
      '署名を確認できませんでした。送信元と連携の設定で、同じシークレットキーが設定されているかご確認ください。',
    'intake.hook-body-too-large': '受信したデータが大きすぎます(上限 {limitMb} MB)。',
    'intake.hook-body-unreadable': '受信したデータを読み取れません({problem})。',
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
    'intake.delivery-not-found': 'There is no such delivery.',
    'intake.delivery-not-waiting': 'This delivery was settled already and cannot be tried again.',
    'intake.hook-not-found': 'This is no address of ours. Use the URL that the page of the connection shows.',
    'intake.signature-refused':
      'The signature does not fit. Check that the sender and the connection hold the same secret key.',
    'intake.hook-body-too-large': 'What was sent is too large (limit {limitMb} MB).',
    'intake.hook-body-unreadable': 'What was sent cannot be read ({problem}).',
    'intake.row.row.erased': 'This person was erased at their request and is not imported again.',
    'intake.row.row.failed': 'Something went wrong with this row and it was not imported. Look at what it holds.',
  },
} satisfies Messages
