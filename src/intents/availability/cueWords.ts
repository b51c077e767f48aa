/**
 * What words say about the times beside them.
 * free, busy: the predicate of an offer or of its opposite. not: turns the cue or the time after it round. except: takes away from
 * what was offered. other: a time that is no offer (a deadline, a past meeting, when an answer will come). flexible: everything, unless
 * times are named. otherwise: all the rest. correct: what follows replaces the last time. scratch: what stands before does not count.
 * unsure: not to be relied upon. only: what follows narrows. ask: asks for a time instead of giving one. if: a condition. versus: compares with a time that is not meant. place:
 * where somebody is, "I'm in Berlin next week"; found by its form. return: somebody is there again from a
 * day on.
 */
export type CueKind =
  | 'free'
  | 'busy'
  | 'not'
  | 'except'
  | 'other'
  | 'flexible'
  | 'otherwise'
  | 'correct'
  | 'scratch'
  | 'unsure'
  | 'only'
  | 'ask'
  | 'if'
  | 'versus'
  | 'place'
  | 'return'

/** Phrases per cue, without apostrophes and hyphens; "(a|b)" are alternatives, "(a)?" may be missing. The longest that fits wins. */
export const cueWords: Readonly<Record<CueKind, string>> = {
  free: `
    free, (ive|i have)? cleared (my|the|our) (diary|calendar|schedule|decks), please consider, consider, yeses, easier, nicer, handier, safer, simpler, (have|got|ive)? nothing on the books, nothing in the book, (the|my) (books|day) (is|are) (empty|clear|open), shoot for, aim for, target, plump for, settle on, stick with, go ahead with, should be right, sweet, try me, bring it on, fair game, freed up, a goer, goer, not a problem, no problem, works a treat, a yes, disponible, (can|could|will) find, is there any chance, any chance, offering, empty, (stick|slot|pop) me (in|down), i vote, a winner, (what|all) i have is, (what|all) ive got is, nothing stopping me, reserved for (this|the|us), set aside for (you|this|the|us), (put|set) aside, i put aside, i put a (hold|placeholder), (request|requesting) (a|an|the|some)? (time|slot|call|meeting|interview), (put|placed|popped) (a|an)? (hold|placeholder), available, avail, availabe, avaliable, availble, open, good, gd, alright, all right, fine, ok, okay, okey, great, perfect, perfectly,
    perfct, perfet, ideal, best, better, convenient, possible, posible, doable, feasible, workable, works, work, wrks, wks,
    suit, suits, suitable, prefer, preferred, preferable, preference, preferably, ideally, lovely, brilliant, excellent, super, grand,
    clear, cool, good to go, instead, happy, glad, delighted, around, reachable, can, could, would, able, manage, fits, fit, bookable,
    lets (say|do|try), lets (go with|aim for|make it|plan on|go for), go (with|for), how about, how abt, hows, how (is|does|do|would),
    what about, shall we (say|do), id (like|love|go for|choose|pick|say), ill (take|go for|pick|choose), i(ll)? choose, opt for,
    (put|pencil|book|count|sign) me (in|down|up), (have|has|got|see|with|theres|there is|ive|weve) (a|an|some|one)? (gap|gaps|window|windows|slot|slots|opening|openings|space|hole),
    (have|got|has) (availability|time|an hour|half an hour|a moment|a bit of time), my availability, availability, here are, here is, here s,
    any good, game, down for, keen, easy, easiest, nothing (scheduled|planned|booked), (have|got|ive) nothing (on|scheduled|planned|booked)?,
    nothing in (my|the) (diary|calendar), make time, at your disposal, all yours, at my desk, cleared, spot on, ticks all the boxes, more than (happy|welcome|fine|ok), online, agreeable, arranged, have room, get my vote, gets my vote, my pick, my vote, spare some time, (is it)? (not)? too late (for|to do), (only|sole) (remaining|free|open|available|other)? (gap|slot|time|option|window|day|opening|possibility|chance), (reach|call|ring|phone|catch|contact|find|grab) me, get hold of me, give me a (call|ring|bell|shout), (step|get|slip) (out|away|off) (of work)?, squeeze, accommodate, swing, propose, suggest, lock in, pencil, slot in, commit to, break away, (join|jump on|hop on), wfh, working from home, im working from home, im wfh,
    free up, (have|ive) (kept|held|saved|reserved|earmarked), yes, yep, yeah, sure, sounds (good|great|fine), acceptable, option, options, spare, left, set aside, carved out, reserved for you, kept free, blocked out for (you|this), vacant, unbooked,
    (couldnt|could not) be better, not only, not just, can only (do|make|manage), dont mind, do not mind, wouldnt mind,
    confirmed, i confirm, can confirm, confirming, pencilled in, penciled in, at a (push|pinch), the best, (i)? (was|were) (thinking|hoping|wondering|going to say|planning), all good, all clear, day off, days off so, free time, not a bother, no bother, up for, (can|could) (start|begin) at, (can|could) (start|begin) (any time|from), ✅, ✓, ✔, ☑, 👍, 👌`,
  busy: `
    chockers, shot, toast, stuffed, hosed, borked, nixed, knackered, ruined, wiped out, a bust, a washout, written off, filled, kaput, out of the question, verboten, a dead loss, a disaster, a hard no, a hard pass, cooked, cactus, rooted, no bueno, crook, poorly, unwell, under the weather, busy, bsy, back to backs, me time, family time, (steer|stay|keep) (clear|away) of, (stay|keep) away from, issues, objection, objections, reserved for, earmarked for, set aside for, saved for, (keep|kept) (free|clear) for (my|our|the|myself), free for (my|our) (family|kids|children|parents|team), cutting it (fine|close), been (taken|booked|filled|blocked|cancelled|snapped up), exclude, excluded, avoided, omit, leave out, skipped, ruled out, look after, looking after, caught up, non starter, nonstarter, hopeless, a struggle, due in court, guests, visitors, not much left, nothing left, little left, moving house, moving flat, renovating, im with, weare with, ill be with, will be with, am with, disregard, came up, come up, has come up, cropped up, popped up, crept in, decline, pass on, sit out, client site, client visit, customer site, off work sick, booked, booked up, unavailable, unavail, out, away, off, tied up, swamped, slammed, packed, jammed, rammed, full, full up,
    blocked, blocked out, taken, occupied, engaged, meeting, meetings, a call, calls, appointment, appointments, appt, dentist,
    doctor, doctors, class, classes, exam, exams, conference, travelling, traveling, travel, flying, flight, wedding, funeral, holiday,
    holidays, vacation, leave, pto, ooo, out of office, out of the office, out of town, out of the country, out of action, closed, day off for, shut,
    sick, surgery, procedure, jury duty, jury service, offsite, off site, onsite, training, committed, commitment, commitments, conflict, conflicts,
    conflicted, clash, clashes, school run, kids, on call, on shift, working, at work, in court, in transit, on the road, on a (plane|train|course),
    teaching, lecture, lectures, presenting, nogo, no go, nope, bad, badly, tough, tricky, difficult, dificult, hard, impossible,
    awkward, terrible, awful, nightmare, rubbish, problem, problematic, issue, hectic, crazy, manic, stacked, back to back, crammed,
    another interview, (have|got) (an|my|two|other) interview, (have|got) interviews, all day workshop, workshop, workshops, seminar, seminars, exams, sessions, deadlines, weddings, courses, event, engagement, a thing, test, moving house, hospital, childcare, visiting, stuff, plans,
    something on, overseas, abroad, ruled out, off the table, off limits, avoid, skip, struggle, struggling, worst, gone, snowed under, mad, manic, mental, chaos, chaotic, bonkers, insane, nuts, brutal, wild, a mess, carnage, hell, bananas, bedlam, a zoo, rammed, chocka, jam packed, heaving, flat out,
    up to my (neck|eyes), no show, booked solid, strike, rule out, less (good|ideal|convenient), standup, stand up, sprint planning, all hands, board meeting,
    dead, busier, busiest, school, uni, university, college, pickup, pick up, drop off, prior, elsewhere, otherwise engaged, spoken for, a write off, chock block, chocka block, chock a block, unable, inconvenient, unfortunately out, physio, vet, funeral, party, birthday,
    bank holiday, public holiday, national holiday, half term, rehearsal, court, shift, shifts, double booked, overbooked, lunch meeting, unworkable, unsuitable, im ill, feeling ill, ❌, ✗, ✘, ✖, 🚫, ⛔, 👎, i (usually|normally|only|generally)? work, im working, im at, at (the|my)? (office|school|uni|university|gym|job), scratch, scrap, bin, forget, drop, ignore, cancel, strike out`,
  not: `
    not, nobody, no one, noone, none of us, nobody is, nt, cant, cannot, cnt, can not, couldnt, could not, wont, will not, wouldnt, would not, doesnt, dosent, doesn, does not, dont, do not,
    isnt, is not, arent, are not, aint, never, no longer, no, nor, neither, none, nothing, havent, hasnt, have not, hardly, barely, shouldnt, mustnt,
    not going to, not really, not so, not too, not that, not very, not all that, not particularly`,
  except: `
    except, except for, except on, except from, excepting, excluding, excl, exc, excpt, exept, xcept, apart from, aside from, other than, but not, just not, only not,
    bar, barring, besides, anything but, anytime but, any time but, any day but, any but, everything but, every day but, every time but,
    all but, all days but, all week but, minus, save for, save, with the exception of, without, outside of, outside, anything except,
    though not, although not, however not, but cant do, but cant make, but cannot do, leaving out, less, not counting, not including, short of`,
  other: `
    (let me|ill|i will|i need to|i have to|have to|need to|must|gotta|got to) (double|quickly|just) check, double check,
    better by, (have|take|having) a look, look at my, get back,
    (will|should) know, will i know, ill know, let me know (by|before|until|on), (i|earlier i|i have|ive) (said|wrote|told you|typed), i put, i told, earlier i (said|wrote|put|told you), tell me (by|before), hear by, thanks for, thank you for, (you will|youll) (get|have|receive|see|hear|be|find), (ring|call|phone|text|message|mail|email|contact|tell|inform|write) you, write to you, drop you, good luck, talk again, speak again, meet again, in touch again, my notice, handed in, as per, per our, further to, following our, following on, following up on, an answer, you (suggested|proposed|offered|asked|said|mentioned|gave|wrote|listed), (your|the) (suggestion|proposal|offer|message|mail|email|note|voicemail), missed, miss, following up, followed up, give me, gimme, think about, think it over, need until, have until, get back to, come back to, let you know, let u know, will confirm, ill confirm, confirm by, be in touch, in touch, reply by, respond, respond by, reply, hear from,
    hear back, spoke, spoken, talked, discussed, met, applied, interviewed, sent, emailed, mailed, wrote, asked, told, mentioned,
    received, start date, starting date, start work, start (a|my|the) (new)? (job|role|position), joining date, notice period, serving, deadline, send you,
    send over, send my, share my, ask me again, try me again, chase, follow up, was, were, had, looking forward, look forward, cant wait, can not wait, cannot wait,
    excited, check with, check my, check and, let me check, ill check, have to check, need to check, know by, know more, update you, decide, called, expires, expire, expired, due, posted, advertised,
    born, graduated, finished, my last day, moved, mail you, email you, write to you, revert, salary, visa, contract, ping me, remind me, reach out,
    thanks for (the|your), thank you for (the|your), started, joined, been, years, office hours, apply, closing date, finish, finishing, get off, get home, log off, clock off, knock off, knocking off, clocking off, logging off, sign off, leave work, my shift, shift ends, resend, remind, accepted, invite for, prepare, originally, went, happened, took place, see if, find out, ask my, need to confirm, have to confirm, wait for, waiting for, await`,
  flexible: `
    flexible, flexable, im easy, open calendar, open diary, (calendar|diary|schedule|agenda) is (wide|completely|totally|fully|pretty|very|quite|entirely|all)? (open|clear|free|empty), wide open, whenever,
    whenever (works|suits) (best)? (for)? (you)?, anything (works|goes), any (slot|day|time) (works|is fine|is good|suits) (me|for me)?, no (restrictions|constraints|limits), up to you, its your call, whatever (works|suits|time),
    at your convenience, no preference, dont mind when, (completely|totally|fully|entirely|pretty much|mostly) (free|open|flexible|available|clear), any time you like, anytime you like, when suits you, when it suits you`,
  otherwise: `
    otherwise, the others, the other (one|ones|two|three|options|slots|times), other ones, others, other than that, apart from that, aside from that, except for that, besides that, the rest, any other (time|day), all other (times|days|dates), other (days|dates), every other day,
    everything else, anything else, outside of that, outside that, outside those, the remaining, any other times, other than those, apart from those, besides those, anywhere else, all else, remainder`,
  correct: `
    got that wrong, got it wrong, wrong, mistake, a mistake, misread, mixed up, mix up, sorry i meant, sorry i mean, i meant, i mean, meant, sorry make that, actually make that, make that, correction, or rather, no wait, wait no, hang on,
    wait, oops, whoops, apologies i meant, should be, should have (said|been|put|written|read), (it)? should (say|read), actually no, sorry no, my mistake, my bad, typo, actually, sorry, no sorry,
    ah sorry, oh sorry, edit, no make that, no actually, sorry that should be, i was wrong, correct that to, change that to, lets make that, sorry its`,
  scratch: `
    scrap that, bin that, drop that, undo that, scratch that, scratch the above, scratch all that, strike that, forget that, forget the above, ignore that, ignore the above, ignore (my|the) (last|previous|earlier) (mail|email|message|note)?, disregard (that|the above),
    disregard (my|the) (last|previous|earlier) (mail|email|message|note)?, (never mind|nevermind) (that)?, nvm, delete that, cancel that, forget (it|what i said)`,
  unsure: `
    (could|would|might) have (done|made|managed|been|kept|had|liked|taken), (id|i had) have, cant (say|promise|commit|guarantee), cannot (say|promise|commit|guarantee), couldnt say, dont know (if|whether|that)?, used to be, used to, try to keep, a maybe, suits me least, works least, my least, full attention, last minute, (too)? short notice, (call|ring|phone) me back, (ill|i will) (call|ring|phone|text|message), (have|get|know) my (schedule|rota|timetable|shifts), is it (on)?, is (the|our|my) (interview|call|meeting|chat|slot) (on|at), wish, if only, a stretch, pushing it, a (bit|little)? tight, tight, touch and go, (you|they) (have|had|got|put) me, youve got me, youve (put|had) me, (you|they|he|she) (want|wants|wanted|need|needs|prefer|asked),
    (lovely|nice|great|good|wonderful|fantastic|pleasure) (to|speaking|talking|meeting|chatting|seeing) (speak|talk|meet|chat|see|hear|catch up|connect)? (with|to|from)? you, see you, (can|could|may|might) be flexible, not sure, not too sure, unsure, tbc, tbd, to be confirmed, not certain, not confirmed, dont know, do not know,
    can start, could start, able to start, dont have anything on, havent got anything on, no idea, depends, depending, unlikely, doubt, doubtful, unclear, probably not, unless, not yet known, dont know yet`,
  only: `only, (the|one|an|only|sole) (one)? exception, has to be, must be, needs to be, would have to be, have to be, strictly, exclusively, as long as, so long as, provided, providing, need to be, would need to be, (must|need to|have to|should|would need to) (finish|end|stop|leave|wrap up|be done), (finish|finishing|end|ending|done|finished|wrapped up|over) (by|before), solely`,
  ask: `
    let me know (what|which|when|how|whether|whats), what time, what times, which time, which day, which times, which days, what day, what days, what date, which date, when (would|is|are|do|does|can|could|should|will|shall|were|works|suits), how long, do (you|u) have, have you got, is there (anything|something|any), are there any,
    any chance of (something|anything), anything (later|earlier|sooner|after|on|in|else), any other (times|slots|options|dates|days), other (times|slots|options|dates), got anything, send (me|over|us), offer me, what else, who, why, where,
    (can|could|would) you (please)? (look at|check|find), will (it|this|that) (be|take|last), still on, your (availability|calendar), whats, any update, any news, did you, have you`,
  if: `if, in case, should you, pending, subject to, contingent (on|upon), dependent (on|upon), assuming`,
  versus: `preferable to, preferred over, preferred to, nicer than, easier than, better than, rather than, instead of, as opposed to, worse than, more than, compared (to|with)`,
  place: ``,
  return: `back, back in the office, back at work, back from, return, returning, im back, be back, get back on, home again`,
}
