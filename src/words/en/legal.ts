import type { LegalWords } from '../legalWords.ts'

export const englishLegal: LegalWords = {
  link: { privacy: 'Privacy', terms: 'Terms' },
  privacy: {
    heading: 'What is kept about you',
    intro:
      'The agency or company that wrote to you arranges interviews with this software, Parley. It decides what becomes of your data and answers your questions about them.',
    sections: {
      kept: {
        heading: 'What is kept',
        text: 'Your name, e-mail address and phone number, your time zone and language. What you tell us here or by mail: times, notes, reasons, a yes or a no. The mails that went out and the answers that came in. The interview itself: when, how and with whom. And of each step when it was taken and by whom.',
      },
      seen: {
        heading: 'Who sees it',
        text: 'The recruiter, and the colleagues who take part. A client learns your name, the agreed time and, where the agency keeps one, finds a link to your résumé; not your e-mail address, your phone number or the times you ticked.',
      },
      passedOn: {
        heading: 'Where it goes',
        text: 'Through the mail, chat and calendar services that the agency uses. Where the agency has set up a language model, an answer by mail that is hard to read may be sent to it, to find the times in it. Nothing is sold.',
      },
      howLong: {
        heading: 'How long',
        text: (days) =>
          `This software deletes nothing by itself: your data stay until the agency deletes them. The personal link in a mail works for ${days}; after that it offers a new one.`,
      },
      pages: {
        heading: 'What these pages do',
        text: 'They set no cookies, follow nobody, load nothing from anywhere else and ask search engines not to list them. When a link is wrong, the network address it was opened from is counted for a minute, so that nobody can guess links.',
      },
      rights: {
        heading: 'What you can ask for',
        text: 'To see your data, or have them corrected or deleted, write to the person whose address stands in your mail. You can also turn to your data protection authority.',
      },
    },
  },
  terms: {
    heading: 'What these pages are for',
    intro: 'They cost nothing and need no account.',
    sections: {
      use: {
        heading: 'What you can do',
        text: 'Give times, choose or approve one, and move, cancel or decline an interview.',
      },
      link: {
        heading: 'Your link',
        text: 'It is yours alone: whoever has it can answer for you. Please do not pass it on.',
      },
      answer: {
        heading: 'What an answer means',
        text: 'What you send goes to the agency or company that wrote to you, as if you had told them. An agreed time is an appointment, and no offer of employment.',
      },
      people: {
        heading: 'A program arranges, people decide',
        text: 'A program collects times and sends mails. Who is hired is decided by people. If you would rather talk to somebody, reply to your mail or call.',
      },
      failing: {
        heading: 'When something does not work',
        text: 'These pages can be out of reach for a while. Then reply to your mail: that counts just as much.',
      },
    },
  },
}
