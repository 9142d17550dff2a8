# What must not hurt: kills, restarts, stops, one more frontend. Sourced by .ci/containers.

answers() { [ "$(status "$1")" = "$2" ]; }
shows() { visit none "$1" | grep -q "$2"; }
data_is_intact() {
  local fresh
  fresh=$(sign_in "${sites[0]}")
  expect "the conversation" "$(web -H "Authorization: Bearer $fresh" "${sites[0]}/api/conversations")" '"Kept"'
}
everybody_is_still_signed_in() {
  for site in "${sites[@]}"; do within 20 "still signed in on $site" is_signed_in "jar-${site//[:\/]/}" "$site"; done
}
a_killed_backend_comes_back() {
  in_container backend bash -c 'kill -KILL $(cat /run/atelier/server/pid)'
  within 10 "readiness falls" answers "${sites[0]}/health/ready" 503
  expect "the API while the backend is away" "$(web -i "${sites[0]}/api/auth/options")" ' 503 .*application/problem\+json.*"/api/problems/unavailable"'
  # The frontend asks again what sign-up allows when its answer is five seconds old.
  within 8 "the page while the backend is away" answers "${sites[0]}/signin" 503
  within 120 "readiness comes back" answers "${sites[0]}/health/ready" 200
  within 60 "the page comes back" answers "${sites[0]}/signin" 200
  data_is_intact
  everybody_is_still_signed_in
}
the_page_waits_for_the_frontend_by_itself() {
  quietly compose stop frontend
  within 10 "the friendly page" shows "${sites[0]}/signin" 'right back'
  expect "it in German" "$(web -H 'Accept-Language: de' "${sites[0]}/signin" -w ' %{http_code}')" 'gleich wieder da.* 503$'
  expect "what scripts are told" "$(web -i "${sites[0]}/bff/conversations")" ' 503 .*application/problem\+json'
  (sleep 20; compose start frontend >/dev/null 2>&1) &
  browser AwayPageCheck "${sites[0]}"
  wait $!
}
restarts_keep_data_and_sign_ins() {
  quietly compose restart
  within 120 "ready after restart" answers "${sites[0]}/health/ready" 200
  within 60 "pages after restart" answers "${sites[0]}/signin" 200
  everybody_is_still_signed_in
  data_is_intact
}
down_and_up_keep_data_and_sign_ins() {
  down
  up
  everybody_is_still_signed_in
  data_is_intact
}
# Two frontends, asked in turn in the middle of a form.
two_frontends_share_a_sign_in() { # the frontends' own addresses
  local i
  expect "the form of one sent to the other" "$(fill_sign_in jar-two "$1" "$2")" 303
  for i in 1 2 3; do
    is_signed_in jar-two "$1" && is_signed_in jar-two "$2" || fail "a frontend does not know the other's sign-in"
  done
}
nginx_finds_both_frontends() {
  within 15 "both frontends in nginx's log" both_were_asked
  everybody_is_still_signed_in
}
both_were_asked() {
  local i
  for i in 1 2 3 4 5 6; do is_signed_in "jar-${sites[0]//[:\/]/}" "${sites[0]}" || return 1; done
  [ "$(log_of nginx | grep -o 'from [0-9.]*:12016' | sort -u | wc -l)" -ge 2 ]
}
streams_end_in_order() { # further sites that stop with their server, the backend itself
  local site fresh readers=()
  fresh=$(sign_in "${sites[0]}")
  for site in "${sites[@]}"; do ask "$fresh" "$site" >"$work/answer-${site//[:\/]/}" & readers+=($!); done
  web -N -m 120 -H "Authorization: Bearer $fresh" "${sites[0]}/api/events" -w '\nclosed %{http_code}\n' >"$work/events" 2>&1 &
  readers+=($!)
  for site in "$@"; do web -N -m 120 -H "Authorization: Bearer $fresh" "$site/api/events" -w '\nclosed %{http_code}\n' >"$work/events-direct" 2>&1 & readers+=($!); done
  for site in "${sites[@]}"; do within 20 "the answer begins on $site" grep -q '^event: *delta' "$work/answer-${site//[:\/]/}"; done
  quietly compose stop
  # Not for the engine, which is a child of this shell too.
  wait "${readers[@]}" || true
  for site in "${sites[@]}"; do expect "the end of the answer on $site" "$(tail -n 5 "$work/answer-${site//[:\/]/}")" 'event: *done'; done
  expect "the events' end" "$(cat "$work/events")" 'closed 200'
  [ $# = 0 ] || expect "the last event from the backend itself" "$(cat "$work/events-direct")" 'closed 200'
  expect "how the containers ended" "$(compose ps -a --format '{{.Service}} {{.ExitCode}}' | sort -u | tr '\n' ' ')" \
    '^backend (0|143) frontend (0|143) init 0 nginx 0 $'
  up
}
