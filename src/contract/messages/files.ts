import type { Messages } from './messages.ts'

export const filesMessages = {
  ja: {
    'files.missing': 'ファイルが選ばれていません。PDF、Word(.docx)、テキストのいずれかを選んでください。',
    'files.too-large': 'ファイルが大きすぎます。{limitMb} MB までのファイルをお使いください。',
    'files.kind-unknown':
      'この形式のファイルは受け付けていません。PDF、Word(.docx)、テキストのいずれかで保存し直してください。',
    'files.is-picture': '画像は受け付けていません。文字の入った PDF または Word(.docx)で保存し直してください。',
    'files.is-old-office':
      '古い形式の Word(.doc)か、パスワード付きのファイルです。パスワードを外し、.docx または PDF で保存し直してください。',
    'files.locked': 'パスワードで保護された PDF です。パスワードを外して保存し直してください。',
    'files.unreadable':
      'ファイルを読み取れませんでした。壊れている可能性があります。開けることを確かめ、PDF で保存し直してください。',
    'files.unfolds':
      '展開すると大きくなりすぎるファイルのため、読み取りを止めました。画像を減らすか、PDF で保存し直してください。',
    'files.takes-too-long':
      '20秒以内に読み取れなかったため、止めました。ファイルは保存されていません。ページや画像を減らすか、文字の入った PDF で保存し直してください。',
    'files.too-many':
      'お一人について保存できるのは {most} 件・合計 {mostMb} MB までです。不要なファイルを削除してから、もう一度お試しください。',
    'files.busy':
      'ほかのファイルの読み取りに時間がかかっています。ファイルは保存されていません。1分ほど待ってから、もう一度お試しください。',
    'files.warning-not-seen':
      'このファイルには、収集が制限されている情報が含まれています。注意事項を確認してからダウンロードしてください。',
  },
  en: {
    'files.missing': 'No file was chosen. Choose a PDF, a Word document (.docx) or a text file.',
    'files.too-large': 'The file is too large. Use one of at most {limitMb} MB.',
    'files.kind-unknown': 'Files of this kind are not taken. Save it as PDF, Word (.docx) or text.',
    'files.is-picture': 'Pictures are not taken. Save it as a PDF or Word document (.docx) that holds text.',
    'files.is-old-office':
      'This is an old Word file (.doc) or has a password. Take the password off and save it as .docx or PDF.',
    'files.locked': 'The PDF is protected by a password. Take the password off and save it again.',
    'files.unreadable': 'The file could not be read; it may be damaged. Check that it opens, and save it again as PDF.',
    'files.unfolds': 'The file unfolds to more than is read. Use fewer pictures, or save it as PDF.',
    'files.takes-too-long':
      'Reading the file took more than 20 seconds and was stopped; nothing of it was kept. Save it with fewer pages or pictures.',
    'files.too-many':
      'At most {most} files and {mostMb} MB are kept of one person. Remove one that is no longer needed first.',
    'files.busy': 'Reading other files takes long. Nothing of this one was kept. Wait a minute and try again.',
    'files.warning-not-seen':
      'This file holds information that may not be collected. Read the warning before downloading it.',
  },
} satisfies Messages
