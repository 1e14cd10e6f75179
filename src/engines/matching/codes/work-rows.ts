/**
 * Lines of work under the classes of 厚生労働省編職業分類（令和4年改定）: code | 日本語 | English | spellings in titles, comma
 * separated. The code is 大分類-中分類 of that classification and a name of ours below it, since titles tell more than a class.
 */
export const WORK_ROWS = `
01-002-management | 管理職 | Management | 部長, 課長, 事業部長, 支店長, 所長, general manager
02-004-research | 研究 | Research | 研究員, 研究職, 研究開発, researcher, r&d
02-005-agriculture | 農林水産技術 | Agricultural engineering | 農業技術, 林業技術, 水産技術
02-006-mechanical | 機械設計 | Mechanical design | 機械設計, 機構設計, メカ設計, 開発設計（メカ）, 筐体設計, mechanical engineer
02-006-electrical | 電気・回路設計 | Electrical design | 電気設計, 回路設計, 電子回路, ハードウェアエンジニア, 電源設計, electrical engineer
02-006-control | 制御設計 | Control engineering | 制御設計, plcエンジニア, faエンジニア, シーケンス制御, 自動化設備, ロボットエンジニア
02-006-chemical | 化学・素材開発 | Chemistry and materials | 材料開発, 化学メーカー研究, 処方開発, プロセス開発
02-006-food | 食品開発 | Food development | 食品開発, 商品開発（食品）, 食品研究
02-007-production | 生産技術 | Production engineering | 生産技術, 工程設計, 製造技術, 設備導入, 生産準備, production engineer
02-007-quality | 品質管理・品質保証 | Quality | 品質保証, 品質管理, qaエンジニア（製造）, qc担当, quality assurance
02-008-design | 建築設計 | Architecture | 建築設計, 意匠設計, 構造設計, 一級建築士, 二級建築士, 設備設計, architect
02-008-site | 施工管理 | Construction management | 施工管理, 現場監督, 現場代理人, 建築施工, 土木施工, 工事管理, construction manager
02-008-survey | 測量・土木設計 | Survey and civil design | 測量士, 測量, 土木設計
02-009-backend | サーバーサイド開発 | Back-end development | サーバーサイド, バックエンド, webアプリケーションエンジニア, backend, back-end, サーバサイド
02-009-frontend | フロントエンド開発 | Front-end development | フロントエンド, webエンジニア, uiエンジニア, frontend, front-end, マークアップエンジニア, コーダー
02-009-mobile | モバイルアプリ開発 | Mobile development | iosエンジニア, androidエンジニア, モバイルアプリ, アプリエンジニア, モバイルエンジニア, mobile engineer
02-009-embedded | 組込み開発 | Embedded development | 組込みエンジニア, 組み込み, 組込, ファームウェア, 制御ソフト, embedded, firmware
02-009-business | 業務システム開発 | Business systems | システムエンジニア, プログラマー, プログラマ, システム開発, ソフトウェアエンジニア, アプリケーションエンジニア, software engineer, se, pg, developer
02-009-test | ソフトウェアテスト | Software testing | テストエンジニア, qaエンジニア, sdet
02-010-data | データ基盤 | Data engineering | データエンジニア, データ基盤, data engineer, アナリティクスエンジニア
02-010-science | データ分析・機械学習 | Data science | データサイエンティスト, 機械学習エンジニア, データアナリスト, データ分析, aiエンジニア, data scientist, data analyst
02-010-infrastructure | インフラ・クラウド | Infrastructure and cloud | インフラエンジニア, sre, クラウドエンジニア, サーバーエンジニア, platform engineer, 運用エンジニア
02-010-network | ネットワーク・社内IT | Networks and corporate IT | ネットワークエンジニア, 社内se, 情報システム, 情シス, ヘルプデスク, 社内インフラ, network engineer, corporate engineer
02-010-security | セキュリティ | Security | セキュリティエンジニア, csirt, セキュリティアナリスト, security engineer
02-010-manager | ITプロジェクト管理 | IT project management | プロジェクトマネージャー, プロジェクトマネージャ, pm, pmo, プロジェクトリーダー, project manager
02-010-product | プロダクト管理 | Product management | プロダクトマネージャー, pdm, プロダクトオーナー, product manager
02-010-consulting | ITコンサルティング | IT consulting | itコンサルタント, 導入コンサル, sapコンサルタント
03-012-law | 法務 | Legal | 弁護士, 弁理士, 司法書士, 行政書士, パラリーガル, lawyer
03-013-tax | 税務・会計事務所 | Tax | 税理士, 税務, 会計事務所, tax
03-013-audit | 会計監査 | Audit | 公認会計士, 監査法人, 内部監査, auditor
03-013-strategy | 経営企画・コンサルティング | Strategy | 経営企画, 事業企画, 戦略コンサルタント, 経営コンサルタント, 事業開発, m&a, コンサルタント, strategy, bizdev
03-013-finance | 経営管理・財務 | Financial planning | 経営管理, fp&a, 予算管理, 財務, 管理会計, 資金調達, treasury
03-013-labour | 社会保険労務士 | Labour attorney | 社会保険労務士, 社労士
03-015-editing | 編集・ライティング | Editing and writing | 編集者, 編集, ライター, 記者, コンテンツマーケター, コピーライター, 翻訳, editor, writer
03-016-picture | 撮影・映像 | Photography and film | カメラマン, フォトグラファー, 映像クリエイター, 動画編集
03-017-web | Webデザイン | Web design | webデザイナー, ui/uxデザイナー, uiデザイナー, uxデザイナー, プロダクトデザイナー
03-017-graphic | グラフィックデザイン | Graphic design | グラフィックデザイナー, dtp, イラストレーター, アートディレクター, デザイナー, designer
04-021-doctor | 医師・薬剤師 | Doctors and pharmacists | 医師, 薬剤師, 歯科医師, 獣医師, pharmacist
04-022-public | 保健師・助産師 | Public health nursing | 保健師, 助産師
04-023-nurse | 看護 | Nursing | 看護師, 准看護師, 病棟看護, 訪問看護, nurse
04-024-therapy | 医療技術 | Medical technology | 理学療法士, 作業療法士, 言語聴覚士, 臨床検査技師, 診療放射線技師, 臨床工学技士, 歯科衛生士
04-025-nutrition | 栄養 | Nutrition | 管理栄養士, 栄養士
05-029-nursery | 保育 | Childcare | 保育士, 幼稚園教諭, 副園長, 園長, 保育, nursery
05-031-school | 学校教育 | School teaching | 小学校教員, 中学校教員, 高校教員, 教員, 教諭, teacher
05-032-lessons | 講師・指導 | Tutoring | 塾講師, 講師, インストラクター, トレーナー
06-033-recruiting | 採用 | Recruiting | 採用担当, リクルーター, 人事（採用）, 採用, 新卒採用, 中途採用, recruiter, talent acquisition
06-033-hr | 人事企画 | HR planning | 人事企画, hrbp, 人事制度, 人材開発, 研修担当, 人事, 組織開発, hr
06-033-payroll | 労務・給与 | Labour and payroll | 労務, 給与, 社会保険, payroll
06-033-general | 総務 | General affairs | 総務, 庶務
06-033-planning | 企画事務 | Planning | 営業企画, 商品企画, 販売企画, 企画
06-034-office | 一般事務・秘書 | Office work | 一般事務, 秘書, 受付, アシスタント, 事務, office
06-035-pr | 広報 | Public relations | 広報, pr担当, コーポレートコミュニケーション, ir担当, public relations
06-035-legal | 法務・知財事務 | Corporate legal | 法務, 知的財産, 知財, コンプライアンス, legal
06-036-support | カスタマーサポート | Customer support | カスタマーサポート, コールセンター, オペレーター（電話）, テクニカルサポート, customer support
06-037-medical | 医療・介護事務 | Medical office | 医療事務, 医事課, 調剤事務, 介護事務
06-038-accounting | 経理 | Accounting | 経理, 会計, 決算, 出納, accountant, accounting
06-039-control | 生産管理 | Production control | 生産管理, 工程管理, 生産計画, 購買事務
06-040-sales | 営業・販売事務 | Sales administration | 営業事務, 受発注事務, 販売事務
06-040-trade | 貿易 | Trade | 貿易事務, 輸出入, 通関士, 通関, 貿易, フォワーダー, import, export
06-042-logistics | 物流管理 | Logistics | 物流管理, 倉庫管理, センター長, 物流, 配車, 運行管理, logistics
07-044-store | 店舗運営 | Store management | 店長, エリアマネージャー, 店舗運営, スーパーバイザー, store manager
07-045-retail | 販売 | Retail | 販売スタッフ, 販売員, ショップスタッフ, 美容部員, 販売, 接客販売, retail
07-046-purchasing | 購買・調達 | Procurement | 購買, 調達, バイヤー, 仕入, 資材, procurement, buyer
07-048-field | 法人営業 | Field sales | 法人営業, フィールドセールス, ソリューション営業, エンタープライズ営業, 提案営業, field sales, account executive, 新規営業
07-048-account | 既存顧客営業 | Account sales | ルート営業, 既存顧客営業, アカウントマネージャー, ルートセールス, account manager, 代理店営業
07-048-inside | インサイドセールス | Inside sales | インサイドセールス, sdr, bdr, 営業推進, 内勤営業, inside sales
07-048-success | カスタマーサクセス | Customer success | カスタマーサクセス, 導入コンサルタント, csm, customer success
07-048-medical | 医薬・医療機器営業 | Medical sales | 医薬情報担当者, 医療機器営業, mr
07-048-consumer | 個人営業 | Consumer sales | 個人営業, 住宅営業, 保険営業, 不動産営業, 不動産仲介, カーディーラー
07-048-sales | 営業 | Sales | 営業, セールス, sales
06-033-marketing | マーケティング | Marketing | マーケター, マーケティング, 広告運用, デジタルマーケティング, webマーケター, marketing, seo
07-044-commerce | EC運営 | Online stores | ec運営, ネットショップ, ec企画, ec担当, e-commerce
08-049-counsel | 福祉相談 | Welfare counselling | ケアマネジャー, ケアマネ, 生活相談員, 社会福祉士, 相談員
08-050-care | 介護 | Care | 介護職, 介護職員, ケアワーカー, サービス提供責任者, 介護福祉士, 介護, care worker
08-051-home | 訪問介護 | Home care | 訪問介護, ホームヘルパー, ヘルパー
09-053-beauty | 理美容 | Beauty | 美容師, 理容師, ネイリスト, エステティシャン
09-055-cooking | 調理 | Cooking | 料理長, 調理師, 調理, シェフ, パティシエ, cook
09-056-hall | 接客・飲食店運営 | Food service | 飲食店店長, ホールスタッフ, ホール, ウェイター, ソムリエ, ホテルフロント, 接客
09-057-building | 建物管理 | Building management | マンション管理, ビル管理, 設備管理, ビルメンテナンス, 設備保守
10-059-guard | 警備 | Security guards | 警備員, 警備
11-064-farming | 農業 | Farming | 農業, 造園, 園芸, 酪農
12-070-operator | 生産設備オペレーター | Plant operation | 生産設備オペレーター, 機械オペレーター, 製造オペレーター, プラントオペレーター
12-071-machining | 機械加工 | Machining | マシニングオペレーター, nc旋盤, 旋盤工, 機械加工, フライス, 切削, machinist
12-071-welding | 溶接・板金 | Welding | 溶接工, 溶接, 製缶, 板金, welder
12-071-lead | 製造管理 | Manufacturing management | 製造課長, 製造リーダー, 工場長, 製造管理, 製造係長, plant manager
12-071-making | 製造 | Manufacturing | 製造スタッフ, 製造, ライン作業, 工場
12-074-assembly | 組立 | Assembly | 組立
12-075-repair | 整備・修理 | Repair | 自動車整備士, 整備士, 整備, 保全, メンテナンス, 修理, maintenance
12-076-inspection | 検査 | Inspection | 検査員, 検査
12-080-drafting | CAD・製図 | Drafting | cadオペレーター, 製図
13-082-delivery | 配送 | Delivery | 配送, 配達, ルート配送
13-083-truck | トラック運転 | Truck driving | トラック, ドライバー, 運転手, driver
13-085-taxi | タクシー・バス運転 | Taxi and bus driving | タクシー, バス運転
14-091-carpentry | 大工・内装 | Carpentry | 大工, 内装, 左官, 配管工
14-092-civil | 土木作業 | Civil works | 土木作業, 舗装
14-094-electric | 電気・設備工事 | Electrical works | 電気工事士, 電気工事, 設備施工管理, 空調設備, 電工, electrician
15-095-warehouse | 倉庫作業 | Warehouse work | 倉庫作業, 倉庫, ピッキング, フォークリフト, 軽作業
15-096-cleaning | 清掃 | Cleaning | 清掃
`
