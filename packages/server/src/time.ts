/** Days are days in Việt Nam, whatever the server's clock is set to. */
export const zone = 'Asia/Ho_Chi_Minh'

/** The day of an instant, `YYYY-MM-DD`. */
export const today = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
