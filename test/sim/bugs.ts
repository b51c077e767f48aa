// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are pieces of source files

/** One exact piece of a source file, and what a careless change would have made of it. */
interface Patch {
  /** Below the folder of the project. */
  file: string
  from: string
  to: string
}

/** A mistake somebody could make, at most three lines of it. The simulation must notice each. */
export interface PlantedBug {
  name: string
  patches: readonly Patch[]
}

const workflow = (file: string, from: string, to: string): Patch => ({ file: `src/workflow/${file}`, from, to })

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'no inbox dedupe',
    patches: [
      workflow(
        'handleMessage.ts',
        'externalId: input.eventId,',
        "externalId: `${input.eventId}:${deps.ids.next('try')}`,",
      ),
    ],
  },
  {
    name: 'ack before store',
    patches: [
      workflow(
        'handleMessage.ts',
        '  await deps.store.inTenant(input.tenantId, async (tx) => {\n    const thread',
        '  void deps.store.inTenant(input.tenantId, async (tx) => {\n    const thread',
      ),
      workflow(
        'handleMessage.ts',
        "    await tx.update('threads', input.threadId, { lastMessageAt: at })\n  })",
        "    await tx.update('threads', input.threadId, { lastMessageAt: at })\n  }).catch(() => {})",
      ),
    ],
  },
  {
    name: 'effects outside the transaction',
    patches: [
      workflow('askParty.ts', '  await owe(tx, deps, [\n    mailOrder', '  const orders = [\n    mailOrder'),
      workflow(
        'askParty.ts',
        '    }),\n  ])\n',
        '    }),\n  ]\n  setImmediate(() => deps.store.inTenant(tx.tenantId, (later) => owe(later, deps, orders)).catch(() => {}))\n',
      ),
    ],
  },
  {
    name: 'check-then-insert hold',
    patches: [
      {
        file: 'src/store/memory/memoryStore.ts',
        from: 'if (isTaken) throw slotTaken(hold.personKey)',
        to: 'void isTaken',
      },
    ],
  },
  {
    name: 'no look-up before create in the ATS',
    patches: [
      {
        file: 'test/sim/outside.ts',
        from: 'server.interviews.find((i) => i.externalKey === interview.externalKey)',
        to: 'server.interviews.find((i) => i.id === interview.externalKey)',
      },
    ],
  },
  {
    name: 'ATS record keyed by the attempt',
    patches: [
      workflow('performAts.ts', 'externalKey: effect.key,', 'externalKey: `${effect.key}:${effect.attempts}`,'),
    ],
  },
  {
    name: 'SEQUENCE not raised on cancel',
    patches: [
      workflow(
        'performMail.ts',
        '    sequence: payload.sequence,\n    method: payload.method,\n    title',
        "    sequence: payload.sequence - (payload.method === 'CANCEL' ? 1 : 0),\n    method: payload.method,\n    title",
      ),
    ],
  },
  {
    name: 'stage moved without compare',
    patches: [
      workflow(
        'performAts.ts',
        '  const result = await deps.ats.advanceStage(tenantId, payload.applicationId, payload.fromStageId, payload.toStageId)',
        '  const read = await deps.ats.readApplication(tenantId, payload.applicationId)\n  const result = await deps.ats.advanceStage(tenantId, payload.applicationId, read?.stage.id ?? payload.fromStageId, payload.toStageId)',
      ),
    ],
  },
  {
    name: "another party's link accepted",
    patches: [
      workflow(
        'approveSlot.ts',
        "  return approversOf(bundle).some((p) => p.id === party.id && p.answer !== 'declined')",
        "  return party.answer !== 'declined'",
      ),
    ],
  },
  {
    name: 'a revoked link still works',
    patches: [workflow('links.ts', 'if (!link || link.revokedAt) return null', 'if (!link) return null')],
  },
  {
    name: 'reminder after cancel',
    patches: [
      workflow('cancelInterviews.ts', '    await withdrawDayOf(tx, deps, interview.id)\n', ''),
      workflow(
        'performMail.ts',
        "      if (!isCurrent) return 'the interview was moved or cancelled'",
        "      if (!isCurrent && !interview) return 'the interview was moved or cancelled'",
      ),
    ],
  },
  {
    name: 'resend after an unknown SMTP outcome',
    patches: [
      workflow(
        'effects.ts',
        "  if (failure.code === 'unknownOutcome' && isMail(effect)) return recordUnknown(tx, deps, effect, failure)\n",
        '',
      ),
    ],
  },
  {
    name: 'resend after a worker died in a mail',
    patches: [
      workflow(
        'effects.ts',
        'if (isStuck && isMail(effect)) {',
        'if (isStuck && isMail(effect) && effect.attempts > 9) {',
      ),
    ],
  },
  {
    name: 'sweep without claim',
    patches: [
      workflow(
        'effects.ts',
        "if (!isStuck && (effect.state !== 'owed' || effect.nextAttemptAt > now)) return null",
        "if (!isStuck && (effect.state === 'done' || effect.nextAttemptAt > now)) return null",
      ),
    ],
  },
  {
    name: 'lost wake-up',
    patches: [
      workflow(
        'effects.ts',
        'for (const effect of stuck) await tx.wakeEffect(effect.id, deps.clock.now())',
        'for (const effect of stuck) if (effect.attempts > 9) await tx.wakeEffect(effect.id, deps.clock.now())',
      ),
    ],
  },
  {
    name: 'holds not freed on postpone',
    patches: [
      workflow(
        'postponeRequest.ts',
        '    await cancelInterviews(tx, deps, bundle, input.reason)\n',
        "    const kept = await tx.find('holds', { where: { requestId: request.id, state: 'confirmed' } })\n    await cancelInterviews(tx, deps, bundle, input.reason)\n    for (const hold of kept) await tx.update('holds', hold.id, { state: 'confirmed' })\n",
      ),
    ],
  },
  {
    name: 'holds not freed on cancel',
    patches: [workflow('cancelInterviews.ts', "  await releaseHolds(tx, bundle, 'all')\n", '')],
  },
  {
    name: 'invitation to a party that left',
    patches: [
      workflow(
        'confirmInterview.ts',
        '    .filter(({ partyId }) => isRecipient(bundle, interview, partyId))',
        '    .filter(({ partyId }) => isRecipient(bundle, interview, partyId) || partyId)',
      ),
    ],
  },
  {
    name: 'double approval confirms twice',
    patches: [
      workflow(
        'approveSlot.ts',
        "  if (!isChoosing && bundle.request.state !== 'approving') return { kind: 'tooLate' }\n  if (proposal?.state !== 'offered') return { kind: 'tooLate' }",
        "  if (!isChoosing && !['approving', 'confirmed'].includes(bundle.request.state)) return { kind: 'tooLate' }\n  if (proposal?.state !== 'offered' && proposal?.state !== 'approved') return { kind: 'tooLate' }",
      ),
    ],
  },
  {
    name: 'briefing twice after a restart',
    patches: [
      {
        file: 'src/briefings/send.ts',
        from: '{ nextBriefingAt: hours && nextBriefingAt(hours, now) }',
        to: '{ nextBriefingAt: dueAt ?? (hours && nextBriefingAt(hours, now)) }',
      },
      {
        file: 'src/briefings/send.ts',
        from: 'const key = `briefing:${member.id}:${on}`',
        to: 'const key = `briefing:${member.id}:${on}:${deps.clock.now().toISOString()}`',
      },
    ],
  },
  {
    name: 'recruiter acts on an old card of a request that ended',
    patches: [
      workflow('postponeRequest.ts', "    if (isClosed(request.state)) return { kind: 'tooLate' }\n", ''),
      { file: 'src/domain/request.ts', from: '  cancelled: [],', to: "  cancelled: ['collecting']," },
    ],
  },
  {
    name: 'an expired link still works',
    patches: [workflow('links.ts', 'isExpired: link.expiresAt <= deps.clock.now()', 'isExpired: false')],
  },
  {
    name: 'the end of a link told at every pass',
    patches: [
      workflow('watchLinks.ts', '{ linkWarnedAt: deps.clock.now() }, mine)', '{ linkWarnedAt: null }, mine)'),
      workflow(
        'watchLinks.ts',
        '${party.linkExpiresAt?.toISOString()}`',
        "${party.linkExpiresAt?.toISOString()}:${deps.ids.next('told')}`",
      ),
    ],
  },
  {
    name: 'reminders in a burst after an outage',
    patches: [
      workflow(
        'remindSilent.ts',
        'if (now.getTime() - party.remindAt.getTime() > staleAfterMs)\n',
        'if (now.getTime() - party.remindAt.getTime() > 1_000 * staleAfterMs)\n',
      ),
      workflow(
        'performMail.ts',
        'now.getTime() - new Date(payload.data.dueAt).getTime() > staleAfterMs)',
        'now.getTime() - new Date(payload.data.dueAt).getTime() > 1_000 * staleAfterMs)',
      ),
    ],
  },
  {
    name: 'yesterday’s briefing after an outage',
    patches: [
      {
        file: 'src/briefings/send.ts',
        from: 'export const staleAfterMs = 15 * 60_000',
        to: 'export const staleAfterMs = 15 * 3_600_000',
      },
    ],
  },
  {
    name: 'day-of reminder while the interview begins',
    patches: [workflow('performMail.ts', 'const dayOfLatestMs = 30 * 60_000', 'const dayOfLatestMs = 0')],
  },
]
