# Somebody who uses the stack: as a program with a token, and as a browser with cookies. Sourced by .ci/containers.

email=admin@example.org
password='how deep is the harbour'
json=(-H 'Content-Type: application/json')

web() { curl -sSk -m 60 "$@"; }
status() { web -o /dev/null -w '%{http_code}' "$@"; }
field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -n 1; }

set_up() { # the link in the log makes the first administrator
  local token
  token=$(log_of backend | sed -n 's/.*setup?token=\([^ ]*\).*/\1/p' | tail -n 1)
  [ -n "$token" ] || fail "the log holds no setup link"
  expect "setup" "$(web "${json[@]}" "$1/api/auth/setup" -d "{\"token\":\"$token\",\"email\":\"$email\",\"password\":\"$password\"}")" access_token
}
sign_in() { # site: prints a token
  web "${json[@]}" "$1/api/auth/login" -d "{\"email\":\"$email\",\"password\":\"$password\"}" | field access_token
}
# visit JAR site/path …: what a browser with these cookies sees
visit() {
  local jar=$1
  shift
  web -b "$work/$jar" -c "$work/$jar" "$@"
}
fill_sign_in() { # jar, site of the form, site it is sent to, further options of curl; $page_origin is what the browser shows: prints the status
  local button
  button=$(visit "$1" "$2/signin" | sed -n 's/.*type="submit" name="\([^"]*\)".*/\1/p')
  visit "$1" -o /dev/null -w '%{http_code}' "${@:4}" -H "Origin: ${page_origin:-$3}" "$3/signin" --data-urlencode "email=$email" \
    --data-urlencode "password=$password" -d form=form -d jakarta.faces.ViewState=stateless -d "$button=Sign+in"
}
is_signed_in() { [ "$(visit "$1" -o /dev/null -w '%{http_code}' "$2/")" = 200 ]; }

ask() { # token, site, further options of curl: a streamed answer
  web -N "${json[@]}" -H "Authorization: Bearer $1" "${@:3}" "$2/api/ai/chat" \
    -d '{"model":"demo/finch","messages":[{"role":"user","content":"What can a harbour teach a gardener?"}],"stream":true}'
}
# Prints the milliseconds between the first and the last of the lines, and how many moments they came at.
arrivals() {
  local line first='' last now moments=0
  while IFS= read -r line; do
    [[ $line == data:* ]] || continue
    now=$(date +%s%3N)
    [ -n "$first" ] || first=$now last=0
    [ "$now" = "$last" ] || moments=$((moments + 1))
    last=$now
  done
  echo "$((last - first)) $moments"
}
