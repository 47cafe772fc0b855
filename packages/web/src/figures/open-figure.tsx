/** The pane of an opened figure, loaded when the first one is opened. */
import { lazy, Suspense } from 'react'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import type { FigurePanelProps } from './figure-panel.tsx'

const FigurePanel = lazy(async () => ({ default: (await import('./figure-panel.tsx')).FigurePanel }))

export const OpenFigurePanel = (props: FigurePanelProps) => {
  const shell = useWords(shellWords)
  return (
    <Suspense
      fallback={
        <div className="loading" role="status">
          {shell.loading}
        </div>
      }
    >
      <FigurePanel {...props} />
    </Suspense>
  )
}
