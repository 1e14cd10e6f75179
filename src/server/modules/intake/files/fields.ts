/** A thing an export can say about a person or an application. `MANY` may stand in several columns of one file. */
export type FieldKind = 'ONE' | 'MANY'
export type FieldDefinition = { kind: FieldKind; ja: string; en: string; synonyms: string }

/**
 * The fields an import knows, with the names columns have for them in the exports of Japanese and English systems:
 * separated by spaces, compared by `headerKey`. A longer synonym inside a header wins over a shorter one.
 */
export const fields = {
  name: {
    kind: 'ONE',
    ja: '氏名',
    en: 'Name',
    synonyms:
      '氏名 名前 お名前 姓名 フルネーム 応募者 応募者名 候補者 候補者名 求職者名 漢字氏名 氏名漢字 name fullname applicant candidate candidatename displayname 人材名',
  },
  familyName: {
    kind: 'ONE',
    ja: '姓',
    en: 'Family name',
    synonyms: '姓 苗字 名字 氏 姓漢字 漢字姓 氏名姓 lastname familyname surname last',
  },
  givenName: {
    kind: 'ONE',
    ja: '名',
    en: 'Given name',
    synonyms: '名 名漢字 漢字名 氏名名 下の名前 firstname givenname forename first',
  },
  nameKana: {
    kind: 'ONE',
    ja: 'フリガナ',
    en: 'Reading',
    synonyms:
      'フリガナ ふりがな カナ かな 氏名カナ 氏名かな カナ氏名 氏名フリガナ 名前カナ ヨミガナ よみがな 読み仮名 よみ ヨミ 氏名ヨミ namekana kana furigana reading yomi phoneticname',
  },
  familyKana: {
    kind: 'ONE',
    ja: 'セイ',
    en: 'Family name reading',
    synonyms:
      'セイ せい 姓カナ カナ姓 氏名カナ姓 氏名フリガナ姓 フリガナ氏名姓 カナ氏名姓 姓かな 姓フリガナ 姓ふりがな フリガナ姓 姓ヨミ 姓よみ 氏カナ familynamekana lastnamekana seikana familykana lastkana',
  },
  givenKana: {
    kind: 'ONE',
    ja: 'メイ',
    en: 'Given name reading',
    synonyms:
      'メイ めい 名カナ カナ名 氏名カナ名 氏名フリガナ名 フリガナ氏名名 カナ氏名名 名かな 名フリガナ 名ふりがな フリガナ名 名ヨミ 名よみ givennamekana firstnamekana meikana givenkana firstkana',
  },
  nameRomaji: {
    kind: 'ONE',
    ja: 'ローマ字氏名',
    en: 'Name in romaji',
    synonyms:
      'ローマ字 ローマ字氏名 氏名ローマ字 英字氏名 氏名英字 英語名 romaji nameromaji romajiname namealphabet englishname',
  },
  birthDate: {
    kind: 'ONE',
    ja: '生年月日',
    en: 'Date of birth',
    synonyms: '生年月日 誕生日 生年月 birthdate birthday dateofbirth dob birth',
  },
  age: { kind: 'ONE', ja: '年齢', en: 'Age', synonyms: '年齢 満年齢 歳 応募時年齢 age' },
  email: {
    kind: 'MANY',
    ja: 'メールアドレス',
    en: 'Mail address',
    synonyms:
      'メールアドレス メール メアド eメール emailアドレス メールアドレス1 メールアドレス2 pcメール 携帯メール 連絡先メール email mail emailaddress mailaddress e-mail primaryemail',
  },
  phone: {
    kind: 'MANY',
    ja: '電話番号',
    en: 'Telephone',
    synonyms:
      '電話番号 電話 tel phoneno mobileno telno 携帯 携帯電話 携帯番号 携帯電話番号 自宅電話 自宅電話番号 連絡先 連絡先電話番号 連絡先tel phone phonenumber mobile mobilephone mobilenumber cell cellphone telephone contactnumber',
  },
  postcode: { kind: 'ONE', ja: '郵便番号', en: 'Postcode', synonyms: '郵便番号 〒 postcode postalcode zip zipcode' },
  prefecture: {
    kind: 'ONE',
    ja: '都道府県',
    en: 'Prefecture',
    synonyms:
      '都道府県 県 居住地 現住所都道府県 居住都道府県 住所都道府県 居住エリア prefecture state region residence location',
  },
  address: {
    kind: 'ONE',
    ja: '住所',
    en: 'Address',
    synonyms:
      '住所 現住所 お住まい 現在のお住まい ご住所 居住地住所 市区町村 住所1 address currentaddress homeaddress city',
  },
  openingTitle: {
    kind: 'ONE',
    ja: '求人名',
    en: 'Opening',
    synonyms:
      '求人名 求人 求人タイトル 求人票 求人票名 募集職種 応募職種 応募求人 応募求人名 応募ポジション ポジション ポジション名 希望職種 職種 職種名 募集ポジション 応募先求人 案件名 position positionname job jobtitle jobname opening openingtitle role requisition vacancy appliedposition appliedjob',
  },
  openingId: {
    kind: 'ONE',
    ja: '求人番号',
    en: 'Opening number',
    synonyms:
      '求人番号 求人id 求人no 求人コード 案件番号 案件id 募集番号 jobid positionid requisitionid openingid jobcode jobnumber',
  },
  channel: {
    kind: 'ONE',
    ja: '応募経路',
    en: 'Channel',
    synonyms:
      '応募経路 経路 流入経路 応募元 チャネル 応募チャネル 応募区分 応募方法 ソース 応募媒体区分 source channel applicationsource route origin',
  },
  channelName: {
    kind: 'ONE',
    ja: '媒体名',
    en: 'Job board',
    synonyms:
      '媒体名 媒体 求人媒体 求人媒体名 応募媒体 掲載媒体 サイト名 経路詳細 応募経路詳細 流入元 sourcename jobboard media medium platform sourcedetail',
  },
  agency: {
    kind: 'ONE',
    ja: '紹介会社',
    en: 'Agency',
    synonyms:
      '紹介会社 紹介会社名 人材紹介会社 人材紹介会社名 エージェント エージェント名 エージェント会社 紹介元 agency agencyname recruiter recruitmentagency vendor',
  },
  appliedAt: {
    kind: 'ONE',
    ja: '応募日',
    en: 'Applied on',
    synonyms:
      '応募日 応募日時 応募年月日 エントリー日 エントリー日時 応募受付日 受付日 受付日時 登録日 登録日時 紹介日 推薦日 ご紹介日 推薦日時 applied appliedon appliedat applieddate applicationdate dateapplied introducedon introducedat introductiondate referredon submittedat submitteddate submittedon createdat createdon entrydate',
  },
  stage: {
    kind: 'ONE',
    ja: '選考ステップ',
    en: 'Stage',
    synonyms:
      '選考ステップ 選考段階 selectionstatus 選考フェーズ フェーズ ステップ 選考フロー 現在の選考ステップ 選考ステージ ステージ 進捗 選考過程 stage currentstage step phase pipelinestage selectionstage',
  },
  result: {
    kind: 'ONE',
    ja: '選考結果',
    en: 'Result',
    synonyms:
      '選考結果 結果 判定 最終判定 finalresult finalstatus 合否 合否結果 最終結果 選考状況 選考ステータス ステータス 状況 状態 進捗状況 進捗ステータス 応募ステータス 対応状況 選考進捗 status result outcome applicationstatus candidatestatus disposition decision state',
  },
  reason: {
    kind: 'ONE',
    ja: '理由',
    en: 'Reason',
    synonyms:
      '理由 不採用理由 見送り理由 お見送り理由 辞退理由 不合格理由 ng理由 不採用辞退理由 終了理由 結果理由 reason rejectionreason rejectreason withdrawalreason declinereason closereason',
  },
  endedAt: {
    kind: 'ONE',
    ja: '結果確定日',
    en: 'Ended on',
    synonyms:
      '結果確定日 確定日 判定日 最終結果日 結果日 合否日 合否確定日 合否連絡日 選考終了日 終了日 不採用日 見送り日 辞退日 結果通知日 通知日 closedat closedon endedat endedon resultdate decisiondate rejectedat rejectedon statusdate',
  },
  stageAt: {
    kind: 'ONE',
    ja: '選考日',
    en: 'Stage date',
    synonyms:
      '選考日 面接日 面接日時 面接実施日 ステップ日 選考実施日 interviewdate interviewat interviewedon stagedate',
  },
  evaluation: {
    kind: 'ONE',
    ja: '評価',
    en: 'Evaluation',
    synonyms:
      '評価 総合評価 評点 評価ランク ランク 面接評価 書類評価 スコア 評価点 rating evaluation score grade overallrating rank',
  },
  evaluationNote: {
    kind: 'ONE',
    ja: '評価コメント',
    en: 'Evaluation note',
    synonyms:
      '評価コメント 所感 evaluatorcomments interviewercomments 面接所感 面接官コメント 評価メモ 面接メモ 面接コメント 選考コメント コメント 評価理由 evaluationcomment evaluationnote feedback comment comments interviewfeedback',
  },
  interviewer: {
    kind: 'ONE',
    ja: '面接官',
    en: 'Interviewer',
    synonyms: '面接官 面接官名 面接担当 面接担当者 評価者 評価者名 interviewer evaluator',
  },
  education: {
    kind: 'ONE',
    ja: '最終学歴',
    en: 'Education',
    synonyms:
      '最終学歴 学歴 大学名 学校名学部 卒業年 卒業年月 最終学歴区分 学校名 最終学校名 卒業学校 出身校 学校 学部 学校区分 education school university highesteducation degree',
  },
  currentEmployer: {
    kind: 'ONE',
    ja: '現職',
    en: 'Current employer',
    synonyms:
      '現職 現職企業 現職会社名 現職企業名 現勤務先 勤務先 勤務先名 会社名 現在の勤務先 直近勤務先 直近の勤務先 前職 所属 在籍企業 在籍企業名 所属企業 currentemployer currentcompany employer company companyname organization presentcompany',
  },
  currentPosition: {
    kind: 'ONE',
    ja: '現職の職種',
    en: 'Current position',
    synonyms:
      '現職種 現在の職種 現職職種 役職 役職名 経験職種 現職ポジション currenttitle currentposition currentjobtitle title headline',
  },
  workHistory: {
    kind: 'ONE',
    ja: '職務経歴',
    en: 'Work history',
    synonyms:
      '職務経歴 職歴 経歴 職務要約 職歴要約 職務内容 経歴概要 直近の経歴 workhistory experience workexperience careersummary career employmenthistory',
  },
  skills: {
    kind: 'MANY',
    ja: 'スキル',
    en: 'Skills',
    synonyms:
      'スキル 保有スキル 経験スキル スキルセット 技術 技術スキル 得意分野 活かせる経験 キーワード skill skills skillset keyskills technologies',
  },
  qualifications: {
    kind: 'MANY',
    ja: '資格',
    en: 'Qualifications',
    synonyms:
      '資格 保有資格 資格免許 免許資格 免許 語学 語学力 英語力 toeic 言語 qualification qualifications certification certifications licenses languages',
  },
  desiredSalary: {
    kind: 'ONE',
    ja: '希望年収',
    en: 'Desired salary',
    synonyms:
      '希望年収 希望給与 希望月給 希望年収額 希望給与額 desiredsalary expectedsalary salaryexpectation desiredincome',
  },
  currentSalary: {
    kind: 'ONE',
    ja: '現年収',
    en: 'Current salary',
    synonyms: '現年収 現在年収 現在の年収 年収 直近年収 前年収 currentsalary salary annualincome currentincome',
  },
  desiredPlace: {
    kind: 'ONE',
    ja: '希望勤務地',
    en: 'Desired place',
    synonyms: '希望勤務地 勤務希望地 希望エリア 希望勤務エリア 勤務地 desiredlocation preferredlocation worklocation',
  },
  availableFrom: {
    kind: 'ONE',
    ja: '入社可能時期',
    en: 'Available from',
    synonyms:
      '入社可能時期 入社可能日 入社希望日 入社希望時期 入社日 入社予定日 availablefrom availability startdate joindate joinedon',
  },
  externalId: {
    kind: 'ONE',
    ja: '応募ID',
    en: 'Application number',
    synonyms:
      '応募id 応募番号 応募no エントリーid エントリー番号 エントリーno 応募管理番号 管理番号 管理id 受付番号 id no 番号 applicationid entryid externalid referenceid recordid applicationnumber',
  },
  personExternalId: {
    kind: 'ONE',
    ja: '候補者ID',
    en: 'Person number',
    synonyms:
      '候補者id 応募者id 候補者番号 応募者番号 候補者no 応募者no 会員id 会員番号 会員no 求職者id 求職者番号 タレントid 応募者コード candidateid applicantid personid memberid talentid candidatenumber userid',
  },
  note: {
    kind: 'MANY',
    ja: '備考',
    en: 'Note',
    synonyms:
      '備考 メモ 特記事項 備考欄 社内メモ 連絡事項 自己pr 志望動機 タグ ラベル note notes remark remarks memo tags selfpr',
  },
} as const satisfies Record<string, FieldDefinition>

