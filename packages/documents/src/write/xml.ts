export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** For text and for attributes in double quotes. */
export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
