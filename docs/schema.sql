-- The sum of packages/server/src/database/migrations, written by migrate.test.ts. Not run by anything.

create table accounts (
  id text not null,
  person_id text not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  PRIMARY KEY (id),
  FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
);
CREATE INDEX accounts_person ON public.accounts USING btree (person_id);
CREATE UNIQUE INDEX accounts_provider ON public.accounts USING btree (provider_id, account_id) WHERE (provider_id = 'oidc'::text);

create table activities (
  id uuid not null,
  duty_id bigint not null,
  campaign_id bigint not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  place text not null,
  happened_on date not null,
  note text not null default ''::text,
  state text not null default 'recorded'::text,
  standing text not null default 'claimed'::text,
  return_reason text,
  simulated boolean not null default false,
  version integer not null default 1,
  recorded_by text not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  form text not null,
  details jsonb not null default '{}'::jsonb,
  face_id uuid,
  PRIMARY KEY (id),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (duty_id) REFERENCES duties(id),
  FOREIGN KEY (face_id) REFERENCES site_faces(id) ON DELETE SET NULL,
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (recorded_by) REFERENCES people(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK ((jsonb_typeof(details) = 'object'::text)),
  CHECK ((standing = ANY (ARRAY['claimed'::text, 'proved'::text, 'doubted'::text]))),
  CHECK ((state = ANY (ARRAY['recorded'::text, 'submitted'::text, 'returned'::text, 'accepted'::text])))
);
CREATE INDEX activities_day ON public.activities USING btree (owner_unit_id, unit_id, happened_on);
CREATE INDEX activities_doubted ON public.activities USING btree (campaign_id) WHERE (standing = 'doubted'::text);
CREATE INDEX activities_duty ON public.activities USING btree (duty_id, happened_on DESC, id);
CREATE INDEX activities_face ON public.activities USING btree (face_id) WHERE (face_id IS NOT NULL);
CREATE INDEX activities_figure ON public.activities USING btree (campaign_id, unit_id);
CREATE INDEX activities_week ON public.activities USING btree (owner_unit_id, updated_at DESC);
create policy activities_seen on activities
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table activity_quantities (
  activity_id uuid not null,
  indicator text not null,
  ordinal integer not null,
  quantity numeric not null,
  out_of numeric,
  qualifier text not null default 'exact'::text,
  things text[] not null default '{}'::text[],
  PRIMARY KEY (activity_id, indicator),
  FOREIGN KEY (activity_id) REFERENCES activities(id),
  FOREIGN KEY (indicator) REFERENCES indicators(code),
  CHECK ((out_of >= quantity)),
  CHECK ((qualifier = ANY (ARRAY['exact'::text, 'over'::text, 'nearly'::text, 'about'::text]))),
  CHECK ((quantity > (0)::numeric))
);
CREATE INDEX activity_quantities_indicator ON public.activity_quantities USING btree (indicator);
create policy activity_quantities_seen on activity_quantities
  using (loa_system() OR (EXISTS ( SELECT
   FROM activities a
  WHERE (a.id = activity_quantities.activity_id))));

create table activity_topics (
  activity_id uuid not null,
  topic_id bigint not null,
  PRIMARY KEY (activity_id, topic_id),
  FOREIGN KEY (activity_id) REFERENCES activities(id),
  FOREIGN KEY (topic_id) REFERENCES campaign_topics(id)
);

create table address_groups (
  id bigint not null generated always as identity,
  owner_unit_id integer not null,
  name text not null,
  phrase text not null,
  query jsonb not null,
  version integer not null default 1,
  updated_by text,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (updated_by) REFERENCES people(id),
  CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 200))),
  CHECK (((length(TRIM(BOTH FROM phrase)) >= 1) AND (length(TRIM(BOTH FROM phrase)) <= 500)))
);
CREATE UNIQUE INDEX address_groups_phrase ON public.address_groups USING btree (owner_unit_id, loa_fold(phrase));
create policy address_groups_seen on address_groups
  using (loa_system() OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table appointments (
  person_id text not null,
  unit_id integer not null,
  role text not null,
  id bigint not null generated always as identity,
  valid_from date,
  valid_to date,
  act text not null default ''::text,
  appointed_by text,
  created_at timestamp with time zone not null default now(),
  revoked_at timestamp with time zone,
  change_id bigint,
  UNIQUE NULLS NOT DISTINCT (person_id, unit_id, role, valid_from),
  PRIMARY KEY (id),
  FOREIGN KEY (appointed_by) REFERENCES people(id),
  FOREIGN KEY (change_id) REFERENCES unit_changes(id),
  FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_to >= valid_from))),
  CHECK ((role = ANY (ARRAY['officer'::text, 'head'::text, 'clerk'::text, 'leader'::text, 'reporter'::text, 'operator'::text, 'approver'::text, 'administrator'::text, 'reader'::text])))
);
CREATE INDEX appointments_change ON public.appointments USING btree (change_id) WHERE (change_id IS NOT NULL);
CREATE INDEX appointments_unit ON public.appointments USING btree (unit_id);
create policy appointments_carried on appointments
  using (loa_directory() AND (change_id IS NOT NULL))
  with check ((loa_directory() AND (change_id IS NOT NULL)));
create policy appointments_closed on appointments
  using loa_directory()
  with check (loa_directory());
create policy appointments_kept on appointments
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)))
  with check ((loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest))));
create policy appointments_read on appointments
  using true;

create table arrival_entries (
  id bigint not null generated always as identity,
  arrival_id bigint not null,
  kind text not null,
  at timestamp with time zone not null,
  person_id text not null,
  words text not null default ''::text,
  lead_id text,
  lead_name text,
  helpers jsonb not null default '[]'::jsonb,
  due_on date,
  reply_code text,
  PRIMARY KEY (id),
  FOREIGN KEY (arrival_id) REFERENCES arrivals(id),
  FOREIGN KEY (lead_id) REFERENCES people(id),
  FOREIGN KEY (person_id) REFERENCES people(id),
  CHECK (((kind <> 'forwarded'::text) OR (lead_name IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['forwarded'::text, 'progress'::text, 'finished'::text])))
);
CREATE INDEX arrival_entries_of ON public.arrival_entries USING btree (arrival_id, id);
create policy arrival_entries_seen on arrival_entries
  using (loa_system() OR (EXISTS ( SELECT
   FROM arrivals a
  WHERE (a.id = arrival_entries.arrival_id))));

create table arrivals (
  id bigint not null generated always as identity,
  unit_id integer not null,
  year integer not null,
  number integer not null,
  arrived_on date not null,
  dispatch_id bigint,
  delivery_id bigint,
  author text,
  code text,
  dated text,
  type text not null,
  subject text,
  same_key text,
  note text not null default ''::text,
  registered_by text,
  registered_at timestamp with time zone not null,
  lead_id text,
  lead_name text,
  due_on date,
  forwarded_at timestamp with time zone,
  finished_at timestamp with time zone,
  progress text not null default ''::text,
  reply_code text,
  version integer not null default 1,
  UNIQUE (delivery_id),
  UNIQUE (dispatch_id),
  UNIQUE (unit_id, year, number),
  PRIMARY KEY (id),
  FOREIGN KEY (delivery_id) REFERENCES deliveries(id),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (lead_id) REFERENCES people(id),
  FOREIGN KEY (registered_by) REFERENCES people(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK ((num_nonnulls(dispatch_id, delivery_id) = 1)),
  CHECK ((number > 0))
);
CREATE INDEX arrivals_open ON public.arrivals USING btree (unit_id, due_on) WHERE (finished_at IS NULL);
CREATE INDEX arrivals_same ON public.arrivals USING btree (unit_id, same_key);
create policy arrivals_seen on arrivals
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table attachments (
  id uuid not null,
  activity_id uuid not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  kind text not null,
  name text not null,
  sha256 text not null,
  mime text not null,
  bytes bigint not null,
  added_by text not null,
  created_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  withdrawn_reason text,
  UNIQUE (activity_id, sha256),
  PRIMARY KEY (id),
  FOREIGN KEY (activity_id) REFERENCES activities(id),
  FOREIGN KEY (added_by) REFERENCES people(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  FOREIGN KEY (withdrawn_by) REFERENCES people(id),
  CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))),
  CHECK ((kind = ANY (ARRAY['document'::text, 'copy'::text, 'audio'::text, 'play-log'::text, 'track'::text]))),
  CHECK ((length(TRIM(BOTH FROM withdrawn_reason)) > 0))
);
CREATE INDEX attachments_activity ON public.attachments USING btree (activity_id);
create policy attachments_seen on attachments
  using (loa_system() OR (EXISTS ( SELECT
   FROM activities a
  WHERE (a.id = attachments.activity_id))));

create table boundaries (
  id integer not null generated always as identity,
  unit_code text not null,
  valid_from date,
  valid_to date,
  geometry json not null,
  digest text not null,
  source text not null,
  imported_by text not null,
  imported_at timestamp with time zone not null,
  UNIQUE NULLS NOT DISTINCT (unit_code, valid_from),
  PRIMARY KEY (id),
  FOREIGN KEY (imported_by) REFERENCES people(id),
  CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_to >= valid_from)))
);
create policy boundaries_kept on boundaries
  using loa_directory()
  with check (loa_directory());
create policy boundaries_read on boundaries
  using true;

create table calendar_feeds (
  id bigint not null generated always as identity,
  unit_id integer not null,
  person_id text not null,
  token_sha256 text not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  UNIQUE (token_sha256),
  PRIMARY KEY (id),
  FOREIGN KEY (person_id) REFERENCES people(id),
  FOREIGN KEY (unit_id) REFERENCES units(id)
);
CREATE INDEX calendar_feeds_person ON public.calendar_feeds USING btree (person_id) WHERE (ended_at IS NULL);
create policy calendar_feeds_seen on calendar_feeds
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table campaign_forms (
  campaign_id bigint not null,
  form text not null,
  text text not null,
  PRIMARY KEY (campaign_id, form),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id)
);

create table campaign_topics (
  id bigint not null generated always as identity,
  campaign_id bigint not null,
  ordinal integer not null,
  text text not null,
  UNIQUE (campaign_id, ordinal),
  PRIMARY KEY (id),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id)
);

create table campaign_units (
  campaign_id bigint not null,
  unit_id integer not null,
  ordinal integer not null,
  phrase text not null,
  PRIMARY KEY (campaign_id, unit_id),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (unit_id) REFERENCES units(id)
);
CREATE INDEX campaign_units_unit ON public.campaign_units USING btree (unit_id);

create table campaigns (
  id bigint not null generated always as identity,
  owner_unit_id integer not null,
  title text not null,
  state text not null default 'drafting'::text,
  source_dispatch_id bigint,
  period_from date,
  period_to date,
  deadline date,
  simulated boolean not null default false,
  created_by text,
  created_at timestamp with time zone not null default now(),
  follows_campaign_id bigint,
  stopped_at timestamp with time zone,
  stop_reason text,
  UNIQUE (source_dispatch_id),
  PRIMARY KEY (id),
  FOREIGN KEY (created_by) REFERENCES people(id),
  FOREIGN KEY (follows_campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (source_dispatch_id) REFERENCES dispatches(id),
  CHECK (((period_from IS NULL) OR (period_to IS NULL) OR (period_to >= period_from))),
  CHECK ((state = ANY (ARRAY['drafting'::text, 'running'::text, 'closed'::text])))
);
CREATE INDEX campaigns_owner ON public.campaigns USING btree (owner_unit_id, id DESC);
create policy campaigns_seen on campaigns
  using (loa_system() OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR ((state <> 'drafting'::text) AND (EXISTS ( SELECT
   FROM campaign_units c
  WHERE ((c.campaign_id = campaigns.id) AND (c.unit_id IN ( SELECT unnest(loa_units()) AS unnest)))))))
  with check ((loa_system() OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest))));