export type Field = keyof typeof fields
export const fieldNames = Object.keys(fields) as Field[]

/** Matters which an employer may not collect, with the ground; such columns are dropped before anything is stored. */
export type ForbiddenGround =
  | 'ORIGIN'
  | 'FAMILY'
  | 'ASSETS'
  | 'BELIEF'
  | 'UNION'
  | 'HEALTH'
  | 'GENDER'
  | 'SECRET_NUMBER'

/**
 * 職業安定法 5条の5 and its guideline (平成11年労働省告示第141号 第五): 本籍, 出生地 and what else may cause social discrimination;
 * thought and creed; union membership. Health and criminal records are sensitive under 個人情報保護法 2条3項, the personal
 * number may not be collected outside its purposes (番号法 20条), and gender enters no selection here.
 */
const forbidden: Record<ForbiddenGround, string> = {
  ORIGIN:
    '本籍 本籍地 出生地 出身地 国籍 人種 民族 門地 部落 birthplace placeofbirth nationality ethnicity race domicile',
  FAMILY:
    '家族 家族構成 家族状況 扶養 扶養家族 扶養家族数 配偶者 婚姻 既婚 未婚 続柄 父 母 子供 世帯 家庭環境 生活環境 familystructure maritalstatus dependents spouse children',
  ASSETS: '資産 借入 住宅状況 住居状況 持ち家 assets debts',
  BELIEF:
    '宗教 信条 思想 支持政党 政党 人生観 尊敬する人物 愛読書 購読新聞 購読紙 religion creed politicalparty politics favouritebook favoritebook',
  UNION: '労働組合 組合加入 組合活動 社会運動 学生運動 union unionmembership',
  HEALTH: '病歴 既往歴 持病 障害 障がい 健康状態 犯罪歴 前科 賞罰 medicalhistory disability health criminalrecord',
  GENDER: '性別 gender sex',
  SECRET_NUMBER: 'マイナンバー 個人番号 mynumber',
}

