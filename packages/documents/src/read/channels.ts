/** Forms of public information that the body orders or mentions. Keys are the finer list of the tree, not the ten forms of a plan. */
import type { Block, Channel } from '../document.ts'

/** Words of each form, without tone marks. */
const words: [Channel, RegExp][] = [
  [
    'visual',
    /\bco dong truc quan|\bpa ?no\b|\bap phich|\bbang ?ron\b|\bkhau hieu|\bstandee\b|\bbackdrop\b|\bto gap\b.{0,30}treo|\bposter\b|\bpanel\b|\btruc quan\b/,
  ],
  [
    'mobile-loudspeaker',
    /\bxe (?:o to |tuyen truyen )?(?:thong tin )?luu dong|\bloa (?:phong thanh )?(?:keo|luu dong)|\bxe o to .{0,20}loa|\btuyen truyen luu dong/,
  ],
  ['website', /\btrang (?:thong )?tin dien tu|\bcong (?:thong tin|ttdt|tt-dt)|\bwebsite|\btrang web\b/],
  ['led', /\bman hinh (?:dien tu )?led|\bled\b/],
  [
    'mass-media',
    /\bthong tin dai chung|\bbao chi\b|\bdai (?:phat thanh|truyen hinh|pt-?th)|\bphat thanh (?:-|va) truyen hinh|\bco quan bao\b|\bbao, dai\b|\btruyen thong dai chung/,
  ],
  [
    'grassroots-radio',
    /\btruyen thanh (?:co so|cap|xa|thong minh)|\bdai truyen thanh|\bhe thong (?:loa )?truyen thanh|\bloa truyen thanh/,
  ],
  [
    'performance',
    /\bvan nghe (?:co dong|quan chung)|\bbieu dien (?:van nghe|nghe thuat)|\bdem nhac|\btieu pham|\bhoi dien|\bsan khau hoa|\bgiao luu van nghe/,
  ],
  ['mobile-film', /\bchieu phim|\bchieu bong/],
  ['exhibition', /\btrien lam|\btrung bay/],
  ['contest', /\b(?:cuoc|hoi) thi\b|\bphat dong sang tac|\bthi tim hieu/],
  ['social-media', /\bmang xa hoi|\bfacebook|\bzalo\b|\bfanpage|\byoutube|\btiktok/],
  [
    'meeting',
    /\bmit ?tinh|\bhoi nghi (?:tuyen truyen|pho bien|tap huan)|\btoa dam|\bhoi thao|\btuyen truyen mieng|\bnoi chuyen chuyen de/,
  ],
  ['document', /\bto roi|\bto gap|\btai lieu tuyen truyen|\bsach mong|\bcam nang|\bban tin\b/],
  ['other', /\btin nhan (?:sms|den|toi|qua)|\btruyen mieng/],
]

/** The text speaks of informing the public. */
const informs = /tuyen truyen|truyen thong|pho bien|co dong|quang ba|phat thanh|dua tin|thong tin rong rai/

/** What a body says about means: a heading with these words speaks for the items below it. */
const heading = /hinh thuc|tuyen truyen|truyen thong/

const orders =
  /(?:tang cuong|day manh|to chuc|thuc hien|tich cuc|chu dong|hoat dong|cong tac|noi dung) (?:\S+ ){0,4}(?:tuyen truyen|truyen thong)|tuyen truyen,? (?:pho bien|van dong|huong dan|toi|den|cho)/

/** The channels named in the paragraphs of a body; `flat` is the folded text their places point into. */
export const readChannels = (body: Block[], flat: string): Channel[] => {
  const found = new Set<Channel>()
  let ordered = false
  let under = false
  for (const block of body) {
    const raw = flat.slice(block.start, block.end)
    const text = /[\t\n]| {2}/.test(raw) ? raw.replace(/\s+/g, ' ') : raw
    const role = block.kind === 'paragraph' ? block.role : 'text'
    if (role === 'part' || role === 'section' || role === 'clause')
      under = text.length < 160 && heading.test(text)
    if (!under && !informs.test(text)) continue
    if (!ordered && found.size === 0 && orders.test(text)) ordered = true
    for (const [channel, pattern] of words) if (!found.has(channel) && pattern.test(text)) found.add(channel)
  }
  if (found.size === 0 && ordered) found.add('other')
  return words.map(([channel]) => channel).filter((channel) => found.has(channel))
}
