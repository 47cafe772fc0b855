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

export const Delivery = z.object({
  id: Id,
  dispatchId: Id,
  dutyId: Id.nullable(),
  campaignId: Id.nullable(),
  code: z.string().nullable(),
  subject: z.string().nullable(),
  from: UnitRef,
  unit: UnitRef,
  /** Who answers for it today. */
  holder: UnitRef,
  status: DeliveryStatus,
  reason: z.string().nullable(),
  history: z.array(
    z.object({
      status: DeliveryStatus,
      at: Instant,
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
  summary: 'Receive (03), return with a reason (02) or finish (06)',
  params: ById,
  body: z.object({ status: z.enum(['02', '03', '06']), reason: z.string().trim().max(1000).optional() }),
  answer: Delivery,
})
