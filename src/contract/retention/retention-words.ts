import type { clockStarts, KeptReason, RetentionClass, RetentionPerson, RetentionRun } from './retention.ts'

type Language = 'ja' | 'en'

type Words = {
  classes: Record<RetentionClass, string>
  starts: Record<(typeof clockStarts)[number], string>
  reasons: Record<KeptReason, string>
  phases: Record<RetentionRun['phase'], string>
  outcomes: Record<NonNullable<RetentionPerson['outcome']>, string>
  asks: string
  deletes: string
  keeps: string
  columns: readonly string[]
  kinds: Record<RetentionRun['kind'], string>
  report: {
    title: string
    kind: string
    phase: string
    made: string
    scheduled: string
    starts: string
    calledOff: string
    ended: string
    people: string
    byClass: string
    kept: string
    spared: string
    nobody: string
    columns: readonly string[]
    months: (months: number) => string
    off: string
  }
}

/** What retention is called: in the console, in files and on paper. */
export const retentionWords: Record<Language, Words> = {
  ja: {
    classes: {
      APPLICANT: '応募者(結果の記録なし)',
      EVENT_ATTENDEE: 'イベント参加者・名簿のみ',
      REJECTED: '不採用',
      WITHDRAWN: '辞退',
      HIRED: '採用',
      MEMBER: 'キャリアリレーの登録者',
    },
    starts: { END: '区分が決まった日(選考の終了など)', LAST_HEARD: '最後に情報を受け取った日' },
    reasons: {
      HELD: '削除の保留(リーガルホールド)',
      IN_PROCESS: '選考中',
      OFFERED: '内定中',
      OPEN_REQUEST: '本人からの請求に対応中',
      OPEN_INTRODUCTION: '紹介が進行中',
      OPEN_DISPUTE: '異議の申し立てが審査中',
      LETTER_WAITING: 'お見送りメールの送信待ち',
      CONSENT: '保存への同意が有効',
      MEMBERSHIP: 'キャリアリレーに登録中',
      ANSWER_AWAITED: '継続の確認に回答待ち',
      CONTACTS_SPENT: '連絡回数の上限に達している',
      UNREACHABLE: '確認のメールが届かない(12か月の猶予)',
      RULE_OFF: 'ルールがオフ',
      NOT_DUE: '期限前に戻った(再応募など)',
      GONE: 'すでに消去・統合済み',
    },
    phases: {
      LISTING: '一覧を作成中',
      LISTED: '確認待ち',
      SCHEDULED: '実行予定・実行中',
      DONE: '完了',
      CALLED_OFF: '中止',
    },
    outcomes: { ASKED: '確認を送った', DELETED: '削除した', KEPT: '残した' },
    asks: '継続を確認',
    deletes: '削除対象',
    keeps: '残す',
    columns: [
      '氏名',
      '人材ID',
      '区分',
      '起算日',
      '期限の日',
      '判定',
      '残す理由',
      '残す期限',
      '結果',
      '結果の理由',
      '処理日',
    ],
    kinds: {
      RULES: '保存期間のルール',
      UNKNOWN_BASIS: '保管の意向を尋ね、返事のない方',
      MEMBERS: 'しばらく利用のない登録者',
    },
    report: {
      title: '保存期間の実施報告',
      kind: '対象',
      phase: '状態',
      made: '一覧の作成',
      scheduled: '削除の決定',
      starts: '実行の開始',
      calledOff: '中止',
      ended: '終了',
      people: '確認した人数',
      byClass: '区分ごとの人数',
      kept: '期限を過ぎて残した理由(一覧の時点)',
      spared: '削除の直前に残した理由',
      nobody: '該当なし',
      columns: [
        '区分',
        'ルール',
        '確認の対象',
        '確認した',
        '削除対象',
        '削除した',
        '直前に残した',
        '期限後も残す',
        '期限前',
      ],
      months: (months) => `${months}か月`,
      off: 'オフ',
    },
  },
  en: {
    classes: {
      APPLICANT: 'Applied, no result on record',
      EVENT_ATTENDEE: 'Event attendees and lists',
      REJECTED: 'Rejected',
      WITHDRAWN: 'Withdrew',
      HIRED: 'Hired',
      MEMBER: 'Members of the relay',
    },
    starts: { END: 'the day the class was decided', LAST_HEARD: 'the day they were last heard of' },
    reasons: {
      HELD: 'Legal hold',
      IN_PROCESS: 'In process',
      OFFERED: 'Offered',
      OPEN_REQUEST: 'A request of theirs is open',
      OPEN_INTRODUCTION: 'An introduction is under way',
      OPEN_DISPUTE: 'A dispute is open',
      LETTER_WAITING: 'A letter has not left yet',
      CONSENT: 'Agreed to be kept',
      MEMBERSHIP: 'Registered in the relay',
      ANSWER_AWAITED: 'Asked whether to stay; the answer is awaited',
      CONTACTS_SPENT: 'No contact that they allow is left',
      UNREACHABLE: 'The question cannot reach them (12 months more)',
      RULE_OFF: 'The rule is off',
      NOT_DUE: 'Not past their time any more',
      GONE: 'Erased or merged already',
    },
    phases: {
      LISTING: 'Being listed',
      LISTED: 'To be looked through',
      SCHEDULED: 'Scheduled or under way',
      DONE: 'Done',
      CALLED_OFF: 'Called off',
    },
    outcomes: { ASKED: 'Asked', DELETED: 'Deleted', KEPT: 'Kept' },
    asks: 'To ask first',
    deletes: 'To delete',
    keeps: 'Kept',
    columns: [
      'Name',
      'Person',
      'Class',
      'Counted from',
      'Past on',
      'Verdict',
      'Kept because',
      'Kept until',
      'Outcome',
      'Outcome because',
      'Settled on',
    ],
    kinds: {
      RULES: 'Retention rules',
      UNKNOWN_BASIS: 'Asked whether they may be kept, and never answered',
      MEMBERS: 'Members not heard of for long',
    },
    report: {
      title: 'Retention report',
      kind: 'What for',
      phase: 'State',
      made: 'Listed',
      scheduled: 'Decided',
      starts: 'Deletion begins',
      calledOff: 'Called off',
      ended: 'Ended',
      people: 'People looked at',
      byClass: 'By class',
      kept: 'Kept past their time, on the list',
      spared: 'Kept at the moment of deletion',
      nobody: 'Nobody',
      columns: ['Class', 'Rule', 'To ask', 'Asked', 'To delete', 'Deleted', 'Spared', 'Kept past time', 'Not due'],
      months: (months) => `${months} months`,
      off: 'Off',
    },
  },
}