const compiledForbidden = Object.entries(forbidden).flatMap(([ground, names]) =>
  names.split(' ').map((name) => ({ ground: ground as ForbiddenGround, key: headerKey(name) })),
)

/** Which ground forbids a column of this name, if one does. Long words are also found inside a header (父の職業 by itself is 父). */
export function forbiddenGround(header: string): ForbiddenGround | null {
  const key = headerKey(header)
  const asked = key.replace(/(?:の職業|の有無|名|欄|状況|について)$/u, '')
  const hit = compiledForbidden.find(
    (candidate) =>
      candidate.key === key || candidate.key === asked || (isTelling(candidate.key) && key.includes(candidate.key)),
  )
  return hit?.ground ?? null
}

const isTelling = (key: string): boolean =>
  /^[a-z]+$/.test(key) ? key.length >= 8 : key.length >= 2 && !['民族', '障害', '資産', '思想'].includes(key)

/** A header as it is compared: width, case, brackets with what they hold, numbering, marks and spaces removed. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[(【[〔<](?:[^)】\]〕>]*)[)】\]〕>]/gu, (bracket) => keepsMeaning(bracket))
    .toLowerCase()
    .replace(/^[\d０-９]+[.．:：]\s*/u, '')
    .replace(/[^\p{L}\p{N}〒]/gu, '')
}

/** 氏名(カナ) is another column than 氏名; 希望年収(万円) and 氏名(必須) are not. */
function keepsMeaning(bracket: string): string {
  const inner = bracket.slice(1, -1).trim()
  return /カナ|かな|フリガナ|ふりがな|ヨミ|姓|名$|ローマ字|英字|漢字|kana|romaji|セイ|メイ/i.test(inner) ? inner : ''
}
