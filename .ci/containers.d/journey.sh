# What everybody can do through nginx, on each of the addresses under $sites. Sourced by .ci/containers.

a_first_administrator_signs_in_and_keeps_a_conversation() {
  set_up "${sites[0]}"
  token=$(sign_in "${sites[-1]}")
  [ -n "$token" ] || fail "no token"
  expect "a conversation" "$(web "${json[@]}" -H "Authorization: Bearer $token" "${sites[0]}/api/conversations" -d '{"title":"Kept"}')" '"id"'
  for site in "${sites[@]}"; do
    expect "signing in on $site" "$(fill_sign_in "jar-${site//[:\/]/}" "$site" "$site")" 303
    is_signed_in "jar-${site//[:\/]/}" "$site" || fail "not signed in on $site"
  done
}
chunks_arrive_one_by_one() {
  local site span moments version
  for site in "${sites[@]}"; do
    read -r span moments < <(ask "$token" "$site" --compressed | arrivals)
    [ "$span" -gt 300 ] && [ "$moments" -gt 10 ] || fail "on $site the answer came at $moments moments in $span ms"
    version=$(ask "$token" "$site" --http2 -o /dev/null -w '%{http_version} %{content_type}')
    case $site in https*) expect "the protocol on $site" "$version" '^2 text/event-stream' ;; *) expect "the stream on $site" "$version" text/event-stream ;; esac
    say "  $site: an answer at $moments moments over $span ms, HTTP/${version%% *}"
  done
}
headers_say_what_they_should() {
  local site seen
  for site in "${sites[@]}"; do
    seen=$(web -D - -o /dev/null "$site/signin")
    expect "page's policy on $site" "$seen" "script-src 'self'"
    seen=$(web -D - -o /dev/null "$site/api/auth/options" | tr -d '\r')
    expect "API's policy on $site" "$seen" "[Cc]ontent-[Ss]ecurity-[Pp]olicy: default-src 'none'"
    expect "nosniff on $site" "$seen" 'ontent-[Tt]ype-[Oo]ptions: nosniff'
    refuse_to_see "HSTS on $site" "$seen" 'trict-[Tt]ransport'
    [ "$(grep -ic '^x-request-id' <<<"$seen")" = 1 ] || fail "one request id is expected in: $seen"
    expect "version of nginx on $site" "$(grep -i '^server:' <<<"$seen")" 'nginx$'
    seen=$(web --compressed -D - -o /dev/null "$site$(web "$site/signin" | sed -n 's/.*href="\(\/assets[^"]*\.css\)".*/\1/p' | head -n 1)" | tr -d '\r')
    expect "compressed style on $site" "$seen" '[Cc]ontent-[Ee]ncoding: gzip'
    refuse_to_see "a compressed stream" "$(ask "$token" "$site" --compressed -D - -o /dev/null)" '[Cc]ontent-[Ee]ncoding'
    expect "health on $site" "$(web "$site/health/ready")" '"UP"'
    for path in /metrics /metrics/base /openapi /nginx/away.en.html; do expect "$path on $site" "$(status "$site$path")" 404; done
  done
}
nginx_refuses_in_the_form_of_the_api() {
  local site=${sites[0]} seen
  seen=$(head -c 20000000 /dev/zero | web -i -H 'Expect:' "${json[@]}" -H "Authorization: Bearer $token" "$site/api/conversations" --data-binary @-)
  expect "too large" "$seen" ' 413 .*application/problem\+json.*"/api/problems/too-large".*"request_id":"'
  seen=$(head -c 20000000 /dev/zero | web -i -H 'Expect:' -H "Authorization: Bearer $token" "$site/api/media" -F 'file=@-;filename=zeros.png')
  expect "a large upload at the backend" "$seen" ' 415 .*"/api/problems/unsupported-media-type"'
  seen=$(head -c 27000000 /dev/zero | web -i -H 'Expect:' -H "Authorization: Bearer $token" "$site/api/media" -F 'file=@-;filename=zeros.png')
  expect "too large an upload" "$seen" ' 413 .*"/api/problems/too-large".*larger than 25 MB'
  # Not even JSON: the backend counts none of these as an attempt.
  seen=$(seq 150 | xargs -P 16 -I{} curl -sSk -m 30 -w ' %{http_code}\n' "${json[@]}" "$site/api/auth/login" -d '{' | sort | uniq -c)
  expect "too many sign-ins" "$seen" '"/api/problems/too-many-requests".*"detail":"Too many attempts from this address.* 429'
  expect "hardly any refused" "$(grep -c ' 400$' <<<"$seen")" '^[1-9]'
  seen=$(seq 30 | xargs -P 16 -I{} curl -sSk -m 30 -w ' %{http_code}\n' "$site/signin" -d x=y)
  expect "too many sign-ins on the page" "$seen" 'Too many attempts.* 429'
  within 60 "signing in again after too many" signs_in
}
a_picture_is_made_uploaded_and_served() {
  local site=${sites[-1]} auth=(-H "Authorization: Bearer $token") seen content head bytes
  seen=$(web "${json[@]}" "${auth[@]}" -H 'Prefer: wait=50' "$site/api/generate/image" \
    -d '{"model":"demo/kingfisher","prompt":"A heron at dawn by a lake","aspect_ratio":"1:1"}')
  expect "a picture" "$seen" '"status":"completed"'
  comes_in_parts "the picture that was made" "$site$(field content_url <<<"$seen")"
  expect "its thumbnail" "$(web -o /dev/null -w '%{http_code} %{content_type}' "${auth[@]}" "$site$(field thumbnail_url <<<"$seen")")" '^200 image/'

  # 24.9 MB, just under the limit, of noise: it is as large again when it was decoded and written anew.
  java -Djava.awt.headless=true "${BASH_SOURCE[0]%/*}/Noise.java" 2950 >"$work/noise.png"
  seen=$(web -H 'Expect:' "${auth[@]}" "$site/api/media" -F "file=@$work/noise.png")
  expect "an upload at the limit" "$seen" '"width":2950,"height":2950'
  comes_in_parts "the upload" "$site$(field content_url <<<"$seen")"
  bytes=$(sed -n 's/.*"bytes":\([0-9]*\).*/\1/p' <<<"$seen")
  [ "$bytes" -gt 20000000 ] || fail "the upload was stored with $bytes bytes"
  rm "$work/noise.png" "$work/whole"
}
# comes_in_parts WHAT URL: the whole, its end and its middle by Range, and nothing when one has it already
comes_in_parts() {
  local head size
  head=$(web -D - -o "$work/whole" "${auth[@]}" "$2" | tr -d '\r')
  expect "$1" "$head" ' 200.*[Cc]ontent-[Ll]ength: [0-9]+'
  size=$(stat -c %s "$work/whole")
  expect "what $1 begins with" "$(head -c 8 "$work/whole" | od -An -tx1)" '89 50 4e 47'
  web -D "$work/part-head" -o "$work/part" "${auth[@]}" -H "Range: bytes=1000-$((size - 1001))" "$2"
  expect "a part of $1" "$(tr -d '\r' <"$work/part-head")" " 206.*[Cc]ontent-[Rr]ange: bytes 1000-$((size - 1001))/$size"
  cmp -s <(tail -c +1001 "$work/whole" | head -c $((size - 2000))) "$work/part" || fail "the part of $1 has other bytes than the whole"
  expect "a part behind the end of $1" "$(web -o /dev/null -w '%{http_code}' "${auth[@]}" -H "Range: bytes=$size-" "$2")" 416
  expect "$1 for who has it" "$(web -o /dev/null -w '%{http_code} %{size_download}' "${auth[@]}" \
    -H "If-None-Match: $(sed -n 's/^[Ee][Tt]ag: //p' <<<"$head")" "$2")" '^304 0$'
}
signs_in() { [ -n "$(sign_in "${sites[0]}")" ]; }
twenty_colleagues_behind_one_address_sign_in() {
  local seen
  seen=$(seq 20 | xargs -P 5 -I{} curl -sSk -m 60 -o /dev/null -w '%{http_code}\n' "${json[@]}" "${sites[0]}/api/auth/login" \
    -d "{\"email\":\"$email\",\"password\":\"$password\"}" | sort | uniq -c | tr -s ' ')
  expect "twenty sign-ins" "$seen" '^ 20 200$'
}
forged_headers_change_nothing() {
  local i seen='' id=forged-$RANDOM$RANDOM
  visit forged -o /dev/null -H 'X-Forwarded-For: 203.0.113.9' -H 'X-Forwarded-Proto: https' -H "X-Request-Id: $id" "${sites[0]}/signin"
  refuse_to_see "nginx's log" "$(log_of nginx | grep "$id")" 203.0.113.9
  for i in $(seq 11); do
    seen="$seen $(status "${json[@]}" -H "X-Forwarded-For: 203.0.113.$i" -H "X-Internal-Key: $(head -c 32 /dev/zero | base64)" "$1/api/auth/login" \
      -d '{"email":"nobody@example.org","password":"a wrong phrase"}')"
  done
  expect "wrong passwords from eleven forged addresses" "$seen" '401 429$'
}
one_id_leads_through_all_logs() {
  local id=proof-$RANDOM$RANDOM$RANDOM service
  visit "jar-${sites[0]//[:\/]/}" -o /dev/null -H "X-Request-Id: $id" "${sites[0]}/bff/conversations"
  for service in nginx frontend backend; do
    within 10 "the id in the log of the $service" logged $service "$id"
  done
  expect "lines that are no event of their own" "$(log_of backend | grep -vcE '^[0-9]{4}-[0-9]{2}-[0-9]{2}T' || true)" '^[0-3]$'
}
logged() { log_of "$1" | grep -q "$2"; }
browser() { # check, site…: a class of the system tests that is run by name only
  SITES="${*:2}" PASSWORD=$password quietly ./mvnw -q -B -ntp verify -pl system-test -Dit.test="$1" -Dspotless.check.skip=true
}
# HTTPS first, so that its cookie is there when the same host is asked without.
pages_work_in_chromium() {
  local https_first
  mapfile -t https_first < <(printf '%s\n' "${sites[@]}" | tac)
  browser ComposedSiteCheck "${https_first[@]}" "$@"
}
