/**
 * The lines of work that the labelled set is made of. The grades come from `field`, `near` and the level alone; the words
 * only decide what people and openings say of themselves. `half`: specialisms of one half are never seen in the other.
 */
export type Specialism = {
  id: string
  field: string
  half: 'OPEN' | 'HELD' | 'BOTH'
  /** Work that somebody who does this could take up within months. Counts both ways. */
  near: readonly string[]
  titles: readonly string[]
  /** Each with the spellings in use; an opening and a person choose theirs apart. */
  core: readonly (readonly string[])[]
  side: readonly (readonly string[])[]
  tasks: readonly string[]
}

/** id | field | half | near | titles | core | side | tasks. Commas part the items, `=` the spellings of one item. */
const ROWS = `
backend | software | BOTH | frontend, infra, data-platform | サーバーサイドエンジニア, バックエンドエンジニア, Webアプリケーションエンジニア | Java=ジャバ, Spring Boot=SpringBoot, PostgreSQL=Postgres=ポスグレ, REST API設計=Web API開発=API開発, Go=Golang | Docker=コンテナ, AWS=アマゾンウェブサービス, 詳細設計=基本設計, Git=GitHub, Redis | 予約システムのAPIの設計と開発, 決済基盤のリプレース, 性能改善と障害対応
frontend | software | BOTH | backend, mobile | フロントエンドエンジニア, Webエンジニア, UIエンジニア | TypeScript=TS, React=React.js=ReactJS, Next.js=NextJS, HTML/CSS=HTML5=マークアップ, Vue.js=Nuxt=Vue | アクセシビリティ対応=a11y, Figma, Storybook, テスト自動化=E2Eテスト, GraphQL | 管理画面の画面設計と実装, デザインシステムの整備, 表示速度の改善
mobile | software | OPEN | frontend | iOSエンジニア, Androidエンジニア, モバイルアプリエンジニア | Swift=スウィフト, Kotlin=コトリン, iOSアプリ開発=iOS開発=iOS, Androidアプリ開発=Android開発=Android, Flutter=Dart | Firebase, アプリ内課金, CI/CD=GitHub Actions=CircleCI, UIデザイン=UI/UX | 会員アプリの開発とストア申請, プッシュ通知の設計, クラッシュ率の改善
infra | software | BOTH | backend, network | インフラエンジニア, SRE, クラウドエンジニア | AWS=Amazon Web Services=アマゾンウェブサービス, Terraform=IaC=テラフォーム, Kubernetes=k8s=EKS, Linux=RHEL=Ubuntu, 監視設計=Datadog=Prometheus | シェルスクリプト=bash, セキュリティ=情報セキュリティ, CI/CD=Jenkins=GitHub Actions, Python | クラウド移行の設計と構築, 監視とオンコール体制の整備, 費用の最適化
network | software | HELD | infra | ネットワークエンジニア, 社内SE（インフラ） | ネットワーク設計=ネットワーク構築, Cisco=シスコ, ファイアウォール=UTM, VPN=SD-WAN, Windows Server=Active Directory | LAN配線, ヘルプデスク=社内問い合わせ対応, Microsoft 365=Office365, 資産管理 | 拠点間ネットワークの更改, 認証基盤の運用, 機器の選定と導入
data-platform | software | BOTH | backend, data-science | データエンジニア, データ基盤エンジニア | SQL, BigQuery=Snowflake=Redshift, ETL=データパイプライン=Airflow, Python=Python3, データモデリング=データモデル設計 | dbt, Tableau=Looker=Power BI, Spark, AWS=GCP=Google Cloud | 分析基盤の設計と運用, ログ収集の整備, データ品質の監視
data-science | software | BOTH | data-platform | データサイエンティスト, 機械学習エンジニア, データアナリスト | Python=パイソン, 機械学習=ML=scikit-learn, 統計解析=統計=統計学, SQL, 深層学習=PyTorch=TensorFlow=ディープラーニング | R言語=R, 自然言語処理=NLP=LLM, A/Bテスト=効果検証, Tableau=BI | 需要予測モデルの構築, 推薦ロジックの改善, 実験の設計と検証
embedded | engineering | BOTH | electrical, control | 組込みエンジニア, ファームウェアエンジニア, 制御ソフト開発 | C言語=C, 組込み開発=組み込み=ファームウェア, RTOS=リアルタイムOS=ITRON, マイコン=ARM=RL78, CAN通信=CAN | C++=CPP, オシロスコープ, MISRA-C, 回路図の読解, Linux=組み込みLinux | 車載ECUのソフト開発, デバイスドライバの実装, 結合試験と不具合解析
mechanical | engineering | BOTH | production-eng | 機械設計エンジニア, 機構設計, 開発設計（メカ） | 機械設計=機構設計=メカ設計, CAD=SolidWorks=CATIA=3D CAD, 公差設計=幾何公差, 構造解析=CAE=強度解析, 材料選定=機械材料 | 樹脂成形, 板金, 図面作成=AutoCAD, 試作評価 | 産業機械の筐体の設計, 試作と評価, 量産立ち上げの支援
electrical | engineering | OPEN | embedded, control | 電気設計エンジニア, 回路設計エンジニア, ハードウェアエンジニア | 電気設計=回路設計=電子回路設計, アナログ回路=電源回路, 基板設計=アートワーク=PCB設計, EMC対策=ノイズ対策=EMC, FPGA=Verilog | オシロスコープ, 部品選定, LTspice=回路シミュレーション, 規格認証=安全規格 | 電源基板の設計, 試作評価と不具合解析, 規格試験の対応
control | engineering | HELD | electrical, embedded, production-eng | 制御設計エンジニア, PLCエンジニア, FAエンジニア | PLC=シーケンス制御=シーケンサ=ラダー, 産業用ロボット=ロボットティーチング=FANUC, タッチパネル=GOT, サーボ=モーション制御, 制御盤設計=盤設計 | 電気CAD, IoT化=稼働監視, 画像処理検査, 海外据付 | 自動化設備の制御設計, 現地での立ち上げ調整, 既存設備の改造
production-eng | engineering | BOTH | mechanical, quality, factory-lead | 生産技術エンジニア, 工程設計, 製造技術 | 生産技術=工程設計, 設備導入=設備立ち上げ, IE=動作分析=作業分析, 治具設計=治工具設計, 工程FMEA=FMEA | 5S=カイゼン=改善活動, QC検定, CAD=AutoCAD, 海外工場支援 | 新ラインの立ち上げ, サイクルタイムの短縮, 設備の選定と据付
quality | engineering | HELD | production-eng, factory-lead | 品質保証, 品質管理, QAエンジニア（製造） | 品質保証=品質管理=QC, ISO9001=品質マネジメントシステム=QMS, なぜなぜ分析=8Dレポート=再発防止, 統計的工程管理=SPC=工程能力, 顧客監査対応=監査対応 | IATF16949, 測定器=三次元測定機, 英語での顧客対応, Excel=エクセル | 顧客クレームの解析と報告, 仕入先の監査, 検査基準の作成
factory-lead | manufacturing | BOTH | production-eng, machinist | 製造課長, 製造リーダー, 工場長 | 生産管理=生産計画=工程管理, ライン管理=製造ライン管理, 人員配置=シフト管理, 安全衛生=労働安全=KYT, 原価管理=製造原価 | 部下育成=マネジメント経験, ISO14001, 改善提案, 在庫管理 | 三交代職場の管理, 納期遅れの解消, 多能工の育成
machinist | manufacturing | BOTH | welding, factory-lead | マシニングオペレーター, NC旋盤工, 機械加工 | マシニングセンタ=MC=マシニング, NC旋盤=旋盤=CNC旋盤, 図面読解=図面が読める, 測定=ノギス=マイクロメータ, CAM=MasterCAM=Gコード | 研削=平面研削, 玉掛け, フォークリフト=フォークリフト免許, 段取り替え | 精密部品の切削加工, 段取りとプログラム修正, 加工不良の低減
welding | manufacturing | HELD | machinist | 溶接工, 製缶工, 板金溶接 | アーク溶接=アーク溶接特別教育, TIG溶接=ティグ溶接, 半自動溶接=CO2溶接, 製缶=製缶作業, JIS溶接技能者=溶接技能者評価試験 | ガス溶断, 玉掛け=玉掛け技能講習, クレーン=天井クレーン, 図面読解 | タンクの製缶と溶接, ステンレス配管の溶接, 外観検査と補修
field-sales | sales | BOTH | inside-sales, account-sales, medical-rep | 法人営業, フィールドセールス, ソリューション営業 | 法人営業=BtoB営業=法人向け営業, 新規開拓=新規営業=新規開拓営業, 提案営業=ソリューション営業=課題解決型営業, 商談=商談クロージング, 案件管理=Salesforce=SFDC | SaaS営業, 展示会, 提案書作成=PowerPoint=パワポ, 部下育成 | 中堅企業への業務システムの提案, 代理店の開拓, 予算策定と実績管理
account-sales | sales | OPEN | field-sales, store | ルート営業, 既存顧客営業, アカウントマネージャー | ルート営業=ルートセールス=既存営業, 既存顧客深耕=アカウントマネジメント=深耕営業, 見積作成=受発注, 納期調整, 価格交渉 | 普通自動車免許=普免, 在庫確認, 販促提案, 債権回収 | 量販店の担当と売場提案, 部品メーカーへの定期訪問, 年間取引の交渉
inside-sales | sales | BOTH | field-sales, customer-success | インサイドセールス, SDR, 営業推進 | インサイドセールス=SDR=BDR=内勤営業, 架電=アウトバウンド=テレアポ, リード育成=ナーチャリング, MAツール=HubSpot=Marketo, Salesforce=SFDC=セールスフォース | トークスクリプト作成, メールマーケティング, KPI管理, ウェビナー | 見込み客の発掘と商談化, 架電の質の改善, マーケティングとの連携
customer-success | sales | HELD | inside-sales | カスタマーサクセス, 導入コンサルタント | カスタマーサクセス=CS=CSM, オンボーディング=導入支援, 解約防止=チャーン対策, 活用提案=アップセル, ヘルススコア=利用状況分析 | SaaS, Salesforce, SQL, 勉強会の企画 | 導入後の定着支援, 更新率の改善, 活用事例の発信
medical-rep | sales | OPEN | field-sales | MR, 医薬情報担当者, 医療機器営業 | MR=医薬情報担当者=医薬営業, 医療機器営業=医療機器, MR認定, 病院営業=ドクター訪問, 学術説明=製品説明会 | 卸対応, 論文読解, オンコロジー=がん領域, 普通自動車免許 | 大学病院の担当, 新薬の立ち上げ, 講演会の企画
digital-marketing | marketing | BOTH | content, ec | デジタルマーケティング担当, Webマーケター, 広告運用担当 | デジタルマーケティング=Webマーケティング=ウェブマーケティング, 広告運用=リスティング広告=運用型広告=Google広告, SEO=SEO対策, GA4=Googleアナリティクス=アクセス解析, SNS広告=Meta広告 | LPO=LP改善, CRM=MA, タグマネージャー=GTM, レポート作成=Looker Studio | 広告予算の配分と改善, 獲得単価の低減, 計測環境の整備
content | marketing | HELD | digital-marketing, pr | コンテンツマーケター, 編集者, ライター | 編集=編集業務, ライティング=記事作成=執筆, 取材=インタビュー, オウンドメディア=メディア運営, SEOライティング=SEO | WordPress, 校正=校閲, 写真撮影, SNS運用 | 事業会社のメディアの運営, 導入事例の取材と執筆, 外部ライターの管理
pr | marketing | BOTH | content | 広報担当, PR担当, コーポレートコミュニケーション | 広報=PR=パブリックリレーションズ, プレスリリース=プレスリリース作成, メディアリレーション=記者対応, 危機管理広報=クライシス対応, 社内報=インナーコミュニケーション | SNS運用=SNSマーケティング, イベント企画=記者発表会, 統合報告書=IR, 英語 | 新製品の発表と取材対応, 社長の発信の支援, 炎上時の対応
ec | marketing | OPEN | digital-marketing, store | EC運営担当, ネットショップ店長, EC企画 | EC運営=ネットショップ運営=ECサイト運営, 楽天=楽天市場=RMS, Amazon出品=Amazonセラー, 商品登録=ささげ業務, 在庫連携=受注管理 | Photoshop=フォトショップ, メルマガ=メールマガジン, Shopify, 広告運用 | モール店舗の売上拡大, セールの企画, 物流会社との調整
accounting | finance | BOTH | tax, fpa | 経理, 経理担当, 経理マネージャー | 日商簿記2級=簿記2級=日商簿記検定2級, 月次決算=月次締め, 年次決算=決算業務=本決算, 仕訳=会計入力, 固定資産管理=固定資産 | 勘定奉行=弥生会計=freee, Excel=エクセル=VLOOKUP, 連結決算=連結, 売掛金管理=債権管理 | 月次と年次の決算, 会計ソフトの移行, 監査法人の対応
tax | finance | HELD | accounting | 税理士補助, 税務スタッフ, 税務担当 | 税務申告=法人税申告=税務, 税理士試験科目合格=税理士科目合格, 消費税=インボイス対応, 年末調整, 記帳代行=会計事務所 | 相続税, 達人=TKC, 顧問先対応, 日商簿記1級=簿記1級 | 顧問先三十社の担当, 確定申告, 税務調査の立ち会い
fpa | finance | BOTH | accounting, corp-planning | 経営管理, FP&A, 予算管理担当 | 管理会計=FP&A=予実管理, 予算策定=予算管理=予算編成, 事業計画=中期経営計画=中計, 財務モデリング=収益モデル, 経営会議資料=取締役会資料 | Power BI=Tableau, Excel=ピボットテーブル, KPI設計, 英語 | 部門別損益の分析, 予算の取りまとめ, 投資判断の資料作成
corp-planning | finance | BOTH | fpa | 経営企画, 事業企画, 戦略コンサルタント | 経営企画=経営戦略=corporate strategy, M&A=企業買収=デューデリジェンス, 市場調査=市場分析, 新規事業開発=事業開発=BizDev, アライアンス=業務提携 | 財務モデリング, プロジェクトマネジメント=PM=PMO, 英語, 資料作成=PowerPoint | 中期計画の策定, 買収先の選定と統合, 新規事業の立ち上げ
recruiting | people | BOTH | hr-planning | 採用担当, リクルーター, 人事（採用） | 中途採用=採用=採用業務, 新卒採用=学生対応, ダイレクトリクルーティング=スカウト=ビズリーチ, エージェント対応=人材紹介会社対応, 面接=面接調整 | ATS=HERP=HRMOS, 採用広報=note, 母集団形成, 内定者フォロー | エンジニア採用の立ち上げ, 採用計画の作成, 面接官の育成
hr-planning | people | OPEN | recruiting, labour | 人事企画, HRBP, 人事制度企画 | 人事制度設計=人事制度=人事企画, 評価制度=目標管理, 等級制度=報酬制度, タレントマネジメント=人材開発, 組織開発=エンゲージメント調査 | 研修企画=教育研修, 労使協議, カオナビ=SmartHR, Excel | 評価制度の改定, 管理職研修の企画, 従業員調査の分析
labour | people | BOTH | hr-planning | 労務担当, 給与担当, 社労士事務所スタッフ | 給与計算=給与計算業務, 社会保険手続き=社保手続き=社会保険, 勤怠管理=KING OF TIME, 社会保険労務士=社労士, 就業規則=規程改定 | 年末調整, 36協定=労使協定, SmartHR, 休職対応=メンタルヘルス | 八百名の給与計算, 電子申請への移行, 労基署の調査対応
nursing | care | BOTH | care-work | 看護師, 病棟看護師, 訪問看護師 | 看護師=正看護師=看護師免許, 病棟看護=病棟勤務, 点滴=静脈注射=採血, 看護記録=電子カルテ, 急性期=急性期病棟 | 夜勤, 看取り=ターミナルケア, 教育担当=プリセプター, 訪問看護 | 外科病棟での看護, 新人の指導, 在宅患者の訪問
care-work | care | BOTH | nursing | 介護職員, ケアワーカー, サービス提供責任者 | 介護福祉士=介護福祉士資格, 介護職員初任者研修=ヘルパー2級=初任者研修, 身体介護=入浴介助=介護, 夜勤=夜勤対応, 介護記録=ケア記録 | 認知症ケア=認知症介護, レクリエーション, 普通自動車免許=運転免許, 喀痰吸引 | 特別養護老人ホームでの介護, 夜勤と申し送り, 家族との面談
childcare | care | HELD | care-work | 保育士, 主任保育士, 幼稚園教諭 | 保育士=保育士資格, 幼稚園教諭=幼稚園教諭免許, 担任=クラス担任, 指導計画=保育計画=月案, 保護者対応 | ピアノ, 乳児保育=0歳児保育, 食物アレルギー対応, 行事企画 | 三歳児クラスの担任, 園行事の企画, 新しい園の開設
store | retail | BOTH | account-sales, restaurant | 店長, 販売スタッフ, エリアマネージャー | 店舗運営=店舗管理=店舗マネジメント, 接客=接客販売=販売, 売上管理=予算管理, シフト作成=シフト管理, VMD=売場づくり=ディスプレイ | アルバイト教育=スタッフ育成, 発注=在庫管理, POSレジ=レジ, クレーム対応 | アパレル店舗の店長, 新店の立ち上げ, 売上の立て直し
restaurant | retail | OPEN | store | 飲食店店長, 料理長, ホールスタッフ | 調理=調理師=調理師免許, 飲食店店長=飲食店運営, ホール接客=ホール=サービス, 原価計算=原価管理, 衛生管理=HACCP=食品衛生責任者 | メニュー開発, 仕込み, アルバイト採用, ソムリエ=ワイン | 居酒屋の店長, 新メニューの開発, 人件費の管理
logistics | supply | BOTH | procurement, trade | 物流管理, 倉庫管理者, センター長 | 倉庫管理=在庫管理=WMS, 物流=物流管理=ロジスティクス, 配車=配車管理, 入出荷管理=ピッキング管理, 改善活動=庫内改善 | フォークリフト=フォークリフト免許, 運行管理者=運行管理者資格, 3PL, 人員配置 | 物流センターの運営, 配送費の削減, 倉庫移転
procurement | supply | HELD | logistics, trade | 購買担当, 調達担当, バイヤー | 購買=調達=資材調達, 価格交渉=コストダウン, サプライヤー管理=仕入先管理, 開発購買, 発注管理=発注 | 図面読解, 海外調達=輸入, SAP=ERP, 下請法 | 樹脂部品の調達, 仕入先の集約, 原材料高への対応
trade | supply | BOTH | logistics, procurement | 貿易事務, 輸出入担当, 通関士 | 貿易事務=貿易実務=輸出入業務, 通関=通関士=NACCS, インコタームズ=L/C, 英文メール=英語=ビジネス英語, 船積書類=B/L作成=シッピング | フォワーダー対応, 中国語, Excel, 原産地証明=EPA | 部品の輸入と通関手配, 納期の調整, 海外工場との連絡
construction | building | BOTH | building-design, equipment | 施工管理, 現場監督, 建築施工管理 | 1級建築施工管理技士=一級建築施工管理技士=1級施工管理技士（建築）, 施工管理=現場監督=工事管理, 工程管理=工程表作成, 安全管理=KY活動, 原価管理=実行予算 | AutoCAD=JW-CAD=CAD, 協力会社管理, 施工図, 普通自動車免許=普免 | マンション新築の施工管理, 改修工事の現場代理人, 安全書類の作成
building-design | building | OPEN | construction | 建築設計, 意匠設計, 一級建築士 | 一級建築士=1級建築士, 意匠設計=建築設計=基本計画, 実施設計=実施図, 確認申請=建築確認, BIM=Revit=ArchiCAD | Vectorworks=JW-CAD, 工事監理, パース作成=SketchUp, 住宅設計 | 集合住宅の実施設計, 施主との打ち合わせ, 工事監理
equipment | building | HELD | construction | 設備施工管理, 電気工事士, 設備管理 | 第二種電気工事士=電気工事士2種=第一種電気工事士, 電気工事=電気設備, 空調設備=給排水=管工事, 設備管理=ビルメンテナンス=ビル管理, 電験三種=第三種電気主任技術者=電験3種 | 消防設備士, ボイラー=ボイラー技士, 点検=保守点検, 見積作成 | ビルの設備の保守, 受変電設備の更新, 空調工事の管理
`

const list = (cell: string): string[] =>
  cell
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')

export const SPECIALISMS: readonly Specialism[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [id, field, half, near, titles, core, side, tasks] = row.split('|').map((cell) => cell.trim())
    const spellings = (cell = '') => list(cell).map((item) => item.split('='))
    return {
      id: id!,
      field: field!,
      half: half as Specialism['half'],
      near: list(near!),
      titles: list(titles!),
      core: spellings(core),
      side: spellings(side),
      tasks: list(tasks!),
    }
  })
