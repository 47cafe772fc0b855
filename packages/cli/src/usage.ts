/** The command was written wrong, or names a file that is not there: said in a sentence, with how to write it. */
export class Usage extends Error {}

/** Paths are meant from where the person stands, not from where npm runs the script. */
export const whereTyped = (): string => process.env.INIT_CWD ?? process.cwd()

/** What stood behind `--name`. */
export type Values = Record<string, string | boolean | undefined>