create table delegations (
  id bigint not null generated always as identity,
  unit_id integer not null,
  from_person_id text not null,
  to_person_id text not null,
  form text not null,
  authority_line text not null,
  signer_title text not null,
  acts text[] not null,
  document_types text[] not null default '{}'::text[],
  act text not null default ''::text,
  valid_from date not null,
  valid_to date,
  created_by text,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  change_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (change_id) REFERENCES unit_changes(id),
  FOREIGN KEY (created_by) REFERENCES people(id),
  FOREIGN KEY (from_person_id) REFERENCES people(id),
  FOREIGN KEY (to_person_id) REFERENCES people(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((form <> 'TUQ'::text) OR (length(TRIM(BOTH FROM act)) > 0))),
  CHECK (((form <> 'TUQ'::text) OR (valid_to IS NOT NULL))),
  CHECK (((length(TRIM(BOTH FROM authority_line)) >= 3) AND (length(TRIM(BOTH FROM authority_line)) <= 100))),
  CHECK (((length(TRIM(BOTH FROM signer_title)) >= 2) AND (length(TRIM(BOTH FROM signer_title)) <= 100))),
  CHECK ((cardinality(acts) > 0)),
  CHECK ((form = ANY (ARRAY['KT'::text, 'TL'::text, 'TUQ'::text]))),
  CHECK ((to_person_id <> from_person_id)),
  CHECK ((valid_to >= valid_from))
);
CREATE INDEX delegations_change ON public.delegations USING btree (change_id) WHERE (change_id IS NOT NULL);
CREATE INDEX delegations_to ON public.delegations USING btree (to_person_id);
CREATE INDEX delegations_unit ON public.delegations USING btree (unit_id);
create policy delegations_carried on delegations
  using (loa_directory() AND (change_id IS NOT NULL))
  with check ((loa_directory() AND (change_id IS NOT NULL)));
create policy delegations_kept on delegations
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)))
  with check ((loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest))));
create policy delegations_read on delegations
  using true;

create table deliveries (
  id bigint not null generated always as identity,
  dispatch_id bigint not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  campaign_id bigint,
  status text not null,
  reason text,
  updated_at timestamp with time zone not null,
  holder_unit_id integer not null,
  handling text not null,
  recall text not null default 'none'::text,
  asked text,
  stub jsonb,
  replaced_by_dispatch_id bigint,
  incoming_id bigint,
  opened_at timestamp with time zone,
  UNIQUE (dispatch_id, unit_id),
  UNIQUE (incoming_id),
  PRIMARY KEY (id),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (holder_unit_id) REFERENCES units(id),
  FOREIGN KEY (incoming_id) REFERENCES exchange_incoming(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (replaced_by_dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK ((asked = ANY (ARRAY['recall'::text, 'update'::text]))),
  CHECK ((handling = ANY (ARRAY['01'::text, '02'::text, '03'::text, '04'::text, '05'::text, '06'::text]))),
  CHECK ((recall = ANY (ARRAY['none'::text, 'asked'::text, 'agreed'::text, 'refused'::text]))),
  CHECK ((status = ANY (ARRAY['01'::text, '02'::text, '03'::text, '04'::text, '05'::text, '06'::text, '13'::text, '15'::text, '16'::text])))
);
CREATE INDEX deliveries_asked ON public.deliveries USING btree (holder_unit_id) WHERE (recall = 'asked'::text);
CREATE INDEX deliveries_holder ON public.deliveries USING btree (holder_unit_id, id DESC);
CREATE INDEX deliveries_of ON public.deliveries USING btree (campaign_id, unit_id);
CREATE INDEX deliveries_owner ON public.deliveries USING btree (owner_unit_id, id DESC);
CREATE INDEX deliveries_unit ON public.deliveries USING btree (unit_id, id DESC);
CREATE INDEX deliveries_unreceived ON public.deliveries USING btree (owner_unit_id, campaign_id) WHERE (status = '01'::text);
create policy deliveries_seen on deliveries
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (holder_unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table delivery_statuses (
  id bigint not null generated always as identity,
  delivery_id bigint not null,
  status text not null,
  at timestamp with time zone not null,
  person_id text,
  reason text,
  heard_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (delivery_id) REFERENCES deliveries(id),
  FOREIGN KEY (person_id) REFERENCES people(id),
  CHECK (((status <> ALL (ARRAY['02'::text, '13'::text, '16'::text])) OR (length(TRIM(BOTH FROM reason)) > 0))),
  CHECK ((status = ANY (ARRAY['01'::text, '02'::text, '03'::text, '04'::text, '05'::text, '06'::text, '13'::text, '15'::text, '16'::text])))
);
CREATE INDEX delivery_statuses_delivery ON public.delivery_statuses USING btree (delivery_id, id);

create table dispatch_checks (
  dispatch_id bigint not null,
  of_what text not null,
  edition integer not null,
  result jsonb not null,
  at timestamp with time zone not null,
  PRIMARY KEY (dispatch_id, of_what, edition),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id)
);
create policy dispatch_checks_seen on dispatch_checks
  using (EXISTS ( SELECT
   FROM dispatches d
  WHERE (d.id = dispatch_checks.dispatch_id)));

create table dispatch_comments (
  id uuid not null,
  seq bigint not null generated always as identity,
  dispatch_id bigint not null,
  at timestamp with time zone not null,
  person_id text not null,
  field text,
  quote text not null default ''::text,
  words text not null,
  reply_to uuid,
  done_by text,
  done_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (done_by) REFERENCES people(id),
  FOREIGN KEY (person_id) REFERENCES people(id),
  FOREIGN KEY (reply_to) REFERENCES dispatch_comments(id),
  CHECK (((done_by IS NULL) = (done_at IS NULL))),
  CHECK (((reply_to IS NULL) OR (done_at IS NULL))),
  CHECK ((length(TRIM(BOTH FROM words)) > 0))
);
CREATE INDEX dispatch_comments_of ON public.dispatch_comments USING btree (dispatch_id, seq);
create policy dispatch_comments_seen on dispatch_comments
  using (loa_system() OR (EXISTS ( SELECT
   FROM dispatches d
  WHERE ((d.id = dispatch_comments.dispatch_id) AND (d.owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest))))));

create table dispatch_files (
  dispatch_id bigint not null,
  ordinal integer not null,
  kind text not null,
  name text not null,
  mime text not null,
  sha256 text not null,
  bytes bigint not null,
  PRIMARY KEY (dispatch_id, ordinal),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  CHECK ((kind = ANY (ARRAY['attachment'::text, 'package'::text, 'letter'::text])))
);
CREATE INDEX dispatch_files_sha256 ON public.dispatch_files USING btree (sha256);
create policy dispatch_files_seen on dispatch_files
  using (loa_system() OR (EXISTS ( SELECT
   FROM dispatches d
  WHERE (d.id = dispatch_files.dispatch_id))));

create table dispatch_numbers (
  id bigint not null generated always as identity,
  unit_id integer not null,
  year integer not null,
  series text not null,
  number integer not null,
  state text not null,
  dispatch_id bigint,
  purpose text,
  reason text,
  code text,
  taken_by text,
  taken_at timestamp with time zone not null,
  changed_by text,
  changed_at timestamp with time zone,
  key uuid,
  UNIQUE (unit_id, key),
  UNIQUE (unit_id, year, series, number),
  PRIMARY KEY (id),
  FOREIGN KEY (changed_by) REFERENCES people(id),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (taken_by) REFERENCES people(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((state <> 'reserved'::text) OR (length(TRIM(BOTH FROM purpose)) > 0))),
  CHECK (((state <> 'used'::text) OR (dispatch_id IS NOT NULL))),
  CHECK (((state <> 'void'::text) OR (length(TRIM(BOTH FROM reason)) > 0))),
  CHECK ((number > 0)),
  CHECK ((state = ANY (ARRAY['used'::text, 'reserved'::text, 'void'::text])))
);
CREATE INDEX dispatch_numbers_kept ON public.dispatch_numbers USING btree (unit_id, year, series, state) WHERE (state <> 'used'::text);
CREATE UNIQUE INDEX dispatch_numbers_used ON public.dispatch_numbers USING btree (dispatch_id) WHERE (state = 'used'::text);
create policy dispatch_numbers_seen on dispatch_numbers
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table dispatch_steps (
  id bigint not null generated always as identity,
  dispatch_id bigint not null,
  step text not null,
  at timestamp with time zone not null,
  person_id text,
  note text,
  PRIMARY KEY (id),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX dispatch_steps_dispatch ON public.dispatch_steps USING btree (dispatch_id, id);

create table dispatch_versions (
  dispatch_id bigint not null,
  number integer not null,
  at timestamp with time zone not null,
  person_id text,
  tree jsonb not null,
  PRIMARY KEY (dispatch_id, number),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (person_id) REFERENCES people(id)
);
create policy dispatch_versions_seen on dispatch_versions
  using (loa_system() OR (EXISTS ( SELECT
   FROM dispatches d
  WHERE ((d.id = dispatch_versions.dispatch_id) AND (d.owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest))))));

create table dispatches (
  id bigint not null generated always as identity,
  direction text not null,
  owner_unit_id integer not null,
  state text not null,
  tree jsonb not null,
  type text not null,
  issuer text,
  code text,
  dated text,
  subject text,
  messages jsonb not null default '[]'::jsonb,
  file_name text,
  file_sha256 text,
  file_mime text,
  plan_on date,
  plan_warnings jsonb not null default '[]'::jsonb,
  source_dispatch_id bigint,
  return_reason text,
  issued_at timestamp with time zone,
  pdf_sha256 text,
  docx_sha256 text,
  simulated boolean not null default false,
  version integer not null default 1,
  created_by text,
  updated_by text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  campaign_id bigint,
  layout_sha256 text,
  final_sha256 text,
  final_room jsonb,
  recalled_at timestamp with time zone,
  recalled_by text,
  recall_reason text,
  emptied_at timestamp with time zone,
  replaces_dispatch_id bigint,
  came_by text not null default 'upload'::text,
  came_from text,
  registered boolean not null default false,
  PRIMARY KEY (id),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (created_by) REFERENCES people(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (recalled_by) REFERENCES people(id),
  FOREIGN KEY (replaces_dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (source_dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (updated_by) REFERENCES people(id),
  CHECK (((direction = 'in'::text) = (state = ANY (ARRAY['read'::text, 'planned'::text])))),
  CHECK (((recalled_at IS NULL) = (recall_reason IS NULL))),
  CHECK ((came_by = ANY (ARRAY['upload'::text, 'folder'::text, 'mail'::text, 'exchange'::text, 'package'::text]))),
  CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  CHECK ((state = ANY (ARRAY['read'::text, 'planned'::text, 'draft'::text, 'submitted'::text, 'approved'::text, 'signed'::text, 'numbered'::text, 'issued'::text])))
);
CREATE INDEX dispatches_campaign ON public.dispatches USING btree (campaign_id);
CREATE INDEX dispatches_list ON public.dispatches USING btree (owner_unit_id, direction, id DESC);
CREATE INDEX dispatches_replaces ON public.dispatches USING btree (replaces_dispatch_id) WHERE (replaces_dispatch_id IS NOT NULL);
CREATE INDEX dispatches_source ON public.dispatches USING btree (source_dispatch_id) WHERE (source_dispatch_id IS NOT NULL);
CREATE INDEX dispatches_unregistered ON public.dispatches USING btree (owner_unit_id, id DESC) WHERE ((direction = 'in'::text) AND (NOT registered));
CREATE UNIQUE INDEX dispatches_file ON public.dispatches USING btree (owner_unit_id, file_sha256) WHERE (direction = 'in'::text);
create policy dispatches_seen on dispatches
  using (loa_system() OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR ((issued_at IS NOT NULL) AND (EXISTS ( SELECT
   FROM deliveries d
  WHERE ((d.dispatch_id = dispatches.id) AND (d.stub IS NULL) AND (d.unit_id IN ( SELECT unnest(loa_units()) AS unnest)))))))
  with check ((loa_system() OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest))));

create table duties (
  id bigint not null generated always as identity,
  campaign_id bigint not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  state text not null default 'assigned'::text,
  reason text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  holder_unit_id integer not null,
  planned_at timestamp with time zone,
  UNIQUE (campaign_id, unit_id),
  PRIMARY KEY (id),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (holder_unit_id) REFERENCES units(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((state <> 'declined'::text) OR (length(TRIM(BOTH FROM reason)) > 0))),
  CHECK ((state = ANY (ARRAY['assigned'::text, 'accepted'::text, 'declined'::text, 'done'::text, 'stopped'::text])))
);
CREATE INDEX duties_holder ON public.duties USING btree (holder_unit_id, id DESC);
CREATE INDEX duties_unit ON public.duties USING btree (unit_id, id DESC);
create policy duties_seen on duties
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (holder_unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table duty_targets (
  duty_id bigint not null,
  indicator text not null,
  plan numeric not null,
  source text not null default 'unit'::text,
  parts jsonb not null default '[]'::jsonb,
  PRIMARY KEY (duty_id, indicator),
  FOREIGN KEY (duty_id) REFERENCES duties(id),
  FOREIGN KEY (indicator) REFERENCES indicators(code),
  CHECK ((plan >= (0)::numeric)),
  CHECK ((source = ANY (ARRAY['unit'::text, 'plan'::text])))
);

create table event_heads (
  unit_id integer not null,
  seq bigint not null,
  hash bytea not null,
  PRIMARY KEY (unit_id),
  FOREIGN KEY (unit_id) REFERENCES units(id)
);

create table events (
  id bigint not null generated always as identity,
  unit_id integer not null,
  seq bigint not null,
  at timestamp with time zone not null,
  person_id text,
  kind text not null,
  subject text not null,
  subject_id text not null,
  data jsonb not null,
  hash bytea not null,
  address text,
  UNIQUE (unit_id, seq),
  PRIMARY KEY (id),
  FOREIGN KEY (person_id) REFERENCES people(id),
  FOREIGN KEY (unit_id) REFERENCES units(id)
);
CREATE INDEX events_person ON public.events USING btree (person_id, id DESC);
CREATE INDEX events_subject ON public.events USING btree (subject, subject_id, id);
create policy events_of_duties on events
  using ((subject = 'duty'::text) AND (EXISTS ( SELECT
   FROM duties d
  WHERE (((d.id)::text = events.subject_id) AND (d.owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest))))));
create policy events_of_expected_reports on events
  using ((subject = 'expected-report'::text) AND (EXISTS ( SELECT
   FROM expected_reports e
  WHERE (((e.id)::text = events.subject_id) AND (e.owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest))))));
create policy events_seen on events
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)))
  with check (true);

