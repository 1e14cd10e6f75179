import type { Messages } from './messages.ts'

/** Refusals of a file, and what is said of its rows (`intake.row.…`) and of its columns (`intake.column.…`). */
export const intakeFileMessages = {
  ja: {
    'intake.file-empty': 'ファイルに行がありません。内容をご確認のうえ、もう一度お選びください。',
    'intake.quote-left-open':
      '{line}行目で始まる引用符(")が閉じられていないため、それ以降を読み取れません。該当箇所を修正してからお試しください。',
    'intake.too-many-columns':
      '列が多すぎます({columns}列、上限 {most}列)。区切り文字や、行と列が入れ替わっていないかをご確認ください。',
    'intake.nul-character':
      '{line}行目の{column}列目に、文字として使えないデータ(NUL)が含まれています。ファイルが壊れているか、文字コードが異なる可能性があります。書き出し直してからお試しください。',
    'intake.record-too-long': '{line}行目付近の1件が長すぎます。引用符(")の閉じ忘れがないかご確認ください。',
    'intake.row.row.ragged': '列の数が見出しと異なります({value}列)。',
    'intake.row.row.damaged-quotes': '引用符(")の位置が崩れているため、前後の行が混ざっている可能性があります。',
    'intake.row.row.totals': '合計などの集計行のため、取り込みません。',
    'intake.row.name.missing': '氏名がありません。',
    'intake.row.mail.invalid': 'メールアドレスとして読み取れません。',
    'intake.row.phone.invalid': '電話番号として読み取れません。',
    'intake.row.date.not-a-date': '日付として読み取れません。',
    'intake.row.date.no-such-day': '存在しない日付です。',
    'intake.row.date.outside-era': 'その元号にはない日付です。',
    'intake.row.date.ambiguous': '月と日の順序を判断できない日付です。年/月/日の順でご記入ください。',
    'intake.row.birth-date.implausible': '生年月日として不自然な日付です。',
    'intake.row.age.invalid': '年齢として読み取れません。',
    'intake.row.prefecture.unknown': '都道府県を判断できません。',
    'intake.row.salary.invalid': '金額として読み取れません。',
    'intake.row.status.unknown':
      '選考の段階・結果として判断できない語です。「意味を選ぶ語」で、何を表すかを選んでください。',
    'intake.row.text.formula': '数式のように始まる値です。文字としてそのまま保存します。',
    'intake.row.text.undecodable': '読み取れない文字、または外字が含まれています。',
    'intake.column.PRESET': '{preset}の列名です',
    'intake.column.HEADER_AND_VALUES': '列名と値が一致しています',
    'intake.column.HEADER': '列名が一致しています',
    'intake.column.PART_OF_HEADER': '列名の一部が一致しています',
    'intake.column.VALUES': '値から判断しました',
    'intake.column.CHOSEN': '手動で選択されました',
    'intake.column.VALUES_CONTRADICT': '列名は一致しますが、値が合いません',
    'intake.column.ALREADY_TAKEN':
      '「{taker}」（{takerAt}列目）と「{column}」（{at}列目）は、どちらも「{field}」に当たります。自動では「{taker}」（{takerAt}列目）を選びました',
    'intake.column.FORBIDDEN_BY_LAW':
      '収集が認められていない情報のため、取り込まずに破棄します(職業安定法第5条の5ほか)',
    'intake.column.OTHER_PERSON': 'ご本人以外の情報とみられます',
    'intake.column.NO_MATCH': '対応する項目が見つかりません',
  },
  en: {
    'intake.file-empty': 'The file has no rows. Look at what it holds and choose it again.',
    'intake.quote-left-open':
      'The quotation mark (") opened on line {line} is never closed, so nothing after it can be read. Mend it and try again.',
    'intake.too-many-columns':
      'It has too many columns ({columns}; at most {most}). Look whether the delimiter is right, or rows stand as columns.',
    'intake.nul-character':
      'Line {line}, column {column}, holds data that is no text (NUL). The file is damaged or in another encoding; export it again.',
    'intake.record-too-long':
      'One record near line {line} is too long. Look for a quotation mark (") that is not closed.',
    'intake.row.row.ragged': 'It has another number of columns ({value}) than the header.',
    'intake.row.row.damaged-quotes':
      'Its quotation marks (") are out of place; neighbouring rows may have run together.',
    'intake.row.row.totals': 'This line counts the list and is not a person.',
    'intake.row.name.missing': 'There is no name.',
    'intake.row.mail.invalid': 'This cannot be read as a mail address.',
    'intake.row.phone.invalid': 'This cannot be read as a telephone number.',
    'intake.row.date.not-a-date': 'This cannot be read as a date.',
    'intake.row.date.no-such-day': 'There is no such day.',
    'intake.row.date.outside-era': 'The era did not have this day.',
    'intake.row.date.ambiguous': 'Day and month cannot be told apart. Write year/month/day.',
    'intake.row.birth-date.implausible': 'Nobody who applies was born on this day.',
    'intake.row.age.invalid': 'This cannot be read as an age.',
    'intake.row.prefecture.unknown': 'The prefecture cannot be told.',
    'intake.row.salary.invalid': 'This cannot be read as an amount.',
    'intake.row.status.unknown':
      'This word is not known as a stage or a result. Say what it means under “Words to decide”.',
    'intake.row.text.formula': 'This begins like a formula. It is kept as text, as it is.',
    'intake.row.text.undecodable': 'It holds characters that cannot be read, or that only the writer’s machine has.',
    'intake.column.PRESET': 'A column of {preset}',
    'intake.column.HEADER_AND_VALUES': 'The name and the values agree',
    'intake.column.HEADER': 'The name agrees',
    'intake.column.PART_OF_HEADER': 'A part of the name agrees',
    'intake.column.VALUES': 'Told by the values',
    'intake.column.CHOSEN': 'Chosen by hand',
    'intake.column.VALUES_CONTRADICT': 'The name agrees, but the values do not fit',
    'intake.column.ALREADY_TAKEN':
      '“{taker}” (column {takerAt}) and “{column}” (column {at}) both seem to hold {field}. “{taker}” (column {takerAt}) was chosen',
    'intake.column.FORBIDDEN_BY_LAW':
      'May not be collected and is dropped before anything is stored (Employment Security Act, article 5-5, and others)',
    'intake.column.OTHER_PERSON': 'Seems to be about somebody else',
    'intake.column.NO_MATCH': 'No field matches',
  },
} satisfies Messages
