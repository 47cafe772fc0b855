-- Which units the person of this transaction may see rows of. Set by the endpoint, empty for a stranger.
create function loa_units() returns integer[] language sql stable as
  $$ select coalesce(nullif(current_setting('loa.units', true), ''), '{}')::integer[] $$;

-- True inside jobs, migrations and the first run, which act for the system itself.
create function loa_system() returns boolean language sql stable as
  $$ select current_setting('loa.system', true) = 'on' $$;

-- Letters without tone marks, lower case: "Hoà" and "Hòa" and "hoa" find each other.
create function loa_fold(words text) returns text language sql immutable strict parallel safe as $$
  select lower(replace(replace(
    regexp_replace(normalize(words, NFD), U&'[\0300-\036F]', '', 'g'), 'đ', 'd'), 'Đ', 'd'))
$$;

create table units (
  id integer generated always as identity primary key,
  code text not null,
  -- Null: since before the records begin. Codes are reused, so the key is (code, valid_from).
  valid_from date,
  -- Inclusive. Null: still valid.
  valid_to date,
  name text not null,
  full_name text not null,
  type text not null,
  parent_code text,
  -- What the unit prints on its own documents: superior body (ô 2), place (ô 4), symbol (ô 3).
  letterhead jsonb not null default '{}',
  created_at timestamptz not null default now(),
  unique nulls not distinct (code, valid_from),
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
);
create index units_parent on units (parent_code);
create index units_folded on units (loa_fold(full_name) text_pattern_ops);
