import type { Messages } from './messages.ts'

type Code =
  | 'cli.company-unknown'
  | 'cli.key-unreadable'
  | 'cli.owner-missing'
  | 'cli.link-file-unreadable'
  | 'cli.link-file-empty'
  | 'cli.link-one-column'
  | 'cli.link-only-one-file'
  | 'cli.link-same-name'
  | 'cli.link-overwrites'
  | 'cli.link-nothing-to-compare'
  | 'cli.link-json-invalid'
  | 'cli.link-role-unknown'
  | 'cli.link-model-unknown'
  | 'cli.link-output-is-folder'
  | 'cli.link-no-folder'
  | 'cli.link-not-writable'
  | 'cli.link-disk-full'
  | 'cli.link-not-written'
  | 'cli.link-resume-busy'
  | 'cli.link-threshold'
  | 'cli.link-column-missing'
  | 'cli.link-rows-unmatched'

export const cliMessages = {
  ja: {
    'cli.link-file-unreadable': '{file} を読めません: {reason}',
    'cli.link-file-empty': '{file} には見出し行がありません。',
    'cli.link-one-column':
      '{file} の列が1つしか見つかりません(見出し: {header})。区切り文字と引用符を確認してください。',
    'cli.link-only-one-file': '--link-only はファイルの間だけで名寄せします。ファイルを2つ以上指定してください。',
    'cli.link-same-name':
      '同じ名前のファイルが2つあります: {file}。結果はファイル名で区別するため、名前を変えてください。',
    'cli.link-overwrites': '{file} は入力、またはほかの出力と同じファイルです。別の出力先を指定してください。',
    'cli.link-nothing-to-compare':
      '照合に使える列が見つかりません。見出し: {headers}。--mapping で列の意味を指定してください。',
    'cli.link-json-invalid': '{file} を読めません: {reason}',
    'cli.link-role-unknown':
      '{file}: 見出し {header} に指定された「{role}」という役割はありません。使える役割: {roles}',
    'cli.link-model-unknown':
      '「{given}」というモデルも、その名前のファイルもありません。使えるモデル: {models}。--save-model で保存したファイルも指定できます。',
    'cli.link-output-is-folder': '出力先 {file} はフォルダーです。ファイル名まで指定してください。',
    'cli.link-no-folder': '{file} を書き出せません。フォルダー {folder} がありません。',
    'cli.link-not-writable': '{file} に書き込む権限がありません。書き込める場所を指定してください。',
    'cli.link-disk-full':
      'ディスクの空き容量が足りず、{file} を最後まで書き込めませんでした。以前の内容は変わっていません。空き容量を確保してから、もう一度実行してください。',
    'cli.link-not-written':
      '{file} を最後まで書き込めませんでした({reason})。原因を取り除くか、別の場所を指定して、もう一度実行してください。',
    'cli.link-resume-busy':
      '別の実行(プロセス {pid})が {folder} の途中経過を使用中です。終了を待ってください。そのプロセスが tasuki の実行でない場合は、{folder} の中の {pid}.run を削除してから、もう一度実行してください。',
    'cli.link-threshold': '--threshold は 0 より大きく 1 より小さい確率で指定してください: {given}',
    'cli.link-column-missing': '{file} に列 {column} がありません。',
    'cli.link-rows-unmatched': '{clusters} の行と {truth} の行に共通のものがありません。',
    'cli.company-unknown': '企業IDを --company で指定してください。登録されている企業: {companies}',
    'cli.key-unreadable':
      '公開鍵として読めないファイルです。発行元のポータルの /verify/key.json を保存したものを指定してください。',
    'cli.owner-missing':
      'DATABASE_URL を使う場合は、データベースの所有者としての接続先を DATABASE_OWNER_URL に指定してください。',
  },
  en: {
    'cli.link-file-unreadable': '{file} cannot be read: {reason}',
    'cli.link-file-empty': '{file} has no header.',
    'cli.link-one-column':
      'Only one column was found in {file} (header: {header}). Check its delimiter and its quotes.',
    'cli.link-only-one-file': '--link-only links between files alone: give two or more.',
    'cli.link-same-name': 'Two files are called {file}. Rename one: the output tells files apart by their names.',
    'cli.link-overwrites': '{file} is read, or written by another option, too. Name another file to write.',
    'cli.link-nothing-to-compare':
      'No column that tells about a person was found. The headers are: {headers}. Say what they mean with --mapping.',
    'cli.link-json-invalid': '{file} cannot be read: {reason}',
    'cli.link-role-unknown':
      '{file}: there is no role {role}, as given for the header {header}. The roles are: {roles}',
    'cli.link-model-unknown':
      'There is neither a model nor a file called {given}. The models are: {models}. A file kept with --save-model can be named as well.',
    'cli.link-output-is-folder': 'The output {file} is a folder. Name a file.',
    'cli.link-no-folder': '{file} cannot be written: there is no folder {folder}.',
    'cli.link-not-writable': '{file} cannot be written: you may not write there. Name a place where you may.',
    'cli.link-disk-full':
      'The disk has no room left for {file}. A file that was there before is unchanged. Make room and run this again.',
    'cli.link-not-written':
      '{file} could not be written to its end ({reason}). Mend that or name another place, and run this again.',
    'cli.link-resume-busy':
      'Another run (process {pid}) keeps its work in {folder}. Wait for it to end. If that process is no run of tasuki, delete {pid}.run in {folder} and run this again.',
    'cli.link-threshold': '--threshold takes a probability above 0 and below 1, not {given}.',
    'cli.link-column-missing': '{file} has no column {column}.',
    'cli.link-rows-unmatched': '{clusters} and {truth} have no row in common.',
    'cli.company-unknown': 'Name a company with --company. There are: {companies}',
    'cli.key-unreadable': 'This is no public key. Name the file saved from /verify/key.json of the issuer’s portal.',
    'cli.owner-missing': 'With DATABASE_URL set, name the database as its owner in DATABASE_OWNER_URL too.',
  },
} satisfies Messages<Code>
