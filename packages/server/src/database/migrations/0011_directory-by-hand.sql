-- What an act of succession carried over to the unit that goes on under another name or parent; undone with it.
alter table appointments add column change_id bigint references unit_changes (id);
alter table delegations add column change_id bigint references unit_changes (id);
alter table leaves add column change_id bigint references unit_changes (id);
alter table unit_contacts add column change_id bigint references unit_changes (id);
-- Who stands below a code: what has ended by a day is passed over in the index, without a look at the row.
drop index units_parent;
create index units_below on units (parent_code, coalesce(valid_to, 'infinity'::date));
create index appointments_change on appointments (change_id) where change_id is not null;
create index delegations_change on delegations (change_id) where change_id is not null;
create index leaves_change on leaves (change_id) where change_id is not null;
create index unit_contacts_change on unit_contacts (change_id) where change_id is not null;

-- Whoever keeps the directory carries roles over to units that begin in the same transaction, and so are in nobody's sight yet.
do $$
  declare
    name text;
  begin
    foreach name in array array['appointments', 'delegations', 'leaves'] loop
      execute format('create policy %I on %I using (loa_directory() and change_id is not null)
        with check (loa_directory() and change_id is not null)', name || '_carried', name);
    end loop;
  end $$;
create policy appointments_closed on appointments for update using (loa_directory()) with check (loa_directory());
