const privateMail =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|gmx|web|aol|proton|protonmail|mail|t-online|orange|free|libero|qq|163)$/i
const doubleEnding = /\.(?:com?|org|net|ac|gov)\.[a-z]{2}$/i

/** What a company is called, where only the address of somebody there is known: after its domain. Null for private mail. */
export function companyOfMail(email: string | null): { domain: string; name: string } | null {
  const domain = email?.split('@')[1]?.trim().toLowerCase() ?? ''
  const label = domain.split('.').at(doubleEnding.test(domain) ? -3 : -2) ?? ''
  if (label === '' || privateMail.test(label)) return null
  const name = label
    .split(/[-_]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
  return { domain, name }
}