create table evidence (
  id uuid not null,
  activity_id uuid not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  sha256 text not null,
  preview_sha256 text,
  mime text not null,
  bytes bigint not null,
  width integer not null,
  height integer not null,
  taken_at timestamp with time zone,
  latitude double precision,
  longitude double precision,
  exif jsonb not null default '{}'::jsonb,
  doubts text[] not null default '{}'::text[],
  added_by text not null,
  created_at timestamp with time zone not null default now(),
  small_sha256 text,
  looked_at timestamp with time zone,
  claimed_at timestamp with time zone,
  claimed_latitude double precision,
  claimed_longitude double precision,
  claimed_mock boolean not null default false,
  blurs jsonb not null default '[]'::jsonb,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  withdrawn_reason text,
  UNIQUE (activity_id, sha256),
  PRIMARY KEY (id),
  FOREIGN KEY (activity_id) REFERENCES activities(id),
  FOREIGN KEY (added_by) REFERENCES people(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  FOREIGN KEY (withdrawn_by) REFERENCES people(id),
  CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))),
  CHECK ((length(TRIM(BOTH FROM withdrawn_reason)) > 0))
);
CREATE INDEX evidence_activity ON public.evidence USING btree (activity_id);
CREATE INDEX evidence_not_looked_at ON public.evidence USING btree (created_at) WHERE (looked_at IS NULL);
CREATE INDEX evidence_owner ON public.evidence USING btree (owner_unit_id, created_at DESC, id);
CREATE INDEX evidence_person ON public.evidence USING btree (added_by, taken_at) WHERE (taken_at IS NOT NULL);
CREATE INDEX evidence_place ON public.evidence USING btree (COALESCE(latitude, claimed_latitude), COALESCE(longitude, claimed_longitude)) WHERE (COALESCE(latitude, claimed_latitude) IS NOT NULL);
CREATE INDEX evidence_sha256 ON public.evidence USING btree (sha256);
create policy evidence_seen on evidence
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table evidence_claims (
  evidence_id uuid not null,
  activity_id uuid not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  sha256 text not null,
  original_sha256 text,
  original_bytes bigint,
  latitude double precision,
  longitude double precision,
  accuracy double precision,
  device_at timestamp with time zone not null,
  clock_behind integer not null,
  received_at timestamp with time zone not null,
  PRIMARY KEY (evidence_id),
  FOREIGN KEY (activity_id) REFERENCES activities(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (unit_id) REFERENCES units(id)
);
CREATE INDEX evidence_claims_activity ON public.evidence_claims USING btree (activity_id);
CREATE INDEX evidence_claims_original ON public.evidence_claims USING btree (original_sha256);
create policy evidence_claims_seen on evidence_claims
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table evidence_doubts (
  id bigint not null generated always as identity,
  evidence_id uuid not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  kind text not null,
  detail jsonb not null default '{}'::jsonb,
  other_evidence_id uuid,
  raised_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_by text,
  UNIQUE NULLS NOT DISTINCT (evidence_id, kind, other_evidence_id),
  PRIMARY KEY (id),
  FOREIGN KEY (closed_by) REFERENCES people(id),
  FOREIGN KEY (evidence_id) REFERENCES evidence(id),
  FOREIGN KEY (other_evidence_id) REFERENCES evidence(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((closed_at IS NULL) = (closed_by IS NULL)))
);
CREATE INDEX evidence_doubts_other ON public.evidence_doubts USING btree (other_evidence_id);
create policy evidence_doubts_seen on evidence_doubts
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table exchange_addresses (
  connection_id bigint not null,
  unit_id integer not null,
  organ_id text not null,
  UNIQUE (connection_id, organ_id),
  PRIMARY KEY (connection_id, unit_id),
  FOREIGN KEY (connection_id) REFERENCES exchange_connections(id),
  FOREIGN KEY (unit_id) REFERENCES units(id)
);
create policy exchange_addresses_seen on exchange_addresses
  using (loa_system() OR (EXISTS ( SELECT
   FROM exchange_connections c
  WHERE (c.id = exchange_addresses.connection_id))));

create table exchange_connections (
  id bigint not null generated always as identity,
  unit_id integer not null,
  name text not null,
  kind text not null,
  organ_id text not null,
  place text not null,
  system_id text,
  sealed bytea,
  zipped boolean not null default false,
  enabled boolean not null default true,
  poll_minutes integer not null default 5,
  next_poll_at timestamp with time zone not null,
  leased_until timestamp with time zone,
  polled_at timestamp with time zone,
  answered_at timestamp with time zone,
  trouble text,
  trouble_since timestamp with time zone,
  clock_off integer,
  version integer not null default 1,
  changed_by text,
  changed_at timestamp with time zone not null,
  key_sha256 text,
  UNIQUE (unit_id, kind, place, organ_id),
  PRIMARY KEY (id),
  FOREIGN KEY (changed_by) REFERENCES people(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((key_sha256 IS NULL) OR (kind = 'guest'::text))),
  CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 200))),
  CHECK (((organ_id = ''::text) = (kind = ANY (ARRAY['mail'::text, 'drop'::text])))),
  CHECK (((poll_minutes >= 1) AND (poll_minutes <= 1440))),
  CHECK ((kind = ANY (ARRAY['hub'::text, 'folder'::text, 'mail'::text, 'drop'::text, 'guest'::text])))
);
CREATE INDEX exchange_connections_due ON public.exchange_connections USING btree (next_poll_at) WHERE enabled;
CREATE UNIQUE INDEX exchange_connections_guest ON public.exchange_connections USING btree (system_id) WHERE (kind = 'guest'::text);
CREATE UNIQUE INDEX exchange_connections_place ON public.exchange_connections USING btree (kind, place) WHERE ((kind = ANY (ARRAY['folder'::text, 'drop'::text])) AND enabled);
create policy exchange_connections_seen on exchange_connections
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table exchange_incoming (
  id bigint not null generated always as identity,
  connection_id bigint not null,
  from_organ text not null,
  from_name text not null,
  document_id text not null,
  code text,
  dated text,
  dispatch_id bigint,
  early jsonb not null default '[]'::jsonb,
  steps text[] not null default '{}'::text[],
  update_sha256 text,
  replaced_by text,
  legal_value text,
  at timestamp with time zone not null,
  UNIQUE (connection_id, from_organ, document_id),
  PRIMARY KEY (id),
  FOREIGN KEY (connection_id) REFERENCES exchange_connections(id),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  CHECK ((legal_value = ANY (ARRAY['original'::text, 'information'::text])))
);
CREATE INDEX exchange_incoming_dispatch ON public.exchange_incoming USING btree (dispatch_id);
create policy exchange_incoming_seen on exchange_incoming
  using (loa_system() OR (EXISTS ( SELECT
   FROM exchange_connections c
  WHERE (c.id = exchange_incoming.connection_id))));

