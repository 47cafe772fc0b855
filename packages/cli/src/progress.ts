/** Progress on stderr: one line that is written over on a terminal, a line a step elsewhere. */
export const progressLine = () => {
  const out = process.stderr
  let isOpen = false
  let last = ''
  return {
    say(words: string) {
      if (out.isTTY) out.write(`\r\u001b[K${words}`)
      else if (words.split(':')[0] !== last.split(':')[0]) out.write(`${words}\n`)
      isOpen = true
      last = words
    },
    end() {
      if (isOpen && out.isTTY) out.write('\n')
      isOpen = false
    },
  }
}
