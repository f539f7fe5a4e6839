import { answerFeed } from '@/app/_shared/feed-answer'

export function GET(request: Request): Promise<Response> {
  return answerFeed(request, 'Recent changes: Sustainable Procurement Cupboard')
}
