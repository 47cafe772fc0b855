/** Two ways to the same end, in turns, so that both meet the same machine; medians. */

export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

export const compare = async (
  title: string,
  peerName: string,
  rounds: number,
  { ours, peer }: { ours: () => Promise<unknown>; peer: () => Promise<unknown> },
): Promise<void> => {
  const times: [number[], number[]] = [[], []]
  const warm = Math.ceil(rounds / 5)
  for (let round = -warm; round < rounds; round++)
    for (const [side, work] of [ours, peer].entries()) {
      const began = performance.now()
      await work()
      if (round >= 0) times[side]?.push(performance.now() - began)
    }
  const [a, b] = [median(times[0]), median(times[1])]
  console.log(
    `  ${title}\n  Loa ${a.toFixed(2)} ms · ${peerName} ${b.toFixed(2)} ms · Loa/${peerName} ${(a / b).toFixed(2)}`,
  )
}
