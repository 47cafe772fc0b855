-- Where visual things hang: a site has faces, and on a face one thing hangs at a time.
create table sites (
  -- Made by the client, so that a site noted on a phone is there once.
  id uuid primary key,
  unit_id integer not null references units (id),
  -- Printed on the label, counted within the unit.
  number integer not null,
  name text not null,
  kind text not null check (kind in ('panel', 'banner-line', 'pole', 'light-box', 'gate', 'wall', 'led', 'other')),
  place text not null,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  owner_name text not null default '',
  permit_number text not null default '',
  permit_issuer text not null default '',
  permit_from date,
  permit_to date,
  note text not null default '',
  closed_on date,
  version integer not null default 1,
  updated_by text not null references people (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (unit_id, number),
  check ((latitude is null) = (longitude is null)),
  check (permit_to >= permit_from)
);
create table site_faces (
  id uuid primary key,
  site_id uuid not null references sites (id),
  ordinal integer not null,
  label text not null,
  width_m numeric check (width_m > 0),
  height_m numeric check (height_m > 0),
  unique (site_id, ordinal) deferrable initially deferred
);

create table postings (
  id uuid primary key,
  site_id uuid not null references sites (id),
  face_id uuid not null references site_faces (id),
  unit_id integer not null references units (id),
  -- Who gave the order.
  owner_unit_id integer not null references units (id),
  duty_id bigint not null references duties (id),
  -- The photographed work of hanging it, where it was recorded.
  activity_id uuid references activities (id),
  content text not null,
  up_on date not null,
  -- The last day it may hang; what hangs longer is to be taken down.
  due_on date,
  down_on date,
  version integer not null default 1,
  updated_by text not null references people (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (due_on >= up_on),
  check (down_on >= up_on)
);
create index postings_face on postings (face_id, up_on desc);
create index postings_hanging on postings (unit_id, due_on) where down_on is null;
create index postings_duty on postings (duty_id);
create index postings_owner on postings (owner_unit_id, site_id);

-- What somebody saw on a walk, or what was reported broken.
create table site_checks (
  id uuid primary key,
  site_id uuid not null references sites (id),
  posting_id uuid references postings (id),
  unit_id integer not null references units (id),
  result text not null check (result in ('found', 'not-found', 'damaged')),
  note text not null default '',
  at timestamptz not null,
  by text not null references people (id),
  photo_sha256 text,
  photo_mime text,
  photo_preview_sha256 text,
  -- Mended, hung again or taken off the list, and by whom.
  settled_at timestamptz,
  settled_by text references people (id),
  settled_note text
);
create index site_checks_site on site_checks (site_id, at desc);
create index site_checks_open on site_checks (unit_id) where settled_at is null and result <> 'found';

alter table sites enable row level security;
alter table sites force row level security;
alter table site_faces enable row level security;
alter table site_faces force row level security;
alter table postings enable row level security;
alter table postings force row level security;
alter table site_checks enable row level security;
alter table site_checks force row level security;

create policy postings_seen on postings using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]));
-- A site is seen by its unit and all above it, and by whoever gave an order that hangs there.
create policy sites_seen on sites using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or exists (select from postings p where p.site_id = sites.id and p.owner_unit_id = any ((select loa_units())::integer[])))
  with check (loa_system() or unit_id = any ((select loa_units())::integer[]));
create policy site_faces_seen on site_faces using (exists (select from sites s where s.id = site_faces.site_id));
create policy site_checks_seen on site_checks using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or exists (select from sites s where s.id = site_checks.site_id));
