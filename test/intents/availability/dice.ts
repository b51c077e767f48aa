/** Choices that are the same for the same seed. */
export interface Dice {
  /** 0 up to and not `limit`. */
  upTo(limit: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  weigh<T extends string>(list: readonly (readonly [T, number])[]): T
  shuffle<T>(list: readonly T[]): T[]
}

export function makeDice(seed: number): Dice {
  let state = (seed + 1) * 0x9e3779b1
  // mulberry32
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (limit: number) => Math.floor(roll() * limit)
  const pick = <T>(list: readonly T[]): T => {
    const one = list[upTo(list.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  return {
    upTo,
    pick,
    chance: (share) => roll() < share,
    weigh: (list) => {
      let rest = roll() * list.reduce((sum, [, weight]) => sum + weight, 0)
      const found = list.find(([, weight]) => {
        rest -= weight
        return rest < 0
      })
      return (found ?? list.find(([, weight]) => weight > 0) ?? pick(list))[0]
    },
    shuffle: (list) => {
      const mixed = [...list]
      for (let at = mixed.length - 1; at > 0; at -= 1) {
        const other = upTo(at + 1)
        const [one, two] = [mixed[at], mixed[other]]
        if (one !== undefined && two !== undefined) {
          mixed[at] = two
          mixed[other] = one
        }
      }
      return mixed
    },
  }
}