create table exchange_outgoing (
  id bigint not null generated always as identity,
  connection_id bigint not null,
  key text not null,
  kind text not null,
  business integer,
  status text,
  dispatch_id bigint,
  unit_id integer,
  incoming_id bigint,
  to_organ text not null,
  to_name text not null,
  document_id text not null,
  content jsonb not null,
  package_sha256 text,
  state text not null default 'waiting'::text,
  tries integer not null default 0,
  next_at timestamp with time zone not null,
  ref text,
  said text,
  code text,
  created_at timestamp with time zone not null,
  handed_at timestamp with time zone,
  received_at timestamp with time zone,
  heard text,
  UNIQUE (connection_id, key),
  PRIMARY KEY (id),
  FOREIGN KEY (connection_id) REFERENCES exchange_connections(id),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (incoming_id) REFERENCES exchange_incoming(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((business >= 0) AND (business <= 3))),
  CHECK (((kind = 'edoc'::text) = (business IS NOT NULL))),
  CHECK (((kind = 'status'::text) = (status IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['edoc'::text, 'status'::text]))),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'handed'::text, 'received'::text, 'refused'::text, 'dropped'::text])))
);
CREATE INDEX exchange_outgoing_dispatch ON public.exchange_outgoing USING btree (dispatch_id);
CREATE INDEX exchange_outgoing_document ON public.exchange_outgoing USING btree (connection_id, document_id, to_organ) WHERE (kind = 'edoc'::text);
CREATE INDEX exchange_outgoing_due ON public.exchange_outgoing USING btree (connection_id, next_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));
CREATE INDEX exchange_outgoing_handed ON public.exchange_outgoing USING btree (connection_id, handed_at) WHERE (state = 'handed'::text);
CREATE INDEX exchange_outgoing_open ON public.exchange_outgoing USING btree (connection_id, state, id DESC) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text, 'refused'::text]));
CREATE INDEX exchange_outgoing_ref ON public.exchange_outgoing USING btree (connection_id, ref) WHERE (ref IS NOT NULL);
create policy exchange_outgoing_seen on exchange_outgoing
  using (loa_system() OR (EXISTS ( SELECT
   FROM exchange_connections c
  WHERE (c.id = exchange_outgoing.connection_id))));

create table exchange_taken (
  connection_id bigint not null,
  ref text not null,
  kind text not null,
  how text not null,
  said text,
  sha256 text not null,
  incoming_id bigint,
  at timestamp with time zone not null,
  dispatch_id bigint,
  letter_key text,
  PRIMARY KEY (connection_id, ref),
  FOREIGN KEY (connection_id) REFERENCES exchange_connections(id),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (incoming_id) REFERENCES exchange_incoming(id),
  CHECK ((how = ANY (ARRAY['stored'::text, 'unreadable'::text])))
);
CREATE INDEX exchange_taken_at ON public.exchange_taken USING btree (connection_id, at DESC);
CREATE UNIQUE INDEX exchange_taken_letter ON public.exchange_taken USING btree (connection_id, letter_key) WHERE (letter_key IS NOT NULL);
create policy exchange_taken_seen on exchange_taken
  using (loa_system() OR (EXISTS ( SELECT
   FROM exchange_connections c
  WHERE (c.id = exchange_taken.connection_id))));

create table expected_reports (
  id bigint not null generated always as identity,
  round_id bigint not null,
  campaign_id bigint not null,
  duty_id bigint not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  due_at timestamp with time zone not null,
  state text not null default 'waiting'::text,
  submissions integer not null default 0,
  first_submitted_at timestamp with time zone,
  submitted_at timestamp with time zone,
  findings jsonb not null default '[]'::jsonb,
  snapshot jsonb,
  report_id bigint,
  exempt_reason text,
  decided_by text,
  decided_at timestamp with time zone,
  version integer not null default 1,
  UNIQUE (round_id, duty_id),
  PRIMARY KEY (id),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (decided_by) REFERENCES people(id),
  FOREIGN KEY (duty_id) REFERENCES duties(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (report_id) REFERENCES reports(id),
  FOREIGN KEY (round_id) REFERENCES report_rounds(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((state <> 'exempt'::text) OR (length(TRIM(BOTH FROM exempt_reason)) > 0))),
  CHECK (((submissions > 0) OR (state = ANY (ARRAY['waiting'::text, 'exempt'::text])))),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'submitted'::text, 'returned'::text, 'accepted'::text, 'exempt'::text])))
);
CREATE INDEX expected_reports_duty ON public.expected_reports USING btree (duty_id, id DESC);
CREATE INDEX expected_reports_owner ON public.expected_reports USING btree (owner_unit_id, state);
create policy expected_reports_seen on expected_reports
  using (loa_system() OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (EXISTS ( SELECT
   FROM duties d
  WHERE (d.id = expected_reports.duty_id))));

create table field_corrections (
  id bigint not null generated always as identity,
  dispatch_id bigint not null,
  field text not null,
  read_value jsonb not null,
  read_source jsonb,
  corrected_value jsonb not null,
  how text not null,
  span_start integer,
  span_end integer,
  person_id text,
  at timestamp with time zone not null,
  version integer not null,
  UNIQUE (dispatch_id, field, version),
  PRIMARY KEY (id),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (person_id) REFERENCES people(id),
  CHECK (((how = 'marked'::text) = ((span_start IS NOT NULL) AND (span_end IS NOT NULL)))),
  CHECK ((how = ANY (ARRAY['typed'::text, 'marked'::text, 'as-read'::text]))),
  CHECK ((span_start < span_end))
);
create policy corrections_seen on field_corrections
  using (EXISTS ( SELECT
   FROM dispatches d
  WHERE (d.id = field_corrections.dispatch_id)));
create policy corrections_written on field_corrections
  using null
  with check ((loa_system() OR (EXISTS ( SELECT
   FROM dispatches d
  WHERE ((d.id = field_corrections.dispatch_id) AND (d.owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)))))));

create table field_edits (
  id uuid not null,
  activity_id uuid not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  person_id text not null,
  words jsonb not null,
  outcome text not null,
  app text not null,
  device_at timestamp with time zone not null,
  clock_behind integer not null,
  received_at timestamp with time zone not null,
  receipt bigint,
  finished_at timestamp with time zone,
  choice text,
  decided_by text,
  decided_at timestamp with time zone,
  UNIQUE (receipt),
  PRIMARY KEY (id),
  FOREIGN KEY (activity_id) REFERENCES activities(id),
  FOREIGN KEY (decided_by) REFERENCES people(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (person_id) REFERENCES people(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((choice IS NULL) = (decided_at IS NULL))),
  CHECK (((choice IS NULL) OR (outcome = 'conflict'::text))),
  CHECK (((receipt IS NULL) = (finished_at IS NULL))),
  CHECK ((choice = ANY (ARRAY['current'::text, 'other'::text]))),
  CHECK ((outcome = ANY (ARRAY['received'::text, 'conflict'::text])))
);
CREATE INDEX field_edits_activity ON public.field_edits USING btree (activity_id, received_at);
CREATE INDEX field_edits_open ON public.field_edits USING btree (unit_id) WHERE ((outcome = 'conflict'::text) AND (choice IS NULL));
create policy field_edits_seen on field_edits
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table figure_changes (
  id bigint not null generated always as identity,
  owner_unit_id integer not null,
  campaign_id bigint not null,
  unit_id integer not null,
  indicator text not null,
  day date not null,
  topics bigint[] not null,
  PRIMARY KEY (id)
);
CREATE INDEX figure_changes_campaign ON public.figure_changes USING btree (campaign_id);
create policy figure_changes_seen on figure_changes
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)))
  with check (true);

create table figure_checks (
  id bigint not null generated always as identity,
  campaign_id bigint not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  rule text not null,
  indicator text not null,
  subject text not null default ''::text,
  numbers text not null,
  size numeric not null,
  found_at timestamp with time zone not null,
  answer text,
  note text not null default ''::text,
  answered_by text,
  answered_at timestamp with time zone,
  UNIQUE (campaign_id, unit_id, rule, indicator, subject, numbers),
  PRIMARY KEY (id),
  FOREIGN KEY (answered_by) REFERENCES people(id),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (indicator) REFERENCES indicators(code),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK ((((answer IS NULL) = (answered_by IS NULL)) AND ((answer IS NULL) = (answered_at IS NULL)))),
  CHECK (((answer IS DISTINCT FROM 'right'::text) OR (length(TRIM(BOTH FROM note)) > 0))),
  CHECK ((answer = ANY (ARRAY['right'::text, 'mended'::text])))
);
CREATE INDEX figure_checks_open ON public.figure_checks USING btree (owner_unit_id, campaign_id) WHERE (answer IS NULL);
create policy figure_checks_seen on figure_checks
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table figures (
  campaign_id bigint not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  indicator text not null,
  declared numeric not null,
  proved numeric not null,
  claimed numeric not null,
  doubted numeric not null,
  activities integer not null,
  last_at timestamp with time zone not null,
  corrected numeric not null default 0,
  PRIMARY KEY (campaign_id, indicator, unit_id),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (indicator) REFERENCES indicators(code),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK ((declared = (((proved + claimed) + doubted) + corrected)))
);
CREATE INDEX figures_unit ON public.figures USING btree (campaign_id, unit_id);
create policy figures_seen on figures
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table finding_asides (
  dispatch_id bigint not null,
  key text not null,
  reason text not null,
  person_id text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (dispatch_id, key),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (person_id) REFERENCES people(id),
  CHECK (((length(reason) >= 3) AND (length(reason) <= 500)))
);
create policy finding_asides_seen on finding_asides
  using (EXISTS ( SELECT
   FROM dispatches d
  WHERE (d.id = finding_asides.dispatch_id)));
create policy finding_asides_written on finding_asides
  using (loa_system() OR (EXISTS ( SELECT
   FROM dispatches d
  WHERE ((d.id = finding_asides.dispatch_id) AND (d.owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest))))));

