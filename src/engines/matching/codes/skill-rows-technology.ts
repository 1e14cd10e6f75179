/** One row per skill: id | category | English | 日本語 | other spellings, comma separated. See README for the sources. */
export const TECHNOLOGY_SKILLS = `
typescript | language | TypeScript | TypeScript | TS, タイプスクリプト
javascript | language | JavaScript | JavaScript | JS, ECMAScript, ES6, ジャバスクリプト
java | language | Java | Java | ジャバ, Java SE, Java EE
kotlin | language | Kotlin | Kotlin | コトリン
python | language | Python | Python | パイソン, Python3
ruby | language | Ruby | Ruby | ルビー
php | language | PHP | PHP | PHP7, PHP8
go | language | Go | Go | Golang, Go言語
rust | language | Rust | Rust | Rust言語
c | language | C | C言語 | ANSI C
cpp | language | C++ | C++ | CPP, シープラスプラス
csharp | language | C# | C# | C sharp, シーシャープ
dotnet | backend | .NET | .NET | dotnet, .NET Core, .NET Framework, ASP.NET
swift | language | Swift | Swift | スウィフト
objective-c | language | Objective-C | Objective-C | ObjC
scala | language | Scala | Scala | スカラ
perl | language | Perl | Perl | パール
r-language | language | R | R言語 | R lang, GNU R
cobol | language | COBOL | COBOL | コボル
vba | language | VBA | VBA | Excel VBA, エクセルマクロ, Excelマクロ, マクロ作成
abap | language | ABAP | ABAP | SAP ABAP
html-css | frontend | HTML/CSS | HTML/CSS | HTML, CSS, HTML5, CSS3, マークアップ, コーディング（HTML）
react | frontend | React | React | React.js, ReactJS, リアクト
vue | frontend | Vue.js | Vue.js | Vue, VueJS, Vue3, Nuxt, Nuxt.js
angular | frontend | Angular | Angular | AngularJS, アンギュラー
nextjs | frontend | Next.js | Next.js | NextJS, Next
nodejs | backend | Node.js | Node.js | Node, NodeJS
rails | backend | Ruby on Rails | Ruby on Rails | Rails, RoR, レイルズ
laravel | backend | Laravel | Laravel | ララベル
django | backend | Django | Django | ジャンゴ
spring | backend | Spring | Spring | Spring Boot, SpringBoot, Spring Framework
flutter | mobile | Flutter | Flutter | フラッター, Dart
react-native | mobile | React Native | React Native | ReactNative
ios | mobile | iOS development | iOSアプリ開発 | iOS, iOS開発, iPhoneアプリ開発
android | mobile | Android development | Androidアプリ開発 | Android, Android開発
sql | database | SQL | SQL | エスキューエル
postgresql | database | PostgreSQL | PostgreSQL | Postgres, ポスグレ, pgsql
mysql | database | MySQL | MySQL | MariaDB
oracle-database | database | Oracle Database | Oracle Database | Oracle, Oracle DB, オラクル, PL/SQL
sql-server | database | SQL Server | SQL Server | Microsoft SQL Server, MSSQL, T-SQL
mongodb | database | MongoDB | MongoDB | Mongo
redis | database | Redis | Redis | レディス
aws | cloud | AWS | AWS | Amazon Web Services, アマゾンウェブサービス
gcp | cloud | Google Cloud | Google Cloud | GCP, Google Cloud Platform
azure | cloud | Microsoft Azure | Microsoft Azure | Azure, アジュール
docker | infrastructure | Docker | Docker | ドッカー, コンテナ
kubernetes | infrastructure | Kubernetes | Kubernetes | k8s, クバネティス, EKS, GKE
terraform | infrastructure | Terraform | Terraform | テラフォーム, IaC
linux | infrastructure | Linux | Linux | RHEL, CentOS, Ubuntu, リナックス
windows-server | infrastructure | Windows Server | Windows Server | Active Directory
network | infrastructure | Networking | ネットワーク設計・構築 | Cisco, ネットワーク構築, ネットワーク設計, TCP/IP
ci-cd | infrastructure | CI/CD | CI/CD | GitHub Actions, Jenkins, CircleCI
sre | infrastructure | Site reliability engineering | SRE | Site Reliability Engineering, 信頼性エンジニアリング
git | tool | Git | Git | GitHub, GitLab, ギット
test-automation | quality | Test automation | テスト自動化 | 自動テスト, Selenium, Playwright, E2Eテスト
quality-assurance | quality | Quality assurance | 品質保証 | QA, 品質管理, QAエンジニア, ソフトウェアテスト
machine-learning | data | Machine learning | 機械学習 | ML, 機械学習エンジニア, scikit-learn
deep-learning | data | Deep learning | 深層学習 | ディープラーニング, PyTorch, TensorFlow
natural-language | data | Natural language processing | 自然言語処理 | NLP, LLM, 大規模言語モデル
data-analysis | data | Data analysis | データ分析 | データ解析, データアナリスト, data analytics
data-engineering | data | Data engineering | データ基盤 | データエンジニアリング, ETL, データ基盤構築, BigQuery, Snowflake
business-intelligence | data | Business intelligence | BI | Tableau, Power BI, Looker, BIツール
statistics | data | Statistics | 統計 | 統計学, 統計解析, statistical analysis
security | security | Information security | 情報セキュリティ | セキュリティ, サイバーセキュリティ, cybersecurity, infosec
embedded | embedded | Embedded systems | 組込み開発 | 組み込み, 組込, 組み込み開発, embedded, ファームウェア
cad | engineering | CAD | CAD | AutoCAD, 3D CAD, SolidWorks, CATIA, オートキャド
plc | engineering | PLC programming | PLC | シーケンサ, ラダー, シーケンス制御, ラダー図
mechanical-design | engineering | Mechanical design | 機械設計 | メカ設計, 機構設計
electrical-design | engineering | Electrical design | 電気設計 | 回路設計, 電子回路設計
production-engineering | engineering | Production engineering | 生産技術 | 工程設計, 生産技術職
ui-design | design | UI design | UIデザイン | UI/UX, UIUX, UI/UXデザイン, Figma, フィグマ
ux-research | design | UX research | UXリサーチ | ユーザー調査, ユーザーインタビュー, user research
graphic-design | design | Graphic design | グラフィックデザイン | Photoshop, Illustrator, イラレ, フォトショップ
web-design | design | Web design | Webデザイン | ウェブデザイン, ホームページデザイン
sap | enterprise | SAP | SAP | SAP ERP, S/4HANA, SAP導入
salesforce | enterprise | Salesforce | Salesforce | SFDC, セールスフォース, Apex
erp | enterprise | ERP implementation | ERP導入 | ERP, 基幹システム導入
requirements | planning | Requirements definition | 要件定義 | 要求定義, requirements analysis, 上流工程
basic-design | planning | System design | システム設計 | 基本設計, 詳細設計, アーキテクチャ設計, system architecture
agile | planning | Agile development | アジャイル開発 | アジャイル, スクラム, Scrum, スクラムマスター
`
