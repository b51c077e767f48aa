import { describe, expect, it } from 'vitest'
import { march, november, readOf, withProposals } from './readOf.ts'

describe('availability read from a message, for the 12 working days from Thursday 5 March', () => {
  it.each([
    ['Tue 10-12 plus Thurs 2-4', 'available 5 14:00-16:00, 10 10:00-12:00'],
    ['a 9am chat Tuesday or a 3pm one Thursday', 'available 5 15:00-16:00, 10 9:00-10:00'],
    ['Mon-Wed after 2pm', 'available 9 10 11 14:00-17:00'],
    ['Mon to Wed between 1 and 5', 'available 9 10 11 13:00-17:00'],
    ['10-12 March after 2pm', 'available 10 11 12 14:00-17:00'],
    ['Tue-Thu daily 10am till 2pm', 'available 10 11 12 10:00-14:00'],
    ['the 16th-18th 9-1', 'available 16 17 18 9:00-13:00'],
    ['March 10, 11, and 12 from 1-4pm', 'available 10 11 12 13:00-16:00'],
    ['Mon & Wed 9-11, Tue & Thu 2-4', 'available 5 10 14:00-16:00, 9 11 9:00-11:00'],
    ['Tu/Th 1-5pm', 'available 5 10 13:00-17:00'],
    ['M 9-11, T 2-4', 'available 9 9:00-11:00, 10 14:00-16:00'],
    ['Any time Monday, Tuesday until 2, or Thursday from 11', 'available 5 11:00-17:00, 9 9:00-17:00, 10 9:00-14:00'],
    ['Monday\n9-11\n2-4\n\nTuesday\n10-12', 'available 9 9:00-11:00, 9 14:00-16:00, 10 10:00-12:00'],
    ['Mon: 9-11am, 1-2pm\nTue: 3-5pm', 'available 9 9:00-11:00, 9 13:00-14:00, 10 15:00-17:00'],
    ['Tuesday 2-4 or Wednesday same time', 'available 10 11 14:00-16:00'],
    ['Tuesday (10-12), Thursday (2-4)', 'available 5 14:00-16:00, 10 10:00-12:00'],
    ['wed 11 or thurs 12', 'available 11 12 9:00-17:00'],
    ['wed 11 or thurs 2', 'available 5 14:00-15:00, 11 11:00-12:00'],
    ['thurs 12', 'clarify notSureOffer'],
    ['Monday at 9, 10 or 11', 'available 9 9:00-12:00'],
    ['monday tuesday or wednesday after four pm', 'available 9 10 11 16:00-17:00'],
    ['half past two on Monday', 'available 9 14:30-15:30'],
    [
      'Weekdays after 6pm, weekends any time',
      'available 5 6 9 10 11 12 13 16 17 18 19 20 18:00-20:00, 7 8 14 15 9:00-17:00',
    ],
    ['every Tuesday and Thursday morning', 'available 5 10 12 17 19 9:00-12:00'],
    ['evenings only, after 7', 'available 5 6 9 10 11 12 13 16 17 18 19 20 19:00-20:00'],
    ['next week Tues/Thurs pm', 'available 10 12 12:00-17:00'],
    ['Next week I could make Tuesday 2-4, and Thursday 10-12 too', 'available 10 14:00-16:00, 12 10:00-12:00'],
    ['Would Tuesday at 3 work?', 'available 10 15:00-16:00'],
    ['Back on the 12th, free from then', 'available 12 13 16 17 18 19 20 9:00-17:00'],
    ['tomorrow or the day after', 'available 5 6 9:00-17:00'],
    ['7-9 Tuesday', 'available 10 7:00-9:00'],
    ['6-9 on Tuesday evening', 'available 10 18:00-21:00'],
    ['Monday 9-5', 'available 9 9:00-17:00'],
    ['between 11 and 1 on the 10th', 'available 10 11:00-13:00'],
    ['90 mins from 2 on Tuesday', 'available 10 14:00-15:30'],
    ['Monday an hour from 9:30', 'available 9 9:30-10:30'],
    ['10/11 March', 'available 10 11 9:00-17:00'],
    ['tomorrow week at 3', 'available 12 15:00-16:00'],
    ['Tuesday from 10, hard stop at 12', 'available 10 10:00-12:00'],
    ['Mon: 9 to 12, Tue: 10 to 3', 'available 9 9:00-12:00, 10 10:00-15:00'],
    ['Monday at ten to three', 'available 9 14:50-15:50'],
    ['1) Mon 10-12\n2) Wed after 3', 'available 9 10:00-12:00, 11 15:00-17:00'],
    ['- Friday\n- next Wednesday 2-4', 'available 6 9:00-17:00, 11 14:00-16:00'],
    ['Mon from 10 until 12\nMarch 18 after 1', 'available 9 10:00-12:00, 18 13:00-17:00'],
    ['2026-03-10 14:00-15:30', 'available 10 14:00-15:30'],
    ['10-12 Mon, Tuesday, 2-4', 'available 9 10:00-12:00, 10 14:00-16:00'],
    ['Mon 9-11, Thursday the 19th 2-4', 'available 9 9:00-11:00, 19 14:00-16:00'],
    ['Thursday or Friday the 20th', 'available 19 20 9:00-17:00'],
    ['Wed to Fri, mornings', 'available 11 12 13 9:00-12:00'],
    ['Mornings this week and next, 8 to 10', 'available 5 6 9 10 11 12 13 8:00-10:00'],
    ['MWF next week', 'available 9 11 13 9:00-17:00'],
    ['M AM / W PM', 'available 9 9:00-12:00, 11 12:00-17:00'],
    ['Monday - afternoon of Tuesday is good', 'available 9 9:00-17:00, 10 12:00-17:00'],
  ])('spreads hours over days: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })

  it.each([
    ['Next week, only not Monday or Tuesday', 'available 11 12 13 9:00-17:00'],
    ['any day but Friday', 'available 5 9 10 11 12 16 17 18 19 9:00-17:00'],
    ['Any morning but Tuesday', 'available 5 6 9 11 12 13 16 17 18 19 20 9:00-12:00'],
    ['Every day next week apart from Thursday afternoon', 'available 9 10 11 13 9:00-17:00, 12 9:00-12:00'],
    ['Monday 9-5 except 12-1', 'available 9 9:00-12:00, 9 13:00-17:00'],
    [
      'Next week any time, except Tue 10-12 and Wed after 3',
      'available 9 12 13 9:00-17:00, 10 9:00-10:00, 10 12:00-17:00, 11 9:00-15:00',
    ],
    ['Tuesday or Thursday, not mornings', 'available 5 10 12:00-17:00'],
    ['Wednesday, but not before 10', 'available 11 10:00-17:00'],
    ['Next week works, but not before Wednesday', 'available 11 12 13 9:00-17:00'],
    ["Except for Wednesday, I'm free all next week", 'available 9 10 12 13 9:00-17:00'],
    ["I'm busy all day except 4-5 on Tuesday", 'available 10 16:00-17:00'],
    ['My calendar is full except Thursday 3-5', 'available 5 15:00-17:00'],
    ["Tuesday is out, other than that I'm free next week", 'available 9 11 12 13 9:00-17:00'],
    ["I've got a conflict 10-11 on Monday, otherwise wide open that day", 'available 9 9:00-10:00, 9 11:00-17:00'],
    ["Can't do Tuesday or Wednesday but other days next week are fine", 'available 9 12 13 9:00-17:00'],
    ['Tuesday works but I have a call 2-3', 'available 10 9:00-14:00, 10 15:00-17:00'],
    ['Mon morning, or any time Thursday except lunch', 'available 5 9 9:00-12:00, 5 13:00-17:00'],
    ['After 4 on Tuesday, not before 10', 'available 10 16:00-17:00'],
    ['Monday 2-6, but nothing before 3', 'available 9 15:00-18:00'],
    ['16 to 19 March, not the Tuesday', 'available 16 18 19 9:00-17:00'],
    ['Any day bar Thursday next week', 'available 9 10 11 13 9:00-17:00'],
    ['Next week is full apart from Wednesday 2-4', 'available 11 14:00-16:00'],
    ['Next week is busy, the only gap is Monday at 11', 'available 9 11:00-12:00'],
    ['Monday 2-4 or Friday 2-6. Friday is out after all.', 'available 9 14:00-16:00'],
    ['Any time Monday except 1 to 2 works', 'available 9 9:00-13:00, 9 14:00-17:00'],
    ['No interviews before 11 please, otherwise Monday and Tuesday are good', 'available 9 10 11:00-17:00'],
  ])('takes away what is excepted: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })

  it.each([
    ['Monday is out, Tuesday works', 'available 10 9:00-17:00'],
    ["I'm busy Monday, free Tuesday", 'available 10 9:00-17:00'],
    ['monday im out tuesday im free', 'available 10 9:00-17:00'],
    ['Tuesday is a no but Wednesday at 2 is a yes', 'available 11 14:00-15:00'],
    ['Mon ✅ Tue ❌ Wed ✅ after 3', 'available 9 9:00-17:00, 11 15:00-17:00'],
    [
      'Monday: no\nTuesday: 10-12\nWednesday: after 3\nThursday: not available',
      'available 10 10:00-12:00, 11 15:00-17:00',
    ],
    ['Available:\n- Mon 9-11\nNot available:\n- Tue', 'available 9 9:00-11:00'],
    ["I can't do Monday but can do Tuesday after 2", 'available 10 14:00-17:00'],
    ["Monday isn't a problem", 'available 9 9:00-17:00'],
    ["There's nothing in my calendar on Tuesday", 'available 10 9:00-17:00'],
    ['No meetings on Tuesday so anytime is good', 'available 10 9:00-17:00'],
    ["No interviews on Monday, it's a holiday. Tuesday is ok.", 'available 10 9:00-17:00'],
    ["If Tuesday doesn't work, Wednesday at 3 does", 'available 11 15:00-16:00'],
    ['Tuesday afternoon is better than Monday', 'available 10 12:00-17:00'],
    ['I finish work at 5:30 so anything after 6pm Monday to Thursday', 'available 9 10 11 12 18:00-20:00'],
    ["I'm in meetings until 3 on Tuesday but free after that", 'available 10 15:00-17:00'],
    ['I shall be away until the 10th, any time after that', 'available 11 12 13 16 17 18 19 20 9:00-17:00'],
    ["I'm with clients until 5 so after 5 on Tuesday", 'available 10 17:00-20:00'],
    ['I teach until 6, Thursday between 6 and 8', 'available 5 18:00-20:00'],
    ['Holiday Monday, Tuesday anytime', 'available 10 9:00-17:00'],
    ['next week after my office hours', 'available 9 10 11 12 13 17:00-20:00'],
    ['I have to leave by 3 on Tuesday so 1-3', 'available 10 13:00-15:00'],
    ["I'm in Paris Monday to Wednesday, free Thursday", 'available 5 9:00-17:00'],
    ['I have pottery on Monday, Tuesday is good', 'available 10 9:00-17:00'],
    ['next week before work', 'clarify nothingLeft'],
    ['Could start 9:30, end 11 Tuesday', 'clarify notSureOffer'],
    ['Busy until 3 on Tuesday, free after.', 'available 10 15:00-17:00'],
    ['not until the 19th', 'available 19 20 9:00-17:00'],
    ["We're free Monday at 2", 'available 9 14:00-15:00'],
    ["I'll be free Tuesday at 2", 'available 10 14:00-15:00'],
    ['Tuesday 9-10 before my shift', 'available 10 9:00-10:00'],
    ['I could take a call on Tuesday at 2', 'available 10 14:00-15:00'],
    ['Hi Ines, I have Tuesday 2-4', 'available 10 14:00-16:00'],
    ['I do shifts: free Monday until 1', 'available 9 9:00-13:00'],
    ['Off on leave until the 12th', 'busy 5 6 9 10 11 12 9:00-17:00'],
    ["Can't do Tuesday. 3pm is fine.", 'clarify noDay'],
    ['Next week is bonkers', 'busy 9 10 11 12 13 9:00-17:00'],
    ['Next week is bad, but Friday works', 'clarify unread'],
    ['Nobody is free Monday', 'busy 9 9:00-17:00'],
    ['Thursday is a no-go', 'busy 5 9:00-17:00'],
    ['Tuesday is when I have pottery', 'busy 10 9:00-17:00'],
    ['Tuesday is full, Thursday after 2 is not', 'available 5 14:00-17:00'],
    ['Tuesday: sorry, no. Thursday: after 2', 'available 5 14:00-17:00'],
    ['Could we swap Tuesday for Thursday at 2?', 'available 5 14:00-15:00'],
    ['Hardly any time next week, only Monday after 3', 'available 9 15:00-17:00'],
    ['I have kept Monday 2-4 free except 3 to 3:30', 'available 9 14:00-15:00, 9 15:30-16:00'],
  ])('tells offers from refusals: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })

  it.each([
    ['Tuesday at 3, actually make it 4', 'available 10 16:00-17:00'],
    ['Monday at 10 - no wait, 11', 'available 9 11:00-12:00'],
    ['Friday at 2, sorry I meant Friday at 3', 'available 6 15:00-16:00'],
    ['Tuesday at 10, oops I mean the same time Wednesday', 'available 11 10:00-11:00'],
    ['Monday 2-3pm. Scratch that, Tuesday 2-3pm.', 'available 10 14:00-15:00'],
    ['Monday at 10, sorry 10.15', 'available 9 10:15-11:15'],
    ['Tuesday, no Wednesday at 3', 'available 11 15:00-16:00'],
    ['Monday at 3. Got that wrong, Tuesday at 3.', 'available 10 15:00-16:00'],
    ['Monday at 3. My mistake. Tuesday at 4.', 'available 10 16:00-17:00'],
    ['Friday at 10. Scrap that, Monday at 10.', 'available 9 10:00-11:00'],
    ['Friday at 10. Hmm, make it Monday.', 'available 9 10:00-11:00'],
  ])('lets a correction replace what it corrects: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })

  it.each([
    ['Tuesday 10-11 PST', 'available 10 13:00-14:00'],
    ['Tue 10-12 CT or Wed 1-3 ET', 'available 10 11:00-13:00, 11 13:00-15:00'],
    ['10am PST / 1pm EST Tuesday', 'available 10 13:00-14:00'],
    ['all times in Pacific: Tue 10-12, Wed 1-3', 'available 10 13:00-15:00, 11 16:00-18:00'],
    ["I'm based in Chicago. Tue 10-12", 'available 10 11:00-13:00'],
    ["I'm in Berlin next week. Tuesday 2-4 my time.", 'available 10 9:00-11:00'],
    ['Tuesday 9am AEST', 'available 9 18:00-19:00'],
  ])('reads hours in the zone that is named: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })

  it.each([
    ["I'm off on the 12th and 13th", 'busy 12 13 9:00-17:00'],
    ['Out of office Monday and Tuesday', 'busy 9 10 9:00-17:00'],
    ['I shall be away until the 10th', 'busy 5 6 9 10 9:00-17:00'],
    ["can't make Thursday", 'busy 5 9:00-17:00'],
    ["I can't do mornings", 'busy 5 6 9 10 11 12 13 16 17 18 19 20 9:00-12:00'],
    ['Will confirm by Friday', 'none'],
    ["As discussed on Monday, I'm free Thursday at 2", 'available 5 14:00-15:00'],
    ['My notice period ends on the 31st', 'none'],
    ['The 2nd round interview on Tuesday at 3 works', 'available 10 15:00-16:00'],
    ['Who will I be speaking with?', 'none'],
    ['I have accepted another position', 'decline'],
    ["We've filled the role", 'decline'],
    ['between 2 and 4 works', 'clarify noDay'],
    ["I'm free both days", 'clarify unread'],
    ['Tuesday at 3 but I need to check', 'clarify unread'],
    ['Let me check if Tuesday works', 'clarify notSureOffer'],
    ['Not sure about Monday', 'clarify notSureOffer'],
    ['Monday anytime but 12', 'clarify unread'],
    ['the 2nd of June', 'clarify nothingLeft'],
    ['What time on Tuesday?', 'clarify notSureOffer'],
    ['I can be around Tuesday. Do you need anything else?', 'available 10 9:00-17:00'],
    ['Tuesday at 2. Otherwise let me know what suits.', 'available 10 14:00-15:00'],
    ['Tuesday at 2. Could you send the details before then?', 'available 10 14:00-15:00'],
    ['Tuesday at 2. Let me know by Thursday.', 'available 10 14:00-15:00'],
    ['You proposed Monday but only Thursday after 2 works', 'available 5 14:00-17:00'],
    ['Sorry I missed your call Monday. Tuesday at 10 is fine.', 'available 10 10:00-11:00'],
    ['As discussed, Tuesday at 10', 'available 10 10:00-11:00'],
    ['Monday, March 11, works', 'clarify unread'],
    ['Back on the 12th', 'clarify notSureOffer'],
    ['I can be flexible if needed', 'none'],
    ['Good luck on Tuesday', 'none'],
    ['Tuesday at 2. I am in the office from 9.', 'available 10 14:00-15:00'],
    ['From 2 on Monday to noon on Wednesday', 'clarify unread'],
    ['You will have it on Monday', 'none'],
  ])('offers nothing that was not offered: %j is %j', (text, expected) => {
    expect(readOf(text)).toBe(expected)
  })
})

describe('availability read from a British message', () => {
  it.each([
    ['half ten on Thursday', 'available 26 10:30-11:30'],
    ['wed 14h-16h', 'available 25 14:00-16:00'],
    ['Monday from 8.30', 'available 23 8:30-17:00'],
    ['Tuesday through to Thursday', 'available 24 25 26 9:00-17:00'],
    ['up to and including Wednesday', 'available 23 24 25 9:00-17:00'],
    ['w/c 30th Nov', 'available 30 1 2 3 4 9:00-17:00'],
    ['Monday week', 'available 30 9:00-17:00'],
    ['27/11 14:00', 'available 27 14:00-15:00'],
    ['1/12 or 2/12 in the morning', 'available 1 2 9:00-12:00'],
    ['Friday after lunch, or over lunch on Thursday', 'available 26 12:00-13:00, 27 12:00-17:00'],
    ['last thing on Friday', 'available 27 16:00-17:00'],
  ])('reads days and hours as they are said in Britain: %j is %j', (text, expected) => {
    expect(readOf(text, november)).toBe(expected)
  })

  it.each([
    ['Freitag kann ich nicht, Donnerstag ab 14 Uhr geht', 'available 26 14:00-17:00'],
    ['nächste Woche Dienstag oder Mittwoch vormittags', 'available 24 25 9:00-12:00'],
    ['Donnerstag zwischen 10 und 12 Uhr', 'available 26 10:00-12:00'],
    ['am 1. Dezember um halb elf', 'available 1 10:30-11:30'],
  ])('reads German words of time in a mail in English or German: %j is %j', (text, expected) => {
    expect(readOf(text, november)).toBe(expected)
  })

  it('keeps 10:00 in London at 10:00 on both sides of the change of 25 October 2026', () => {
    const context = { ...november, now: new Date('2026-10-20T10:00:00Z'), fromOn: '2026-10-21', untilOn: '2026-11-01' }
    expect(readOf('Friday 23rd or Monday 26th at 10', context)).toBe('available 23 26 10:00-11:00')
  })
})

describe('an answer to 3 numbered proposals', () => {
  it.each([
    ['2 works', 'select 2'],
    ['Slot 1 please', 'select 1'],
    ['either the first or the third', 'select 1 3'],
    ['the first two are ok', 'select 1 2'],
    ['the last one suits me', 'select 3'],
    ['1 is out, 2 or 3 would be ok', 'select 2 3'],
    ['all except 3', 'select 1 2'],
    ['anything but the second', 'select 1 3'],
    ['the Thursday one', 'select 2'],
    ['Thursday at 2:30 please', 'select 2'],
    ['the afternoon one', 'select 2'],
    ['9am', 'select 3'],
    ['the earliest one', 'select 1'],
    ['Monday or Thursday both fine', 'select 1 2'],
    ["The first one doesn't work for me, the others do", 'select 2 3'],
    ['any of these work', 'select 1 2 3'],
    ['I can make none of those', 'reject'],
    ['no', 'reject'],
    ['none of them suit, could we do Wednesday at 11?', 'available 11 11:00-12:00'],
    ['not the first one', 'busy 9 10:00-11:00'],
    ['yes that works', 'clarify whichProposal'],
    ['3pm Thursday instead?', 'clarify whichProposal'],
    ['Next week from Tuesday on', 'available 10 11 12 13 9:00-17:00'],
    ['#3', 'select 3'],
  ])('finds the proposals meant: %j is %j', (text, expected) => {
    expect(readOf(text, withProposals)).toBe(expected)
  })

  it('takes a plain yes for the proposal when there is only 1', () => {
    expect(readOf('Yes, that works', { ...withProposals, proposals: withProposals.proposals.slice(0, 1) })).toBe(
      'select 1',
    )
  })
})

describe('what is read of a mail', () => {
  it('offers nothing of a quoted mail or of the hours in a signature', () => {
    const mail = [
      'Hi Lena,',
      '',
      'Wednesday from 2 would be good.',
      '',
      'Best wishes',
      'Sam Lee',
      'Mobile: 0171 2345678, Mon-Fri 8-18',
      '',
      'On Tue, Mar 3, 2026 at 9:40 AM Lena <lena@agency.example> wrote:',
      '> Could you do Monday at 9 or Friday at 4?',
    ].join('\n')
    expect(readOf(mail)).toBe('available 11 14:00-17:00')
  })

  it('is none for an automatic reply', () => {
    expect(readOf('Automatic reply: I am away until Monday and free again on Tuesday.', march)).toBe('none')
  })
})
