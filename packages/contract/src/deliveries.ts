import { z } from 'zod'
import { ById, endpoint, Id, Instant, PageQuery, pageOf } from './endpoint.ts'
import { PersonRef } from './people.ts'
import { UnitRef } from './units.ts'

/** Status codes as the document systems of state bodies tell them; words of Decision 28/2018/QĐ-TTg, article 10(2h). */
export const deliveryStatuses = [
  '01', // đã đến
  '02', // từ chối tiếp nhận, có lý do
  '03', // đã tiếp nhận
  '04', // đã phân công
  '05', // đang xử lý
  '06', // hoàn thành
  '13', // bên gửi xin lấy lại hoặc cập nhật, có lý do
  '15', // đồng ý lấy lại, cập nhật
  '16', // từ chối lấy lại, cập nhật, có lý do
] as const
export const DeliveryStatus = z.enum(deliveryStatuses)
export type DeliveryStatus = z.infer<typeof DeliveryStatus>

/** Decision 28/2018/QĐ-TTg, article 9(2): what was recalled is deleted, and that it was so stays known. */
export const DeliveryStub = z.object({
  code: z.string().nullable(),
  date: z.string().nullable(),
  issuer: z.string().nullable(),
  reason: z.string(),
  at: Instant,
})
export type DeliveryStub = z.infer<typeof DeliveryStub>

export const Delivery = z.object({
  id: Id,
  dispatchId: Id,
  dutyId: Id.nullable(),
  campaignId: Id.nullable(),
  code: z.string().nullable(),
  subject: z.string().nullable(),
  /** A body outside this Loa bears its identifier as code. */
  from: UnitRef,
  outside: z.boolean(),
  unit: UnitRef,
  /** Who answers for it today. */
  holder: UnitRef,
  status: DeliveryStatus,
  /** How far the receiver has come with it, whatever was asked meanwhile. */
  handling: DeliveryStatus,
  /** Whether the sender wants it back, or brought up to date. */
  recall: z.enum(['none', 'asked', 'agreed', 'refused']),
  asked: z.enum(['recall', 'update']).nullable(),
  /** All that is kept of what was given back. */
  stub: DeliveryStub.nullable(),
  replacedBy: z.object({ id: Id, code: z.string().nullable() }).nullable(),
  reason: z.string().nullable(),
  history: z.array(
    z.object({
      status: DeliveryStatus,
      /** By the clock of the body that took the step. */
      at: Instant,
      /** When it was heard here; null where the step was taken here. */
      heardAt: Instant.nullable(),
      person: PersonRef.nullable(),
      reason: z.string().nullable(),
    }),
  ),
})
export type Delivery = z.infer<typeof Delivery>

export const ListDeliveries = endpoint({
  method: 'get',
  path: '/api/deliveries',
  access: 'delivery.read',
  summary: 'Deliveries: of one dispatch (sender), or to the own unit (`box=in`)',
  query: PageQuery.extend({
    dispatch: Id.optional(),
    box: z.enum(['in', 'out']).optional(),
    status: DeliveryStatus.optional(),
  }),
  answer: pageOf(Delivery),
})

export const SetDeliveryStatus = endpoint({
  method: 'post',
  path: '/api/deliveries/{id}/status',
  access: 'delivery.receive',
  summary:
    'Receive (03), return with a reason (02), assign (04), begin (05), finish (06); give back what is recalled (15), or refuse with a reason (16)',
  params: ById,
  body: z.object({
    status: z.enum(['02', '03', '04', '05', '06', '15', '16']),
    reason: z.string().trim().max(1000).optional(),
  }),
  answer: Delivery,
})
