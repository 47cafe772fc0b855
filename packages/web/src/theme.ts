/** The look of Loa in Mantine's terms: ink and navy for action, colour for state only. */
import { createTheme, type MantineColorsTuple } from '@mantine/core'

const navy: MantineColorsTuple = [
  '#E4EDF6',
  '#C9DBEC',
  '#9EBFDD',
  '#6F9FCB',
  '#2B66A6',
  '#1F568F',
  '#1A4A7C',
  '#163E67',
  '#12324F',
  '#0B2338',
]

export const theme = createTheme({
  fontFamily: '"Be Vietnam Pro", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  primaryColor: 'navy',
  primaryShade: 8,
  colors: { navy },
  defaultRadius: 4,
  black: '#16212B',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  // The ring is drawn in style.css, the same for everything that can have focus.
  focusRing: 'never',
  cursorType: 'pointer',
})
