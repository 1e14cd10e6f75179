import type { FieldDefinition } from './field-definition.ts'

/**
 * What a file can say of an application, with the names their columns have in the exports of Japanese and English systems: separated by spaces, compared by
 * `headerKey`. A longer synonym inside a header wins over a shorter one.
 */
export const applicationColumns = {
  openingTitle: {
    kind: 'ONE',
    ja: '求人名',
    en: 'Opening',
    synonyms:
      '募集タイトル 募集名 募集要項 応募先 推薦先 推薦先ポジション 推薦ポジション 推薦職種 推薦求人 postingtitle posting jobposting jobpostingtitle 求人名 求人 求人タイトル 求人票 求人票名 募集職種 応募職種 応募求人 応募求人名 応募ポジション ポジション ポジション名 希望職種 職種 職種名 募集ポジション 応募先求人 案件名 position positionname job jobtitle jobname opening openingtitle role requisition vacancy appliedposition appliedjob',
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
      '媒体名 媒体 媒体エージェント エージェント媒体 応募経路媒体名 求人媒体 求人媒体名 応募媒体 掲載媒体 サイト名 経路詳細 応募経路詳細 流入元 sourcename jobboard media medium platform sourcedetail',
  },
  agency: {
    kind: 'ONE',
    ja: '紹介会社',
    en: 'Agency',
    synonyms:
      '紹介会社 紹介会社名 人材紹介会社 人材紹介会社名 エージェント エージェント名 エージェント会社 紹介元 agency agencyname recruitmentagency vendor',
  },
  appliedAt: {
    kind: 'ONE',
    ja: '応募日',
    en: 'Applied on',
    synonyms:
      '応募日 応募日時 応募年月日 エントリー日 エントリー日時 応募受付日 受付日 受付日時 登録日 登録日時 紹介日 推薦日 ご紹介日 推薦日時 applied appliedon appliedat applieddate applicationdate dateapplied introducedon introducedat introductiondate referredon submittedat submitteddate submittedon created createdat createdon datecreated date entrydate ご推薦日時 返信日 返信日時 応募月日',
  },
  stage: {
    kind: 'ONE',
    ja: '選考ステップ',
    en: 'Stage',
    synonyms:
      '選考ステップ 選考段階 selectionstatus 選考フェーズ フェーズ ステップ 選考フロー 現在の選考ステップ 選考ステージ ステージ 進捗 選考過程 フロー 現在のフロー 選考フロー名 現在のステージ 現在のフェーズ 現在の選考フェーズ stage currentstage step phase pipelinestage selectionstage',
  },
  result: {
    kind: 'ONE',
    ja: '選考結果',
    en: 'Result',
    synonyms:
      '選考結果 フローの結果 フロー結果 ステップの結果 フェーズの状態 disqualified 結果 判定 最終判定 finalresult finalstatus 合否 合否結果 最終結果 選考状況 選考ステータス ステータス 状況 状態 進捗状況 進捗ステータス 応募ステータス 対応状況 選考進捗 status result outcome applicationstatus candidatestatus disposition decision state',
  },
  reason: {
    kind: 'ONE',
    ja: '理由',
    en: 'Reason',
    synonyms:
      '理由 不採用理由 見送り理由 お見送り理由 辞退理由 不合格理由 ng理由 不採用辞退理由 終了理由 結果理由 reason rejectionreason rejectreason withdrawalreason declinereason closereason 選考終了理由 お見送りの理由 archivereason archivedreason disqualifyreason disqualificationreason dispositionreason rejectionreasontype',
  },
  endedAt: {
    kind: 'ONE',
    ja: '結果確定日',
    en: 'Ended on',
    synonyms:
      '結果確定日 確定日 判定日 最終結果日 結果日 合否日 合否確定日 合否連絡日 選考終了日 終了日 不採用日 見送り日 辞退日 結果通知日 通知日 closedat closedon endedat endedon resultdate decisiondate rejectedat rejectedon archivedat archivedon dateclosed datearchived disqualifiedat disqualifiedon 選考終了日時 終了日時 お見送り日 statusdate',
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
  externalId: {
    kind: 'ONE',
    ja: '応募ID',
    en: 'Application number',
    synonyms:
      '応募id 応募番号 応募no エントリーid エントリー番号 エントリーno 応募管理番号 管理番号 管理id 受付番号 id no 番号 applicationid entryid externalid referenceid recordid applicationnumber',
  },
  note: {
    kind: 'MANY',
    ja: '備考',
    en: 'Note',
    synonyms:
      '備考 メモ 特記事項 備考欄 社内メモ 連絡事項 自己pr 志望動機 タグ ラベル note notes remark remarks memo tags selfpr',
  },
} as const satisfies Record<string, FieldDefinition>
