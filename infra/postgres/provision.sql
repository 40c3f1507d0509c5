-- Makes the database of one member with its two roles, like the embedded default does. It can be repeated.
--
--   psql --set=ON_ERROR_STOP=1 --set=database=birlik_union --set=owner_password=… --set=app_password=… \
--        --file=provision.sql "$SUPERUSER_URL"
--
-- <database>_owner owns the tables and runs migrations; <database>_app is what the process connects as: it can neither
-- change tables nor bypass row-level security.

\set ON_ERROR_STOP on
\set owner :database '_owner'
\set app :database '_app'

select format('create role %I', name) from (values (:'owner'), (:'app')) as wanted (name)
where not exists (select from pg_roles where rolname = name) \gexec

alter role :"owner" with login nosuperuser nobypassrls nocreatedb nocreaterole noinherit noreplication password :'owner_password';
alter role :"app" with login nosuperuser nobypassrls nocreatedb nocreaterole noinherit noreplication password :'app_password';

select format('create database %I owner %I', :'database', :'owner')
where not exists (select from pg_database where datname = :'database') \gexec

alter database :"database" owner to :"owner";
revoke all on database :"database" from public;
grant connect on database :"database" to :"owner", :"app";
revoke all on database postgres from public;
revoke all on database template1 from public;

\connect :"database"

alter schema public owner to :"owner";
revoke all on schema public from public;
grant usage on schema public to :"app";

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists pgcrypto;

alter default privileges for role :"owner" in schema public grant select, insert, update, delete on tables to :"app";
alter default privileges for role :"owner" in schema public grant usage, select on sequences to :"app";
alter default privileges for role :"owner" in schema public grant execute on functions to :"app";
