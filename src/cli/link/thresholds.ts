/** The probabilities at which clusters are evaluated beside the one they were made at. */
export const thresholds = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999] as const

/** As many rows have their clusters written at every threshold; beyond, it would cost as much as linking them. */
export const mostRowsAtThresholds = 300_000

/** A probability as a weight in bits. */
export const bitsOf = (probability: number): number => Math.log2(probability / (1 - probability))

/** Where the clusters of every threshold stand beside a clusters file. */
export const thresholdsPath = (clusters: string): string => `${clusters.replace(/\.csv$/i, '')}.thresholds.csv`
