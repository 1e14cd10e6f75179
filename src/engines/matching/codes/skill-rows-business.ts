/** One row per skill: id | category | English | 日本語 | other spellings, comma separated. See README for the sources. */
export const BUSINESS_SKILLS = `
corporate-sales | sales | B2B sales | 法人営業 | BtoB営業, B2B営業, 法人向け営業, BtoB, corporate sales, 法人セールス
consumer-sales | sales | B2C sales | 個人営業 | BtoC営業, B2C営業, 個人向け営業, リテール営業
new-business-sales | sales | New business sales | 新規開拓営業 | 新規営業, 新規開拓, 飛び込み営業
account-management | sales | Account management | 既存顧客営業 | ルート営業, ルートセールス, 既存営業, アカウントマネジメント
inside-sales | sales | Inside sales | インサイドセールス | SDR, BDR, 内勤営業
field-sales | sales | Field sales | フィールドセールス | 外勤営業
solution-sales | sales | Solution sales | 提案営業 | ソリューション営業, 課題解決型営業
overseas-sales | sales | Overseas sales | 海外営業 | international sales, 輸出営業, グローバル営業
medical-sales | sales | Medical sales | 医薬営業 | MR, 医療機器営業, 医薬情報担当者
sales-planning | sales | Sales planning | 営業企画 | 営業戦略, sales operations, セールスオペレーション
customer-success | customer | Customer success | カスタマーサクセス | CS, CSM
customer-support | customer | Customer support | カスタマーサポート | コールセンター, 問い合わせ対応, ヘルプデスク, call center
store-operations | customer | Store operations | 店舗運営 | 店長, 店舗管理, 店舗マネジメント, store manager
service-work | customer | Customer service | 接客 | 接客販売, 販売, 接遇, retail sales
digital-marketing | marketing | Digital marketing | デジタルマーケティング | Webマーケティング, ウェブマーケティング, Web広告運用
online-advertising | marketing | Online advertising | 広告運用 | リスティング広告, 運用型広告, Google広告, SEM
seo | marketing | SEO | SEO | SEO対策, 検索エンジン最適化
social-media | marketing | Social media | SNS運用 | SNSマーケティング, social media marketing
content-marketing | marketing | Content marketing | コンテンツ制作 | コンテンツマーケティング, ライティング, 編集
public-relations | marketing | Public relations | 広報 | PR, 広報・PR, プレスリリース
market-research | marketing | Market research | 市場調査 | マーケティングリサーチ, 市場分析
product-planning | marketing | Product planning | 商品企画 | 商品開発, 製品企画
merchandising | marketing | Merchandising | マーチャンダイジング | MD, バイヤー, buyer
project-management | management | Project management | プロジェクトマネジメント | PM, PM経験, プロジェクト管理, プロマネ, プロジェクトマネージャー, PMO
product-management | management | Product management | プロダクトマネジメント | PdM, プロダクトマネージャー, product manager
people-management | management | People management | ピープルマネジメント | マネジメント経験, 部下育成, 組織マネジメント, チームマネジメント
business-development | management | Business development | 事業開発 | BizDev, 新規事業, 新規事業開発, 新規事業立ち上げ
business-planning | management | Corporate planning | 経営企画 | 事業企画, corporate strategy, 中期経営計画
consulting | management | Consulting | コンサルティング | コンサル, コンサルタント, 戦略コンサル
process-improvement | management | Process improvement | 業務改善 | BPR, 業務効率化, カイゼン
accounting | accounting | Accounting | 経理 | 会計, 経理事務, bookkeeping, 仕訳
monthly-closing | accounting | Monthly closing | 月次決算 | 月次締め
annual-closing | accounting | Annual closing | 年次決算 | 決算業務, 本決算, 連結決算, consolidated accounting
tax | accounting | Tax | 税務 | 税務申告, 法人税申告
financial-planning | accounting | Financial planning and analysis | 管理会計 | FP&A, 予実管理, 予算管理
treasury | accounting | Treasury | 財務 | 資金繰り, 資金管理, 資金調達
internal-audit | accounting | Internal audit | 内部監査 | J-SOX, 内部統制, JSOX
payroll | human-resources | Payroll | 給与計算 | 給与計算業務, 給与・社会保険
social-insurance | human-resources | Social insurance | 社会保険手続き | 社会保険, 社保手続き, 労務, 労務管理
recruiting | human-resources | Recruiting | 採用 | 採用業務, 中途採用, 新卒採用, 採用担当, リクルーティング, talent acquisition
training | human-resources | Training | 人材育成 | 研修企画, 人材開発, 教育研修
hr-planning | human-resources | HR planning | 人事企画 | 人事制度, 人事制度設計, HRBP, 評価制度
legal | legal | Legal affairs | 法務 | 企業法務, 契約書レビュー, contract review, 契約審査
intellectual-property | legal | Intellectual property | 知的財産 | 知財, 特許, patents
compliance | legal | Compliance | コンプライアンス | 法令遵守
general-affairs | office | General affairs | 総務 | 総務事務, 庶務
office-work | office | Office work | 一般事務 | 事務, 事務職, 営業事務, OA事務, データ入力
secretary | office | Secretary | 秘書 | 役員秘書, executive assistant
excel | office | Excel | Excel | エクセル, Microsoft Excel, VLOOKUP, ピボットテーブル
word-powerpoint | office | Word and PowerPoint | Word・PowerPoint | ワード, パワーポイント, パワポ, PowerPoint, Word
procurement | supply | Procurement | 購買 | 調達, 資材調達, purchasing, sourcing
logistics | supply | Logistics | 物流 | ロジスティクス, 物流管理, 倉庫管理
trade-operations | supply | Trade operations | 貿易事務 | 貿易実務, 輸出入業務, import and export
production-control | supply | Production control | 生産管理 | 生産計画, 工程管理
construction-management | construction | Construction management | 施工管理 | 現場監督, 現場管理, 工事管理
real-estate | construction | Real estate | 不動産 | 不動産営業, 不動産仲介, real estate brokerage
nursing-care | care | Nursing care | 介護 | 介護職, 身体介護, ケアワーク
childcare | care | Childcare | 保育 | 保育業務, nursery
translation | language-work | Translation | 翻訳 | 英日翻訳, 日英翻訳
interpreting | language-work | Interpreting | 通訳 | 逐次通訳, 同時通訳
`

