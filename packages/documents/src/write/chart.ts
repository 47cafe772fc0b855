/**
 * Bars lying, as SVG by echarts: the same data gives the same picture. Letters are set in the font of the page by whoever
 * puts the picture on it. Patterns tell the series apart without colour, as on a copy in black and white.
 */
import { createRequire } from 'node:module'
import type { EChartsOption, EChartsType } from 'echarts'
import type { Chart } from '../document.ts'

/** In points: the width between the margins of an upright A4 page. */
const width = 468

export const chartSvg = (chart: Chart): string => {
  const bars = chart.stacked ? 1 : Math.max(1, chart.series.length)
  const height = 44 + chart.categories.length * Math.max(30, bars * 14)
  const made: EChartsType = echarts().init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    made.setOption(optionOf(chart))
    return named(made.renderToSVGString())
  } finally {
    made.dispose()
  }
}

/** The library counts what it draws over the life of the process: names that say so would differ from one time to the next. */
const named = (svg: string): string => {
  const names = new Map<string, string>()
  return svg.replace(/zr\d+-[a-z]+-?\d+|zr\d+-[a-z]\d+/g, (name) => {
    const known = names.get(name) ?? `c${names.size}`
    names.set(name, known)
    return known
  })
}

/** The whole content in a sentence: `Băng rôn: đã khai 12, có minh chứng 9; …`. */
export const chartInWords = ({ title, unit, categories, series }: Chart): string =>
  `${title}${unit ? ` (${unit})` : ''}: ${categories
    .map(
      (category, at) =>
        `${category}: ${series.map(({ name, values }) => `${name.toLowerCase()} ${said(values[at])}`).join(', ')}`,
    )
    .join('; ')}.`

const said = (value: number | null | undefined): string =>
  value === null || value === undefined ? 'không có số liệu' : inVietnamese(value)
const inVietnamese = (value: number): string => new Intl.NumberFormat('vi-VN').format(value)

const optionOf = ({ unit, categories, series, stacked }: Chart): EChartsOption => ({
  animation: false,
  backgroundColor: '#fff',
  textStyle: { fontFamily: 'Tinos, Times New Roman, serif', fontSize: 11, color: '#000' },
  grid: { left: 8, right: 36, top: 26, bottom: 4, containLabel: true },
  legend: { top: 0, itemWidth: 14, itemHeight: 9, textStyle: { fontSize: 11, color: '#000' } },
  xAxis: {
    type: 'value',
    min: 0,
    name: unit,
    nameTextStyle: { color: '#000', fontSize: 11 },
    axisLabel: { color: '#000', fontSize: 10, formatter: inVietnamese },
    splitLine: { lineStyle: { color: '#ddd' } },
  },
  yAxis: {
    type: 'category',
    inverse: true,
    data: categories,
    axisTick: { show: false },
    axisLabel: { color: '#000', fontSize: 11, width: 170, overflow: 'break', interval: 0, lineHeight: 13 },
  },
  series: series.map(({ name, look, values }) => ({
    type: 'bar',
    name,
    ...(stacked ? { stack: 'all' } : {}),
    barMaxWidth: 13,
    itemStyle: looks[look],
    data: values.map((value) => value ?? '-'),
    label: { show: !stacked, position: 'right', fontSize: 10, color: '#000', formatter },
  })),
})

const formatter = ({ value }: { value?: unknown }): string =>
  typeof value === 'number' ? inVietnamese(value) : ''

const looks = {
  plan: { color: '#fff', borderColor: '#555', borderWidth: 1 },
  proved: { color: '#1d7a46' },
  claimed: { color: '#9fd0b3', borderColor: '#1d7a46', borderWidth: 1 },
  doubted: { color: '#b97a12' },
} as const

/** Loaded with the first chart: most documents have none. */
const echarts = (): typeof import('echarts') => {
  loaded ??= require('echarts') as typeof import('echarts')
  return loaded
}
let loaded: typeof import('echarts') | null = null
const require = createRequire(import.meta.url)
