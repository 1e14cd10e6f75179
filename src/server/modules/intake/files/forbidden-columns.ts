import { headerKey, owners } from './header-key.ts'

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
  const key = headerKey(header).replace(owners, '')
  const asked = key.replace(/(?:の職業|の有無|名|欄|状況|について)$/u, '')
  const hit = compiledForbidden.find(
    (candidate) =>
      candidate.key === key || candidate.key === asked || (isTelling(candidate.key) && key.includes(candidate.key)),
  )
  return hit?.ground ?? null
}

const isTelling = (key: string): boolean =>
  /^[a-z]+$/.test(key) ? key.length >= 8 : key.length >= 2 && !['民族', '障害', '資産', '思想'].includes(key)
