const STATES: Record<string, { word: string; look: string }> = {
  waiting: { word: 'Waiting for a moderator', look: 'status open' },
  accepted: { word: 'Accepted and published', look: 'status done' },
  declined: { word: 'Declined', look: 'status refused' },
}

/** Where a contribution stands, in words; the colour only helps. */
export function SubmissionState({ state }: { state: string }) {
  const { word, look } = STATES[state] ?? { word: state, look: 'status' }
  return <span className={look}>{word}</span>
}
