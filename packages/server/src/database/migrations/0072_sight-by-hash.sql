-- Who sees five hundred units had each row compared with five hundred numbers one after the other; as a set they are hashed once a
-- statement. What the policies say is the same.
do $$
  declare
    policy record;
    before constant text := '= ANY (( SELECT loa_units() AS loa_units)::integer[])';
    after constant text := 'in (select unnest(loa_units()))';
  begin
    for policy in
      select tablename, policyname, replace(qual, before, after) as qual, replace(with_check, before, after) as with_check
      from pg_policies where schemaname = 'public' and (position(before in qual) > 0 or position(before in with_check) > 0)
    loop
      if policy.qual is not null then
        execute format('alter policy %I on %I using (%s)', policy.policyname, policy.tablename, policy.qual);
      end if;
      if policy.with_check is not null then
        execute format('alter policy %I on %I with check (%s)', policy.policyname, policy.tablename, policy.with_check);
      end if;
    end loop;
  end $$;
