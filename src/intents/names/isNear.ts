/** One letter more, less, other or two changed places; the first letter has to stand in short words. */
export function isNear(left: string, right: string): boolean {
  if (left === right) return true
  if (Math.abs(left.length - right.length) > 1 || Math.min(left.length, right.length) < 4) return false
  let at = 0
  while (at < left.length && left[at] === right[at]) at += 1
  if (at === 0 && left.length < 6) return false
  const rest = (text: string, skip: number): string => text.slice(at + skip)
  return (
    rest(left, 1) === rest(right, 1) ||
    rest(left, 1) === rest(right, 0) ||
    rest(left, 0) === rest(right, 1) ||
    (left[at] === right[at + 1] && left[at + 1] === right[at] && rest(left, 2) === rest(right, 2))
  )
}
