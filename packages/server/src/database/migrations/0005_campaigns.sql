create table indicators (
  code text primary key,
  ordinal integer not null unique,
  form text not null check (form in (
    'visual', 'loudspeaker-car', 'website', 'led', 'mass-media', 'commune-loudspeakers', 'performance-film',
    'exhibition', 'contest', 'integration')),
  name text not null,
  name_en text not null,
  unit text not null,
  unit_en text not null,
  decimals integer not null default 0,
  -- The one the board shows for its form.
  main boolean not null default false
);
create unique index indicators_main on indicators (form) where main;
insert into indicators (code, ordinal, form, name, name_en, unit, unit_en, decimals, main) values
  ('visual.banner', 1, 'visual', 'Băng rôn, khẩu hiệu', 'Banners', 'chiếc', 'pieces', 0, true),
  ('visual.banner-length', 2, 'visual', 'Băng rôn (chiều dài)', 'Banners (length)', 'mét', 'metres', 1, false),
  ('visual.panel', 3, 'visual', 'Pa nô', 'Panels', 'chiếc', 'pieces', 0, false),
  ('visual.panel-area', 4, 'visual', 'Pa nô (diện tích)', 'Panels (area)', 'm²', 'm²', 1, false),
  ('visual.vertical-banner', 5, 'visual', 'Phướn', 'Vertical banners', 'chiếc', 'pieces', 0, false),
  ('visual.flag', 6, 'visual', 'Cờ', 'Flags', 'lá', 'flags', 0, false),
  ('visual.poster', 7, 'visual', 'Áp phích, tranh cổ động', 'Posters', 'tờ', 'sheets', 0, false),
  ('visual.leaflet', 8, 'visual', 'Tờ rơi, tờ gấp', 'Leaflets', 'tờ', 'sheets', 0, false),
  ('car.run', 9, 'loudspeaker-car', 'Lượt xe tuyên truyền lưu động', 'Loudspeaker-car runs', 'lượt', 'runs', 0, true),
  ('car.session', 10, 'loudspeaker-car', 'Buổi xe tuyên truyền lưu động', 'Loudspeaker-car sessions', 'buổi', 'sessions', 0, false),
  ('car.hours', 11, 'loudspeaker-car', 'Thời lượng phát của xe', 'Hours on air by car', 'giờ', 'hours', 1, false),
  ('website.item', 12, 'website', 'Tin, bài trên trang tin điện tử', 'Items on websites', 'tin, bài', 'items', 0, true),
  ('led.airing', 13, 'led', 'Lượt phát trên màn hình LED', 'Airings on LED screens', 'lượt', 'airings', 0, true),
  ('led.hours', 14, 'led', 'Giờ phát trên màn hình LED', 'Hours on LED screens', 'giờ', 'hours', 1, false),
  ('media.item', 15, 'mass-media', 'Tin, bài, phóng sự trên báo, đài', 'Items in press, radio, television', 'tin, bài', 'items', 0, true),
  ('loudspeaker.airing', 16, 'commune-loudspeakers', 'Lượt phát trên truyền thanh cơ sở', 'Airings on commune loudspeakers', 'lượt', 'airings', 0, true),
  ('loudspeaker.minutes', 17, 'commune-loudspeakers', 'Thời lượng phát thanh', 'Minutes on commune loudspeakers', 'phút', 'minutes', 0, false),
  ('performance.session', 18, 'performance-film', 'Buổi biểu diễn văn nghệ cổ động', 'Performances', 'buổi', 'sessions', 0, true),
  ('performance.visits', 19, 'performance-film', 'Lượt người xem biểu diễn', 'Visits to performances', 'lượt người', 'visits', 0, false),
  ('film.session', 20, 'performance-film', 'Buổi chiếu phim lưu động', 'Film screenings', 'buổi', 'sessions', 0, false),
  ('film.visits', 21, 'performance-film', 'Lượt người xem phim', 'Visits to screenings', 'lượt người', 'visits', 0, false),
  ('exhibition.event', 22, 'exhibition', 'Cuộc triển lãm, trưng bày', 'Exhibitions', 'cuộc', 'events', 0, true),
  ('exhibition.visits', 23, 'exhibition', 'Lượt khách triển lãm', 'Visits to exhibitions', 'lượt người', 'visits', 0, false),
  ('contest.event', 24, 'contest', 'Cuộc thi, hội thi, đợt sáng tác', 'Contests and calls for works', 'cuộc', 'events', 0, true),
  ('contest.entry', 25, 'contest', 'Tác phẩm, bài dự thi', 'Entries', 'tác phẩm', 'works', 0, false),
  ('integration.event', 26, 'integration', 'Buổi có lồng ghép tuyên truyền', 'Events with integration', 'buổi', 'events', 0, true),
  ('integration.visits', 27, 'integration', 'Lượt người dự hoạt động lồng ghép', 'Visits to such events', 'lượt người', 'visits', 0, false);

