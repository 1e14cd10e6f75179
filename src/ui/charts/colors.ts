export type ChartColors = {
  ink: string
  soft: string
  line: string
  surface: string
  accent: string
  /** In the order in which series take them; distinguishable without red and green side by side. */
  series: readonly string[]
}

const light: ChartColors = {
  ink: '#1b222c',
  soft: '#596372',
  line: '#e5e8ed',
  surface: '#ffffff',
  accent: '#bb3f26',
  series: ['#2f5f94', '#bb3f26', '#d9a02e', '#3b8d66', '#7a60aa', '#868f9c'],
}

const dark: ChartColors = {
  ink: '#e2e6ec',
  soft: '#a9b2be',
  line: '#2b333e',
  surface: '#232a34',
  accent: '#de745a',
  series: ['#6f9fd3', '#de745a', '#e8bb55', '#58a680', '#a48fd0', '#939dab'],
}

export const chartColors = (scheme: 'light' | 'dark'): ChartColors => (scheme === 'dark' ? dark : light)

/** What our charts have in common. Tooltips are drawn, not HTML: inline styles would need a CSP exception. */
export function baseOption(colors: ChartColors) {
  return {
    animationDuration: 280,
    aria: { enabled: false },
    color: [...colors.series],
    textStyle: {
      fontFamily: '"Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", Meiryo, sans-serif',
      color: colors.soft,
      fontSize: 12,
    },
    tooltip: {
      renderMode: 'richText',
      backgroundColor: colors.surface,
      borderColor: colors.line,
      padding: [8, 12],
      textStyle: { color: colors.ink, fontSize: 12, lineHeight: 18 },
    },
  }
}

export function axisStyle(colors: ChartColors) {
  return {
    axisLine: { lineStyle: { color: colors.line } },
    axisTick: { show: false },
    axisLabel: { color: colors.soft, fontSize: 12 },
    splitLine: { lineStyle: { color: colors.line, type: [3, 4] } },
  }
}
