import { cues } from './cue.ts'

/** An end of what stands. */
export const endingCues = [
  // Said outright.
  ...cues(
    'cancel',
    10,
    `
    ^ @cancel .. NAME|all|everything|TIME|@meeting
    ^ clear|wipe|scrub|empty .. @meeting|@calendar|TIME|everything|all
    `,
  ),
  ...cues(
    'cancel',
    8,
    `
    @cancel .. NAME
    @cancel .. @meeting
    @cancel .. all|everything
    ^ @cancel
    please @cancel
    to @cancel .. NAME|@meeting
    call|calling|calls|called .. off
    stand|standing|stood NAME .. down
    call|calling .. NAME ... off
    take|taking|get|pull|wipe|strike ... off|out .. @calendar|books
    get|getting rid .. of
    clear|wipe|scrub|empty|drop .. @meeting|NAME .. off|from? .. @calendar?
    ^ drop|pull|kill|ditch|bin|lose .. NAME|@meeting
    call|calling it a? day|quits
    so|then|please @cancel $
    unbook|unschedule .. NAME|@meeting
    NAME|@meeting .. can|should|to go|die $
    `,
  ),
  ...cues(
    'cancel',
    4,
    `
    forget .. @meeting .. with|for
    forget about? NAME
    scratch .. that|this
    take .. down
    `,
  ),
  // It is needed no more.
  ...cues(
    'cancel',
    9,
    `
    no need|call|point for|of|in .. CAND|@meeting
    @not .. needed|necessary|required .. now|any|anymore|$
    @meeting .. is|are off
    `,
  ),
  ...cues(
    'cancel',
    8,
    `
    @not happening|proceeding|occurring
    it|this|that|NAME 's off
    not|isn't|no longer .. going|moving ahead|forward|happening|proceeding .. with?
    is|are off $
    no longer|more .. interested|needed|need|required|want|wants|looking|necessary|on|going|interviewing|considering
    isn't|not|lost interested|interest .. any|anymore
    don't|dont|doesn't|do|won't not? need|want|require .. @meeting|it|NAME .. any|anymore
    @meeting|NAME is|are|'s|been @cancel:ed
    let|lets 's|us? .. not @meet|do|have .. @meeting
    @not .. be? @proceed .. ahead|forward|through
    we|i|they|client|NAME don't|dont|won't|wont|needn't|no need|require|want .. @meeting
    let|lets 's|us? .. not @meet|do|have|see NAME
    `,
  ),
  ...cues(
    'cancel',
    4,
    `
    not happening
    `,
  ),
  // Somebody left or took something else.
  ...cues(
    'cancel',
    8,
    `
    changed|changing his|her|their mind|minds
    withdrew|withdrawn|withdrawing|withdraws
    pulled|pulling|pulls|dropped|dropping|backed|backing|bowed|opted|dropping|drops|bailed|bowing|crashed out|of
    bailed .. on
    took|taken|accepted|taking|accepting|signed|got|has .. another|other|elsewhere|different|competing|counter|counteroffer offer|job|role|position|gig
    took|taken|accepted|accepting|signed a|an|the job|role|offer|position|gig
    decided|chose|going .. to stay|remain
    NAME is|'s out of .. process|running|race|it
    took|taken|accepted|signed .. elsewhere|counteroffer|counter-offer
    stop|end|terminate|halt|abandon|kill .. process|interview|meeting|scheduling|loop|this .. for|with?
    role|position|req|job .. filled|closed|cancelled|pulled|gone
    CAND is out .. for?
    no|not longer .. in .. running|process|play|mix|frame|race
    filled|closed|pulled|scrapped|cancelled|frozen .. role|position|job|req|vacancy
    `,
  ),
  ...cues(
    'cancel',
    10,
    `
    @meeting|NAME|it|this|that .. has|have|needs|must|should|ought|got|is|are to? be @cancel:ed
    @meeting|NAME|it|this|that needs|need|requires @cancel
    @meeting|NAME .. to be @cancel:ed
    ^ take|pull|strike|taking|pulling down|off .. @meeting|NAME|all
    please? take|taking|pull|strike down|off .. all|@meeting|NAME
    `,
  ),
  ...cues(
    'cancel',
    11,
    `
    no more CLIENT|CONTACT for CAND
    no more CAND for|at|with CLIENT|CONTACT
    `,
  ),
  ...cues(
    'cancel',
    10,
    `
    knock|knocking NAME|@meeting|it|this|the .. on the head
    NAME|@meeting 's? .. @meeting 's off
    @meeting 's off
    stand|standing NAME|@meeting down
    @cancel my|the|our whole|entire
    has|have|needs|must to? be @cancel:ed ... NAME
    `,
  ),
]
