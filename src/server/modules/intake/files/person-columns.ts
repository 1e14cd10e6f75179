import type { FieldDefinition } from './field-definition.ts'

/**
 * What a file can say of a person, with the names their columns have in the exports of Japanese and English systems: separated by spaces, compared by
 * `headerKey`. A longer synonym inside a header wins over a shorter one.
 */
export const personColumns = {
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
      'フリガナ ふりがな カナ かな 氏名カナ 氏名かな カナ氏名 お名前カナ 名前カナ フルネームカナ 氏名フリガナ 名前カナ ヨミガナ よみがな 読み仮名 よみ ヨミ 氏名ヨミ namekana kana furigana reading yomi phoneticname',
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
  education: {
    kind: 'MANY',
    ja: '最終学歴',
    en: 'Education',
    synonyms:
      '最終学歴 学歴 学部学科 学科 学校名学部学科 卒業予定 卒業予定年月 卒業予定年 卒業見込 大学 出身大学 大学名 学校名学部 卒業年 卒業年月 最終学歴区分 学校名 最終学校名 卒業学校 出身校 学校 学部 学校区分 education school university highesteducation degree',
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
      '現職種 現在の職種 現職職種 役職 役職名 経験職種 現職ポジション 現在の役職 currenttitle currentposition currentjobtitle title headline',
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
  personExternalId: {
    kind: 'ONE',
    ja: '候補者ID',
    en: 'Person number',
    synonyms:
      '候補者id 応募者id 候補者番号 応募者番号 候補者no 応募者no 会員id 会員番号 会員no 求職者id 求職者番号 タレントid 応募者コード candidateid applicantid personid memberid talentid candidatenumber userid',
  },
} as const satisfies Record<string, FieldDefinition>
