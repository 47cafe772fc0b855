/** One more page of a list that goes on. */
import { Button } from '@mantine/core'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'

interface List {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

export const MoreButton = ({ list }: { list: List }) => {
  const t = useWords(shellWords)
  if (!list.hasNextPage) return null
  return (
    <Button
      size="xs"
      variant="default"
      onClick={() => list.fetchNextPage()}
      loading={list.isFetchingNextPage}
    >
      {t.more}
    </Button>
  )
}

/** As the foot of a panel. */
export const More = ({ list }: { list: List }) =>
  list.hasNextPage && (
    <footer>
      <MoreButton list={list} />
    </footer>
  )
