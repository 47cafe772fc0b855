-- The face it was done on: its last photo lies over the camera when the next is taken, and its place is compared with the photo's.
alter table activities add column face_id uuid references site_faces (id) on delete set null;
create index activities_face on activities (face_id) where face_id is not null;
