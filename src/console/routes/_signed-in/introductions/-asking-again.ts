const longestMs = 10_000

/**
 * What is recorded on the application comes back as progress, and as promises kept or broken, a moment later: the page asks
 * each second for so long and no longer, since somebody else may have recorded more meanwhile.
 */
export const askAgainAfter = (recordedAt: number | undefined, now: number): number | false =>
  recordedAt !== undefined && now - recordedAt < longestMs ? 1_000 : false
