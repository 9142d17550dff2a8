// What the server must confirm goes first: news that come meanwhile wait until it has.
let held = null

/** Puts news off while something is being confirmed, and says whether it did. */
export const putOff = (news) => Boolean(held?.push(news))

/** @param tell gets the news that were put off meanwhile */
export async function holding(work, tell) {
  const outer = held
  held ??= []
  try {
    return await work()
  } finally {
    if (!outer) {
      const news = held
      held = null
      tell(news)
    }
  }
}
