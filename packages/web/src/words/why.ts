/** "Vì sao tôi không làm được?" in a sentence; each code has its words in both languages. */
import type { Why } from '@loa/contract/roster'

/** The answer with its days and roles already in words. */
export interface Told {
  act: string
  unit: string
  day: string
  otherUnit: string
  who: string
  roles: string
  state: string
}

const vi: Record<Why['code'], (told: Told) => string> = {
  allowed: ({ act, unit, state }) =>
    `Anh/chị có quyền “${act}” ở ${unit}.${state ? ` Văn bản đang ở bước: ${state}.` : ' Bước này hiện chưa mở.'}`,
  'no-role': ({ act, roles }) =>
    `Không vai trò nào của anh/chị cho phép “${act}”; việc này dành cho: ${roles}.`,
  'other-unit': ({ otherUnit, unit }) => `Vai trò của anh/chị có hiệu lực ở ${otherUnit}, không ở ${unit}.`,
  'role-ended': ({ otherUnit, day }) => `Vai trò của anh/chị ở ${otherUnit} đã hết từ sau ngày ${day}.`,
  'role-to-come': ({ otherUnit, day }) => `Vai trò của anh/chị ở ${otherUnit} bắt đầu từ ngày ${day}.`,
  'unit-ended': ({ otherUnit, day, who }) =>
    `${otherUnit} kết thúc sau ngày ${day}${who ? `, kế thừa là ${who}` : ''}; vai trò ở đó hết theo.`,
  'stand-in-never': ({ who, act }) => `Anh/chị đang trực thay ${who}; trực thay không được “${act}”.`,
  'stood-in-for': ({ who, act }) => `Anh/chị có quyền “${act}”; trong ngày nghỉ ${who} đang trực thay.`,
  'delegation-ended': ({ who, day }) => `Việc ${who} giao cho anh/chị đã hết hiệu lực từ ngày ${day}.`,
  'delegation-type': ({ who }) => `Việc ${who} giao cho anh/chị không gồm loại văn bản này.`,
  'delegation-giver-gone': ({ who }) => `${who} không còn giữ vai trò nên việc đã giao không còn hiệu lực.`,
}
const en: Record<Why['code'], (told: Told) => string> = {
  allowed: ({ act, unit, state }) =>
    `You may “${act}” for ${unit}.${state ? ` The dispatch stands at: ${state}.` : ' This step is not open now.'}`,
  'no-role': ({ act, roles }) => `None of your roles may “${act}”; it is for: ${roles}.`,
  'other-unit': ({ otherUnit, unit }) => `Your role counts in ${otherUnit}, not in ${unit}.`,
  'role-ended': ({ otherUnit, day }) => `Your role in ${otherUnit} ended after ${day}.`,
  'role-to-come': ({ otherUnit, day }) => `Your role in ${otherUnit} begins on ${day}.`,
  'unit-ended': ({ otherUnit, day, who }) =>
    `${otherUnit} ended after ${day}${who ? `, followed by ${who}` : ''}; roles in it ended too.`,
  'stand-in-never': ({ who, act }) => `You stand in for ${who}; a stand-in may not “${act}”.`,
  'stood-in-for': ({ who, act }) => `You may “${act}”; during your leave ${who} stands in.`,
  'delegation-ended': ({ who, day }) => `What ${who} let you do ended on ${day}.`,
  'delegation-type': ({ who }) => `What ${who} let you do does not cover this type of document.`,
  'delegation-giver-gone': ({ who }) => `${who} holds the role no more, so what they let you do has ended.`,
}

export const whyWords = {
  vi: {
    why: vi,
    title: 'Vì sao tôi không làm được?',
    here: 'đơn vị này',
    ask: (names: string) => `Người có thể thay đổi việc này: ${names}.`,
    since: (unit: string, day: string) => `Vai trò cuối cùng ở ${unit} hết sau ngày ${day}.`,
  },
  en: {
    why: en,
    title: 'Why may I not?',
    here: 'this unit',
    ask: (names: string) => `Who can change it: ${names}.`,
    since: (unit: string, day: string) => `The last role, in ${unit}, ended after ${day}.`,
  },
}
