export const cardContentType = 'application/vnd.microsoft.card.adaptive'

/** An element or an action of an Adaptive Card, as plain JSON. `checkCard` knows which there are. */
export interface CardElement {
  type: string
  [property: string]: unknown
}

export interface AdaptiveCard extends CardElement {
  type: 'AdaptiveCard'
  version: '1.5'
  body: CardElement[]
}

export function adaptiveCard(body: CardElement[]): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    msteams: { width: 'Full' },
    body,
  }
}

/** Bytes of what is sent; Teams counts the whole message. */
export function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}
