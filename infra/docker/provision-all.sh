#!/bin/sh
# Runs once, when the PostgreSQL container makes its data folder: one database with two roles for each member.
set -eu
for member in $BIRLIK_MEMBERS; do
  psql --no-psqlrc --username="$POSTGRES_USER" --dbname=postgres \
    --set=database="birlik_$(printf '%s' "$member" | tr - _)" \
    --set=owner_password="$BIRLIK_OWNER_PASSWORD" \
    --set=app_password="$BIRLIK_APP_PASSWORD" \
    --file=/provision.sql
done
