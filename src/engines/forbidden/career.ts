import type { ForbiddenKind } from './terms.ts'

const employers =
  /大学|学校|学園|病院|病棟|医院|看護|教諭|教員|職員|勤|入社|退社|配属|出向|専従|事務|協会|財団|法人|会社|研究|課長|部長|(?<!ペース)メーカー|折衝|銀行|信用金庫|証券|hospital|\bbank\b|university|school|employed|worked|manager|officer|staff|nurse|teacher/iu

/** What somebody worked on, or for whom. */
const tasks =
  /担当|業務|開発|企画|システム|営業|販売|制作|設計|運営|編集|提案|審査|改修|従事|支援|プランナー|仲介|接客|輸入|輸出|管理画面|案件|施設(?:で|に|の)|事務所|団体で|申請|電子化|提供|product|insurance|software|\bapp\b|sales|patients|brand|advisor|screen/iu

/** What is made for people whom a topic concerns, and those whom somebody serves: never a word about the author. */
const served =
  /向け|を?対象(?:の|に|と)|共済|のため(?:の|に(?:開|作|設|改))|(?:顧客|お客様?|契約者|患者|利用者|児童|生徒|社員|従業員|会員|高齢者|相談者)(?:へ|に|の|を)/u

/** The families and children of others: of patients, customers, employees. */
const others =
  /(?:患者|利用者|入居者|入所者|園児|児童|生徒|学生|顧客|お客|会員|被保険者|契約者|従業員|社員|遺)[^、。]{0,4}ご?家族|patients? and their famil|(?:customers|clients|employees)['’]? famil/iu

/** Who speaks of the own kin makes them the subject, or gives them as the reason of a change. */
const ownKin =
  /(?:父|母|両親|親|夫|妻|主人|配偶者|兄|弟|姉|妹|祖父|祖母|長男|長女|次男|次女|息子|娘|子ども|子供|家族)(?:は|が(?!使|利用|学|読|楽)|も|[:：])|\bmy (?:\w+ )?(?:father|mother|parents?|husband|wife|brother|sister|son|daughter|child|children|famil)/iu
const reasons =
  /(?:ため|為|により|に伴い|に伴う|につき|を理由に|が理由で|の都合で|で)[^。、]{0,14}(?:退社|退職|休職|離職|転居)|care for (?:my|his|her|their)|\bsick leave|\bleft (?:the|my) (?:company|job)/iu
/** Fields of the printed résumé form, filled in. */
const labels =
  /^[\s・■●【[]*(?:本\s*籍|出\s*生\s*地|戸籍(?!住民|課|係|事務|窓口|シ)|国籍|配偶者(?!控除)|扶養(?!控除)|家族構成|同居家族|続柄|健康状態|宗教|信条|支持政党|place of birth|permanent domicile|religion|spouse|marital)/iu

const illness =
  '(?:うつ病?|鬱病?|適応障害|発達障害|統合失調症|双極性?障害|パニック障害|不眠症|てんかん|糖尿病|がん|癌|肝炎|HIV|エイズ|結核|難病|喘息|ADHD|ASD|自閉症|持病|精神疾患|障害)'
/** Those who have it, where it is not the author. */
const bearers =
  '(?:[うるた]|っ(?:た|ている)|い(?:た|ている))?(?:方|人|患者|社員|従業員|職員|利用者|児童|生徒|学生|子ども|高齢者|相談者|会員|当事者|入居者)'
const personal = [
  /(?:独身|既婚|未婚)(?=[でのだ、・,\s(。]|$)(?!の[社従利顧]|者向け)|離婚(?:後|し(?!たい?[ごお客依相])|歴)|[妻夫](?:と|や)子|子(?:ども|供)?\s*\d\s*人(?!以上|向け)|^\s*(?:divorced|married|unmarried|widowed)\s*[;,.]/iu,
  new RegExp(
    `${illness}(?:を(?:患|発症|抱え)|に(?:罹|かか|なり|なった|苦し)|と診断|の診断を受|が(?:あり|再発|悪化)|陽性(?!者)|と闘)(?!${bearers})`,
    'iu',
  ),
  /[\p{Script=Han}\p{Script=Katakana}ー]{1,8}[症病炎](?:を(?:患(?!う|った[人方])|発症)|と診断|に(?:罹|かか)|で(?:入院|手術|休職|退職)|が(?:再発|悪化))/u,
  new RegExp(`${illness}(?:により|のため|が原因で|で)[^。、]{0,14}(?:退社|退職|休職|離職)`, 'iu'),
  /HIV\s*陽性(?:です|で|の(?:ため|私)|だ)/iu,
  /部落(?:の)?(?:出身|生まれ)|在日(?:コリアン|韓国人|朝鮮人|中国人)(?:として|です|で|の(?:家庭|[二三四]世))|帰化し/u,
  /(?:組合|労組)(?:の|支部)?[^、。]{0,8}(?:[部局支]長|委員長?|書記長?|役員|幹部|代議員|専従)(?:として|を[^、。]{0,6}(?:務|歴任|経験)|に(?:就|選))/u,
  /組合の(?:執行|専従|副?委員長|書記長|役員|幹部|支部長)|学会員(?:で|と|、)|(?:信者|信徒|教徒)(?:です|で[、あ]|として|であ)/u,
  /(?:愛読書|座右の銘|尊敬する(?:人物?|偉人)|支持政党|信条|宗教)\s*[はが:：]|(?:障(?:害|がい)者(?:保健福祉)?|療育)手帳\s*(?:\d級)?\s*(?:を(?:持|所持|有|取得)|所持|\d級|あり)/u,
  /(?:前科|前歴|逮捕歴)(?:が|は|も|あり|を)|出所後|服役(?:し|後|中)|逮捕され(?:ま|た[。、]|、)/u,
]

/** What is said of an illness or a conviction by whoever has it, right after its name. */
const lived = new RegExp(
  `^[^、。]{0,4}(?:を(?:患[いっ]|抱え(?!る)|経験|発症|持[ちっ]|所持|克服)|が(?:残|あり|再|悪|出て)|に(?:なり|なっ|かか|悩|苦し)|で(?:苦し|悩|倒|入院|休|退|離)|から(?:回復|立ち|復)|と(?:診断|付き合|闘|向き))(?!${bearers})`,
  'u',
)

/** Whether what follows an illness in its sentence is said of somebody who lives with it. */
export const isLived = (after: string): boolean => lived.test(after)

/**
 * Whether a sentence tells of its author's own marriage, illness, origin, creed, union or crime: it does so whatever work
 * it names beside. Whoever worked for people like that says it otherwise (うつ病の患者を担当, 離婚案件, 組合との折衝).
 */
export const isPersonal = (sentence: string): boolean => personal.some((pattern) => pattern.test(sentence))

/**
 * Whether a word of this kind names, in a sentence of a career, the employer or the task and not the person. The kin
 * and the health of the person stay what they are in a sentence that names an employer, too ("父は株式会社…の部長").
 */
export function namesWork(sentence: string, kind: ForbiddenKind): boolean {
  if (labels.test(sentence) || reasons.test(sentence)) return false
  if (served.test(sentence) && !ownKin.test(sentence)) return true
  if (kind === 'FAMILY') return others.test(sentence) || (tasks.test(sentence) && !ownKin.test(sentence))
  if (kind === 'ASSETS') return tasks.test(sentence) && employers.test(sentence)
  return employers.test(sentence) || (kind !== 'SENSITIVE' && tasks.test(sentence))
}
