import type { GuestActions } from './web/guestApp.ts'
import type { Deps } from './workflow/deps.ts'
import {
  renewLink,
  submitApproval,
  submitAvailability,
  submitCancel,
  submitDecline,
  submitMove,
  submitReading,
  submitStopReminders,
} from './workflow/guestActions.ts'
import { readGuestPage } from './workflow/readGuestPage.ts'

// Part of the composition root: which use case stands behind each form of the guest pages.

export function openGuestActions(deps: Deps): GuestActions {
  return {
    read: (secret, wants) => readGuestPage(deps, secret, wants),
    collectAvailability: (submit) => submitAvailability(deps, submit),
    confirmReading: (input) => submitReading(deps, input),
    choose: (input) => submitApproval(deps, input),
    approve: (input) => submitApproval(deps, input),
    decline: (input) => submitDecline(deps, input),
    move: (input) => submitMove(deps, input),
    cancel: (input) => submitCancel(deps, input),
    stopReminders: (input) => submitStopReminders(deps, input),
    renew: (secret) => renewLink(deps, secret),
  }
}