create table gatherings (
  id uuid not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  duty_id bigint not null,
  form text not null,
  title text not null,
  venue_id uuid not null,
  vehicle_id bigint,
  crew text[] not null default '{}'::text[],
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  cancelled_reason text,
  despite text[] not null default '{}'::text[],
  version integer not null default 1,
  created_by text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (created_by) REFERENCES people(id),
  FOREIGN KEY (duty_id) REFERENCES duties(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  FOREIGN KEY (vehicle_id) REFERENCES vehicles(id),
  FOREIGN KEY (venue_id) REFERENCES venues(id),
  CHECK (((cancelled_at IS NULL) = (cancelled_reason IS NULL))),
  CHECK ((ends_at > starts_at)),
  CHECK ((form = ANY (ARRAY['performance-film'::text, 'exhibition'::text, 'contest'::text, 'integration'::text])))
);
CREATE INDEX gatherings_duty ON public.gatherings USING btree (duty_id);
CREATE INDEX gatherings_owner ON public.gatherings USING btree (owner_unit_id, starts_at);
CREATE INDEX gatherings_unit ON public.gatherings USING btree (unit_id, starts_at);
CREATE INDEX gatherings_venue ON public.gatherings USING btree (venue_id, starts_at);
create policy gatherings_seen on gatherings
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table handovers (
  id bigint not null generated always as identity,
  duty_id bigint not null,
  owner_unit_id integer not null,
  from_unit_id integer not null,
  to_unit_id integer,
  asked_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by text,
  UNIQUE (duty_id, from_unit_id),
  PRIMARY KEY (id),
  FOREIGN KEY (decided_by) REFERENCES people(id),
  FOREIGN KEY (duty_id) REFERENCES duties(id),
  FOREIGN KEY (from_unit_id) REFERENCES units(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (to_unit_id) REFERENCES units(id),
  CHECK (((to_unit_id IS NULL) = (decided_at IS NULL)))
);
CREATE INDEX handovers_open ON public.handovers USING btree (owner_unit_id, id) WHERE (decided_at IS NULL);
create policy handovers_seen on handovers
  using (loa_system() OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (from_unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (to_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table holiday_years (
  year integer not null,
  tet_before integer not null,
  national_day_with text not null,
  act text not null,
  decided_by text not null,
  decided_at timestamp with time zone not null,
  PRIMARY KEY (year),
  FOREIGN KEY (decided_by) REFERENCES people(id),
  CHECK (((year >= 2000) AND (year <= 2100))),
  CHECK ((length(TRIM(BOTH FROM act)) > 0)),
  CHECK ((national_day_with = ANY (ARRAY['before'::text, 'after'::text]))),
  CHECK ((tet_before = ANY (ARRAY[1, 2])))
);
create policy holiday_years_kept on holiday_years
  using loa_directory();
create policy holiday_years_read on holiday_years
  using true;

create table holidays (
  day date not null,
  name text not null,
  kind text not null,
  note text not null default ''::text,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  PRIMARY KEY (day),
  FOREIGN KEY (entered_by) REFERENCES people(id),
  CHECK ((kind = ANY (ARRAY['off'::text, 'working'::text]))),
  CHECK ((length(TRIM(BOTH FROM name)) > 0))
);
create policy holidays_kept on holidays
  using loa_directory();
create policy holidays_read on holidays
  using true;

create table idempotency_keys (
  person_id text not null,
  key text not null,
  request text not null,
  status integer,
  answer jsonb,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (person_id, key),
  FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  CHECK (((length(key) >= 8) AND (length(key) <= 200)))
);
CREATE INDEX idempotency_keys_age ON public.idempotency_keys USING btree (created_at);

create table indicators (
  code text not null,
  ordinal integer not null,
  form text not null,
  name text not null,
  name_en text not null,
  unit text not null,
  unit_en text not null,
  decimals integer not null default 0,
  main boolean not null default false,
  aggregation text not null default 'sum'::text,
  evidence text[] not null default '{photo}'::text[],
  active boolean not null default true,
  version integer not null default 1,
  UNIQUE (ordinal),
  PRIMARY KEY (code),
  CHECK (((NOT main) OR ((aggregation = 'sum'::text) AND active))),
  CHECK (((cardinality(evidence) > 0) AND (evidence <@ ARRAY['photo'::text, 'link'::text, 'document'::text, 'copy'::text, 'audio'::text, 'play-log'::text, 'track'::text]))),
  CHECK (((decimals >= 0) AND (decimals <= 3))),
  CHECK ((aggregation = ANY (ARRAY['sum'::text, 'distinct'::text, 'max'::text, 'last'::text, 'ratio'::text]))),
  CHECK ((form = ANY (ARRAY['visual'::text, 'loudspeaker-car'::text, 'website'::text, 'led'::text, 'mass-media'::text, 'commune-loudspeakers'::text, 'performance-film'::text, 'exhibition'::text, 'contest'::text, 'integration'::text])))
);
CREATE UNIQUE INDEX indicators_main ON public.indicators USING btree (form) WHERE main;

create table installation (
  one boolean not null default true,
  operator_unit_id integer not null,
  PRIMARY KEY (one),
  FOREIGN KEY (operator_unit_id) REFERENCES units(id),
  CHECK (one)
);

create table invitations (
  id bigint not null generated always as identity,
  unit_id integer not null,
  person_id text not null,
  token_sha256 text not null,
  expires_at timestamp with time zone not null,
  created_by text,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  UNIQUE (token_sha256),
  PRIMARY KEY (id),
  FOREIGN KEY (created_by) REFERENCES people(id),
  FOREIGN KEY (person_id) REFERENCES people(id),
  FOREIGN KEY (unit_id) REFERENCES units(id)
);
CREATE INDEX invitations_person ON public.invitations USING btree (person_id);
create policy invitations_kept on invitations
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)))
  with check ((loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest))));
create policy invitations_read on invitations
  using true;

create table leaves (
  id bigint not null generated always as identity,
  unit_id integer not null,
  person_id text not null,
  stand_in_person_id text,
  valid_from date not null,
  valid_to date not null,
  note text not null default ''::text,
  created_by text,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  change_id bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (change_id) REFERENCES unit_changes(id),
  FOREIGN KEY (created_by) REFERENCES people(id),
  FOREIGN KEY (person_id) REFERENCES people(id),
  FOREIGN KEY (stand_in_person_id) REFERENCES people(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK ((stand_in_person_id <> person_id)),
  CHECK ((valid_to >= valid_from))
);
CREATE INDEX leaves_change ON public.leaves USING btree (change_id) WHERE (change_id IS NOT NULL);
CREATE INDEX leaves_person ON public.leaves USING btree (person_id);
CREATE INDEX leaves_stand_in ON public.leaves USING btree (stand_in_person_id);
create policy leaves_carried on leaves
  using (loa_directory() AND (change_id IS NOT NULL))
  with check ((loa_directory() AND (change_id IS NOT NULL)));
create policy leaves_kept on leaves
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)))
  with check ((loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest))));
create policy leaves_read on leaves
  using true;

create table mail_reminders (
  mail_id uuid not null,
  reminder_id uuid not null,
  PRIMARY KEY (mail_id, reminder_id),
  FOREIGN KEY (mail_id) REFERENCES mails(id),
  FOREIGN KEY (reminder_id) REFERENCES reminders(id)
);
CREATE INDEX mail_reminders_reminder ON public.mail_reminders USING btree (reminder_id);
create policy mail_reminders_seen on mail_reminders
  using (loa_system() OR (EXISTS ( SELECT
   FROM reminders r
  WHERE ((r.id = mail_reminders.reminder_id) AND (r.owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest))))));

create table mails (
  id uuid not null,
  person_id text not null,
  address text not null,
  day date not null,
  state text not null default 'waiting'::text,
  tries integer not null default 0,
  next_at timestamp with time zone not null,
  trouble text,
  sent_at timestamp with time zone,
  UNIQUE (person_id, day),
  PRIMARY KEY (id),
  FOREIGN KEY (person_id) REFERENCES people(id),
  CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text])))
);
CREATE INDEX mails_due ON public.mails USING btree (next_at) WHERE (state = 'waiting'::text);
create policy mails_seen on mails
  using (loa_system() OR (EXISTS ( SELECT
   FROM mail_reminders m
  WHERE (m.mail_id = mails.id))));

create table migrations (
  name text not null,
  sha256 text not null,
  at timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);

create table number_plans (
  unit_id integer not null,
  from_year integer not null,
  kind text not null,
  act text not null,
  decided_by text not null,
  decided_at timestamp with time zone not null,
  PRIMARY KEY (unit_id, from_year),
  FOREIGN KEY (decided_by) REFERENCES people(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((from_year >= 2000) AND (from_year <= 2100))),
  CHECK ((kind = ANY (ARRAY['one'::text, 'per-type'::text]))),
  CHECK ((length(TRIM(BOTH FROM act)) > 0))
);
create policy number_plans_seen on number_plans
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table number_series (
  unit_id integer not null,
  year integer not null,
  series text not null,
  last integer not null,
  PRIMARY KEY (unit_id, year, series),
  FOREIGN KEY (unit_id) REFERENCES units(id)
);

create table passkeys (
  id text not null,
  person_id text not null,
  name text,
  public_key text not null,
  credential_id text not null,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamp with time zone default now(),
  UNIQUE (credential_id),
  PRIMARY KEY (id),
  FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
);
CREATE INDEX passkeys_person ON public.passkeys USING btree (person_id);

create table people (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  title text not null default ''::text,
  example boolean not null default false,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  left_on date,
  two_factor_enabled boolean not null default false,
  UNIQUE (email),
  PRIMARY KEY (id)
);

create table period_figures (
  owner_unit_id integer not null,
  campaign_id bigint not null,
  topic_id bigint not null,
  kind text not null,
  starts_on date not null,
  unit_id integer not null,
  indicator text not null,
  declared numeric not null,
  proved numeric not null,
  claimed numeric not null,
  doubted numeric not null,
  corrected numeric not null,
  activities integer not null,
  last_at timestamp with time zone not null,
  basis jsonb,
  PRIMARY KEY (owner_unit_id, campaign_id, topic_id, kind, starts_on, unit_id, indicator),
  CHECK ((activities > 0)),
  CHECK ((declared = (((proved + claimed) + doubted) + corrected))),
  CHECK ((kind = ANY (ARRAY['adm-month'::text, 'adm-quarter'::text, 'adm-half'::text, 'adm-nine-months'::text, 'adm-year'::text, 'cal-month'::text, 'cal-quarter'::text, 'cal-half'::text, 'cal-nine-months'::text, 'cal-year'::text, 'week'::text])))
);
create policy period_figures_seen on period_figures
  using (( SELECT loa_system() AS loa_system) OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)))
  with check (loa_system());

