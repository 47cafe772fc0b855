-- What drives: a vehicle is followed inside its tasks only, never between them.
create table vehicles (
  id bigint generated always as identity primary key,
  unit_id integer not null references units (id),
  plate text not null,
  name text not null,
  -- The SHA-256 of the key its device sends; the key itself is shown once.
  device_key_sha256 text unique,
  ended_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  unique (unit_id, plate)
);
create table vehicle_tasks (
  -- Made by the client.
  id uuid primary key,
  vehicle_id bigint not null references vehicles (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  duty_id bigint not null references duties (id),
  route text not null,
  crew text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  cancelled_reason text,
  version integer not null default 1,
  created_by text not null references people (id),
  created_at timestamptz not null,
  check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours')
);
create index vehicle_tasks_vehicle on vehicle_tasks (vehicle_id, starts_at);
create index vehicle_tasks_duty on vehicle_tasks (duty_id);
create index vehicle_tasks_unit on vehicle_tasks (unit_id, starts_at desc);
create table positions (
  task_id uuid not null references vehicle_tasks (id),
  at timestamptz not null,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  -- km/h
  speed real,
  -- metres
  accuracy real,
  source text not null check (source in ('device', 'gpx')),
  -- The same point sent twice is there once.
  primary key (task_id, at)
);
alter table vehicles enable row level security;
alter table vehicles force row level security;
alter table vehicle_tasks enable row level security;
alter table vehicle_tasks force row level security;
alter table positions enable row level security;
alter table positions force row level security;
create policy vehicle_tasks_seen on vehicle_tasks using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]));
create policy vehicles_seen on vehicles using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or exists (select from vehicle_tasks t where t.vehicle_id = vehicles.id
             and t.owner_unit_id = any ((select loa_units())::integer[])))
  with check (loa_system() or unit_id = any ((select loa_units())::integer[]));
create policy positions_seen on positions using (
  exists (select from vehicle_tasks t where t.id = positions.task_id));

-- A device has no session and sees nothing. Its key finds the task it may add to, and tells it no more than whether there is one.
create function loa_keep_position(
  key_sha256 text, said_at timestamptz, lat double precision, lon double precision, kmh real, metres real
) returns boolean language plpgsql as $$
  declare
    sight text := coalesce(current_setting('loa.system', true), 'off');
    task uuid;
  begin
    perform set_config('loa.system', 'on', true);
    select t.id into task from vehicle_tasks t join vehicles v on v.id = t.vehicle_id
      where v.device_key_sha256 = key_sha256 and t.cancelled_reason is null and said_at between t.starts_at and t.ends_at limit 1;
    if task is not null then
      insert into positions (task_id, at, latitude, longitude, speed, accuracy, source)
        values (task, said_at, lat, lon, kmh, metres, 'device') on conflict do nothing;
    end if;
    perform set_config('loa.system', sight, true);
    return task is not null;
  end $$;
