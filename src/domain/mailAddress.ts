const addressPattern = /^[^\s@<>()[\]\\,:;"\p{C}]+@[^\s@<>()[\]\\,:;"\p{C}]+$/u

/** True for exactly one plain address, without a name, quotes, comments or anything that could start a second header. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && addressPattern.test(text)
}

const reservedEndings = ['example', 'test', 'invalid', 'localhost', 'example.com', 'example.net', 'example.org']

/** True for domains that belong to nobody (RFC 2606, RFC 6761): sample data uses them, and mail never goes there. */
export function isReservedAddress(address: string): boolean {
  const domain = address
    .slice(address.lastIndexOf('@') + 1)
    .toLowerCase()
    .replace(/\.$/, '')
  return reservedEndings.some((ending) => domain === ending || domain.endsWith(`.${ending}`))
}
