import { expect, test } from 'vitest'
import { fileKindOf } from '../../src/ats/fileKind.ts'

test('tells resumes and letters from other files by 9 names', () => {
  const kinds = (names: string) => new Set(names.split(', ').map(fileKindOf))
  expect(kinds('jane_moreno_CV.pdf, resume-2027.docx, Lebenslauf Tamm.pdf, Curriculum_vitae.pdf')).toEqual(
    new Set(['resume']),
  )
  expect(kinds('cover-letter.pdf, Anschreiben.pdf, letter.pdf')).toEqual(new Set(['coverLetter']))
  expect(kinds('certificate.pdf, cvs-export.xlsx')).toEqual(new Set(['other']))
})