create table campaigns (
  id bigint generated always as identity primary key,
  owner_unit_id integer not null references units (id),
  title text not null,
  state text not null default 'drafting' check (state in ('drafting', 'running', 'closed')),
  source_dispatch_id bigint unique references dispatches (id),
  period_from date,
  period_to date,
  deadline date,
  simulated boolean not null default false,
  created_by text references people (id),
  created_at timestamptz not null default now(),
  check (period_from is null or period_to is null or period_to >= period_from)
);
create index campaigns_owner on campaigns (owner_unit_id, id desc);
create table campaign_topics (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaigns (id),
  ordinal integer not null,
  text text not null,
  unique (campaign_id, ordinal)
);
create table campaign_forms (
  campaign_id bigint not null references campaigns (id),
  form text not null,
  text text not null,
  primary key (campaign_id, form)
);
-- The resolved units, frozen on the day of issue.
create table campaign_units (
  campaign_id bigint not null references campaigns (id),
  unit_id integer not null references units (id),
  ordinal integer not null,
  phrase text not null,
  primary key (campaign_id, unit_id)
);
create index campaign_units_unit on campaign_units (unit_id);
alter table dispatches add column campaign_id bigint references campaigns (id);
create index dispatches_campaign on dispatches (campaign_id);

-- A campaign is seen by its owner and by every unit it addresses.
alter table campaigns enable row level security;
alter table campaigns force row level security;
create policy campaigns_seen on campaigns using (
  loa_system() or owner_unit_id = any ((select loa_units())::integer[])
  or (state <> 'drafting' and exists (select from campaign_units c
             where c.campaign_id = campaigns.id and c.unit_id = any ((select loa_units())::integer[]))))
  with check (loa_system() or owner_unit_id = any ((select loa_units())::integer[]));

create table deliveries (
  id bigint generated always as identity primary key,
  dispatch_id bigint not null references dispatches (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  campaign_id bigint references campaigns (id),
  -- The last of delivery_statuses, kept here for lists.
  status text not null check (status in ('01', '02', '03', '06')),
  reason text,
  updated_at timestamptz not null,
  unique (dispatch_id, unit_id)
);
create index deliveries_unit on deliveries (unit_id, id desc);
create index deliveries_campaign on deliveries (campaign_id);
create table delivery_statuses (
  id bigint generated always as identity primary key,
  delivery_id bigint not null references deliveries (id),
  status text not null check (status in ('01', '02', '03', '06')),
  at timestamptz not null,
  person_id text references people (id),
  -- Status 02 always carries a reason (Decision 28/2018/QĐ-TTg, article 5).
  reason text check (status <> '02' or length(trim(reason)) > 0)
);
create index delivery_statuses_delivery on delivery_statuses (delivery_id, id);
alter table deliveries enable row level security;
alter table deliveries force row level security;
create policy deliveries_seen on deliveries using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]));

-- A dispatch is seen by its owner and by every unit it was delivered to.
create policy dispatches_seen on dispatches using (
  loa_system() or owner_unit_id = any ((select loa_units())::integer[])
  or (issued_at is not null and exists (
    select from deliveries d where d.dispatch_id = dispatches.id and d.unit_id = any ((select loa_units())::integer[]))))
  with check (loa_system() or owner_unit_id = any ((select loa_units())::integer[]));

create table duties (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaigns (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  state text not null default 'assigned' check (state in ('assigned', 'accepted', 'declined', 'done')),
  reason text check (state <> 'declined' or length(trim(reason)) > 0),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (campaign_id, unit_id)
);
create index duties_unit on duties (unit_id, id desc);
create table duty_targets (
  duty_id bigint not null references duties (id),
  indicator text not null references indicators (code),
  plan numeric not null check (plan >= 0),
  primary key (duty_id, indicator)
);
alter table duties enable row level security;
alter table duties force row level security;
create policy duties_seen on duties using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]));

-- What a unit answered to a duty is also told to the one who gave it.
create policy events_of_duties on events for select using (
  subject = 'duty' and exists (
    select from duties d where d.id::text = events.subject_id and d.owner_unit_id = any ((select loa_units())::integer[])));
