'use server'

import { notFound, redirect } from 'next/navigation'
import { answerQuestion } from '@/lib/confirmations/answer'
import { confirmPath } from '@/lib/confirmations/paths'
import { confirmation } from '@/lib/confirmations/schema'

export async function answer(form: FormData): Promise<void> {
  const read = confirmation.safeParse({ token: form.get('token'), answer: form.get('answer') })
  if (!read.success) notFound()

  const outcome = await answerQuestion(read.data.token, read.data.answer)
  if (!outcome.ok) notFound()
  redirect(`${confirmPath(read.data.token)}?answered=1`)
}
