import type { ActionOutcome, FieldError } from '../bot/inbound.ts'
import type { DraftMessage, FormField } from '../bot/message.ts'
import { isMailAddress } from '../domain/mailAddress.ts'
import { type Member, type TenantSettings, tenantSettingsSchema } from '../domain/settings.ts'
import { isZone } from '../domain/zone.ts'
import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import type { SettingWords } from '../words/replyWords.ts'
import { readSettings } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import type { Conversation } from './scheduleWish.ts'
import type { Composer, Speech } from './speech.ts'

// Takes:   the first-open card's fields.
// Reads:   settings, the member.
// Writes:  settings, the member, an audit row.
// Effects: none.
// Refuses when: a field is missing or wrong; each is named.

/** The one card of the first open. `resume` is the command that has to wait for it, if any. */
export function setUpDraft(settings: TenantSettings, member: Member | null, resume: Intent | null): Composer {
  return ({ words }) => draftIn(words.settings.setUp, settings, member, resume)
}

function draftIn(
  words: SettingWords['setUp'],
  settings: TenantSettings,
  member: Member | null,
  resume: Intent | null,
): DraftMessage {
  const text = (name: string, label: string, value: string, hint?: string, isRequired = true): FormField => ({
    kind: 'text',
    name,
    label,
    value,
    isRequired,
    maxLength: 120,
    isMultiline: false,
    ...(hint ? { hint } : {}),
  })
  const parts: DraftMessage['parts'] = settings.isSetUp
    ? [{ kind: 'heading', text: words.yours }]
    : [
        { kind: 'heading', text: words.welcome },
        { kind: 'text', text: words.whoAreYou },
      ]
  const known = (value: string | undefined, placeholder: string) => (value && value !== placeholder ? value : '')
  return {
    parts,
    actions: [
      {
        kind: 'setUp',
        data: { resume },
        label: settings.isSetUp ? words.change : words.begin,
        submitLabel: words.save,
        style: 'primary',
        isOpen: !settings.isSetUp,
        form: [
          text('agencyName', words.agencyName, known(settings.agencyName, 'Your agency'), words.agencyHint),
          text('name', words.name, known(member?.name, unnamedMember)),
          {
            kind: 'email',
            name: 'email',
            label: words.email,
            value: known(member?.email, unnamedAddress),
            isRequired: true,
            hint: words.emailHint,
          },
          text('phone', words.phone, member?.phone ?? '', words.phoneHint, false),
          text('zone', words.zone, settings.isSetUp ? settings.zone : '', words.zoneHint),
          {
            kind: 'time',
            name: 'dayStarts',
            label: words.dayStarts,
            value: clockOf(settings.dayStartsMinute),
            isRequired: true,
          },
          {
            kind: 'time',
            name: 'dayEnds',
            label: words.dayEnds,
            value: clockOf(settings.dayEndsMinute),
            isRequired: true,
          },
          {
            kind: 'choice',
            name: 'locale',
            label: words.locale,
            value: settings.isSetUp ? settings.locale : '',
            isRequired: true,
            options: localeChoices,
          },
        ],
      },
    ],
  }
}

export const unnamedMember = 'Recruiter'
export const unnamedAddress = 'recruiter@parley.invalid'

const localeChoices = [
  { value: 'en-GB', label: 'English, 24 Nov 2026, 14:00' },
  { value: 'en-US', label: 'English, Nov 24, 2026, 2:00 PM' },
  { value: 'de-DE', label: 'Deutsch, 24. Nov. 2026, 14:00' },
  { value: 'fr-FR', label: 'Français, 24 nov. 2026, 14:00' },
  { value: 'es-ES', label: 'Español, 24 nov 2026, 14:00' },
]

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function minutesOf(clock: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(clock.trim())
  if (!match) return null
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return minutes <= 1440 ? minutes : null
}

interface SetUpFields {
  agencyName: string
  name: string
  email: string
  phone: string | null
  zone: string
  locale: string
  dayStartsMinute: number
  dayEndsMinute: number
}

