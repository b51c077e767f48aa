/** Ways to write the n-th id of a kind. */
export type MakeId = (kind: string, n: number) => string

/** Whole numbers, each kind in a range of its own, so that an id of a wrong kind is found out. */
export function makeNumbers(first: Readonly<Record<string, number | bigint>>, otherwise: number): MakeId {
  return (kind, n) => String(BigInt(first[kind] ?? otherwise) + BigInt(n))
}

/** UUIDs of version 4's form, the kind in front and the number behind. */
export function makeUuids(): MakeId {
  const kinds: string[] = []
  return (kind, n) => {
    if (!kinds.includes(kind)) kinds.push(kind)
    const front = (0xa0000000 + kinds.indexOf(kind) + 1).toString(16)
    return `${front}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
  }
}