create table photo_judgements (
  id bigint not null generated always as identity,
  evidence_id uuid not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  verdict text not null,
  comment text not null default ''::text,
  sample_id bigint,
  judged_by text not null,
  judged_at timestamp with time zone not null,
  closed_doubts bigint[] not null default '{}'::bigint[],
  state_before text not null,
  reason_before text,
  version_after integer not null,
  undone_at timestamp with time zone,
  undone_by text,
  PRIMARY KEY (id),
  FOREIGN KEY (evidence_id) REFERENCES evidence(id),
  FOREIGN KEY (judged_by) REFERENCES people(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (sample_id) REFERENCES photo_samples(id),
  FOREIGN KEY (undone_by) REFERENCES people(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK ((verdict = ANY (ARRAY['fine'::text, 'refused'::text, 'asked'::text])))
);
CREATE INDEX photo_judgements_evidence ON public.photo_judgements USING btree (evidence_id, id DESC) WHERE (undone_at IS NULL);
create policy photo_judgements_seen on photo_judgements
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table photo_prints (
  id integer not null generated always as identity,
  evidence_id uuid not null,
  unit_id integer not null,
  hashes bytea not null,
  grey bytea not null,
  UNIQUE (evidence_id),
  PRIMARY KEY (id),
  FOREIGN KEY (evidence_id) REFERENCES evidence(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK ((length(grey) = 4096)),
  CHECK ((length(hashes) = 48))
);
create policy photo_prints_seen on photo_prints
  using loa_system();

create table photo_sample_members (
  sample_id bigint not null,
  evidence_id uuid not null,
  owner_unit_id integer not null,
  PRIMARY KEY (sample_id, evidence_id),
  FOREIGN KEY (evidence_id) REFERENCES evidence(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (sample_id) REFERENCES photo_samples(id)
);
create policy photo_sample_members_seen on photo_sample_members
  using (loa_system() OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table photo_samples (
  id bigint not null generated always as identity,
  campaign_id bigint not null,
  owner_unit_id integer not null,
  seed text not null,
  percent integer not null,
  photos integer not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (made_by) REFERENCES people(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  CHECK (((percent >= 0) AND (percent <= 100)))
);
CREATE INDEX photo_samples_campaign ON public.photo_samples USING btree (campaign_id, id DESC);
create policy photo_samples_seen on photo_samples
  using (loa_system() OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table positions (
  task_id uuid not null,
  at timestamp with time zone not null,
  latitude double precision not null,
  longitude double precision not null,
  speed real,
  accuracy real,
  source text not null,
  PRIMARY KEY (task_id, at),
  FOREIGN KEY (task_id) REFERENCES vehicle_tasks(id),
  CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  CHECK ((source = ANY (ARRAY['device'::text, 'gpx'::text])))
);
create policy positions_seen on positions
  using (EXISTS ( SELECT
   FROM vehicle_tasks t
  WHERE (t.id = positions.task_id)));

create table postings (
  id uuid not null,
  site_id uuid not null,
  face_id uuid not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  duty_id bigint not null,
  activity_id uuid,
  content text not null,
  up_on date not null,
  due_on date,
  down_on date,
  version integer not null default 1,
  updated_by text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (activity_id) REFERENCES activities(id),
  FOREIGN KEY (duty_id) REFERENCES duties(id),
  FOREIGN KEY (face_id) REFERENCES site_faces(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  FOREIGN KEY (updated_by) REFERENCES people(id),
  CHECK ((down_on >= up_on)),
  CHECK ((due_on >= up_on))
);
CREATE INDEX postings_duty ON public.postings USING btree (duty_id);
CREATE INDEX postings_face ON public.postings USING btree (face_id, up_on DESC);
CREATE INDEX postings_hanging ON public.postings USING btree (unit_id, due_on) WHERE (down_on IS NULL);
CREATE INDEX postings_owner ON public.postings USING btree (owner_unit_id, site_id);
create policy postings_seen on postings
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table proposals (
  id bigint not null generated always as identity,
  dispatch_id bigint not null,
  ordinal integer not null,
  kind text not null,
  value jsonb not null,
  source jsonb not null,
  decision text not null default 'waiting'::text,
  decided_by text,
  decided_at timestamp with time zone,
  version integer not null default 0,
  UNIQUE (dispatch_id, ordinal),
  PRIMARY KEY (id),
  FOREIGN KEY (decided_by) REFERENCES people(id),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  CHECK ((decision = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'changed'::text, 'rejected'::text]))),
  CHECK ((kind = ANY (ARRAY['topic'::text, 'form'::text, 'addressee'::text, 'link'::text, 'deadline'::text, 'duty'::text, 'quantity'::text, 'money'::text, 'attachment'::text])))
);

create table quantity_corrections (
  id uuid not null,
  number bigint not null generated always as identity,
  activity_id uuid not null,
  indicator text not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  quantity numeric not null,
  out_of numeric,
  things text[] not null default '{}'::text[],
  reason text not null,
  corrected_by text not null,
  corrected_at timestamp with time zone not null,
  UNIQUE (number),
  PRIMARY KEY (id),
  FOREIGN KEY (activity_id) REFERENCES activities(id),
  FOREIGN KEY (corrected_by) REFERENCES people(id),
  FOREIGN KEY (indicator) REFERENCES indicators(code),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((out_of > (0)::numeric) AND (out_of >= quantity))),
  CHECK ((length(TRIM(BOTH FROM reason)) > 0)),
  CHECK ((quantity >= (0)::numeric))
);
CREATE INDEX quantity_corrections_activity ON public.quantity_corrections USING btree (activity_id, indicator, number DESC);
CREATE INDEX quantity_corrections_newest ON public.quantity_corrections USING btree (corrected_at DESC);
create policy quantity_corrections_seen on quantity_corrections
  using (loa_system() OR (EXISTS ( SELECT
   FROM activities a
  WHERE (a.id = quantity_corrections.activity_id))));

create table reminder_days (
  duty_id bigint not null,
  reason text not null,
  day date not null,
  reminder_id uuid not null,
  PRIMARY KEY (duty_id, reason, day),
  FOREIGN KEY (duty_id) REFERENCES duties(id),
  FOREIGN KEY (reminder_id) REFERENCES reminders(id)
);
CREATE INDEX reminder_days_reminder ON public.reminder_days USING btree (reminder_id);
create policy reminder_days_seen on reminder_days
  using (loa_system() OR (EXISTS ( SELECT
   FROM reminders r
  WHERE (r.id = reminder_days.reminder_id))));

create table reminder_readings (
  reminder_id uuid not null,
  person_id text not null,
  read_at timestamp with time zone not null,
  PRIMARY KEY (reminder_id, person_id),
  FOREIGN KEY (person_id) REFERENCES people(id),
  FOREIGN KEY (reminder_id) REFERENCES reminders(id)
);
create policy reminder_readings_seen on reminder_readings
  using (loa_system() OR (EXISTS ( SELECT
   FROM reminders r
  WHERE (r.id = reminder_readings.reminder_id))));

create table reminders (
  id uuid not null,
  campaign_id bigint not null,
  duty_id bigint not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  reasons jsonb not null,
  text text,
  state text not null,
  settled boolean not null default false,
  not_before timestamp with time zone not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  version integer not null default 1,
  PRIMARY KEY (id),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (duty_id) REFERENCES duties(id),
  FOREIGN KEY (made_by) REFERENCES people(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((NOT settled) OR (state = 'cancelled'::text))),
  CHECK (((state = 'sent'::text) = ((text IS NOT NULL) AND (sent_at IS NOT NULL)))),
  CHECK ((jsonb_array_length(reasons) > 0)),
  CHECK ((state = ANY (ARRAY['drafted'::text, 'waiting'::text, 'sent'::text, 'cancelled'::text])))
);
CREATE INDEX reminders_campaign ON public.reminders USING btree (campaign_id, made_at DESC, id DESC);
CREATE INDEX reminders_due ON public.reminders USING btree (not_before) WHERE (state = 'waiting'::text);
CREATE INDEX reminders_duty ON public.reminders USING btree (duty_id) WHERE (state = 'sent'::text);
CREATE INDEX reminders_unit ON public.reminders USING btree (unit_id, sent_at DESC) WHERE (state = 'sent'::text);
create policy reminders_kept on reminders
  using (loa_system() OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));
create policy reminders_received on reminders
  using ((state = 'sent'::text) AND (unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table report_comments (
  id bigint not null generated always as identity,
  expected_id bigint not null,
  number integer not null,
  indicator text,
  text text not null,
  person_id text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (expected_id) REFERENCES expected_reports(id),
  FOREIGN KEY (expected_id, number) REFERENCES report_submissions(expected_id, number),
  FOREIGN KEY (indicator) REFERENCES indicators(code),
  FOREIGN KEY (person_id) REFERENCES people(id),
  CHECK ((length(TRIM(BOTH FROM text)) > 0))
);
CREATE INDEX report_comments_expected ON public.report_comments USING btree (expected_id, id);
create policy report_comments_seen on report_comments
  using (loa_system() OR (EXISTS ( SELECT
   FROM expected_reports e
  WHERE (e.id = report_comments.expected_id))));

create table report_drafts (
  report_id bigint not null,
  number integer not null,
  as_of timestamp with time zone not null,
  snapshot jsonb not null,
  made_by text,
  PRIMARY KEY (report_id, number),
  FOREIGN KEY (made_by) REFERENCES people(id),
  FOREIGN KEY (report_id) REFERENCES reports(id)
);
create policy report_drafts_seen on report_drafts
  using (loa_system() OR (EXISTS ( SELECT
   FROM reports r
  WHERE (r.id = report_drafts.report_id))));

create table report_rounds (
  id bigint not null generated always as identity,
  campaign_id bigint not null,
  owner_unit_id integer not null,
  kind text not null,
  period_from date,
  period_to date not null,
  cut_off date not null,
  due_at timestamp with time zone not null,
  up_due_at timestamp with time zone,
  reported_at timestamp with time zone,
  version integer not null default 1,
  opened_by text,
  opened_at timestamp with time zone not null,
  answers_id bigint,
  UNIQUE (campaign_id, kind, period_to),
  PRIMARY KEY (id),
  FOREIGN KEY (answers_id) REFERENCES expected_reports(id),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (opened_by) REFERENCES people(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  CHECK (((period_from IS NULL) OR (period_from <= period_to))),
  CHECK (((up_due_at IS NULL) OR (up_due_at > due_at))),
  CHECK ((kind = ANY (ARRAY['week'::text, 'month'::text, 'quarter'::text, 'half-year'::text, 'year'::text, 'final'::text, 'other'::text])))
);
CREATE INDEX report_rounds_answers ON public.report_rounds USING btree (answers_id) WHERE (answers_id IS NOT NULL);
CREATE INDEX report_rounds_owner ON public.report_rounds USING btree (owner_unit_id, id DESC);
create policy report_rounds_kept on report_rounds
  using (loa_system() OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));
create policy report_rounds_read on report_rounds
  using (loa_system() OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (EXISTS ( SELECT
   FROM duties d
  WHERE (d.campaign_id = report_rounds.campaign_id))));

create table report_submissions (
  expected_id bigint not null,
  number integer not null,
  unit_id integer not null,
  figures jsonb not null,
  forms jsonb not null,
  narrative text not null default ''::text,
  gaps jsonb not null default '[]'::jsonb,
  report_id bigint,
  dispatch_id bigint,
  submitted_by text,
  submitted_at timestamp with time zone not null,
  PRIMARY KEY (expected_id, number),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (expected_id) REFERENCES expected_reports(id),
  FOREIGN KEY (report_id) REFERENCES reports(id),
  FOREIGN KEY (submitted_by) REFERENCES people(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK ((number > 0))
);
CREATE UNIQUE INDEX report_submissions_report ON public.report_submissions USING btree (report_id) WHERE (report_id IS NOT NULL);
create policy report_submissions_seen on report_submissions
  using (loa_system() OR (EXISTS ( SELECT
   FROM expected_reports e
  WHERE (e.id = report_submissions.expected_id))));

create table report_templates (
  id bigint not null generated always as identity,
  owner_unit_id integer not null,
  name text not null,
  outline jsonb not null,
  standard boolean not null default false,
  version integer not null default 1,
  updated_by text,
  updated_at timestamp with time zone not null,
  UNIQUE (owner_unit_id, name),
  PRIMARY KEY (id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (updated_by) REFERENCES people(id),
  CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 200)))
);
CREATE UNIQUE INDEX report_templates_standard ON public.report_templates USING btree (owner_unit_id) WHERE standard;
create policy report_templates_seen on report_templates
  using (loa_system() OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table report_texts (
  id bigint not null generated always as identity,
  report_id bigint not null,
  block text not null,
  text text not null,
  written_by text,
  written_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (report_id) REFERENCES reports(id),
  FOREIGN KEY (written_by) REFERENCES people(id)
);
CREATE INDEX report_texts_report ON public.report_texts USING btree (report_id, id);
create policy report_texts_seen on report_texts
  using (loa_system() OR (EXISTS ( SELECT
   FROM reports r
  WHERE (r.id = report_texts.report_id))));

create table reports (
  id bigint not null generated always as identity,
  campaign_id bigint not null,
  owner_unit_id integer not null,
  dispatch_id bigint not null,
  as_of timestamp with time zone not null,
  period_from date,
  period_to date,
  snapshot jsonb not null,
  created_by text,
  created_at timestamp with time zone not null default now(),
  round_id bigint,
  kind text not null default 'main'::text,
  of_report_id bigint,
  number integer,
  reason text,
  outline jsonb not null default '[]'::jsonb,
  texts jsonb not null default '{}'::jsonb,
  replies_to_id bigint,
  version integer not null default 1,
  drafts integer not null default 1,
  UNIQUE (dispatch_id),
  PRIMARY KEY (id),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (created_by) REFERENCES people(id),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (of_report_id) REFERENCES reports(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (replies_to_id) REFERENCES dispatches(id),
  FOREIGN KEY (round_id) REFERENCES report_rounds(id),
  CHECK ((((kind = 'main'::text) AND (of_report_id IS NULL) AND (number IS NULL)) OR ((kind = 'supplement'::text) AND (of_report_id IS NOT NULL) AND (number > 0)) OR ((kind = 'replacement'::text) AND (of_report_id IS NOT NULL) AND (length(TRIM(BOTH FROM reason)) > 0)))),
  CHECK ((kind = ANY (ARRAY['main'::text, 'supplement'::text, 'replacement'::text])))
);
CREATE INDEX reports_campaign ON public.reports USING btree (campaign_id);
CREATE INDEX reports_owner ON public.reports USING btree (owner_unit_id, id DESC);
CREATE INDEX reports_round ON public.reports USING btree (round_id, id DESC) WHERE (round_id IS NOT NULL);
CREATE UNIQUE INDEX reports_replacement ON public.reports USING btree (of_report_id) WHERE (kind = 'replacement'::text);
CREATE UNIQUE INDEX reports_supplements ON public.reports USING btree (of_report_id, number) WHERE (kind = 'supplement'::text);
create policy reports_seen on reports
  using (loa_system() OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table sessions (
  id text not null,
  person_id text not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  UNIQUE (token),
  PRIMARY KEY (id),
  FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
);
CREATE INDEX sessions_person ON public.sessions USING btree (person_id);

create table signature_checks (
  dispatch_id bigint not null,
  sha256 text not null,
  trust text not null,
  found jsonb,
  at timestamp with time zone not null,
  PRIMARY KEY (dispatch_id, sha256, trust),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id)
);
create policy signature_checks_seen on signature_checks
  using (loa_system() OR (EXISTS ( SELECT
   FROM dispatches d
  WHERE (d.id = signature_checks.dispatch_id))));

create table signatures (
  dispatch_id bigint not null,
  step text not null,
  person_id text not null,
  at timestamp with time zone not null,
  before_sha256 text not null,
  after_sha256 text not null,
  subject text not null,
  issuer text not null,
  serial text not null,
  timestamped boolean not null,
  PRIMARY KEY (dispatch_id, step),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (person_id) REFERENCES people(id),
  CHECK ((step = ANY (ARRAY['person'::text, 'organisation'::text])))
);
create policy signatures_seen on signatures
  using (loa_system() OR (EXISTS ( SELECT
   FROM dispatches d
  WHERE (d.id = signatures.dispatch_id))));

create table signing_keys (
  id bigint not null generated always as identity,
  person_id text,
  unit_id integer,
  sealed bytea,
  subject text not null,
  issuer text not null,
  serial text not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone not null,
  picture_sha256 text,
  picture_width integer,
  picture_height integer,
  tries integer not null default 0,
  locked_until timestamp with time zone,
  set_by text not null,
  set_at timestamp with time zone not null,
  kind text not null default 'file'::text,
  place jsonb,
  certificate bytea,
  chain bytea[] not null default '{}'::bytea[],
  UNIQUE (person_id),
  UNIQUE (unit_id),
  PRIMARY KEY (id),
  FOREIGN KEY (person_id) REFERENCES people(id),
  FOREIGN KEY (set_by) REFERENCES people(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((kind <> 'file'::text) = ((place IS NOT NULL) AND (certificate IS NOT NULL)))),
  CHECK (((kind = 'file'::text) = (sealed IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['file'::text, 'token'::text, 'remote'::text]))),
  CHECK ((num_nonnulls(person_id, unit_id) = 1)),
  CHECK ((num_nulls(picture_sha256, picture_width, picture_height) = ANY (ARRAY[0, 3])))
);
create policy signing_keys_kept on signing_keys
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (EXISTS ( SELECT
   FROM appointments a
  WHERE ((a.person_id = signing_keys.person_id) AND (a.unit_id IN ( SELECT unnest(loa_units()) AS unnest))))));
create policy signing_keys_read on signing_keys
  using true;

create table site_checks (
  id uuid not null,
  site_id uuid not null,
  posting_id uuid,
  unit_id integer not null,
  result text not null,
  note text not null default ''::text,
  at timestamp with time zone not null,
  by text not null,
  photo_sha256 text,
  photo_mime text,
  photo_preview_sha256 text,
  settled_at timestamp with time zone,
  settled_by text,
  settled_note text,
  PRIMARY KEY (id),
  FOREIGN KEY (by) REFERENCES people(id),
  FOREIGN KEY (posting_id) REFERENCES postings(id),
  FOREIGN KEY (settled_by) REFERENCES people(id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK ((result = ANY (ARRAY['found'::text, 'not-found'::text, 'damaged'::text])))
);
CREATE INDEX site_checks_open ON public.site_checks USING btree (unit_id) WHERE ((settled_at IS NULL) AND (result <> 'found'::text));
CREATE INDEX site_checks_site ON public.site_checks USING btree (site_id, at DESC);
create policy site_checks_seen on site_checks
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (EXISTS ( SELECT
   FROM sites s
  WHERE (s.id = site_checks.site_id))));

create table site_faces (
  id uuid not null,
  site_id uuid not null,
  ordinal integer not null,
  label text not null,
  width_m numeric,
  height_m numeric,
  UNIQUE (site_id, ordinal) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (id),
  FOREIGN KEY (site_id) REFERENCES sites(id),
  CHECK ((height_m > (0)::numeric)),
  CHECK ((width_m > (0)::numeric))
);
create policy site_faces_seen on site_faces
  using (EXISTS ( SELECT
   FROM sites s
  WHERE (s.id = site_faces.site_id)));

create table sites (
  id uuid not null,
  unit_id integer not null,
  number integer not null,
  name text not null,
  kind text not null,
  place text not null,
  latitude double precision,
  longitude double precision,
  owner_name text not null default ''::text,
  permit_number text not null default ''::text,
  permit_issuer text not null default ''::text,
  permit_from date,
  permit_to date,
  note text not null default ''::text,
  closed_on date,
  version integer not null default 1,
  updated_by text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  UNIQUE (unit_id, number),
  PRIMARY KEY (id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  FOREIGN KEY (updated_by) REFERENCES people(id),
  CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  CHECK (((latitude IS NULL) = (longitude IS NULL))),
  CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  CHECK ((kind = ANY (ARRAY['panel'::text, 'banner-line'::text, 'pole'::text, 'light-box'::text, 'gate'::text, 'wall'::text, 'led'::text, 'other'::text]))),
  CHECK ((permit_to >= permit_from))
);
CREATE INDEX sites_place ON public.sites USING btree (latitude, longitude) WHERE (latitude IS NOT NULL);
create policy sites_seen on sites
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (EXISTS ( SELECT
   FROM postings p
  WHERE ((p.site_id = sites.id) AND (p.owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest))))))
  with check ((loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest))));

create table taken_figures (
  expected_id bigint not null,
  campaign_id bigint not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  indicator text not null,
  dispatch_id bigint not null,
  declared numeric not null,
  proved numeric not null,
  claimed numeric not null,
  doubted numeric not null,
  corrected numeric not null,
  activities integer not null,
  PRIMARY KEY (expected_id, indicator),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  FOREIGN KEY (expected_id) REFERENCES expected_reports(id),
  FOREIGN KEY (indicator) REFERENCES indicators(code),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK ((declared = (((proved + claimed) + doubted) + corrected)))
);
CREATE INDEX taken_figures_figure ON public.taken_figures USING btree (campaign_id, unit_id, indicator);
create policy taken_figures_seen on taken_figures
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table target_answers (
  duty_id bigint not null,
  number integer not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  answer text not null,
  reason text not null default ''::text,
  answered_by text not null,
  answered_at timestamp with time zone not null,
  PRIMARY KEY (duty_id, number),
  FOREIGN KEY (answered_by) REFERENCES people(id),
  FOREIGN KEY (duty_id) REFERENCES duties(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((answer <> 'declined'::text) OR (length(TRIM(BOTH FROM reason)) > 0))),
  CHECK ((answer = ANY (ARRAY['accepted'::text, 'proposed'::text, 'declined'::text])))
);
create policy target_answers_seen on target_answers
  using (loa_system() OR (EXISTS ( SELECT
   FROM duties d
  WHERE (d.id = target_answers.duty_id))));

create table target_changes (
  id bigint not null generated always as identity,
  campaign_id bigint not null,
  number integer not null,
  duty_id bigint not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  indicator text not null,
  before numeric,
  after numeric,
  own numeric,
  parts jsonb not null default '[]'::jsonb,
  reason text not null default ''::text,
  at timestamp with time zone not null,
  UNIQUE (duty_id, number, indicator),
  PRIMARY KEY (id),
  FOREIGN KEY (campaign_id, number) REFERENCES target_versions(campaign_id, number),
  FOREIGN KEY (duty_id) REFERENCES duties(id),
  FOREIGN KEY (indicator) REFERENCES indicators(code),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK ((after >= (0)::numeric)),
  CHECK ((before >= (0)::numeric))
);
CREATE INDEX target_changes_version ON public.target_changes USING btree (campaign_id, number);
create policy target_changes_seen on target_changes
  using (loa_system() OR (EXISTS ( SELECT
   FROM duties d
  WHERE (d.id = target_changes.duty_id))));

create table target_plans (
  campaign_id bigint not null,
  owner_unit_id integer not null,
  rules jsonb not null default '[]'::jsonb,
  exceptions jsonb not null default '[]'::jsonb,
  version integer not null default 1,
  published integer not null default 0,
  updated_by text,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (campaign_id),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (updated_by) REFERENCES people(id)
);
create policy target_plans_kept on target_plans
  using (loa_system() OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table target_requests (
  id bigint not null generated always as identity,
  duty_id bigint not null,
  campaign_id bigint not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  indicator text not null,
  before numeric,
  after numeric,
  reason text not null,
  state text not null default 'open'::text,
  answer_reason text,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (asked_by) REFERENCES people(id),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (decided_by) REFERENCES people(id),
  FOREIGN KEY (duty_id) REFERENCES duties(id),
  FOREIGN KEY (indicator) REFERENCES indicators(code),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((state <> 'refused'::text) OR (length(TRIM(BOTH FROM answer_reason)) > 0))),
  CHECK (((state = ANY (ARRAY['agreed'::text, 'refused'::text])) = (decided_by IS NOT NULL))),
  CHECK ((after >= (0)::numeric)),
  CHECK ((length(TRIM(BOTH FROM reason)) > 0)),
  CHECK ((state = ANY (ARRAY['open'::text, 'agreed'::text, 'refused'::text, 'replaced'::text])))
);
CREATE INDEX target_requests_campaign ON public.target_requests USING btree (campaign_id, id DESC);
CREATE UNIQUE INDEX target_requests_open ON public.target_requests USING btree (duty_id, indicator) WHERE (state = 'open'::text);
create policy target_requests_seen on target_requests
  using (loa_system() OR (EXISTS ( SELECT
   FROM duties d
  WHERE (d.id = target_requests.duty_id))));

create table target_versions (
  campaign_id bigint not null,
  number integer not null,
  owner_unit_id integer not null,
  kind text not null,
  note text not null default ''::text,
  rules jsonb not null,
  exceptions jsonb not null,
  published_by text not null,
  published_at timestamp with time zone not null,
  PRIMARY KEY (campaign_id, number),
  FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (published_by) REFERENCES people(id),
  CHECK ((kind = ANY (ARRAY['published'::text, 'agreed'::text])))
);
create policy target_versions_kept on target_versions
  using (loa_system() OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table two_factors (
  id text not null,
  person_id text not null,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamp with time zone,
  PRIMARY KEY (id),
  FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
);
CREATE INDEX two_factors_person ON public.two_factors USING btree (person_id);

create table unit_changes (
  id bigint not null generated always as identity,
  kind text not null,
  title text not null,
  act text not null default ''::text,
  effective_on date,
  unit_id integer not null,
  person_id text,
  at timestamp with time zone not null,
  undoes bigint,
  UNIQUE (undoes),
  PRIMARY KEY (id),
  FOREIGN KEY (person_id) REFERENCES people(id),
  FOREIGN KEY (undoes) REFERENCES unit_changes(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((kind = 'undo'::text) = (undoes IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['import'::text, 'succession'::text, 'undo'::text])))
);
create policy unit_changes_kept on unit_changes
  using loa_directory()
  with check (loa_directory());
create policy unit_changes_read on unit_changes
  using true;

create table unit_closings (
  change_id bigint not null,
  unit_id integer not null,
  valid_to_before date,
  PRIMARY KEY (change_id, unit_id),
  FOREIGN KEY (change_id) REFERENCES unit_changes(id),
  FOREIGN KEY (unit_id) REFERENCES units(id)
);
CREATE INDEX unit_closings_unit ON public.unit_closings USING btree (unit_id);
create policy unit_closings_kept on unit_closings
  using loa_directory()
  with check (loa_directory());
create policy unit_closings_read on unit_closings
  using true;

create table unit_contacts (
  id bigint not null generated always as identity,
  unit_id integer not null,
  kind text not null,
  value text not null,
  valid_from date,
  valid_to date,
  change_id bigint,
  UNIQUE NULLS NOT DISTINCT (unit_id, kind, value, valid_from),
  PRIMARY KEY (id),
  FOREIGN KEY (change_id) REFERENCES unit_changes(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((length(TRIM(BOTH FROM value)) >= 1) AND (length(TRIM(BOTH FROM value)) <= 300))),
  CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_to >= valid_from))),
  CHECK ((kind = ANY (ARRAY['address'::text, 'phone'::text, 'email'::text, 'website'::text, 'organ-id'::text, 'exchange-code'::text])))
);
CREATE INDEX unit_contacts_change ON public.unit_contacts USING btree (change_id) WHERE (change_id IS NOT NULL);
create policy unit_contacts_kept on unit_contacts
  using loa_directory()
  with check (loa_directory());
create policy unit_contacts_read on unit_contacts
  using true;

create table unit_facilities (
  id bigint not null generated always as identity,
  unit_id integer not null,
  kind text not null,
  name text not null,
  valid_from date,
  valid_to date,
  UNIQUE NULLS NOT DISTINCT (unit_id, kind, name, valid_from),
  PRIMARY KEY (id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 200))),
  CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_to >= valid_from))),
  CHECK ((kind = ANY (ARRAY['station'::text, 'led'::text, 'loudspeaker-car'::text])))
);
create policy unit_facilities_kept on unit_facilities
  using loa_directory()
  with check (loa_directory());
