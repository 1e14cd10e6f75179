/** Words for the identifiers of the product, as a person reads them. */
export const words = {
  fields: {
    name: 'お名前',
    nameKana: 'フリガナ',
    displayName: '表示名',
    email: 'メールアドレス',
    phone: '電話番号',
    birthDate: '生年月日',
    prefecture: 'お住まいの都道府県',
    desiredPrefectures: '希望勤務地',
    desiredOccupations: '希望職種',
    desiredSalary: '希望年収',
    startFrom: '就業開始の希望時期',
    remote: 'リモート勤務の希望',
    skills: 'スキル・資格',
    workHistory: '職務経歴',
    education: '学歴',
    languages: '語学',
    evaluation: '選考での評価',
    stageReached: '選考到達段階',
  },
  stages: {
    DOCUMENT_SCREENING: '書類選考',
    APTITUDE_TEST: '適性検査',
    CASUAL_MEETING: 'カジュアル面談',
    INTERVIEW_1: '一次面接',
    INTERVIEW_2: '二次面接',
    INTERVIEW_3: '三次面接',
    FINAL_INTERVIEW: '最終面接',
  },
  results: {
    REJECTED: '今回はご縁がありませんでした',
    WITHDRAWN: '選考を辞退されました',
    ON_HOLD: '保留中です',
    IN_PROCESS: '選考中です',
  },
  remote: { NO_WISH: 'こだわらない', PARTLY: '一部リモートを希望', FULLY: 'フルリモートを希望', ON_SITE: '出社を希望' },
  search: {
    ACTIVE: '積極的に探している',
    OPEN: 'よい話があれば聞きたい',
    LATER: '今すぐではないが、いずれ考えたい',
    CLOSED: '探していない（連絡は不要）',
  },
  consentStates: { GIVEN: '同意中', NOT_GIVEN: '同意していません', WITHDRAWN: '撤回済み', EXPIRED: '期限終了' },
  holdings: { APPLICATION: 'ご応募', INTRODUCTION: 'ご紹介への「はい」のお答え' },
  sightings: {
    PROFILE: 'プロフィールの閲覧',
    FILE: '履歴書などのファイルの閲覧',
    APPLICATION: '応募・選考の記録の閲覧',
    LISTED: '一覧や検索での表示',
    EXPORTED: 'ファイルへの書き出し',
    DISCLOSED: '開示のための書き出し',
    CONSENTS: '同意と提供の記録の閲覧',
    RELAY: 'リレーの状況の閲覧',
    MAILS: 'メールの記録の閲覧',
    INTRODUCTION: 'ご紹介の内容の閲覧',
    FRESHNESS: '近況のご確認先の一覧での表示',
    OTHER: 'その他の閲覧',
  },
  roles: {
    owner: '管理責任者',
    admin: '管理者',
    recruiter: '採用担当',
    interviewer: '面接官',
    analyst: '分析担当',
    auditor: '監査担当',
    key: 'システム連携',
  },
  shareStates: {
    DELIVERED: '提供済み',
    RECALL_ASKED: '利用停止を依頼中',
    RECALL_RECEIVED: '利用停止の依頼が届き、対応待ち',
    STOPPED: '利用停止に対応済み',
    STOPPED_IN_PART: '利用停止に一部対応済み',
    STOP_REFUSED: '利用停止に応じないと回答',
    VOIDED: '提供前に取り消し',
  },
  introductionStates: {
    OPEN: 'ご回答をお待ちしています',
    ACCEPTED: '「はい」と回答済み',
    DECLINED: '「いいえ」と回答済み',
    LAPSED: '回答期限が過ぎました',
    WITHDRAWN: '企業が取り下げました',
  },
}

export type FieldKey = keyof typeof words.fields
export type StageKey = keyof typeof words.stages
export type ResultKey = keyof typeof words.results
export type RemoteKey = keyof typeof words.remote
export type SearchKey = keyof typeof words.search
export type ConsentState = keyof typeof words.consentStates
export type HoldingKey = keyof typeof words.holdings
export type SightingKey = keyof typeof words.sightings
export type RoleKey = keyof typeof words.roles
export type ShareState = keyof typeof words.shareStates
export type IntroductionState = keyof typeof words.introductionStates
