const digits: [number, string][] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
const largest = 399

/** `4` → `IV`; nothing below 1, and 399 for all that is above. */
export const roman = (count: number): string => {
  let rest = Math.min(Math.max(count, 0), largest)
  let out = ''
  for (const [value, letters] of digits)
    while (rest >= value) {
      out += letters
      rest -= value
    }
  return out
}

/** `IV` → 4; 0 for what is no Roman number. */
export const fromRoman = (text: string): number => values.get(text) ?? 0

const values = new Map(Array.from({ length: largest }, (_, at) => [roman(at + 1), at + 1]))
