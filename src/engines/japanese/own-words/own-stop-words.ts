import { searchKey } from '../text.ts'

const employers =
  'フリーランス フリー フリーター 個人事業主 個人事業 自営業 自営 業務委託 アルバイト パート パートタイム 派遣 派遣社員 契約社員 正社員 準社員 嘱託 会社員 会社役員 会社 企業 団体職員 公務員 国家公務員 地方公務員 教員 教師 看護師 医師 薬剤師 介護士 保育士 エンジニア プログラマー デザイナー 営業 事務 経理 総務 人事 技術 コンサルタント 商社 総合商社 専門商社 メーカー 製造業 銀行 金融 金融機関 小売 小売業 病院 学校 大学 大学院 学生 大学生 主婦 専業主婦 在職 現職 前職 就業 就労 勤務 離職 退職 休職 求職 求職活動 転職活動 無職 在学 なし 未定 不明 非公開 その他 同業 同業他社 競合 競合他社 ベンチャー スタートアップ IT企業 外資系 外資系企業 外資系メーカー 大手メーカー 大手企業 上場企業 freelance freelancer selfemployed parttime fulltime employed unemployed student none company startup consultant engineer'

/** Keys of what people write in the place of an employer's name, which no question could do without. */
export const genericEmployers: ReadonlySet<string> = new Set(employers.split(' ').map(searchKey))

const mailboxes =
  'support recruit recruiting recruitment recruiter info information contact office admin administrator sales mail email hello help helpdesk career careers staff system systems jobs work works team company business engineer engineering developer design designer manager marketing account accounts accounting finance legal global japan tokyo osaka service services customer customers general inquiry entry apply saiyo saiyou jinji soumu eigyo shigoto tenshoku oubo noreply postmaster webmaster private personal remote student school home main master media press public project product products test user users name'

/** Mailboxes that are words, and belong to an office more often than to a person. */
export const genericMailboxes: ReadonlySet<string> = new Set(mailboxes.split(' '))
