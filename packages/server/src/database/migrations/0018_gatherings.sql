-- Where people meet, and when: performances, film evenings, exhibitions, contests, and events that a campaign is worked into.
create table venues (
  id uuid primary key,
  unit_id integer not null references units (id),
  name text not null,
  place text not null,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- Rain and storm end what happens here.
  outdoors boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  check ((latitude is null) = (longitude is null))
);
create unique index venues_name on venues (unit_id, loa_fold(name));
create table gatherings (
  id uuid primary key,
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  duty_id bigint not null references duties (id),
  form text not null check (form in ('performance-film', 'exhibition', 'contest', 'integration')),
  title text not null,
  venue_id uuid not null references venues (id),
  vehicle_id bigint references vehicles (id),
  -- Names as people write them; one who stands in two gatherings at once is a conflict.
  crew text[] not null default '{}',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_reason text,
  -- Planned in spite of what was said to clash.
  despite text[] not null default '{}',
  version integer not null default 1,
  created_by text not null references people (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (ends_at > starts_at),
  check ((cancelled_at is null) = (cancelled_reason is null))
);
create index gatherings_unit on gatherings (unit_id, starts_at);
create index gatherings_venue on gatherings (venue_id, starts_at);
create index gatherings_duty on gatherings (duty_id);
create index gatherings_owner on gatherings (owner_unit_id, starts_at);

-- A calendar that any program may read who has its address; the address is shown once.
create table calendar_feeds (
  id bigint generated always as identity primary key,
  unit_id integer not null references units (id),
  person_id text not null references people (id),
  token_sha256 text not null unique,
  created_at timestamptz not null,
  ended_at timestamptz
);
create index calendar_feeds_person on calendar_feeds (person_id) where ended_at is null;

alter table venues enable row level security;
alter table venues force row level security;
alter table gatherings enable row level security;
alter table gatherings force row level security;
alter table calendar_feeds enable row level security;
alter table calendar_feeds force row level security;
create policy gatherings_seen on gatherings using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]));
create policy venues_seen on venues using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or exists (select from gatherings g where g.venue_id = venues.id and g.owner_unit_id = any ((select loa_units())::integer[])))
  with check (loa_system() or unit_id = any ((select loa_units())::integer[]));
create policy calendar_feeds_seen on calendar_feeds using (
  loa_system() or unit_id = any ((select loa_units())::integer[]));

-- What a calendar program may read: the gatherings and drives of the feed's unit from a day on. It has no session and sees nothing else.
create function loa_calendar(token_sha256 text, since timestamptz) returns jsonb language plpgsql as $$
  declare
    sight text := coalesce(current_setting('loa.system', true), 'off');
    feed calendar_feeds;
    found jsonb;
  begin
    perform set_config('loa.system', 'on', true);
    select f.* into feed from calendar_feeds f join people p on p.id = f.person_id
      where f.token_sha256 = loa_calendar.token_sha256 and f.ended_at is null and p.left_on is null;
    if feed.id is not null then
      select jsonb_build_object('unit', (select full_name from units where id = feed.unit_id), 'entries', coalesce(jsonb_agg(e.said order by e.starts_at), '[]'))
      into found from (
        select g.starts_at, jsonb_build_object('id', g.id, 'title', g.title, 'place', v.name || ', ' || v.place, 'latitude', v.latitude,
          'longitude', v.longitude, 'startsAt', g.starts_at, 'endsAt', g.ends_at, 'cancelled', g.cancelled_reason, 'version', g.version,
          'updatedAt', g.updated_at, 'words', k.title) as said
        from gatherings g join venues v on v.id = g.venue_id join duties d on d.id = g.duty_id join campaigns k on k.id = d.campaign_id
        where g.unit_id = feed.unit_id and g.ends_at >= since
        union all
        select t.starts_at, jsonb_build_object('id', t.id, 'title', v.plate || ': ' || t.route, 'place', t.route, 'latitude', null,
          'longitude', null, 'startsAt', t.starts_at, 'endsAt', t.ends_at, 'cancelled', t.cancelled_reason, 'version', t.version,
          'updatedAt', t.created_at, 'words', k.title)
        from vehicle_tasks t join vehicles v on v.id = t.vehicle_id join duties d on d.id = t.duty_id join campaigns k on k.id = d.campaign_id
        where t.unit_id = feed.unit_id and t.ends_at >= since
      ) e;
    end if;
    perform set_config('loa.system', sight, true);
    return found;
  end $$;
