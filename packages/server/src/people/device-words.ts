/** Browser and system from what a browser says of itself: enough to recognise one's own devices. Pure. */
export const deviceOf = (agent: string | null): { browser: string; system: string } => ({
  browser: first(browsers, agent),
  system: first(systems, agent),
})

/** The first that fits: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari. */
const browsers: [string, RegExp][] = [
  ['Cốc Cốc', /coc_coc_browser/],
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS|Chromium)\//],
  ['Safari', /Safari\//],
]
const systems: [string, RegExp][] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
]
const first = (known: [string, RegExp][], agent: string | null) =>
  known.find(([, sign]) => sign.test(agent ?? ''))?.[0] ?? ''
