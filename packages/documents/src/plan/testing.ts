/** An invented province for tests: a department with rooms and units, two districts, four communes. */
import type { PlanContext } from './plan-types.ts'
import { parseUnitsCsv } from './units-csv.ts'

const csv = `code,name,fullName,type,parentCode,validFrom,validTo
DM-UBND,UBND tỉnh Đồng Mây,Ủy ban nhân dân tỉnh Đồng Mây,peoples-committee,,,
DM-SVH,Sở VHTTDL Đồng Mây,"Sở Văn hóa, Thể thao và Du lịch tỉnh Đồng Mây",department,DM-UBND,,
DM-SGT,Sở GTVT Đồng Mây,Sở Giao thông vận tải tỉnh Đồng Mây,department,DM-UBND,,
DM-SVH-VP,Văn phòng,Văn phòng Sở,office-room,DM-SVH,,
DM-SVH-QLVH,QLVH,Phòng Quản lý Văn hóa,office-room,DM-SVH,,
DM-SVH-TV,Thư viện tỉnh,Thư viện tỉnh Đồng Mây,public-service-unit,DM-SVH,,
DM-SVH-BT,Bảo tàng tỉnh,Bảo tàng tỉnh Đồng Mây,public-service-unit,DM-SVH,2024-01-01,
DM-01-UBND,UBND huyện Bản Sen,Ủy ban nhân dân huyện Bản Sen,peoples-committee,DM-UBND,,
DM-01-PVHTT,Phòng VH&TT huyện Bản Sen,Phòng Văn hóa và Thông tin huyện Bản Sen,district-office,DM-01-UBND,,
DM-01-TT,TT huyện Bản Sen,"Trung tâm Văn hóa, Thông tin - Thể thao huyện Bản Sen",public-service-unit,DM-01-UBND,,
DM-01-DPT,Đài Phát thanh huyện Bản Sen,Đài Phát thanh huyện Bản Sen,public-service-unit,DM-01-UBND,,
DM-02-UBND,UBND thị xã Mường Lúa,Ủy ban nhân dân thị xã Mường Lúa,peoples-committee,DM-UBND,,
DM-02-PVHTT,Phòng VH&TT thị xã Mường Lúa,Phòng Văn hóa và Thông tin thị xã Mường Lúa,district-office,DM-02-UBND,,
DM-02-TT,TT thị xã Mường Lúa,Trung tâm Văn hóa - Thể thao thị xã Mường Lúa,public-service-unit,DM-02-UBND,,
DM-1001-UBND,UBND xã Bản Sen,Ủy ban nhân dân xã Bản Sen,commune-committee,DM-01-UBND,,
DM-1002-UBND,UBND thị trấn Nậm Chè,Ủy ban nhân dân thị trấn Nậm Chè,commune-committee,DM-01-UBND,,2023-12-31
DM-1003-UBND,UBND phường Lúa Đông,Ủy ban nhân dân phường Lúa Đông,commune-committee,DM-02-UBND,,
01,Bản Sen,Huyện Bản Sen,huyen,30,,
1001,Bản Sen,Xã Bản Sen,xa,01,,
`

export const province: PlanContext = { on: '2023-06-05', units: parseUnitsCsv(csv), home: 'DM-SVH' }
