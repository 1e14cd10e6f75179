import type { Messages } from './messages.ts'

export const selectionMessages = {
  ja: {
    'selection.stage-in-use':
      '外そうとしたステップに、選考中の応募が{count}件あります。先に別のステップへ移すか、選考を終えてください。',
    'selection.already-ended': 'この選考はすでに終了しています。続ける場合は、先に選考を再開してください。',
    'selection.not-ended': 'この選考は進行中のため、再開の操作は不要です。',
    'selection.not-offered': '内定を出していないため、承諾・辞退を記録できません。先に内定を記録してください。',
    'selection.age-exception-missing':
      '年齢の条件は、例外事由(労働施策総合推進法施行規則第1条の3)が会社設定に記録されている場合に限り設定できます。',
    'selection.person-without-records': 'この方の情報は消去されているため、応募を記録できません。',
    'selection.not-your-interview': 'ご自身が担当する面接ではないため、評価を記録できません。',
    'selection.not-an-interviewer':
      '面接官に、在籍していない方、または面接の評価を記録できない役割の方が含まれています。面接官を選び直してください。',
    'selection.interview-ends-first': '面接の終了時刻は、開始時刻より後にしてください。',
    'selection.interview-elsewhere': 'この面接は別の応募のものです。画面を読み込み直してください。',
    'selection.interview-cancelled': 'この面接は中止されたため、評価を記録できません。',
    'selection.interview-not-begun':
      'この面接はまだ始まっていないため、評価を記録できません。日時が変わった場合は、先に面接の日時を直してください。',
    'selection.evaluated-already':
      'この面接の評価はすでに記録されています。変更する場合は、記録済みの評価を訂正してください。',
    'selection.unreadable-grade': '評価「{grade}」を読み取れません。評価の段階を確認してください。',
    'selection.forbidden-data':
      '「{word}」は、職業安定法第5条の5により収集できない情報です。この記述を取り除いてから保存してください。',
  },
  en: {
    'selection.stage-in-use':
      '{count} open applications stand at a step you are taking away. Move them on or end them first.',
    'selection.already-ended': 'This selection has ended. Reopen it to go on.',
    'selection.not-ended': 'This selection is still under way; there is nothing to reopen.',
    'selection.not-offered': 'No offer was made yet. Record the offer before its acceptance or decline.',
    'selection.age-exception-missing':
      'An age condition needs the legal exception that applies to be recorded in the company settings.',
    'selection.person-without-records': 'This person’s data was erased, so no application can be recorded.',
    'selection.not-your-interview': 'You do not hold this interview, so you cannot evaluate it.',
    'selection.not-an-interviewer':
      'An interviewer chosen does not work here, or has a role that may not evaluate. Choose again.',
    'selection.interview-ends-first': 'An interview ends after it begins.',
    'selection.interview-elsewhere': 'This interview belongs to another application. Load the page again.',
    'selection.interview-cancelled': 'This interview was cancelled, so it cannot be evaluated.',
    'selection.interview-not-begun':
      'This interview has not begun, so it cannot be evaluated. If it was held earlier, correct its time first.',
    'selection.evaluated-already': 'This interview has your evaluation already. Correct that one instead.',
    'selection.unreadable-grade': 'The grade “{grade}” belongs to no known scale.',
    'selection.forbidden-data':
      '“{word}” is information that the Employment Security Act (art. 5-5) forbids to collect. Remove it and save again.',
  },
} satisfies Messages
