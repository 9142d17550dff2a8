# A backup made while the stack works, and put back into an empty data folder as docs/backup.md says it. Sourced by .ci/containers.

a_backup_comes_back_into_an_empty_folder() {
  local said id
  said=$(in_container backend /app/server-config/backup)
  expect "what is said of the backup" "$said" '^The backup is /app/backups/[0-9]{8}-[0-9]{6}$'
  id=${said##*/}
  quietly compose run -T --rm --no-deps --entrypoint /app/server-config/restore backend "$id" --check
  if compose run -T --rm --no-deps --entrypoint /app/server-config/restore backend "$id" >"$work/refused" 2>&1; then
    fail "a restore beside a running server"
  fi
  say "  $(tail -n 1 "$work/refused")"
  down
  mv "$here/data" "$here/data.aside"
  mkdir "$here/data"
  mv "$here/data.aside/backups" "$here/data/"
  quietly compose run -T --rm init
  quietly compose run -T --rm --no-deps --entrypoint /app/server-config/restore backend "$id"
  up
  data_is_intact
  within 30 "the line in the log of what was done" is_in_the_audit 'backup\.restored'
}
is_in_the_audit() {
  web -H "Authorization: Bearer $(sign_in "${sites[0]}")" "${sites[0]}/api/admin/audit?limit=50" | grep -q "$1"
}