export const QUALIFICATIONS = `
boki-1 | certificate | Bookkeeping grade 1 | 日商簿記1級 | 日商簿記検定1級, 簿記1級, 日商簿記検定試験1級
boki-2 | certificate | Bookkeeping grade 2 | 日商簿記2級 | 日商簿記検定2級, 簿記2級, 日商簿記検定試験2級
boki-3 | certificate | Bookkeeping grade 3 | 日商簿記3級 | 日商簿記検定3級, 簿記3級, 日商簿記検定試験3級
cpa | certificate | Certified public accountant | 公認会計士 | CPA, 会計士, JICPA
tax-accountant | certificate | Tax accountant | 税理士 | 税理士資格
labour-consultant | certificate | Labour and social security attorney | 社会保険労務士 | 社労士
career-consultant | certificate | Career consultant | キャリアコンサルタント | 国家資格キャリアコンサルタント
real-estate-broker | certificate | Real estate transaction agent | 宅地建物取引士 | 宅建, 宅建士, 宅地建物取引主任者
financial-planner | certificate | Financial planner | ファイナンシャルプランナー | FP, FP2級, FP技能士, AFP
it-passport | certificate | IT Passport | ITパスポート | Iパス, ITパスポート試験
fundamental-engineer | certificate | Fundamental information technology engineer | 基本情報技術者 | 基本情報, 基本情報技術者試験
applied-engineer | certificate | Applied information technology engineer | 応用情報技術者 | 応用情報, 応用情報技術者試験
aws-architect | certificate | AWS Solutions Architect | AWS認定ソリューションアーキテクト | AWS SAA, AWS SAP認定, AWS Certified Solutions Architect
pmp | certificate | PMP | PMP | Project Management Professional, PMP資格
toeic | certificate | TOEIC | TOEIC | TOEIC L&R, TOEICスコア
drivers-licence | certificate | Driver's licence | 普通自動車免許 | 普通自動車第一種運転免許, 普免, 運転免許, 自動車免許, driver's license
nurse | certificate | Registered nurse | 看護師 | 正看護師, 看護師免許, RN
care-worker | certificate | Certified care worker | 介護福祉士 | 介護福祉士資格
care-initial | certificate | Initial care training | 介護職員初任者研修 | ヘルパー2級, 初任者研修, ホームヘルパー2級
nursery-teacher | certificate | Nursery teacher | 保育士 | 保育士資格
pharmacist | certificate | Pharmacist | 薬剤師 | 薬剤師免許
construction-engineer-1 | certificate | Construction managing engineer grade 1 | 1級建築施工管理技士 | 一級建築施工管理技士, 1級施工管理技士（建築）
construction-engineer-2 | certificate | Construction managing engineer grade 2 | 2級建築施工管理技士 | 二級建築施工管理技士
architect-1 | certificate | First-class architect | 一級建築士 | 1級建築士
electrician-2 | certificate | Electrician class 2 | 第二種電気工事士 | 電気工事士2種, 第2種電気工事士
forklift | certificate | Forklift operator | フォークリフト運転技能講習 | フォークリフト免許, フォークリフト
`

/** Who holds the first also has what the second asks for. */
export const IMPLIED_SKILLS: readonly (readonly [string, string])[] = [
  ['boki-1', 'boki-2'],
  ['boki-2', 'boki-3'],
  ['applied-engineer', 'fundamental-engineer'],
  ['fundamental-engineer', 'it-passport'],
  ['construction-engineer-1', 'construction-engineer-2'],
  ['care-worker', 'care-initial'],
  ['nextjs', 'react'],
  ['react-native', 'react'],
  ['react', 'javascript'],
  ['vue', 'javascript'],
  ['angular', 'typescript'],
  ['nodejs', 'javascript'],
  ['typescript', 'javascript'],
  ['rails', 'ruby'],
  ['laravel', 'php'],
  ['django', 'python'],
  ['kubernetes', 'docker'],
  ['postgresql', 'sql'],
  ['mysql', 'sql'],
  ['oracle-database', 'sql'],
  ['sql-server', 'sql'],
  ['deep-learning', 'machine-learning'],
  ['annual-closing', 'monthly-closing'],
  ['monthly-closing', 'accounting'],
]
