const names: Record<string, string> = {
  DIRECT: '自社サイト',
  JOB_BOARD: '求人媒体',
  AGENCY: '人材紹介会社',
  EMPLOYEE_REFERRAL: '社員紹介',
  EVENT: 'イベント',
  ALUMNI: 'アルムナイ',
  SCOUT: 'スカウト',
  RELAY: 'キャリアリレー',
  OTHER: 'その他',
}

/** A channel as it is written in a file; whatever else is asked keeps its own name. */
export const channelName = (channel: string): string => names[channel] ?? channel
