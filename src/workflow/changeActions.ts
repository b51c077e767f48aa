import type { DraftAction } from '../bot/message.ts'
import { cancelAction, moveAction } from '../bot/requestActions.ts'
import type { Request } from '../domain/request.ts'
import type { Speech } from './speech.ts'

/** What a recruiter may do about an interview that somebody has written about. */
export function changeActions(
  request: Request,
  { words, language }: Speech,
  reason: string | null = null,
): DraftAction[] {
  const cancel = cancelAction(request, { reason: null }, language)
  return [moveAction(request, { reason }, language), { ...cancel, label: words.news.calendars.cancelInterview }]
}