function readFields(
  fields: Readonly<Record<string, string>>,
  wrong: SettingWords['setUp']['wrong'],
): SetUpFields | FieldError[] {
  const errors: FieldError[] = []
  const value = (name: string) => (fields[name] ?? '').trim()
  const need = (name: string, sentence: string) => {
    if (value(name) === '') errors.push({ field: name, sentence })
  }
  need('agencyName', wrong.agencyName)
  need('name', wrong.name)
  if (!isMailAddress(value('email'))) errors.push({ field: 'email', sentence: wrong.email })
  if (!isZone(value('zone')) || value('zone') === '') errors.push({ field: 'zone', sentence: wrong.zone })
  const dayStartsMinute = minutesOf(value('dayStarts'))
  const dayEndsMinute = minutesOf(value('dayEnds'))
  if (dayStartsMinute === null) errors.push({ field: 'dayStarts', sentence: wrong.clock('08:00') })
  if (dayEndsMinute === null) errors.push({ field: 'dayEnds', sentence: wrong.clock('19:00') })
  if (dayStartsMinute !== null && dayEndsMinute !== null && dayEndsMinute - dayStartsMinute < 60)
    errors.push({ field: 'dayEnds', sentence: wrong.tooShort })
  const locale = localeChoices.some((c) => c.value === value('locale')) ? value('locale') : 'en-GB'
  if (errors.length > 0 || dayStartsMinute === null || dayEndsMinute === null) return errors
  return {
    agencyName: value('agencyName').slice(0, 120),
    name: value('name').slice(0, 120),
    email: value('email').toLowerCase(),
    phone: value('phone') === '' ? null : value('phone').slice(0, 40),
    zone: value('zone'),
    locale,
    dayStartsMinute,
    dayEndsMinute,
  }
}

/** Stores the first-open card. The caller goes on with the waiting command afterwards. */
export async function setUp(
  deps: Deps,
  cause: Cause,
  talk: Conversation,
  fields: Readonly<Record<string, string>>,
  { words }: Speech,
): Promise<ActionOutcome> {
  const read = readFields(fields, words.settings.setUp.wrong)
  if (Array.isArray(read)) return { kind: 'invalid', errors: read }
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    await writeSettings(tx, deps, cause, talk, read)
  })
  return { kind: 'ok' }
}

async function writeSettings(tx: Tx, deps: Deps, cause: Cause, talk: Conversation, read: SetUpFields): Promise<void> {
  const { name, email, phone, ...chosen } = read
  const settings = tenantSettingsSchema.parse({
    ...(await readSettings(tx)),
    ...chosen,
    country: countryOf(read.locale, read.zone),
    isSetUp: true,
  })
  const row = await tx.get('settings', tx.tenantId)
  if (row) await tx.update('settings', tx.tenantId, { data: settings })
  else await tx.insert('settings', { id: tx.tenantId, version: 0, data: settings, beatAt: null })
  // The next briefing is planned anew: 08:00 is another moment in another zone.
  const member = { name, email, phone, zone: read.zone, locale: read.locale, nextBriefingAt: null }
  await tx.update('members', talk.memberId, member)
  await recordAudit(tx, deps, cause, { requestId: null, action: 'setUp', fromState: null, toState: null })
}

// Only for public holidays, which are shown, never enforced: a zone names its country more often than a language does.
const zoneCountries: Readonly<Record<string, string>> = {
  'Europe/Berlin': 'DE',
  'Europe/Vienna': 'AT',
  'Europe/Zurich': 'CH',
  'Europe/London': 'GB',
  'Europe/Dublin': 'IE',
  'Europe/Paris': 'FR',
  'Europe/Madrid': 'ES',
  'Europe/Lisbon': 'PT',
  'Europe/Rome': 'IT',
  'Europe/Amsterdam': 'NL',
  'Europe/Brussels': 'BE',
  'Europe/Stockholm': 'SE',
  'Europe/Warsaw': 'PL',
  'America/New_York': 'US',
  'America/Chicago': 'US',
  'America/Denver': 'US',
  'America/Los_Angeles': 'US',
  'America/Toronto': 'CA',
}

function countryOf(locale: string, zone: string): string | null {
  return zoneCountries[zone] ?? (locale === 'en-GB' ? null : (new Intl.Locale(locale).region ?? null))
}
