/**
 * What an activity of each of the ten forms is like: its numbers with plausible amounts, its short form, and what shows
 * it. Everything by seeded chance, and marked as simulated.
 */
import type { AttachmentKind, Qualifier } from '@loa/contract/activities'
import type { Form } from '@loa/contract/plans'
import type { Details } from '@loa/contract/short-form'
import type { Chance } from './chance.ts'

interface Counted {
  indicator: string
  low: number
  high: number
  /** Estimates are rounded, and said to be: hơn, gần, khoảng. */
  isEstimate?: true
  /** Counted by name: that many names. */
  names?: (number: number) => string
}

interface Sample {
  counted: readonly Counted[]
  details: (chance: Chance, number: number) => Details
  /** Beside the photo, or instead of it. */
  file?: { kind: AttachmentKind; name: string }
}

const mark = '(mô phỏng)'
const samples: Record<Form, Sample> = {
  visual: {
    counted: [
      { indicator: 'visual.banner', low: 2, high: 12 },
      { indicator: 'visual.panel-area', low: 6, high: 24 },
      { indicator: 'visual.flag', low: 20, high: 80 },
    ],
    details: () => ({ content: `Khẩu hiệu theo công văn ${mark}`, size: '8 m × 0,7 m' }),
  },
  'loudspeaker-car': {
    counted: [
      { indicator: 'car.run', low: 1, high: 6 },
      { indicator: 'car.session', low: 1, high: 3 },
      { indicator: 'car.hours', low: 2, high: 6 },
      { indicator: 'car.vehicle', low: 1, high: 2, names: (number) => `Xe ${number} ${mark}` },
    ],
    details: (chance) => ({
      route: `Các thôn, khu dân cư ${chance.whole(1, 9)} ${mark}`,
      from: '07:00',
      to: '09:30',
    }),
    file: { kind: 'track', name: 'hanh-trinh.gpx' },
  },
  website: {
    counted: [{ indicator: 'website.item', low: 1, high: 5 }],
    details: (_, number) => ({
      link: `https://mo-phong.example/tin/${number}`,
      title: `Tin tuyên truyền số ${number} ${mark}`,
      channel: 'website',
    }),
  },
  led: {
    counted: [
      { indicator: 'led.airing', low: 20, high: 120 },
      { indicator: 'led.hours', low: 2, high: 20 },
    ],
    details: () => ({ screen: `Màn hình trung tâm ${mark}` }),
    file: { kind: 'play-log', name: 'nhat-ky-phat.txt' },
  },
  'mass-media': {
    counted: [{ indicator: 'media.item', low: 1, high: 3 }],
    details: (_, number) => ({ outlet: `Đài địa phương ${mark}`, title: `Bài phát số ${number} ${mark}` }),
    file: { kind: 'document', name: 'bai-bao.pdf' },
  },
  'commune-loudspeakers': {
    counted: [
      { indicator: 'loudspeaker.airing', low: 10, high: 60 },
      { indicator: 'loudspeaker.minutes', low: 60, high: 600 },
      { indicator: 'loudspeaker.cluster', low: 3, high: 12 },
    ],
    details: (_, number) => ({ title: `Bản tin số ${number} ${mark}`, hours: '5:30 và 17:00' }),
    file: { kind: 'play-log', name: 'nhat-ky-phat.txt' },
  },
  'performance-film': {
    counted: [
      { indicator: 'performance.session', low: 1, high: 2 },
      { indicator: 'performance.visits', low: 100, high: 600, isEstimate: true },
    ],
    details: (chance) => ({
      title: `Chương trình văn nghệ cổ động ${mark}`,
      visitsMethod: chance.pick(['estimate', 'tickets', 'heads']),
    }),
  },
  exhibition: {
    counted: [
      { indicator: 'exhibition.event', low: 1, high: 1 },
      { indicator: 'exhibition.work', low: 20, high: 160 },
      { indicator: 'exhibition.visits', low: 80, high: 900, isEstimate: true },
    ],
    details: () => ({ title: `Triển lãm ảnh ${mark}`, visitsMethod: 'estimate' }),
  },
  contest: {
    counted: [
      { indicator: 'contest.event', low: 1, high: 1 },
      { indicator: 'contest.entry', low: 20, high: 200 },
      { indicator: 'contest.author', low: 10, high: 60 },
      { indicator: 'contest.prize', low: 5, high: 21 },
    ],
    details: (chance) => ({
      title: `Thi vẽ tranh cổ động ${mark}`,
      stage: 'awarded',
      decision: `Quyết định số ${chance.whole(100, 900)}/QĐ ${mark}`,
    }),
    file: { kind: 'document', name: 'quyet-dinh.pdf' },
  },
  integration: {
    counted: [
      { indicator: 'integration.event', low: 1, high: 4 },
      { indicator: 'integration.minutes', low: 15, high: 60 },
      { indicator: 'integration.visits', low: 40, high: 300, isEstimate: true },
    ],
    details: () => ({ hostEvent: `Hội nghị thôn, khu dân cư ${mark}`, visitsMethod: 'list' }),
  },
}

/** The most that a unit does of the form's main indicator at once: twice that is what it plans. */
export const mostOf = (form: Form): { indicator: string; most: number } => {
  const [main] = samples[form].counted
  return { indicator: main?.indicator ?? '', most: main?.high ?? 1 }
}

export const drawActivity = (form: Form, chance: Chance) => {
  const { counted, details, file } = samples[form]
  const number = chance.whole(1, 999)
  // The main number always; of the others whatever was counted.
  const chosen = counted.filter((_, index) => index === 0 || chance.next() < 0.6)
  return {
    quantities: chosen.map(({ indicator, low, high, isEstimate, names }) => {
      const amount = chance.whole(low, high)
      return {
        indicator,
        quantity: isEstimate ? Math.max(10, Math.round(amount / 10) * 10) : amount,
        qualifier: (isEstimate ? chance.pick(['over', 'nearly', 'about']) : 'exact') as Qualifier,
        things: names ? Array.from({ length: amount }, (_, index) => names(index + 1)) : [],
      }
    }),
    details: details(chance, number),
    file: file ? { ...file, bytes: fileOf(file.kind, number) } : null,
  }
}

/** Small files that say what they are, the same for the same number. */
const fileOf = (kind: AttachmentKind, number: number): Uint8Array => {
  const texts: Partial<Record<AttachmentKind, string>> = {
    'play-log': `MÔ PHỎNG\nlượt;giờ\n${number};05:30\n${number};17:00\n`,
    track: `<?xml version="1.0"?>\n<gpx version="1.1" creator="Loa, mo phong" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>${number}</name><trkseg><trkpt lat="20.93" lon="106.31"/><trkpt lat="20.94" lon="106.33"/></trkseg></trk></gpx>\n`,
  }
  return Buffer.from(texts[kind] ?? pdfOf(`MO PHONG ${number}`))
}

/** One page with one line on it. */
const pdfOf = (line: string): string => {
  const stream = `BT /F1 24 Tf 72 720 Td (${line}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const start = text.length
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
}
