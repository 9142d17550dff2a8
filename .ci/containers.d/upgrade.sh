# One upgrade and the way back. The older version is this commit; the newer one has a migration more. Sourced by .ci/containers.

make_newer_version() {
  local next=$work/next container name
  mkdir -p "$next/WEB-INF/classes/db/migration"
  container=$(docker create "atelier-backend:$ATELIER_VERSION")
  docker cp -q "$container:/app/app.war" "$next/app.war" 2>/dev/null || docker cp "$container:/app/app.war" "$next/app.war" >/dev/null
  docker rm "$container" >/dev/null
  echo 'CREATE TABLE added_by_the_proof (id INTEGER);' >"$next/WEB-INF/classes/db/migration/V9000__added_by_the_proof.sql"
  "${JAVA_HOME:+$JAVA_HOME/bin/}jar" -u -f "$next/app.war" -C "$next" WEB-INF
  printf 'FROM atelier-backend:%s\nCOPY --chown=0:0 app.war /app/app.war\nUSER 0\nRUN chmod a+r /app/app.war\nUSER 10001:10001\n' "$ATELIER_VERSION" >"$next/Dockerfile"
  quietly docker build -t "atelier-backend:$newer" "$next"
  for name in frontend nginx; do docker tag "atelier-$name:$ATELIER_VERSION" "atelier-$name:$newer"; done
}
# Asks five times a second what a page and a program would ask, and notes each time whether both were answered.
watch_the_site() {
  local api page
  while :; do
    api=$(curl -sk -m 5 -o /dev/null -w '%{http_code}' "${sites[0]}/api/auth/options") || true
    page=$(curl -sk -m 5 -o /dev/null -w '%{http_code}' "${sites[0]}/signin") || true
    echo "$(date +%s%3N) $api $page"
    sleep 0.2
  done
}
# Each time that a column did not say 200, in seconds from its last success to the next one.
downtime() {
  awk -v c="$1" '$c == 200 { if (failed) printf "%s%.1f", (n++ ? " + " : ""), ($1 - last) / 1000; failed = 0; last = $1 } $c != 200 { failed = 1 }' \
    "$work/watch"
}

an_upgrade_and_the_way_back_keep_data() {
  local newer=$ATELIER_VERSION-next watcher copy older=$ATELIER_VERSION
  make_newer_version
  watch_the_site >"$work/watch" &
  watcher=$!
  ATELIER_VERSION=$newer up
  sleep 2
  kill "$watcher"
  wait "$watcher" 2>/dev/null || true
  figure "downtime during an upgrade" "API $(downtime 2) s, pages $(downtime 3) s"
  everybody_is_still_signed_in
  data_is_intact
  copy=$(ls "$here"/data/app.db.before-upgrade-from-*) || fail "no copy was made before the migration"
  expect "a conversation of the newer version" "$(web "${json[@]}" -H "Authorization: Bearer $(sign_in "${sites[0]}")" "${sites[0]}/api/conversations" \
    -d '{"title":"Newer"}')" '"id"'

  quietly compose stop
  compose up -d --no-deps backend >/dev/null 2>&1
  within 60 "the refusal" logged backend 'did not start'
  say "  $(log_of backend | grep 'did not start' | tail -n 1)"
  quietly compose stop
  mv "$copy" "$here/data/app.db"
  rm -f "$here/data/app.db.wal"
  ATELIER_VERSION=$older up
  everybody_is_still_signed_in
  data_is_intact
  refuse_to_see "the conversations after the way back" \
    "$(web -H "Authorization: Bearer $(sign_in "${sites[0]}")" "${sites[0]}/api/conversations")" '"Newer"'
}
