#!/bin/sh
# Makes what is missing of the members' databases and roles, and gives the roles the passwords that are set now. Each
# member has passwords of its own: OWNER_PASSWORD_<MEMBER> and APP_PASSWORD_<MEMBER>.
set -eu

password() {
  variable="$1_PASSWORD_$(printf '%s' "$2" | tr 'a-z-' 'A-Z_')"
  if ! printenv "$variable"; then
    echo "$variable is missing." >&2
    exit 1
  fi
}

for member in $BIRLIK_MEMBERS; do
  owner_password=$(password OWNER "$member")
  app_password=$(password APP "$member")
  # By standard input, since the arguments of a process can be read by others.
  psql --no-psqlrc --quiet --dbname=postgres <<SQL
\set database 'birlik_$(printf '%s' "$member" | tr - _)'
\set owner_password '$owner_password'
\set app_password '$app_password'
\i /provision.sql
SQL
done
