export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>

/** Work of one key is done one after the other, in the order in which it was asked for; a failure does not stop what follows. */
export function takeTurns(): InTurn {
  const latest = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const turn = (latest.get(key) ?? Promise.resolve()).then(work, work)
    latest.set(key, turn)
    const leave = () => {
      if (latest.get(key) === turn) latest.delete(key)
    }
    turn.then(leave, leave)
    return turn
  }
}
