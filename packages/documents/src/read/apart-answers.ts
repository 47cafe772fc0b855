/** The inside of a process in which strangers' files are opened apart (`openApart`). */
export const answerApart = <Ask>(answer: (ask: Ask) => Promise<object>): void => {
  // pdf.js leaves promises behind that break after the answer about a damaged file was given.
  process.on('unhandledRejection', () => undefined)
  // Who asked is gone: so are we.
  process.on('disconnect', () => process.exit(0))

  process.on('message', async (ask: Ask) => {
    try {
      process.send?.(await answer(ask))
    } catch (trouble) {
      process.send?.({ trouble: trouble instanceof Error ? trouble.stack : String(trouble) })
    }
  })
}
