/** The library names hyperlinks by chance; here they are counted, so that the same tree gives the same bytes. */
export const withNamedLinks = (parts: Record<string, Uint8Array>): Record<string, Uint8Array> => {
  const [page, relations] = ['word/document.xml', 'word/_rels/document.xml.rels'] as const
  const text = (name: string) => new TextDecoder().decode(parts[name])
  const names = new Map<string, string>()
  const named = text(page).replace(/(<w:hyperlink [^>]*r:id=")([^"]+)"/g, (_, before: string, id: string) => {
    const name = names.get(id) ?? `rLink${names.size + 1}`
    names.set(id, name)
    return `${before}${name}"`
  })
  if (names.size === 0) return parts
  const encoder = new TextEncoder()
  const renamed = text(relations).replace(/ Id="([^"]+)"/g, (whole, id: string) =>
    names.has(id) ? ` Id="${names.get(id)}"` : whole,
  )
  return { ...parts, [page]: encoder.encode(named), [relations]: encoder.encode(renamed) }
}