create policy unit_facilities_read on unit_facilities
  using true;

create table unit_import_files (
  import_id bigint not null,
  file integer not null,
  name text not null,
  sha256 text not null,
  kind text,
  encoding text,
  rows integer not null default 0,
  padded integer not null default 0,
  trouble text,
  UNIQUE (import_id, sha256),
  PRIMARY KEY (import_id, file),
  FOREIGN KEY (import_id) REFERENCES unit_imports(id) ON DELETE CASCADE,
  CHECK ((kind = ANY (ARRAY['units'::text, 'mapping'::text])))
);
CREATE INDEX unit_import_files_sha256 ON public.unit_import_files USING btree (sha256);
create policy unit_import_files_kept on unit_import_files
  using loa_directory()
  with check (loa_directory());

create table unit_import_mappings (
  import_id bigint not null,
  line integer not null,
  old_code text not null,
  new_code text not null,
  share text not null,
  verdict text,
  file integer not null default 1,
  trouble text,
  detail text,
  about text not null default ''::text,
  PRIMARY KEY (import_id, file, line),
  FOREIGN KEY (import_id) REFERENCES unit_imports(id) ON DELETE CASCADE,
  CHECK ((share = ANY (ARRAY['full'::text, 'partial'::text])))
);
create policy unit_import_mappings_kept on unit_import_mappings
  using loa_directory()
  with check (loa_directory());

