import 'server-only'
import { published } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import { tags } from '@/lib/platform/tags'
import { findQuestion, hashOfToken, type OpenQuestion } from './queries'

/** Takes the answer to "still true?" from whoever holds the link. The last answer counts. */
export async function answerQuestion(
  token: string,
  answer: 'true' | 'changed',
): Promise<Outcome<OpenQuestion, 'unknown'>> {
  const question = await findQuestion(token)
  if (!question) return refused('unknown')
  await db.$transaction(async (tx) => {
    await tx.confirmation.update({
      where: { tokenHash: hashOfToken(token) },
      data: { answer, answeredAt: now() },
    })
    await publishing(tx, [tags.page(question.page.id)])
  })
  await published([tags.page(question.page.id)])
  return done({ ...question, answer })
}
