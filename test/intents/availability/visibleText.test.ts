import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textLengthMax, visibleText } from '../../../src/intents/availability/visibleText.ts'

describe('what the writer wrote', () => {
  it('leaves out quoted lines and the line above them', () => {
    const mail =
      'Thursday at 11 suits.\n\nOn Mon, 2 Nov 2026 at 08:15, Lena <lena@agency.example> wrote:\n> Would Friday at 9 suit?\n> Or Monday?'
    expect(visibleText(mail)).toBe('Thursday at 11 suits.')
  })

  it.each([
    ['Am 02.11.2026 um 08:15 schrieb Lena <lena@agency.example>:'],
    ['Le lun. 2 nov. 2026 à 08:15, Lena <lena@agency.example> a écrit :'],
    ['El lun, 2 nov 2026 a las 8:15, Lena (<lena@agency.example>) escribió:'],
    ['Il giorno lun 2 nov 2026 alle ore 08:15 Lena <lena@agency.example> ha scritto:'],
    ['Op ma 2 nov 2026 om 08:15 schreef Lena <lena@agency.example>:'],
    ['-----Original Message-----'],
    ['---------- Forwarded message ---------'],
    ['Begin forwarded message:'],
  ])('leaves out all that stands below "%s"', (head) => {
    expect(visibleText(`Thursday at 11 suits.\n\n${head}\nFriday at 9?`)).toBe('Thursday at 11 suits.')
  })

  it('finds the line above a quotation when it is wrapped over 2 lines', () => {
    const mail = 'Fine.\nOn Mon, 2 Nov 2026 at 08:15, Lena Berg <lena.berg@agency.example>\nwrote:\n> Friday at 9?'
    expect(visibleText(mail)).toBe('Fine.')
  })

  it.each([
    ['From: Lena Berg\nSent: Monday, 2 November 2026 08:15\nTo: Sam\nSubject: Times'],
    ['Von: Lena Berg\nGesendet: Montag, 2. November 2026 08:15\nAn: Sam\nBetreff: Zeiten'],
    ['De : Lena Berg\nEnvoyé : lundi 2 novembre 2026 08:15\nÀ : Sam\nObjet : Horaires'],
    ['*From:* Lena Berg\n*Date:* Monday, 2 November 2026\n*To:* Sam'],
  ])('leaves out all that stands below the fields of a mail', (fields) => {
    expect(visibleText(`Thursday at 11 suits.\n\n${fields}\n\nFriday at 9?`)).toBe('Thursday at 11 suits.')
  })

  it('keeps answers between quoted lines and below them', () => {
    const mail = '> Could you do Monday?\nNo.\n> And Tuesday?\nYes, after 2.'
    expect(visibleText(mail)).toBe('No.\nYes, after 2.')
  })

  it.each([
    ['-- \nSam Lee\nOffice hours 8-4'],
    ['Best regards,\nSam Lee\nHead of Data, Acme\n+44 20 7946 0958 | Mon-Thu 8-4'],
    ['Kind regards, Sam'],
    ['Cheers\nSam'],
    ['Many thanks,'],
    ['Mit freundlichen Grüßen\nSam Lee'],
    ['Sent from my iPhone'],
    ['Get Outlook for Android'],
    ['This email and any attachments are confidential. Reply by Friday 9am.'],
    ['CONFIDENTIALITY NOTICE: do not read before Monday'],
  ])('cuts the end of the mail: %j', (end) => {
    expect(visibleText(`Thursday at 11 suits.\n\n${end}`)).toBe('Thursday at 11 suits.')
  })

  it('keeps a letter that goes on after a word of thanks, and a postscript', () => {
    expect(visibleText('Hello,\nThanks!\nMonday at 3 is good.')).toBe('Hello,\nThanks!\nMonday at 3 is good.')
    expect(visibleText('Monday at 3.\n\nBest,\nSam\n\nPS: Tuesday also works')).toContain('Tuesday also works')
  })

  it('drops a line of phone number and hours, and keeps a phone number inside a sentence', () => {
    expect(visibleText('Monday at 3.\nMobile: 0171 2345678')).toBe('Monday at 3.')
    expect(visibleText('Monday at 3.\n0171 2345678 | Mon-Thu 8-4')).toBe('Monday at 3.')
    expect(visibleText('Please ring 0171 2345678 on Monday at 3, that would be best.')).toContain('Monday')
  })

  it.each([
    ['Automatic reply: I am back on Monday.'],
    ['I am out of the office until 3 May with limited access to email. For urgent questions call the desk.'],
    ['Ich bin nicht im Büro. Dies ist eine automatische Antwort.'],
  ])('takes nothing from an automatic reply: %s', (text) => {
    expect(visibleText(text)).toBe('')
  })

  it('keeps what somebody writes about days out of office himself', () => {
    expect(visibleText('I am out of the office on Monday, Tuesday works.')).not.toBe('')
  })

  it(`never throws and never gets longer, and reads ${textLengthMax} characters at most`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 6_000 }), (text) => {
        expect(visibleText(text).length).toBeLessThanOrEqual(Math.min(text.length, textLengthMax))
      }),
    )
  })
})