create table unit_import_rows (
  import_id bigint not null,
  line integer not null,
  code text not null,
  valid_from date,
  valid_to date,
  name text not null,
  full_name text not null,
  type text not null,
  parent_code text,
  merged_into text not null default ''::text,
  verdict text,
  detail text,
  file integer not null default 1,
  trouble text,
  about text not null default ''::text,
  PRIMARY KEY (import_id, file, line),
  FOREIGN KEY (import_id) REFERENCES unit_imports(id) ON DELETE CASCADE
);
CREATE INDEX unit_import_rows_verdict ON public.unit_import_rows USING btree (import_id, verdict, line);
create policy unit_import_rows_kept on unit_import_rows
  using loa_directory()
  with check (loa_directory());

create table unit_imports (
  id bigint not null generated always as identity,
  unit_id integer not null,
  person_id text,
  name text not null,
  state text not null,
  act text not null default ''::text,
  step text not null default 'read'::text,
  done integer not null default 0,
  total integer not null default 0,
  summary jsonb not null default '{}'::jsonb,
  problem text,
  change_id bigint,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  digest text,
  leave_out boolean not null default false,
  PRIMARY KEY (id),
  FOREIGN KEY (change_id) REFERENCES unit_changes(id),
  FOREIGN KEY (person_id) REFERENCES people(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK ((state = ANY (ARRAY['reading'::text, 'ready'::text, 'applying'::text, 'applied'::text, 'undoing'::text, 'undone'::text, 'failed'::text])))
);
create policy unit_imports_kept on unit_imports
  using loa_directory()
  with check (loa_directory());

create table unit_successions (
  id bigint not null generated always as identity,
  from_unit_id integer not null,
  to_unit_id integer,
  kind text not null,
  share text not null,
  act text not null default ''::text,
  effective_on date not null,
  change_id bigint,
  UNIQUE NULLS NOT DISTINCT (from_unit_id, to_unit_id),
  PRIMARY KEY (id),
  FOREIGN KEY (change_id) REFERENCES unit_changes(id),
  FOREIGN KEY (from_unit_id) REFERENCES units(id),
  FOREIGN KEY (to_unit_id) REFERENCES units(id),
  CHECK (((kind = 'abolish'::text) = (to_unit_id IS NULL))),
  CHECK ((from_unit_id IS DISTINCT FROM to_unit_id)),
  CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text, 'rename'::text, 'abolish'::text, 're-parent'::text]))),
  CHECK ((share = ANY (ARRAY['full'::text, 'partial'::text])))
);
CREATE INDEX unit_successions_change ON public.unit_successions USING btree (change_id);
CREATE INDEX unit_successions_to ON public.unit_successions USING btree (to_unit_id);
create policy unit_successions_kept on unit_successions
  using loa_directory()
  with check (loa_directory());
create policy unit_successions_read on unit_successions
  using true;

create table units (
  id integer not null generated always as identity,
  code text not null,
  valid_from date,
  valid_to date,
  name text not null,
  full_name text not null,
  type text not null,
  parent_code text,
  letterhead jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  change_id bigint,
  folded text not null default loa_fold(((((full_name || ' '::text) || name) || ' '::text) || code)),
  UNIQUE NULLS NOT DISTINCT (code, valid_from),
  PRIMARY KEY (id),
  FOREIGN KEY (change_id) REFERENCES unit_changes(id),
  CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_to >= valid_from)))
);
CREATE INDEX units_below ON public.units USING btree (parent_code, COALESCE(valid_to, 'infinity'::date));
CREATE INDEX units_change ON public.units USING btree (change_id) WHERE (change_id IS NOT NULL);
CREATE INDEX units_code ON public.units USING btree (code);
create policy units_kept on units
  using loa_directory()
  with check (loa_directory());
create policy units_read on units
  using true;

create table vehicle_tasks (
  id uuid not null,
  vehicle_id bigint not null,
  unit_id integer not null,
  owner_unit_id integer not null,
  duty_id bigint not null,
  route text not null,
  crew text not null default ''::text,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  cancelled_reason text,
  version integer not null default 1,
  created_by text not null,
  created_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (created_by) REFERENCES people(id),
  FOREIGN KEY (duty_id) REFERENCES duties(id),
  FOREIGN KEY (owner_unit_id) REFERENCES units(id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  FOREIGN KEY (vehicle_id) REFERENCES vehicles(id),
  CHECK (((ends_at > starts_at) AND (ends_at <= (starts_at + '24:00:00'::interval))))
);
CREATE INDEX vehicle_tasks_duty ON public.vehicle_tasks USING btree (duty_id);
CREATE INDEX vehicle_tasks_unit ON public.vehicle_tasks USING btree (unit_id, starts_at DESC);
CREATE INDEX vehicle_tasks_vehicle ON public.vehicle_tasks USING btree (vehicle_id, starts_at);
create policy vehicle_tasks_seen on vehicle_tasks
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest)));

create table vehicles (
  id bigint not null generated always as identity,
  unit_id integer not null,
  plate text not null,
  name text not null,
  device_key_sha256 text,
  ended_on date,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  UNIQUE (device_key_sha256),
  UNIQUE (unit_id, plate),
  PRIMARY KEY (id),
  FOREIGN KEY (unit_id) REFERENCES units(id)
);
create policy vehicles_seen on vehicles
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (EXISTS ( SELECT
   FROM vehicle_tasks t
  WHERE ((t.vehicle_id = vehicles.id) AND (t.owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest))))))
  with check ((loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest))));

create table venues (
  id uuid not null,
  unit_id integer not null,
  name text not null,
  place text not null,
  latitude double precision,
  longitude double precision,
  outdoors boolean not null default false,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY (unit_id) REFERENCES units(id),
  CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  CHECK (((latitude IS NULL) = (longitude IS NULL))),
  CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))
);
CREATE UNIQUE INDEX venues_name ON public.venues USING btree (unit_id, loa_fold(name));
create policy venues_seen on venues
  using (loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest)) OR (EXISTS ( SELECT
   FROM gatherings g
  WHERE ((g.venue_id = venues.id) AND (g.owner_unit_id IN ( SELECT unnest(loa_units()) AS unnest))))))
  with check ((loa_system() OR (unit_id IN ( SELECT unnest(loa_units()) AS unnest))));

create table verifications (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  PRIMARY KEY (id)
);
CREATE INDEX verifications_identifier ON public.verifications USING btree (identifier);
